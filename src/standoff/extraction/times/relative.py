"""Time expressions that name a day or a part of one beside the time last spoken of: "that Sunday", "the following
Monday", "the night before", "the night before last", "a week ago Monday".

One function a kind of ``data/times.toml``: from the tokens that its pattern named and the frame to a period, or
``None`` when the words do not tell.
"""

from __future__ import annotations

from datetime import timedelta

from standoff.extraction.times import frame as calendar
from standoff.extraction.times.frame import Frame, Period
from standoff.extraction.times.named import weekday, weekend_of
from standoff.extraction.times.parts import Named, count_of, exact, unit_of, way_of, whole

_NIGHT = 1  # days between the first and the last of a night
_HALF_A_WEEK = 3  # days


def weekday_that(named: Named, frame: Frame) -> Period | None:
    """ "that Sunday": the one nearest to the time last spoken of; what is told lies behind publication."""
    reference = _close(frame)
    if reference is None:
        return None if frame.anchor else weekday(named, frame)
    ahead = (named["day"].number - reference.first.weekday()) % 7
    found = reference.first + timedelta(days=ahead - 7 if ahead > _HALF_A_WEEK else ahead)
    told = frame.tense not in ("future", "planned") and reference.first < frame.base <= found
    return calendar.day(found - timedelta(days=7) if told else found)


def weekday_from(named: Named, frame: Frame) -> Period | None:
    """ "the following Monday", "the Friday before": the next one from the time last spoken of."""
    reference, way = _close(frame), way_of(named, "way")
    if reference is None:
        return None if frame.anchor else weekday(named, frame)
    return calendar.day(
        calendar.weekday_beside(reference.last if way > 0 else reference.first, named["day"].number, way)
    )


def part_from(named: Named, frame: Frame) -> Period | None:
    """ "the previous night", "the evening before", "the next morning": of the day before or after the one spoken of."""
    reference = _close(frame) or (None if frame.anchor else frame.reference())
    if reference is None or (way_of(named, "way") > 0 and frame.floats()):
        return None
    grain: calendar.Grain = "night" if unit_of(named["unit"]) == "night" else "day"
    return exact(frame, calendar.day(reference.first + timedelta(days=way_of(named, "way")), grain))


def before_last(named: Named, frame: Frame) -> Period | None:
    """ "the night before last", "the week before last", "the weekend before last", "the Monday before last"."""
    unit = unit_of(named["unit"])
    if named["unit"].letter == "W":
        last = calendar.weekday_beside(frame.base, named["unit"].number, -1)
        return exact(frame, calendar.day(last - timedelta(days=7)))
    if unit == "weekend":
        return exact(frame, weekend_of(frame.base, -2, "past"))
    if unit in ("day", "night"):
        return exact(
            frame, calendar.day(frame.base - timedelta(days=2), "night" if unit == "night" else "day")
        )
    return None if unit == "hour" else whole(calendar.shifted(frame.base, unit, -2), unit)


def ago_on(named: Named, frame: Frame) -> Period | None:
    """ "a year ago today", "a week ago Monday", "two years ago this month"."""
    count, unit = -count_of(named), unit_of(named["unit"])
    if "today" in named:
        return exact(frame, calendar.day(calendar.shifted(frame.base, unit, count)))
    if "inside" in named:
        return whole(calendar.shifted(frame.base, unit, count), unit_of(named["inside"]))
    last = weekday(named, frame.back(frame.base))
    if last is None or unit not in ("week", "fortnight"):
        return None
    return exact(frame, calendar.day(calendar.shifted(last.first, unit, count)))


def _close(frame: Frame) -> Period | None:
    """The time last spoken of, where it is a day or a night."""
    anchor = frame.anchor
    return anchor if anchor and (anchor.last - anchor.first).days <= _NIGHT else None
