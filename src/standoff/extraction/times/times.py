"""Time expressions as intervals: "Sunday", "since last August", "at 8 p.m. Friday", against publication.

CLAIMS.md section 3 and the decisions on gold times say what each means. Rules and words are in ``data/times.toml``;
`words` gives each word a letter, `periods` reads days, `clocks` reads clock times; here they are joined.
Invariant: a result's start is never after its end; nothing is guessed for vague words ("recently", "earlier").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from standoff.extraction.lexicon import load
from standoff.extraction.times import frame as calendar
from standoff.extraction.times.clocks import Clock, local, take_clocks
from standoff.extraction.times.frame import Frame, Period, Tense
from standoff.extraction.times.periods import find_period
from standoff.extraction.times.words import Token, tokenise
from standoff.records import Stamp, Time
from standoff.records.explanation import Reason

__all__ = ["TimeContext", "is_counted", "is_dayless", "read_time", "reasoned_time"]

_JOIN = re.compile(r"[t-]")
_PAIR = re.compile(r"&")
_LONE_DAY = re.compile(r"[iH]*(?P<day>[dr])H?")
_AFTER = re.compile(r"(?P<number>[ndx])?o?(?P<unit>[UP])(?P<way>[EF])")
_SOME_OTHER = re.compile(r"[ndx]P|i?[EF]i?H?L")  # "one night", "just before Christmas": no day that is known
_CUT = re.compile(r"(?P<how>m)[oH-]*$")
_HOURS_OFF = re.compile(r"[i<H]*[ndx]?o?U[EF].*")  # "20 minutes before the shots"
_COUNTED_ON = re.compile(r"U[EFp]|[XYp]U")
_LATE_NIGHT = 6 * 60
_SOME_DAY = date(2004, 1, 1)  # whichever it is: asked is only whether a phrase names a day


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What a time expression is read against.

    ``published`` is the report's stamp; ``tense`` the clause's ("past", "future" or ``None``); ``anchor`` the time
    last spoken of, for "two days earlier" and for clock times without a day; ``zone`` the place's IANA zone name,
    for times in GMT.
    """

    published: Stamp | None = None
    tense: Tense = None
    anchor: Time | None = None
    zone: str | None = None


def read_time(phrase: str, context: TimeContext) -> Time | None:
    """The interval that a phrase names, as precise as it is: days, or local minutes when it gives a clock time.

    ``None`` when it names none, or none that the context settles.
    """
    found = reasoned_time(phrase, context)
    return found[0] if found else None


def reasoned_time(phrase: str, context: TimeContext) -> tuple[Time, tuple[Reason, ...]] | None:
    """As `read_time`, with the rules that decided."""
    tokens = tokenise(phrase)
    clocks, rest = take_clocks(tokens)
    frame = _frame(context)
    try:
        period = _read(rest, frame) if frame else _read_alone(rest)
        if clocks and (frame or period):
            time = _timed(clocks, period, rest, frame, context.zone)
            return (time, (Reason("a clock time"), *_told_by(period, frame))) if time else None
    except (ValueError, OverflowError):
        return None
    if period is None:
        return None
    return Time(period.first.isoformat(), period.last.isoformat()), _told_by(period, frame)


def is_dayless(phrase: str) -> bool:
    """Whether a phrase gives a time of day and no day: "about 7 p.m.", "20 minutes earlier"."""
    clocks, rest = take_clocks(tokenise(phrase))
    if _HOURS_OFF.fullmatch("".join(token.letter for token in rest)) and _counts_hours(rest):
        return True
    return bool(clocks) and find_period(rest, Frame(_SOME_DAY)) is None


def is_counted(phrase: str) -> bool:
    """Whether a phrase counts from a time that other words name: "two days earlier", "the next day"."""
    return _COUNTED_ON.search("".join(token.letter for token in tokenise(phrase))) is not None


def _counts_hours(tokens: Sequence[Token]) -> bool:
    """Whether the unit of tokens is an hour or less."""
    units = load("times")["units"]
    return all(units.get(token.text) == "hour" for token in tokens if token.letter == "U")


