"""Happenings of which a report has one, however often it comes back to them: a hostage-taking goes on from the seizure
to the end, and all that befalls those held is of it (gold/DECISIONS.md; all eight reports of one in the gold have one).

Invariant: groups are joined within an item of the report, and never where the times that they tell lie apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from standoff.extraction.events.event_types import TypeIndex
from standoff.extraction.events.grouping import Days
from standoff.extraction.lexicon import section
from standoff.extraction.trace import Point
from standoff.records import Time


def with_one(types: TypeIndex, points: Sequence[Point], groups: Sequence[list[int]]) -> list[list[int]]:
    """The groups of numbers of points, those of one such happening as one, in the order of their first points."""
    table, kept = section("events", "single")["types"], [list(group) for group in groups]
    first: dict[tuple[str, int], int] = {}
    for number, group in enumerate(kept):
        kind = types.type([points[i] for i in group])
        if kind not in table:
            continue
        item = bisect_right(types.begins, types.page.sentence[points[group[0]].at.first])
        before = first.setdefault((kind, item), number)
        if before != number and _may_be_one(list(_days(points, kept[before])), list(_days(points, group))):
            kept[before] += group
            group.clear()
    return sorted(sorted(group) for group in kept if group)


def _days(points: Sequence[Point], group: Sequence[int]) -> Iterator[Days]:
    for number in group:
        value = points[number].value
        if isinstance(value, Time):
            yield value.start[:10], value.end[:10]


def _may_be_one(these: Sequence[Days], those: Sequence[Days]) -> bool:
    """Whether the times told of two groups meet, or one tells none."""
    meet = (one[0] <= other[1] and other[0] <= one[1] for one in these for other in those)
    return not these or not those or any(meet)
