"""One period of days among the tokens of a time expression: the first rule that holds, cut, counted on or in part.

`periods` reads what names the days; here stand the words around it: "late May", "the eve of", "three days after",
"the first week of", "the week of". Invariant: where those words leave it open which day is meant, nothing is given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from standoff.extraction.lexicon import load
from standoff.extraction.times import frame as calendar
from standoff.extraction.times.frame import Frame, Period
from standoff.extraction.times.named import weekend_of
from standoff.extraction.times.parts import whole
from standoff.extraction.times.periods import find_period
from standoff.extraction.times.words import Token, letters
from standoff.records.explanation import Reason

_AFTER = re.compile(r"(?:(?P<half>b)o?n?)?(?P<number>[ndx])?o?(?P<unit>[UPWK])(?P<way>[EF])")
_EVE = re.compile(r"(?P<unit>v)o")
_PART_OF = re.compile(r"(?P<which>[rl])(?P<count>[ndx])?(?P<unit>[UbWK])(?P<joint>[ow])H?")
_WEEK_OF = re.compile(r"(?P<unit>[UK])oH?(?=[MVdrI])")
_SOME_OTHER = re.compile(
    r"[ndx]P|i?[EF]i?H?L|[iw]*[nq]WP?(?:[ow].*)?"
)  # "one night", "just before Christmas", "every Friday", "a Friday in May"
_LONG = ("month", "season", "year")
_OPEN = re.compile(r">i?[ndx]o?U|[rl][ndx]?[UbWK]oHU$")  # "more than a week ago", "the last day of the year"
_SATURDAY, _SUNDAY = 5, 6
_CUT = re.compile(r"(?P<how>m)[owH-]*$")


def single(tokens: Sequence[Token], frame: Frame) -> Period | None:
    """One period: a day counted from a named one, or the first rule that holds, cut by "early", "mid", "late"."""
    line = letters(tokens)
    counted = _AFTER.search(line)
    start = find_period(tokens[counted.end() :], frame) if counted else None
    if counted and start and start[0].grain in ("day", _unit(tokens[counted.start("unit")])):
        return _counted(tokens, counted, start[0])
    if _SOME_OTHER.fullmatch(line) or _OPEN.search(line):
        return None
    for pattern, part in ((_EVE, _eve), (_PART_OF, _part_of), (_WEEK_OF, _week_of)):
        found = pattern.search(line)
        of = find_period(tokens[found.end() :], frame) if found else None
        if found and of and (period := part(tokens, found, of[0])):
            return period
    read = find_period(tokens, frame)
    if read is None:
        return None
    period, first, _ = read
    cut = _CUT.search(line[:first]) or re.match(r"(?P<how>m)", line[first:])
    how = (
        tokens[cut.start("how") + (first if cut.re is not _CUT else 0)].text
        if cut
        else _prefix(tokens, first)
    )
    return _stretch(period, how) if how else period


def _eve(_tokens: Sequence[Token], _found: re.Match[str], of: Period) -> Period | None:
    """ "the eve of Christmas": the day before."""
    return (
        replace(of, first=of.first - timedelta(days=1), last=of.first - timedelta(days=1))
        if of.grain == "day"
        else None
    )


def _week_of(tokens: Sequence[Token], found: re.Match[str], of: Period) -> Period | None:
    """ "the week of March 3": Monday to Sunday around it; "the weekend of March 3": that week's."""
    unit = _unit(tokens[found.start("unit")])
    if of.grain != "day" or unit not in ("week", "weekend"):
        return None
    return replace(calendar.week(of.first) if unit == "week" else weekend_of(of.first, 0), why=of.why)


