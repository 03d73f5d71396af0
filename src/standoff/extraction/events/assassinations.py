"""A killing that its own sentences call an assassination is one, though shots and the dead name an attack.

Invariant: only attacks change, and only those that tell at whom they were aimed or who died.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.events.wording import has_any, sentences_of
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point

_AIMED = ("target", "killed")


def aimed(page: Page, points: Sequence[Point], kind: str) -> str:
    """The type of an event with these points, an attack as an assassination where it is called one."""
    if kind != "attack" or all(point.slot not in _AIMED for point in points):
        return kind
    named = word_set("events", "assassinations", "words")
    return "assassination" if any(has_any(forms, named) for forms in sentences_of(page, points)) else kind
