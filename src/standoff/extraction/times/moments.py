"""Clock times on their day: the one that the words name, else the one last spoken of, else publication's.

Invariant: the start is never after the end; of two ends of a stretch each is on its own day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from standoff.extraction.lexicon import load
from standoff.extraction.times import frame as calendar
from standoff.extraction.times.clocks import Clock, local
from standoff.extraction.times.frame import Frame, Period
from standoff.extraction.times.single import single
from standoff.extraction.times.words import Token
from standoff.records import Time

_HALF_DAY = 12 * 60


def timed(
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
    if stretch := _two_days(clocks, rest, frame, zone):
        return stretch
    night = days.grain == "night" or any(token.text == "night" for token in rest)
    stamps = [local(clock, _day_of(clock, days, night and period is not None), zone) for clock in clocks[:2]]
    first, last = stamps[0], stamps[-1]
    if first is None or last is None:
        return Time(days.first.isoformat(), days.last.isoformat())
    if len(clocks) > 1 and not _joined(clocks, rest):
        last = first
    if last < first:
        first, last = _over_midnight(first, last, clocks, rest)
    opened = any(token.text in ("beginning", "starting") for token in rest)
    return Time(first, days.last.isoformat() if opened and len(clocks) == 1 else last)


def _two_days(
    clocks: Sequence[Clock], rest: Sequence[Token], frame: Frame | None, zone: str | None
) -> Time | None:
    """The stretch between two clock times that have a day each: "from 11 p.m. Monday to 2 a.m. Tuesday"."""
    between = range(clocks[0].last, clocks[1].first) if len(clocks) > 1 else range(0)
    joint = next((at for at in between if rest[at].letter in "t-&"), None)
    if joint is None or frame is None:
        return None
    ended = single(rest[joint:], frame)
    before = frame.back(ended.last) if ended else frame
    begun = single(rest[:joint], before)
    if ended is None or begun is None or begun.first == ended.first:
        return None
    first, last = local(clocks[0], begun.first, zone), local(clocks[1], ended.first, zone)
    return Time(first, last) if first and last and first < last else None


def _over_midnight(first: str, last: str, clocks: Sequence[Clock], rest: Sequence[Token]) -> tuple[str, str]:
    """A stretch of one named day that goes over midnight: the day is the second's where it stands behind the two and is
    no night, else the first's; no stretch where it takes more than half a day."""
    if (clocks[1].minutes - clocks[0].minutes) % (2 * _HALF_DAY) > _HALF_DAY:
        return first, first
    named = [token for token in rest[clocks[1].last :] if token.letter in "WRMdr"]
    night = any(token.text in ("night", "tonight") for token in rest)
    if named and not night:
        return _days_on(first, -1), last
    return first, _days_on(last, 1)


def _days_on(stamp: str, days: int) -> str:
    return (date.fromisoformat(stamp[:10]) + timedelta(days=days)).isoformat() + stamp[10:]


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
        return days.last if clock.minutes < _HALF_DAY else days.first
    small = clock.minutes < load("times")["thresholds"]["small_hours"]
    return days.first + timedelta(days=1) if night and small else days.first
