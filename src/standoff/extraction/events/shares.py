"""A total told with what it is the sum of, place by place: "seven died in two raids: five at the dam and two at sea".

The total is an event of its own and so is each of the happenings (gold/DECISIONS.md). Invariant: only numbers that add
up to the total before them in their sentence, each with a place on it, are taken out of its event, with these places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.trace import Point
from standoff.records import Place, Quantity

_LEAST = 2


def shares(page: Page, points: Sequence[Point], _groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The number of each point that a total is the sum of, with those of its places, whatever groups they are in."""
    tolls: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for number in sorted(range(len(points)), key=lambda number: points[number].at):
        point = points[number]
        if isinstance(point.value, Quantity) and point.value.kind == "toll":
            exact = point.value.low if point.value.low == point.value.high else None
            tolls[page.sentence[point.at.first], point.slot].append((number, exact or 0))
    for (_, total), *others in tolls.values():
        parts = [[number, *_places(page, points, number)] for number, _ in others]
        located = all(len(part) > 1 for part in parts)
        if len(others) >= _LEAST and located and total == sum(exact for _, exact in others):
            yield from parts


def _places(page: Page, points: Sequence[Point], number: int) -> Iterator[int]:
    """The points for places on the word of a number: "five [at the station]"."""
    top = top_of(page, points[number].at)
    for other, point in enumerate(points):
        if isinstance(point.value, Place) and page.heads[top_of(page, point.at)] == top:
            yield other
