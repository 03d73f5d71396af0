"""Time expressions that count from publication or from the time last spoken of: "two days earlier", "last week".

One function a kind of ``data/times.toml``: from the tokens that its pattern named and the frame to a period, or
``None`` when the words do not tell.
"""

from __future__ import annotations

from datetime import date, timedelta

from standoff.extraction.times import frame as calendar
from standoff.extraction.times.frame import Frame, Period
from standoff.extraction.times.named import weekend_of
from standoff.extraction.times.parts import Named, count_of, exact, unit_of, vague, way_of, whole

_NIGHT = 1  # days between the first and the last of a night


def ago(named: Named, frame: Frame) -> Period | None:
    """ "three weeks ago" (a day), "two years ago" (a year), "minutes ago" (publication's day)."""
    if named["unit"].letter == "K":
        return weekend_of(frame.base, -count_of(named))
    unit = unit_of(named["unit"])
    if vague(named):
        return None
    if "half" in named and unit != "hour":
        return _half_ago(named, frame)
    if unit == "night":
        return exact(frame, calendar.day(calendar.shifted(frame.base, "day", -count_of(named)), "night"))
    there = calendar.shifted(frame.base, unit, -count_of(named))
    exactly = "lead" in named and named["lead"].text == "exactly"
    return exact(frame, calendar.day(there) if exactly else calendar.around(there, unit))


def _half_ago(named: Named, frame: Frame) -> Period | None:
    """ "half a year ago" (a month), "half a decade ago" (a year); not "half a week ago", "a quarter of a year ago"."""
    months = {"year": 6, "decade": 60}.get(unit_of(named["unit"]), 0) * count_of(named)
    if not months or named["half"].text != "half":
        return None
    return calendar.around(calendar.months_from(frame.base, -months), "month" if months % 12 else "year")


def from_today(named: Named, frame: Frame) -> Period | None:
    """ "two weeks from today", "a month from tomorrow"."""
    unit, begun = unit_of(named["unit"]), frame.base + timedelta(days=named["day"].number)
    return exact(frame, calendar.around(calendar.shifted(begun, unit, count_of(named)), unit))


def offset(named: Named, frame: Frame) -> Period | None:
    """ "two days earlier", "a year later": from the time last spoken of.

    What is told lies behind publication: "the attack came four days after the arrest" counts back to the arrest.
    """
    unit, way, reference = unit_of(named["unit"]), way_of(named, "way"), frame.reference()
    if vague(named) or ("half" in named and unit != "hour"):
        return None
    if (reference.last - reference.first).days > _NIGHT:
        return _shifted(reference, frame, unit, way * count_of(named))
    start = reference.first if way < 0 else reference.last
    there = calendar.shifted(start, unit, way * count_of(named))
    if named["way"].text == "after" and there > frame.base and frame.tense not in ("future", "planned"):
        there = calendar.shifted(reference.first, unit, -count_of(named))
    return calendar.around(there, unit)


def _shifted(stretch: Period, frame: Frame, unit: str, count: int) -> Period:
    """All of a longer time, so many units on: "in April ... two weeks later"; what was lies behind publication."""
    first, last = (calendar.shifted(day, unit, count) for day in (stretch.first, stretch.last))
    ahead = frame.tense in ("future", "planned") or first > frame.base
    return Period(first, last if ahead else min(last, frame.base), "span")


def up_to_later(named: Named, frame: Frame) -> Period | None:
    """ "less than two weeks later": from the time last spoken of until then."""
    start = frame.reference().last
    return Period(start, calendar.shifted(start, unit_of(named["unit"]), count_of(named)), "span")


def next_day(named: Named, frame: Frame) -> Period | None:
    """ "the next day", "the previous year", of what has been "the next month" from the time last spoken of; "next
    week", "next month" from publication."""
    unit, way = unit_of(named["unit"]), way_of(named, "way")
    if vague(named):
        return None
    been = "the" in named and frame.anchor is not None and frame.tense not in ("future", "planned")
    told = named["way"].letter == "X" and unit not in ("day", "hour") and not been
    if not told and way > 0 and frame.floats():
        return None
    start = (
        frame.base if told or (named["way"].letter == "X" and not frame.anchor) else frame.reference().first
    )
    return whole(calendar.shifted(start, unit, way), unit)


def lasting(named: Named, frame: Frame) -> Period | None:
    """ "the last three days" (today is one of them), "the past six weeks" (counted back from today), "the last two
    weekends", "the next 24 hours"; minutes are within the day."""
    unit, count, way = unit_of(named["unit"]), count_of(named), way_of(named, "way") or -1
    base = frame.base
    if unit == "weekend":
        return exact(frame, _weekends(base, count, way))
    if unit == "hour":
        minutes = named["unit"].text.startswith("minute")
        there = base if minutes else base + timedelta(days=way * max(1, round(count / 24)))
        return exact(frame, Period(min(there, base), max(there, base), "day" if minutes else "span"))
    if unit == "day":
        count -= 1
    there = calendar.shifted(base, unit, way * count)
    return exact(frame, Period(min(there, base), max(there, base), "span"))


