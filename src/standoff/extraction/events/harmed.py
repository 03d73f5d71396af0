"""Harm told in a sentence of its own, within what is taken for a trial, a charge, a deal or a statement: in these
nobody comes to harm ("a judge heard the plea. Two guards were wounded outside").

Invariant: points leave an event sentence by sentence, and only from sentences that tell of harm, and not of charges,
sentences or how the case stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section
from standoff.extraction.trace import Point
from standoff.records import EVENT_TYPES, Quantity

_OF_CASES = frozenset(("charge", "sentence", "status", "motive"))


def harmed(page: Page, points: Sequence[Point], groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The points of the sentences that tell of harm, of each group that the model takes for a bloodless event."""
    table = section("events", "exclusive")
    for group in groups:
        told: dict[int, list[int]] = defaultdict(list)
        for number in group:
            told[page.sentence[points[number].at.first]].append(number)
        apart = [numbers for numbers in told.values() if _is_of_harm([points[number] for number in numbers])]
        if not apart or len(apart) == len(told):
            continue
        kinds = page.reading.slot_types[[points[number].row for number in group]].sum(0)
        if EVENT_TYPES[int(kinds.argmax())] in table["bloodless"]:
            yield [number for numbers in apart for number in numbers]


def _is_of_harm(points: Sequence[Point]) -> bool:
    """Whether points tell of somebody who was harmed, and of no case."""
    tolls = (point.value for point in points if point.slot in section("events", "exclusive")["harm"])
    hurt = any(isinstance(value, Quantity) and value.high != 0 for value in tolls)
    return hurt and _OF_CASES.isdisjoint(point.slot for point in points)