def _part_of(tokens: Sequence[Token], found: re.Match[str], of: Period) -> Period | None:
    """ "the first week of March", "the last day of 2024", "the second half of 2024", "the last three months of last
    year", "the last Friday in May"."""
    token, number = tokens[found.start("unit")], tokens[found.start("which")].number or -1
    count = tokens[found.start("count")].number if found["count"] else 1
    if found["count"] and number > 1:
        return None
    if token.letter in "WK":
        return _nth(token, number, count, of) if of.grain in _LONG else None
    word = _unit(token)
    if found["joint"] == "w" and word in _LONG:
        return None  # "last month in 2024" is no December
    if of.grain == "year" and (months := {"month": count, "half": 6, "quarter": 3 * count}.get(word)):
        first = (number - 1) * months + 1 if number > 0 else 13 - months
        if first < 1 or first + months > 13:
            return None
        begun = calendar.month(of.first.year, first)
        return Period(begun.first, calendar.month(of.first.year, first + months - 1).last, "span", of.why)
    if of.grain not in _LONG or (found["count"] is None and token.text.endswith("s")):
        return None  # nobody says how many "the last days of 2024" are
    length = (of.last - of.first).days + 1
    if word == "half":
        middle = length // 2
        first, end = (0, middle) if number == 1 else (middle, length)
    else:
        days = {"day": count, "week": 7 * count}.get(word, 0)
        first = (number - 1) * days if number > 0 else length - days
        end = min(first + days, length)
    if not 0 <= first < end:
        return None
    opening, closing = (of.first + timedelta(days=at) for at in (first, end - 1))
    return Period(opening, closing, "day" if opening == closing else "span", of.why)


def _nth(token: Token, number: int, count: int, of: Period) -> Period:
    """The so-many-th weekday or weekend of a longer period, or so many from there on; of -1 the last."""
    weekday, others = (_SATURDAY if token.letter == "K" else token.number), count - 1
    edges = (number, number + (others if number > 0 else -others))
    first, last = sorted(calendar.nth_weekday(of, weekday, each) for each in edges)
    if token.letter == "K":
        return Period(first, last + timedelta(days=1), "weekend", of.why)
    return Period(first, last, "span" if others else "day", of.why)


def _unit(token: Token) -> str:
    """The unit that a token names, a day where it is a part of one; "weekend", and a word that is no unit ("half")."""
    if token.letter == "K":
        return "weekend"
    return "day" if token.letter in "PW" else str(load("times")["units"].get(token.text, token.text))


def _counted(tokens: Sequence[Token], counted: re.Match[str], start: Period) -> Period | None:
    """ "three days after April 15", "the day before Easter", "the Sunday after Easter", "two weekends before
    Christmas", "the year after 2019", "hours before dawn on Monday"; not "days after Easter", "half a year after"."""
    token, way = tokens[counted.start("unit")], 1 if counted["way"] == "F" else -1
    unit = _unit(token)
    several = counted["number"] is None and token.letter in "UK" and token.text.endswith("s")
    if unit != "hour" and (several or counted["half"]):
        return None
    number = tokens[counted.start("number")].number if counted["number"] else 1
    if token.letter in "WK":
        edge = token.number if token.letter == "W" else _SATURDAY if way > 0 else _SUNDAY
        on = calendar.weekday_beside(start.first, edge, way) + timedelta(days=7 * way * (number - 1))
        found = weekend_of(on, 0) if token.letter == "K" else calendar.day(on)
    else:
        there = calendar.shifted(start.first, unit, way * number)
        found = calendar.around(there, unit) if start.grain == "day" else whole(there, unit)
    entry = {"W": "weekdays", "K": "classes.K"}.get(token.letter, f"units.{unit}")
    why = Reason("counted from a time that is named", f"times.toml: {entry}")
    return replace(found, why=(why, *start.why))


def _prefix(tokens: Sequence[Token], first: int) -> str | None:
    """The modifier that a word itself begins with: "mid-March"."""
    how, hyphen, _ = tokens[first].text.partition("-")
    return how if hyphen and how in load("times")["modifiers"] else None


def _stretch(period: Period, how: str) -> Period:
    """The part of a month or year that a modifier leaves; other periods stay whole."""
    bounds = load("times")["stretches"].get(period.grain, {}).get(load("times")["modifiers"].get(how))
    if bounds is None:
        return period
    length = period.last.day if period.grain == "month" else 12
    low, high = (bound if bound > 0 else length + bound for bound in bounds)
    why = (*period.why, Reason(how, f"times.toml: stretches.{period.grain}"))
    if period.grain == "month":
        return Period(period.first.replace(day=low), period.first.replace(day=high), "span", why)
    year = period.first.year
    return Period(calendar.month(year, low).first, calendar.month(year, high).last, "span", why)
