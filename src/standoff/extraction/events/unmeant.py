"""Shootings that nobody meant: accidents, though guns and shots name attacks (gold/DECISIONS.md, "Settled later").

Most sentences of such a report tell of shots and wounds like those of any other. One plain word for it is enough, but
where the sentence doubts or denies it ("whether", "not"); of lesser signs, a shot that "went off" or a gun that was
played with, it takes two. Of the reports that held claims of attacks or accidents and said it plainly once, 36 of 42
told of an accident. Invariant: only attacks change.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point

_ENOUGH = 2  # one lesser sign may be of another case
_AFTER = 5  # "playing with his father's old gun": so many words lie between at most


def unmeant(page: Page, points: Sequence[Point], kind: str) -> str:  # noqa: ARG001 - as the others that mend types
    """The type of an event, an attack as an accident where the report tells of one that nobody meant."""
    return "accident" if kind == "attack" and _signs(page) >= _ENOUGH else kind


def _signs(page: Page) -> int:
    """How much in the report says that nobody meant it; a plain word counts as two signs, a doubted one as one."""
    plain = page.where(word_set("events", "mishaps", "unmeant"))
    doubts = word_set("events", "mishaps", "doubts")
    sure = [word for word in plain if doubts.isdisjoint(page.line(page.sentence[word]).forms)]
    careless = len(page.where(word_set("events", "mishaps", "careless")))
    played = [word for word in page.where(word_set("events", "mishaps", "handling")) if _with_gun(page, word)]
    off = [word for word in page.where(("went",)) if "off" in page.forms[word + 1 : word + 2]]
    return len(plain) + len(sure) + careless + len(played) + len(off)


def _with_gun(page: Page, word: int) -> bool:
    """Whether a gun stands close after a word."""
    return not word_set("events", "mishaps", "guns").isdisjoint(page.forms[word + 1 : word + 1 + _AFTER])
