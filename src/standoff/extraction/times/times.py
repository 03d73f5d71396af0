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
from standoff.extraction.times.clocks import take_clocks
from standoff.extraction.times.frame import Frame, Period, Tense
from standoff.extraction.times.moments import timed
from standoff.extraction.times.periods import find_period
from standoff.extraction.times.single import single
from standoff.extraction.times.words import Token, letters, tokenise
from standoff.records import Stamp, Time
from standoff.records.explanation import Reason

__all__ = [
    "TimeContext",
    "is_counted",
    "is_day",
    "is_dayless",
    "is_moments_off",
    "read_time",
    "reasoned_time",
]

_JOIN = re.compile(r"[t-]")
_PAIR = re.compile(r"&")
_PAIRED = re.compile(
    r"[lX]?[WR]P?&i?m?[WR]|[MV][dr](?:,[MV]?[dr])*,?&[MV]?[dr]|[dr](?:,[dr])*,?&[dr]o?[MV]|[MV]&[MV]|y&y|[ndx]&[ndx]o?U"
)  # "Monday and Tuesday", "March 3, 4 and 5", "3 and 4 March", "March and April", "1979 and 1980", "two or three days"
_LONE_DAY = re.compile(r"[iH]*(?:Po?)?H?(?P<day>[dr])H?(?:,[dr])*,?(?P<year>y)?")
_DATE = re.compile(r"[iHW,]*(?:[MV][dr]|[dr]o?[MV]),?")
_LONE_NUMBER, _NUMBERED = re.compile(r"[i<>]*[ndx]"), re.compile(r"[ndx]o?U")
_WHICH_DAY = re.compile(r"[lX]W")
_HOURS_OFF = re.compile(r"[i<H]*[ndx]?[gb]?n?o?U(?:&nb)?[EF].*")  # "20 minutes before the shots"
_COUNTED_ON = re.compile(r"U[EFp]|[XYp]U")
_DAY = len("2024-06-16")
_SOME_DAY, _SOME_DAYS = date(2004, 1, 1), (date(2003, 3, 4), date(2003, 5, 8))  # whichever they are


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What a time expression is read against.

    ``published`` is the report's stamp; ``tense`` the clause's ("past", "future", "planned" or ``None``); ``anchor``
    the time last spoken of, for "two days earlier" and for clock times without a day; ``zone`` the place's IANA zone
    name, for times in GMT.
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
        # the hour since which something lasts is of the day on which that began
        told = [token for token in rest if token.letter != "s"] if clocks else rest
        period = _read(told, frame) if frame else _read_alone(told)
        if clocks and (frame or period):
            time = timed(clocks, period, rest, frame, context.zone)
            return (time, (Reason("a clock time"), *_told_by(period, frame))) if time else None
    except (ValueError, OverflowError):
        return None
    if period is None:
        return None
    return Time(period.first.isoformat(), period.last.isoformat()), _told_by(period, frame)


def is_day(time: Time) -> bool:
    """Whether a time lies within one day."""
    return time.start[:_DAY] == time.end[:_DAY]


@lru_cache(maxsize=256)
def is_dayless(phrase: str) -> bool:
    """Whether a phrase gives a time of day and no day: "about 7 p.m.", "20 minutes earlier", "11 p.m. that night"."""
    clocks, rest = take_clocks(tokenise(phrase))
    if _HOURS_OFF.fullmatch(letters(rest)) and _counts_hours(rest):
        return True
    return bool(clocks) and all(_is_what_was_spoken_of(rest, day) for day in _SOME_DAYS)


def _is_what_was_spoken_of(tokens: Sequence[Token], on: date) -> bool:
    """Whether tokens name no day, or the one last spoken of, whichever it is."""
    found = find_period(tokens, Frame(_SOME_DAY, anchor=calendar.day(on)))
    return found is None or (found[0].first == found[0].last == on)


def is_counted(phrase: str) -> bool:
    """Whether a phrase counts from a time that other words name: "two days earlier", "the next day"."""
    return _COUNTED_ON.search(letters(tokenise(phrase))) is not None


