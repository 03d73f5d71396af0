"""Times of day within days: "about 7 p.m." is on the day that its event names; the small hours of "Friday night" are
Saturday's, and a late hour told after "this morning" was the evening before. What lies after publication is yet to be.

Invariant: only a time whose own words name no day is moved, and its clock time stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import load
from standoff.extraction.slots.undated import is_of_later_death
from standoff.extraction.times.times import is_day
from standoff.extraction.times.updates import Updates
from standoff.extraction.trace import Point
from standoff.extraction.values.valuing import Valuer
from standoff.records import Report, Time, Value
from standoff.records.explanation import Reason

_DAY = len("2024-06-16")
_ON_DAY = (Reason("on the day that its event names"),)


def dated(points: Sequence[Point], groups: Sequence[Sequence[int]], valuer: Valuer) -> list[Point]:
    """The points, times of day put on the last day that their event named before, if it named one.

    ``groups`` are the numbers of the points of one event, in text order.
    """
    found = list(points)
    for group in groups:
        days: list[Point] = []
        for number in group:
            point = points[number]
            if not isinstance(point.value, Time):
                continue
            if valuer.is_dayless(point.at, point.value):
                found[number] = _on_day(point, _meant(point, days, valuer.page), valuer) if days else point
            elif is_day(point.value):
                days.append(point)
    return found


def without_days_of_death(page: Page, points: Sequence[Point]) -> list[Point]:
    """The points, without the days on which the hurt died in a hospital or of wounds where an earlier day is told, on
    which they were hurt."""
    days = [point for point in points if isinstance(point.value, Time) and is_day(point.value)]
    late = [day for day in days if is_of_later_death(page, day.at)]
    first = min((day.value.start[:_DAY] for day in days if day not in late), default="9")  # type: ignore[union-attr]
    return [point for point in points if point not in late or point.value.start[:_DAY] <= first]  # type: ignore[union-attr]


def _meant(point: Point, days: Sequence[Point], page: Page) -> Point:
    """The day named last; for "that night" the last one that is named with its night."""
    forms = page.forms[slice(*point.at)]
    back = "that" in forms or "same" in forms
    parts = {form for form in forms if back and form in load("times")["parts"]}
    return next((day for day in reversed(days) if parts & {*page.forms[slice(*day.at)]}), days[-1])


def written_by(report: Report, updates: Updates) -> str | None:
    """The last day on which something of a report was written; ``None`` where nobody knows it to the day."""
    known = [stamp.value[:_DAY] for stamp in (report.published, report.modified) if stamp]
    known += [day.value for day in updates.days]
    return max(known) if known and all(len(day) == _DAY for day in known) else None


def lies_ahead(value: Value, written: str | None) -> bool:
    """Whether a value is a time after all that a report was written: what is to be then has not happened."""
    return written is not None and isinstance(value, Time) and value.start[:_DAY] > written


def _on_day(point: Point, day: Point, valuer: Valuer) -> Point:
    named = day.value if isinstance(day.value, Time) else None
    read = valuer.time_from(point.at, named, point.row)
    shift = _shift(read[0], day, valuer.page) if read else 0
    if shift and named:
        on = (date.fromisoformat(named.start[:10]) + timedelta(days=shift)).isoformat()
        read = valuer.time_from(point.at, Time(on, on), point.row)
    return replace(point, value=read[0], why=(*read[1], *_ON_DAY)) if read else point


def _shift(time: Time, day: Point, page: Page) -> int:
    """Days from the day named to that of a time of day: one on for the small hours of a night, one back for a late hour
    of a morning on which the report came out."""
    hours = load("times")["thresholds"]
    minutes = int(time.start[11:13]) * 60 + int(time.start[14:16]) if "T" in time.start else -1
    parts = {load("times")["parts"].get(form) for form in page.forms[slice(*day.at)]}
    if "night" in parts and 0 <= minutes < hours["small_hours"]:
        return 1
    published = page.reading.report.published
    same = published is not None and published.value[:10] == time.start[:10]
    return -1 if parts == {"am", None} and same and minutes >= hours["late_evening"] else 0
