"""Fire from the air or from heavy guns is a strike, though the same words tell of bombings and attacks.

Words for the deed tell it ("shelled", "strafed", "air raids"); a weapon that might be of either kind does not. Of the
events of reports that the model had not seen 4 changed so, all of them rightly. Invariant: only attacks, bombings and
clashes change.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point

_MISTAKEN = ("attack", "bombing", "clash")


def from_afar(page: Page, points: Sequence[Point], kind: str) -> str:
    """The type of an event with these points: a strike where a sentence of it tells of shelling or fire from the air."""
    return "strike" if kind in _MISTAKEN and any(_tells(page, number) for number in _sentences(page, points)) else kind


def _sentences(page: Page, points: Sequence[Point]) -> set[int]:
    """The numbers of the sentences of an event."""
    return {page.sentence[point.at.first] for point in points}


def _tells(page: Page, number: int) -> bool:
    """Whether a sentence has a word for such a deed, in one word or two."""
    forms = page.line(number).forms
    pairs = {f"{first} {second}" for first, second in zip(forms, forms[1:], strict=False)}
    deeds = word_set("events", "strikes", "deeds")
    return not deeds.isdisjoint(forms) or not deeds.isdisjoint(pairs)
