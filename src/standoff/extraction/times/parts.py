"""What the kinds of time expression share: the tokens that a pattern named, their units, counts and directions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from standoff.extraction.lexicon import load
from standoff.extraction.times import frame as calendar
from standoff.extraction.times.frame import Frame, Period
from standoff.extraction.times.words import Token

Named = Mapping[str, Token]
Handler = Callable[[Named, Frame], Period | None]


def way_of(named: Named, name: str = "which") -> int:
    """-1 for last, 0 for this, 1 for next."""
    return {"l": -1, "p": -1, "X": 1, "Y": 1, "E": -1, "F": 1}.get(named[name].letter, 0)


def unit_of(token: Token) -> str:
    """The unit that a token names."""
    if token.letter == "K":
        return "weekend"
    if token.letter == "P":
        return "night" if load("times")["parts"].get(token.text) == "night" else "day"
    return str(load("times")["units"].get(token.text, "day"))


def count_of(named: Named) -> int:
    """How many units the words count; one when they give no number."""
    return named["number"].number if "number" in named else 1


def vague(named: Named) -> bool:
    """ "days later", "in the coming months": several units, nobody says how many. Hours stay within the day."""
    unit = named["unit"]
    return "number" not in named and unit.text.endswith("s") and unit_of(unit) not in ("hour", "weekend")


def of_each_year(on: Callable[[int], date], named: Named, frame: Frame) -> date | None:
    """Of a date of each year the one of "last year", "two years ago"; with shorter units ("last week") the nearest."""
    if vague(named):
        return None
    count = way_of(named) if "which" in named else -count_of(named)
    there = calendar.shifted(frame.base, unit_of(named["unit"]), count)
    if unit_of(named["unit"]) in ("year", "decade"):
        return on(there.year)
    return min((on(there.year + at) for at in (-1, 0, 1)), key=lambda each: abs(each - there))


def nearest(days: Sequence[date], frame: Frame) -> date | None:
    """Which of the days of several years, in their order, is meant: the last one, the next one in the future tense, the
    nearer one when it is planned; without tense one close ahead is taken as ahead."""
    base, ahead = frame.base, load("times")["thresholds"]["days_ahead"]
    behind, before = [at for at in days if at <= base], [at for at in days if at >= base]
    if frame.tense == "planned" and behind:
        ahead = (base - behind[-1]).days
    soon = frame.tense in (None, "planned") and before and (before[0] - base).days <= ahead
    if before and (frame.tense == "future" or soon):
        return before[0]
    return behind[-1] if behind else None


def whole(at: date, unit: str) -> Period:
    """The calendar unit around a day."""
    if unit in ("week", "fortnight"):
        return calendar.week(at)
    if unit == "decade":
        return Period(date(at.year // 10 * 10, 1, 1), date(at.year // 10 * 10 + 9, 12, 31), "decade")
    return calendar.around(at, unit)


def exact(frame: Frame, period: Period) -> Period | None:
    """A period of days only where the base's day is known."""
    return period if frame.exact or period.grain not in ("day", "night", "weekend", "week") else None
