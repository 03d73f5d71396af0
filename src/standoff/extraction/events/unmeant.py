"""Shootings that nobody meant: accidents, though guns and shots name attacks (gold/DECISIONS.md, "Settled later").

Most sentences of such a report tell of shots and wounds like those of any other. One plain word for it is enough, but
where the sentence doubts or denies it ("whether", "not"); of lesser signs it takes two: a shot that "went off", a gun
that fired by itself or was played with, somebody who shot himself, a charge of involuntary manslaughter. Of the reports
that held claims of attacks or accidents and said it plainly once, 36 of 42 told of an accident. Invariant: only attacks
change.
"""

from __future__ import annotations

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set

_BEFORE = (
    3  # "shot the boy and himself", "self-inflicted": so many words at most between a shot and who fired it
)
_AFTER = 5  # "playing with his father's old gun": so many words lie between at most


def unmeant(page: Page) -> int:
    """How much in the report says that nobody meant it; a plain word counts as two signs, a doubted one as one."""
    plain = page.where(word_set("events", "mishaps", "unmeant"))
    doubts = word_set("events", "mishaps", "doubts")
    sure = [word for word in plain if doubts.isdisjoint(page.line(page.sentence[word]).forms)]
    careless = len(page.where(word_set("events", "mishaps", "careless")))
    charged = bool(page.where(("involuntary",)) and page.where(("manslaughter",)))
    return len(plain) + len(sure) + careless + charged + _with_guns(page) + _at_oneself(page)


def _with_guns(page: Page) -> int:
    """How often a gun is played with, goes off or fires by itself."""
    played = [
        word for word in page.where(word_set("events", "mishaps", "handling")) if _gun_after(page, word)
    ]
    fires = word_set("events", "mishaps", "fires")
    off = [word for word in page.where(("went",)) if "off" in page.forms[word + 1 : word + 2]]
    return len(played) + len(off) + sum(_by_itself(page, word) for word in page.where(fires))


def _gun_after(page: Page, word: int) -> bool:
    """Whether a gun stands close after a word."""
    return not word_set("events", "mishaps", "guns").isdisjoint(page.forms[word + 1 : word + 1 + _AFTER])


def _by_itself(page: Page, verb: int) -> bool:
    """Whether it is a gun that did so, and not somebody with one: "the rifle discharged"."""
    subject = page.child(verb, "nsubj")
    gun = subject is not None and page.forms[subject] in word_set("events", "mishaps", "guns")
    return gun and page.child(verb, "obj") is None


def _at_oneself(page: Page) -> int:
    """How often somebody shot himself where no word of the sentence says that he meant to or had others before him."""
    meant = word_set("events", "mishaps", "meant")
    shot = [word for word in page.where(word_set("events", "mishaps", "oneself")) if _shot_at(page, word)]
    return sum(meant.isdisjoint(page.line(page.sentence[word]).forms) for word in shot)


def _shot_at(page: Page, word: int) -> bool:
    """Whether a word for oneself has a shot close before it, or is that of "self-inflicted"."""
    before, after = page.forms[max(0, word - _BEFORE) : word], page.forms[word + 1 : word + 1 + _BEFORE]
    return "shot" in before or "shooting" in before or "inflicted" in after
