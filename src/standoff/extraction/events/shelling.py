"""Fire from the air or from heavy guns is a strike, though the same words tell of bombings and attacks.

Words for the deed tell it ("shelled", "strafed", "air raids"), and so does an aircraft or air force that did it; a
weapon that might be of either kind does not. Invariant: only attacks, bombings and clashes change.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.events.wording import has_any, sentences_of
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point

_MISTAKEN = ("attack", "bombing", "clash")


def from_afar(page: Page, points: Sequence[Point], kind: str) -> str:
    """The type of an event with these points: a strike where it tells of shelling or fire from the air."""
    if kind not in _MISTAKEN:
        return kind
    deeds = word_set("events", "strikes", "deeds")
    told = any(has_any(forms, deeds) for forms in sentences_of(page, points))
    flown = kind != "clash" and any(point.slot == "actor" and _flies(page, point) for point in points)
    return "strike" if told or flown else kind


def _flies(page: Page, point: Point) -> bool:
    """Whether the words of a point name aircraft or those who fly them."""
    return has_any(page.forms[slice(*point.at)], word_set("events", "strikes", "flyers"))