def is_moments_off(phrase: str) -> bool:
    """Whether a phrase only says how many hours or minutes lie between: "ten minutes later", "hours earlier"."""
    tokens = tokenise(phrase)
    off = _HOURS_OFF.fullmatch(letters(tokens)) is not None
    return off and tokens[-1].text in ("later", "earlier") and _counts_hours(tokens)


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
    line = letters(tokens)
    since = line.find("s")
    if since >= 0:
        begun = _read(tokens[since + 1 :], replace(frame, tense="past"))
        why = (Reason("since then"), *begun.why) if begun else ()
        return Period(begun.first, max(begun.first, frame.base), "span", why) if begun else None
    return _between(tokens, line, frame) or single(tokens, frame)


def _between(tokens: Sequence[Token], line: str, frame: Frame) -> Period | None:
    """The stretch of "from Monday to Wednesday", "between 2001 and 2005", "late January and early February"."""
    paired = any(letter in line for letter in "Btm") or _PAIRED.search(line)
    for joint in (*_JOIN.finditer(line, 1), *(_PAIR.finditer(line, 1) if paired else ())):
        left, right = tokens[: joint.start()], tokens[joint.end() :]
        ends = _ends(left, right, frame)
        if ends and ends[0].first <= ends[1].last:
            why = (Reason("from the one to the other"), *ends[0].why, *ends[1].why)
            return Period(ends[0].first, ends[1].last, "span", why)
    return None


def _ends(left: Sequence[Token], right: Sequence[Token], frame: Frame) -> tuple[Period, Period] | None:
    """Both ends of a stretch; the first is counted back from the second, unless it is counted from publication as
    "today" is, a bare day is in the other's month, a bare number of the other's unit: "two to three weeks ago"."""
    lines = [re.sub("[Bfwt]", "", letters(side)) for side in (left, right)]
    if _LONE_NUMBER.fullmatch(lines[0]) and _NUMBERED.match(letters(right)):
        counts = [single(side, frame) for side in ((*left, *right[1:]), right)]
        ends = sorted((each for each in counts if each), key=lambda each: each.first)
        return (ends[0], ends[1]) if len(ends) == len(counts) else None
    if lines[0].lstrip("iH") == "y" and lines[1] in ("d", "x"):  # "2005-06"
        year = left[-1].number
        return calendar.year(year), calendar.year(year // 100 * 100 + right[-1].number)
    if lone := _LONE_DAY.fullmatch(lines[1]):
        whole = [*left, *right[-1:]] if lone["year"] else left
        begun = single(whole, frame)
        on = [token for token in right if token.letter not in "Bfwt"][lone.start("day")].number
        return (begun, calendar.day(begun.last.replace(day=on))) if begun and begun.grain == "day" else None
    if _WHICH_DAY.match(lines[0]) and lines[1] == "W":
        right = (*(token for token in left if token.letter in "lX"), *right)  # "next Saturday and Sunday"
    ended = single(right, _onward(left, lines, frame))
    if ended is None:
        return None
    if lines[0] == "O" and ended.grain == "day":
        return calendar.day(ended.first - timedelta(days=1)), ended  # "overnight into Saturday"
    if lone := _LONE_DAY.fullmatch(lines[0]):
        on = [token for token in left if token.letter not in "Bfwt"][lone.start("day")].number
        return (calendar.day(ended.first.replace(day=on)), ended) if ended.grain == "day" else None
    fixed = "R" in letters(left) or _WHICH_DAY.match(lines[0])
    begun = single(left, frame if fixed else frame.back(ended.last))
    return (begun, ended) if begun else None


def _onward(left: Sequence[Token], lines: Sequence[str], frame: Frame) -> Frame:
    """The frame of the second end: a date without a year is the next from one that has a year: "March 3, 2030 to
    March 5"."""
    begun = single(left, frame) if re.search("[yI]", lines[0]) and _DATE.fullmatch(lines[1]) else None
    return replace(frame, base=begun.last, tense="future") if begun and begun.grain == "day" else frame
