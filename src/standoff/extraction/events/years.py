"""Tolls of a year or of years beside the news: "more than 3,000 died on the roads last year", "350 since 2000".

They are totals over several happenings and so an event of their own (gold/DECISIONS.md, "Events"). Invariant: a toll is
taken out only with a long time that hangs on its verb, and only from an event that has another time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.trace import Point
from standoff.records import Quantity, Time

_DAY = len("2024-06-16")


def with_years(page: Page, points: Sequence[Point], groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """The groups of numbers of points, the tolls of years that each sentence tells as a group of their own."""
    found: list[list[int]] = []
    for group in groups:
        apart: dict[int, list[int]] = defaultdict(list)
        long = [number for number in group if _is_long(points[number])]
        for number in group if long else ():
            if number in long or any(_is_of(page, points[number], points[time]) for time in long):
                apart[page.sentence[points[number].at.first]].append(number)
        told = [numbers for numbers in apart.values() if len(numbers) > 1 and not set(numbers) <= set(long)]
        if not any(isinstance(points[number].value, Time) and number not in long for number in group):
            told = told[1:]  # the first is what the event is
        taken = {number for numbers in told for number in numbers}
        found += [[number for number in group if number not in taken], *told]
    return sorted(found)


def _is_long(point: Point) -> bool:
    """Whether a point is a time of a year or longer."""
    value = point.value
    if not isinstance(value, Time):
        return False
    first, last = (date.fromisoformat(day[:_DAY]) for day in (value.start, value.end))
    return (last - first).days >= int(section("events", "totals")["year_days"])


def _is_of(page: Page, point: Point, time: Point) -> bool:
    """Whether a point is a toll of two people or more that the verb of a time tells."""
    value = point.value
    if not isinstance(value, Quantity) or value.kind != "toll" or (value.low or 0) < 2:
        return False
    verb, top = page.heads[top_of(page, time.at)], top_of(page, point.at)
    return verb >= 0 and verb in (top, page.heads[top])
