"""What a report tells of another time than an event's own: "in March two students were injured", "350 since 2000".

Most events last hours or days, so what is told under a time that lies months from the event's, or under a stretch of a
year, is of another (gold/DECISIONS.md, "Events"): of pairs of points of 358 annotated reports that the model had put
into one event, each under a time of its own and the two more than a month apart, 287 of 302 were of two events.
Invariant: points leave an event only with what makes more of another than its time; what its times tell first stays.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.trace import Point
from standoff.records import Time

_Days = tuple[date, date]


def other_times(page: Page, points: Sequence[Point], groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The points of each group that are told under another time than most of it, those of one time together."""
    days = {
        number: _days(point.value) for number, point in enumerate(points) if isinstance(point.value, Time)
    }
    told = _told_under(page, points, days) if len(set(days.values())) > 1 else {}
    for group in groups:
        times = Counter(told[number] for number in group if number in told)
        main = max(times, key=times.__getitem__, default=None)  # the first of equals
        parts: dict[_Days, list[int]] = defaultdict(list)
        for number in group:
            if main and number in told and _apart(told[number], main):
                parts[told[number]].append(number)
        yield from (part for part in parts.values() if not days.keys() >= set(part))


def _told_under(page: Page, points: Sequence[Point], days: Mapping[int, _Days]) -> dict[int, _Days]:
    """The time that each point is told under: that of the first word over it that has one, else the only one of its
    sentence."""
    by_word: dict[int, _Days] = {}
    by_sentence: dict[int, set[_Days]] = defaultdict(set)
    for number, time in days.items():
        by_word.setdefault(page.heads[top_of(page, points[number].at)], time)
        by_sentence[page.sentence[points[number].at.first]].add(time)
    told: dict[int, _Days] = {}
    for number, point in enumerate(points):
        top = top_of(page, point.at)
        over = next((word for word in (top, *page.above(top)) if word in by_word), None)
        only = by_sentence.get(page.sentence[point.at.first], set())
        if over is not None or len(only) == 1:
            told[number] = by_word[over] if over is not None else next(iter(only))
    return told


def _days(time: Time) -> _Days:
    first, last = (date.fromisoformat(moment[: len("2024-06-16")]) for moment in (time.start, time.end))
    return first, last


def _apart(one: _Days, other: _Days) -> bool:
    """Whether two times are months apart, one is a month and the other a day outside it, or one is a stretch of a year
    or more and the other none."""
    limits = section("events", "other_times")
    between = max((one[0] - other[1]).days, (other[0] - one[1]).days)
    lengths = sorted((last - first).days + 1 for first, last in (one, other))
    is_long, is_other_long = (length > limits["long_days"] for length in lengths)
    outside = between > 0 and lengths[0] == 1 and lengths[1] >= limits["month_days"]
    return bool(between > limits["days_between"] or outside or is_long != is_other_long)