def _told_by(period: Period | None, frame: Frame | None) -> tuple[Reason, ...]:
    """The rules of a period, and the day that it was read from."""
    told = period.why if period else ()
    if frame is None:
        return told
    return (*told, Reason(f"read from {frame.base}, the day of publication or of the time last spoken of"))


@lru_cache(maxsize=256)
def _base(published: Stamp) -> tuple[date, bool] | None:
    """Publication's day and whether it is known to the day; a month or year is taken at its end."""
    try:
        if len(published.value) >= 10:
            return date.fromisoformat(published.value[:10]), published.precision not in ("year", "month")
        year, _, month = published.value.partition("-")
        return calendar.month(int(year), int(month or 12)).last, False
    except ValueError:
        return None


def _frame(context: TimeContext) -> Frame | None:
    """The frame of a context; without publication the time last spoken of serves, without that there is none."""
    anchor = _period(context.anchor) if context.anchor else None
    told = _base(context.published) if context.published else None
    if told:
        return Frame(told[0], context.tense, anchor, told[1])
    return Frame(anchor.last, context.tense, anchor) if anchor else None


def _period(time: Time) -> Period | None:
    """The days of a time; ``None`` when it is no ISO date."""
    try:
        first, last = date.fromisoformat(time.start[:10]), date.fromisoformat(time.end[:10])
        return Period(first, max(first, last), "day" if first == last else "span")
    except ValueError:
        return None


def _read_alone(tokens: Sequence[Token]) -> Period | None:
    """The period of a phrase that needs no frame, because it gives a year itself."""
    if not any(token.letter in "yxID" or token.letter == "d" for token in tokens):
        return None
    early, late = (_read(tokens, Frame(date(year, 6, 30))) for year in (1904, 2096))
    return early if early == late else None


def _read(tokens: Sequence[Token], frame: Frame) -> Period | None:
    """The period of tokens without clock times: a stretch since or between, or a single one."""
    line = "".join(token.letter for token in tokens)
    since = line.find("s")
    if since >= 0:
        begun = _read(tokens[since + 1 :], Frame(frame.base, "past", frame.anchor, frame.exact))
        why = (Reason("since then"), *begun.why) if begun else ()
        return Period(begun.first, max(begun.first, frame.base), "span", why) if begun else None
    return _between(tokens, line, frame) or _single(tokens, line, frame)


def _between(tokens: Sequence[Token], line: str, frame: Frame) -> Period | None:
    """The stretch of "from Monday to Wednesday", "between 2001 and 2005", "late January and early February"."""
    paired = any(letter in line for letter in "Btm")
    for joint in (*_JOIN.finditer(line, 1), *(_PAIR.finditer(line, 1) if paired else ())):
        left, right = tokens[: joint.start()], tokens[joint.end() :]
        ends = _ends(left, right, frame)
        if ends and ends[0].first <= ends[1].last:
            why = (Reason("from the one to the other"), *ends[0].why, *ends[1].why)
            return Period(ends[0].first, ends[1].last, "span", why)
    return None


def _ends(left: Sequence[Token], right: Sequence[Token], frame: Frame) -> tuple[Period, Period] | None:
    """Both ends of a stretch; the first is counted back from the second, and a bare day is in the other's month."""
    lines = ["".join(token.letter for token in side if token.letter not in "Bfwt") for side in (left, right)]
    if lone := _LONE_DAY.fullmatch(lines[1]):
        begun = _single(left, "".join(token.letter for token in left), frame)
        on = [token for token in right if token.letter not in "Bfwt"][lone.start("day")].number
        return (begun, calendar.day(begun.last.replace(day=on))) if begun and begun.grain == "day" else None
    ended = _single(right, "".join(token.letter for token in right), frame)
    if ended is None:
        return None
    if lone := _LONE_DAY.fullmatch(lines[0]):
        on = [token for token in left if token.letter not in "Bfwt"][lone.start("day")].number
        return (calendar.day(ended.first.replace(day=on)), ended) if ended.grain == "day" else None
    begun = _single(left, "".join(token.letter for token in left), frame.back(ended.last))
    return (begun, ended) if begun else None


