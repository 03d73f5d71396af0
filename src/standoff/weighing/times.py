"""The times of one happening: near the day that most origins tell, and no longer than a happening lasts.

Another one that a report dates in passing ("since 2013", "in August the club was raided") is no rival of it. Invariant:
where nothing is told to within days, nothing is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from standoff.linking.moments import ordinal
from standoff.records import Time
from standoff.settings import settings
from standoff.weighing.assertion import Assertion

Days = tuple[int, int]


def near_each_other(told: Sequence[Assertion]) -> list[Assertion]:
    """The assertions of times, without those that last too long and those that lie far from the day that more origins
    tell."""
    rules = settings("linking", "linking")["times"]
    dated = [(each, days) for each in told if (days := _days(each))]
    short = [(each, days) for each, days in dated if days[1] - days[0] <= rules["widest_days"]]
    origins: dict[Days, set[str]] = defaultdict(set)
    for each, days in short:
        origins[days].add(each.origin.key)
    if not origins:
        return [each for each, _ in dated]
    best = min(origins, key=lambda days: (-len(origins[days]), days))
    return [
        each
        for each, days in short
        if _apart(days, best) <= rules["apart_days"] or len(origins[days]) == len(origins[best])
    ]


def _days(each: Assertion) -> Days | None:
    """The first and last day of a time, as ordinals."""
    if not isinstance(each.value, Time):
        return None
    first, last = ordinal(each.value.start), ordinal(each.value.end)
    return (first, last) if first is not None and last is not None else None


def _apart(one: Days, other: Days) -> int:
    """How many days lie between two times; none where they meet."""
    return max(one[0] - other[1], other[0] - one[1], 0)
