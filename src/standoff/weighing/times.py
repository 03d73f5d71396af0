"""The times of one happening: near the day that most origins tell, and no longer than a happening lasts; and the days
of which only one can be right.

Another one that a report dates in passing ("since 2013", "in August the club was raided") is no rival of it. Invariant:
where nothing is told to within days, nothing is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from standoff.linking.moments import ordinal
from standoff.linking.words import tokens
from standoff.records import Reading, Time
from standoff.settings import settings
from standoff.weighing.assertion import Assertion
from standoff.weighing.beside import after
from standoff.weighing.compare import is_clock, span_of

Days = tuple[int, int]
Group = list[Assertion]
_HOUR, _DAY = 3600.0, 86_400.0  # seconds


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


def told_first(reading: Reading) -> frozenset[str]:
    """The claims of the time that a report tells first of what it is mainly about, and those of its sentence: what it
    tells further on is as often the time of something else."""
    timed = [
        claim
        for claim in reading.claims
        if claim.event == reading.events[0].id and isinstance(claim.value, Time) and claim.evidence
    ]
    if not timed:
        return frozenset()
    first = min((claim.evidence[0] for claim in timed), key=lambda span: span.start)
    rest = after(reading.report.text, first, len(reading.report.text))
    return frozenset(
        claim.id for claim in timed if first.start <= claim.evidence[0].start <= first.end + len(rest)
    )


def with_rivals(moments: Sequence[Group]) -> list[Group]:
    """The times of one event each, those put together that different origins give as the day of what the incident is,
    so that they can be in dispute.

    Only one day can be right of what happens in a moment, where each is told without reserve, and first of what its
    report is mainly about. No side is a day on which it was in the news already, or one of two that a source tells in
    one text. Across a midnight, what is told of the night before may be of the day after.
    """
    sides = {id(each) for each in _sides([each for group in moments for each in group])}
    joined: list[Group] = []
    for group in moments:
        against = [other for other in joined if _rival_days(group, other, sides)]
        joined = [other for other in joined if not any(other is one for one in against)]
        joined.append([*(each for other in against for each in other), *group])
    return joined


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = settings("weighing", "weighing")["days"]
    return rules


def _sides(told: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions that can be a side of a dispute over the day."""
    main = [each for each in told if each.main in _rules()["momentary"] and each.is_firm]
    news = min((day for each in main if (day := _published(each)) is not None), default=None)
    given: dict[tuple[str, str], list[Days]] = defaultdict(list)
    for each in told:
        if days := _days(each):
            given[each.text, each.origin.key].append(days)
    for each in main:
        days = _days(each)
        of_two = any(_apart(*pair) for pair in combinations(given[each.text, each.origin.key], 2))
        if days and days[0] == days[1] and not of_two and (news is None or days[0] <= news):
            yield each


def _rival_days(one: Group, other: Group, sides: set[int]) -> bool:
    """Whether two times are given as the day of one happening, of which only one can be right."""
    pairs = [(a, b) for a in one for b in other if id(a) in sides and id(b) in sides]
    several = any(a.origin.key != b.origin.key for a, b in pairs)
    if not several or not all(_are_apart(a, b) for a, b in pairs):
        return False
    first, second = sorted((one, other), key=lambda group: _span(group[0])[0])
    return not (
        _adjoin(first[0], second[0]) and (_at_night(first, "evening") or _at_night(second, "morning"))
    )


def _are_apart(one: Assertion, other: Assertion) -> bool:
    """Whether two times have no day in common, but may still be of one happening."""
    days = _days(one), _days(other)
    near = settings("linking", "linking")["times"]["apart_days"]
    return days[0] is not None and days[1] is not None and 0 < _apart(days[0], days[1]) <= near


def _adjoin(one: Assertion, other: Assertion) -> bool:
    """Whether two times are of one day and the next."""
    days = _days(one), _days(other)
    return days[0] is not None and days[1] is not None and _apart(days[0], days[1]) == 1


def _at_night(group: Group, side: str) -> bool:
    """Whether a time is told by clock or words to be near the midnight after it (``evening``) or before it."""
    words = set(_rules()[side])
    for each in group:
        start, end = _span(each)
        near = _DAY - end % _DAY if side == "evening" else start % _DAY
        if not words.isdisjoint(tokens(each.words)) or (
            _is_clock(each) and near <= _HOUR * _rules()["night_hours"]
        ):
            return True
    return False


def _is_clock(each: Assertion) -> bool:
    return isinstance(each.value, Time) and is_clock(each.value)


def _span(each: Assertion) -> tuple[float, float]:
    return span_of(each.value) if isinstance(each.value, Time) else (0.0, 0.0)


def _published(each: Assertion) -> int | None:
    return ordinal(each.at) if each.at else None
