"""Holidays: "Christmas night", "two days after Thanksgiving", "over Labor Day weekend".

The names and their rules are in ``data/times.toml``: a month and day, the so-many-th weekday of a month, or days from
Easter (Gregorian; the rule of Meeus, Jones and Butcher). Invariant: a holiday is one day; only its weekend is more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from standoff.extraction.lexicon import load
from standoff.extraction.times import frame as calendar
from standoff.extraction.times.frame import Frame, Period
from standoff.extraction.times.parts import Named, nearest, of_each_year, way_of
from standoff.extraction.times.words import holidays

_THURSDAY, _SATURDAY = 3, 5


def holiday(named: Named, frame: Frame) -> Period | None:
    """ "Christmas": the last one, the next one in the future tense, as of dates without a year."""
    around = (_on(named["day"].text, frame.base.year + at) for at in (-1, 0, 1))
    found = nearest(list(around), frame)
    return calendar.day(found) if found else None


def holiday_year(named: Named, _frame: Frame) -> Period | None:
    """ "Christmas 2015"."""
    return calendar.day(_on(named["day"].text, named["year"].number))


def holiday_of_year(named: Named, frame: Frame) -> Period | None:
    """ "Christmas last year", "Easter two years ago"."""
    found = of_each_year(partial(_on, named["day"].text), named, frame)
    return calendar.day(found) if found else None


def holiday_which(named: Named, frame: Frame) -> Period | None:
    """ "last Christmas" and "this Easter", "next Thanksgiving"."""
    way = way_of(named)
    tense: calendar.Tense = "future" if way > 0 else "past" if way < 0 else frame.tense
    return holiday(named, replace(frame, tense=tense))


def holiday_weekend(named: Named, frame: Frame) -> Period | None:
    """ "Labor Day weekend": Saturday to Monday; "Thanksgiving weekend": Thursday to Sunday; else the one before. Of the
    year that is told: "Labor Day weekend 2019"."""
    read = holiday_year if "year" in named else holiday_of_year if "unit" in named else holiday
    found = read(named, frame)
    if found is None:
        return None
    on, weekday = found.first, found.first.weekday()
    if weekday >= _THURSDAY:
        first = min(on, on + timedelta(days=_SATURDAY - weekday))
        return Period(first, on + timedelta(days=6 - weekday), "weekend")
    return Period(
        on - timedelta(days=weekday + 2), on if weekday == 0 else on - timedelta(days=weekday + 1), "weekend"
    )


def _on(key: str, year: int) -> date:
    """The day of a holiday in a year."""
    rule: Mapping[str, int] = load("times")["holidays"][holidays()[key]]
    if "easter" in rule:
        return _easter(year) + timedelta(days=rule["easter"])
    if "day" in rule:
        return date(year, rule["month"], rule["day"])
    return calendar.nth_weekday(calendar.month(year, rule["month"]), rule["weekday"], rule["nth"])


def _easter(year: int) -> date:
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, on = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, on + 1)
