"""A killing aimed at one person is an assassination, though shots and the dead name an attack (CLAIMS.md, section 2).

Its own sentences call it one, or tell of the murder of somebody who is killed for what he is: who holds an office or is
of the clergy. Invariant: only attacks change, and only those that tell at whom they were aimed or who died.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.events.wording import has_any, sentences_of
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point

_AIMED = ("target", "killed")
_OVER = 4  # "the murder of the six priests": how far up the tree the deed may stand, the person counted


def aimed(page: Page, points: Sequence[Point], kind: str) -> str:
    """The type of an event with these points, an attack as an assassination where it is called one or is the murder of
    a public person."""
    people = [point for point in points if point.slot in _AIMED]
    if kind != "attack" or not people:
        return kind
    named = word_set("events", "assassinations", "words")
    called = any(has_any(forms, named) for forms in sentences_of(page, points))
    return "assassination" if called or any(_murdered(page, point) for point in people) else kind


def _murdered(page: Page, point: Point) -> bool:
    """Whether the words of a point name a public person whose murder they are or stand under."""
    deeds, public = (word_set("events", "assassinations", key) for key in ("murders", "public"))
    return any(
        not deeds.isdisjoint(page.forms[over] for over in [word, *page.above(word)][:_OVER])
        for word in range(*point.at)
        if page.forms[word] in public
    )