def _single(tokens: Sequence[Token], line: str, frame: Frame) -> Period | None:
    """One period: a day counted from a named one, or the first rule that holds, cut by "early", "mid", "late"."""
    counted = _AFTER.search(line)
    start = find_period(tokens[counted.end() :], frame) if counted else None
    if counted and start and start[0].grain == "day":
        return _counted(tokens, counted, start[0])
    if _SOME_OTHER.fullmatch(line):
        return None
    found = find_period(tokens, frame)
    if found is None:
        return None
    period, first, _ = found
    cut = _CUT.search(line[:first]) or re.match(r"(?P<how>m)", line[first:])
    how = (
        tokens[cut.start("how") + (first if cut.re is not _CUT else 0)].text
        if cut
        else _prefix(tokens, first)
    )
    return _stretch(period, how) if how else period


def _counted(tokens: Sequence[Token], counted: re.Match[str], start: Period) -> Period | None:
    """ "three days after April 15", "the day before Easter", "hours before dawn on Monday"; not "days after Easter"."""
    word = tokens[counted.start("unit")].text
    unit = str(load("times")["units"].get(word, "day"))
    if counted["number"] is None and unit != "hour" and word.endswith("s"):
        return None
    number = tokens[counted.start("number")].number if counted["number"] else 1
    count = number * (1 if counted["way"] == "F" else -1)
    found = calendar.around(calendar.shifted(start.first, unit, count), unit)
    return replace(
        found, why=(Reason("counted from a day that is named", f"times.toml: units.{unit}"), *start.why)
    )


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


def _timed(
    clocks: Sequence[Clock],
    period: Period | None,
    rest: Sequence[Token],
    frame: Frame | None,
    zone: str | None,
) -> Time | None:
    """Clock times on their day: the phrase's, else the one last spoken of, else publication's."""
    days = period or (_evening_before(clocks[0], frame) if frame else None)
    if days is None or (days.last - days.first) > timedelta(days=1):
        days = period or (Period(frame.base, frame.base) if frame else None)
    if days is None or (days.last - days.first) > timedelta(days=1):
        return Time(days.first.isoformat(), days.last.isoformat()) if days else None
    night = days.grain == "night" or any(token.text == "night" for token in rest)
    stamps = [local(clock, _day_of(clock, days, night and period is not None), zone) for clock in clocks[:2]]
    first, last = stamps[0], stamps[-1]
    if first is None or last is None:
        return Time(days.first.isoformat(), days.last.isoformat())
    if (len(clocks) > 1 and not _joined(clocks, rest)) or last < first:
        last = first
    opened = any(token.text in ("beginning", "starting") for token in rest)
    return Time(first, days.last.isoformat() if opened and len(clocks) == 1 else last)


def _evening_before(clock: Clock, frame: Frame) -> Period:
    """The day last spoken of, else publication's; the one before for its last hours, which a report of that day seldom
    tells of."""
    if frame.anchor or clock.minutes < load("times")["thresholds"]["late_evening"] or frame.tense:
        return frame.reference()
    return calendar.day(frame.base - timedelta(days=1))


def _joined(clocks: Sequence[Clock], rest: Sequence[Token]) -> bool:
    """Whether two clock times are the ends of one stretch."""
    between = rest[clocks[0].last : clocks[1].first]
    return bool(between) and all(token.letter in "t-&fi" for token in between)


def _day_of(clock: Clock, days: Period, night: bool) -> date:
    """The day of a clock time in a night: small hours after the first day's evening are the next day's."""
    if days.first != days.last:
        return days.last if clock.minutes < _LATE_NIGHT * 2 else days.first
    return days.first + timedelta(days=1) if night and clock.minutes == 0 else days.first
