"""Times of day within days: "about 7 p.m." is on the day that its event names.

Invariant: only a time whose own words name no day is moved, and its clock time stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standoff.extraction.trace import Point
from standoff.extraction.values.valuing import Valuer
from standoff.records import Time
from standoff.records.explanation import Reason

_ON_DAY = (Reason("on the day that its event names"),)


def dated(points: Sequence[Point], groups: Sequence[Sequence[int]], valuer: Valuer) -> list[Point]:
    """The points, times of day put on the last day that their event named before, if it named one.

    ``groups`` are the numbers of the points of one event, in text order.
    """
    found = list(points)
    for group in groups:
        day: Time | None = None
        for number in group:
            point = points[number]
            if not isinstance(point.value, Time):
                continue
            if valuer.is_dayless(point.at, point.value):
                found[number] = _on_day(point, day, valuer) if day else point
            elif point.value.start[:10] == point.value.end[:10]:
                day = point.value
    return found


def _on_day(point: Point, day: Time, valuer: Valuer) -> Point:
    read = valuer.time_from(point.at, day, point.row)
    return replace(point, value=read[0], why=(*read[1], *_ON_DAY)) if read else point
