"""Time expressions that name their days: dates, weekdays, months, years, seasons, weekends.

One function a kind of ``data/times.toml``: from the tokens that its pattern named and the frame to a period, or
``None`` when the words do not tell.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from standoff.extraction.lexicon import load
from standoff.extraction.times import frame as calendar
from standoff.extraction.times.frame import Frame, Period
from standoff.extraction.times.parts import Named, exact, nearest, of_each_year, unit_of, way_of
from standoff.extraction.times.words import Token

_HALF_A_YEAR = 6  # months


def iso(named: Named, _frame: Frame) -> Period | None:
    """ "2024-06-16"."""
    return calendar.day(date.fromisoformat(named["day"].text))


def full_date(named: Named, _frame: Frame) -> Period | None:
    """ "June 16, 2024", "7 Apr 90"."""
    return calendar.day(date(_year_of(named["year"]), named["month"].number, named["day"].number))


def month_year(named: Named, _frame: Frame) -> Period | None:
    """ "March 2019"."""
    return calendar.month(named["year"].number, named["month"].number)


def relative_month(named: Named, frame: Frame) -> Period | None:
    """ "January of this year", "February last month"."""
    found = of_each_year(lambda year: date(year, named["month"].number, 1), named, frame)
    return calendar.month(found.year, found.month) if found else None


def relative_month_day(named: Named, frame: Frame) -> Period | None:
    """ "May 3 last year", "March 3 three years ago", "March 4, last week"."""
    number, on = named["month"].number, named["day"].number
    found = of_each_year(lambda year: date(year, number, on), named, frame)
    return calendar.day(found) if found else None


def month_day(named: Named, frame: Frame) -> Period | None:
    """ "June 16": the last one, the next one in the future tense, the nearer one when it is planned; without tense one
    close ahead is taken as ahead. Of a June of an earlier year last spoken of, where no other June is near."""
    year, number, on = frame.base.year, named["month"].number, named["day"].number
    there = [date(each, number, on) for each in (year - 1, year, year + 1) if _exists(each, number, on)]
    found, spoken = nearest(there, frame), frame.anchor
    far = found is not None and (frame.base - found).days > load("times")["thresholds"]["days_back"]
    if (
        far
        and spoken
        and spoken.first.month == spoken.last.month == number
        and spoken.first.year == spoken.last.year
    ):
        found = date(spoken.first.year, number, on) if _exists(spoken.first.year, number, on) else found
    return calendar.day(found) if found else None


def _exists(year: int, number: int, on: int) -> bool:
    return on <= calendar.month(year, number).last.day


def month(named: Named, frame: Frame) -> Period | None:
    """ "in March": this year's if it has begun, else last year's; in the future tense, or when planned and nearer,
    the next that is not over."""
    number, base = named["month"].number, frame.base
    nearer = (number - base.month) % 12 < _HALF_A_YEAR
    if frame.tense == "future" or (frame.tense == "planned" and nearer):
        return calendar.month(base.year + (number < base.month), number)
    return calendar.month(base.year - (number > base.month), number)


def month_which(named: Named, frame: Frame) -> Period | None:
    """ "last August": the last one that is over; "next May": the next that has not begun."""
    number, base, way = named["month"].number, frame.base, way_of(named)
    if way < 0:
        return calendar.month(base.year - (number >= base.month), number)
    return calendar.month(base.year + (way > 0 and number <= base.month), number)


def weekday(named: Named, frame: Frame) -> Period | None:
    """ "Sunday": the last one, publication's day included; the coming one in the future tense and when planned."""
    back = (frame.base.weekday() - named["day"].number) % 7
    if frame.tense in ("future", "planned") and back:
        return exact(frame, calendar.day(frame.base + timedelta(days=7 - back)))
    return exact(frame, calendar.day(frame.base - timedelta(days=back)))


def weekday_which(named: Named, frame: Frame) -> Period | None:
    """ "last Friday": in the week before (Monday to Sunday); "next Friday": in the week after."""
    if named["which"].text in ("coming", "past"):
        return weekday(named, replace(frame, tense="future" if named["which"].text == "coming" else "past"))
    return _weekday_of_week(named, frame)


def weekday_of_week(named: Named, frame: Frame) -> Period | None:
    """ "Friday of last week"; "a Friday last month" may be any."""
    return _weekday_of_week(named, frame) if unit_of(named["unit"]) == "week" else None


def _weekday_of_week(named: Named, frame: Frame) -> Period | None:
    monday = calendar.week(frame.base + timedelta(days=7 * way_of(named))).first
    return exact(frame, calendar.day(monday + timedelta(days=named["day"].number)))


def decade(named: Named, _frame: Frame) -> Period | None:
    """ "the 1990s"."""
    start = named["number"].number // 10 * 10
    return Period(date(start, 1, 1), date(start + 9, 12, 31), "decade")


def century(named: Named, _frame: Frame) -> Period | None:
    """ "the 19th century"."""
    start = (named["number"].number - 1) * 100
    return Period(date(start + 1, 1, 1), date(start + 100, 12, 31), "span")


def on_year(named: Named, _frame: Frame) -> Period | None:
    """ "2017"."""
    return calendar.year(named["year"].number)


def _year_of(token: Token) -> int:
    if token.letter == "y":
        return token.number
    return 1900 + token.number if token.number > 30 else 2000 + token.number


def season_which(named: Named, frame: Frame) -> Period | None:
    """ "last summer", "this spring"; "summer of last year"."""
    begins, base, way = _season(named), frame.base, way_of(named)
    if "unit" in named:
        return _season_of(base.year + way, begins) if unit_of(named["unit"]) == "year" else None
    this = _this_season(base, begins)
    behind, ahead = way < 0 and this.last >= base, way > 0 and this.first <= base
    return _season_of(this.first.year + way, begins) if behind or ahead else this


def season_year(named: Named, _frame: Frame) -> Period | None:
    """ "summer of 2019"."""
    return _season_of(named["year"].number, _season(named))


def season(named: Named, frame: Frame) -> Period | None:
    """ "in the summer": the last that has begun, in the future tense the next that is not over."""
    begins, base = _season(named), frame.base
    this = _this_season(base, begins)
    if frame.tense == "future":
        return this if this.last >= base else _season_of(base.year + 1, begins)
    return this if this.first <= base else _season_of(base.year - 1, begins)


def _season(named: Named) -> int:
    return named["season"].number


def _this_season(base: date, begins: int) -> Period:
    """The season that runs, a winter of the year before too, else this year's."""
    before = _season_of(base.year - 1, begins)
    return before if before.last >= base else _season_of(base.year, begins)


def _season_of(year: int, begins: int) -> Period:
    return Period(calendar.month(year, begins).first, calendar.month(year, begins + 2).last, "season")


def weekend(_named: Named, frame: Frame) -> Period | None:
    """ "the weekend"."""
    return exact(frame, weekend_of(frame.base, 0, frame.tense or "past"))


def weekend_of(base: date, way: int, tense: str | None = None) -> Period:
    """The Saturday and Sunday of this week (the week before, when it is past and has not begun), ``way`` weeks off."""
    saturday = calendar.week(base).first + timedelta(days=5)
    if tense == "past" and way == 0 and saturday > base:
        way = -1
    saturday += timedelta(days=7 * way)
    return Period(saturday, saturday + timedelta(days=1), "weekend")


def on_day(named: Named, frame: Frame) -> Period | None:
    """ "today", "yesterday", "tonight"."""
    token = named["day"]
    grain: calendar.Grain = "night" if token.text == "tonight" else "day"
    return exact(frame, calendar.day(frame.base + timedelta(days=token.number), grain))
