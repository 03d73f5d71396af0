"""What an explosion was: a bomb, sabotage of things, or an accident.

"Explosion" and "blast" name bombings, be it a car bomb or methane in a mine. The words of the event's sentences tell:
explosives against pipelines or power lines, which hurt nobody, are `destruction` (gold/DECISIONS.md, "Settled later");
an explosion of gas or a boiler, where no bomb is told of, is an `accident`. Invariant: only bombings change.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.events.wording import sentences_of
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point
from standoff.records import Quantity

_BOMBING = "bombing"
_HARM = ("killed", "injured", "captive")


def explained(page: Page, points: Sequence[Point], kind: str) -> str:
    """The type of an event with these points: as it is or, of an explosion that was no bomb against people, its own."""
    if kind != _BOMBING:
        return kind
    forms = {form for sentence in sentences_of(page, points) for form in sentence}
    if forms.isdisjoint(word_set("events", "explosions", "bombs")):
        causes = word_set("events", "explosions", "causes")
        return kind if forms.isdisjoint(causes) else "accident"
    things = [point for point in points if point.slot == "target"]
    works = word_set("events", "explosions", "works")
    sabotage = any(not works.isdisjoint(page.forms[slice(*point.at)]) for point in things)
    return "destruction" if sabotage and not any(_hurt(point) for point in points) else kind


def _hurt(point: Point) -> bool:
    """Whether a point says that people came to harm."""
    return point.slot in _HARM and isinstance(point.value, Quantity) and point.value.high != 0