def _weekends(base: date, count: int, way: int) -> Period:
    """So many weekends one after the other: the last that have begun, or the next."""
    near = weekend_of(base, 0, "past" if way < 0 else "future")
    far = weekend_of(near.first, way * (count - 1))
    return Period(min(near.first, far.first), max(near.last, far.last), "weekend")


def inside(named: Named, frame: Frame) -> Period | None:
    """ "in 24 hours"."""
    return lasting(named, frame) if unit_of(named["unit"]) in ("hour", "day") else None


def so_far(named: Named, frame: Frame) -> Period | None:
    """ "so far this year", "so far in 2014": its beginning to publication."""
    if named["which"].letter == "y":
        stretch = calendar.year(named["which"].number)
    else:
        stretch = (
            whole(frame.base, unit_of(named["unit"])) if "unit" in named else calendar.year(frame.base.year)
        )
    return Period(stretch.first, max(stretch.first, min(stretch.last, frame.base)), "span")


def part_of_this(named: Named, frame: Frame) -> Period | None:
    """ "earlier this month": its beginning to publication; "later this week": publication to its end."""
    unit = unit_of(named["unit"])
    if unit in ("day", "hour", "night"):
        return calendar.day(frame.base if named["unit"].letter == "P" else frame.reference().first)
    stretch = whole(frame.base, unit)
    if way_of(named, "way") < 0:
        return Period(stretch.first, frame.base, "span")
    return Period(frame.base, stretch.last, "span")


def unit_which(named: Named, frame: Frame) -> Period | None:
    """ "last week", "this year", "last night", "last evening", "this morning", "this weekend"."""
    unit, way = unit_of(named["unit"]), way_of(named)
    if named["unit"].letter == "P":
        at = frame.base + timedelta(days=way)
        return exact(frame, calendar.day(at, "night" if unit == "night" else "day"))
    if unit == "weekend":
        return weekend_of(frame.base, way, frame.tense or "past")
    if vague(named):
        return None
    if way < 0 and ("lead" in named or named["which"].text == "past"):
        return Period(calendar.shifted(frame.base, unit, way), frame.base, "span")
    return whole(calendar.shifted(frame.base, unit, way), unit)


def this_unit(named: Named, frame: Frame) -> Period | None:
    """ "the beginning of the year": this year, which a modifier then cuts."""
    unit = unit_of(named["unit"])
    return whole(frame.base, unit) if unit in ("week", "month", "year", "decade") else same_time(named, frame)


def overnight(_named: Named, frame: Frame) -> Period | None:
    """ "overnight": the night after the day last spoken of, at the latest the one before publication."""
    eve = frame.base - timedelta(days=1)
    start = min(frame.anchor.first, eve) if frame.anchor else eve
    return Period(start, start + timedelta(days=1), "night")


def day_of_month(named: Named, frame: Frame) -> Period | None:
    """ "the 5th": of the month last spoken of, else the last 5th."""
    on, start = named["day"].number, (frame.anchor.first if frame.anchor else frame.base)
    if not frame.anchor and on > start.day:
        start = calendar.months_from(start.replace(day=1), -1)
    return calendar.day(start.replace(day=on))


def same_day(named: Named, frame: Frame) -> Period | None:
    """ "the same day", "that night", "that week", "that weekend"; no closer than what was last spoken of."""
    unit, reference = unit_of(named["unit"]), frame.reference()
    if unit in ("day", "night", "hour", "weekend") and (reference.last - reference.first).days > _NIGHT:
        return reference
    if unit in ("week", "month", "year", "decade"):
        return whole(reference.first, unit)
    if unit == "weekend":
        found = weekend_of(reference.first, 0)
        told = frame.tense not in ("future", "planned") and found.first > frame.base
        return weekend_of(frame.base, 0, "past") if told else found
    return calendar.day(reference.first, "night" if unit == "night" else "day")


def same_time(_named: Named, frame: Frame) -> Period | None:
    """A part of the day, or the day, with nothing to say which: the one last spoken of."""
    reference = frame.reference()
    return reference if (reference.last - reference.first).days > _NIGHT else calendar.day(reference.first)


def in_the_day(named: Named, frame: Frame) -> Period | None:
    """ "earlier in the day"; "the year" alone tells nothing."""
    return same_time(named, frame) if unit_of(named["unit"]) in ("day", "hour") else None


def then(_named: Named, frame: Frame) -> Period | None:
    """ "since then"."""
    return frame.anchor


def anniversary(named: Named, frame: Frame) -> Period | None:
    """ "the 14th anniversary": that many years before publication's day, to the day."""
    return calendar.day(calendar.months_from(frame.base, -12 * named["number"].number))
