"""Clock times in a time expression: "at around 5.30 p.m. local time (1530 UTC)", "0600 GMT", "noon", "by 3am"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from standoff.extraction.lexicon import load
from standoff.extraction.times.words import OTHER, Token, is_hour, letters

_PART_BEHIND = re.compile(r"wHP|[TlX]P|i?WP")
_PAST = {("half", "past"): 30, ("quarter", "past"): 15, ("quarter", "after"): 15, ("quarter", "to"): -15}
_PART_BEFORE = re.compile(r"P,?i+$")
_BLANK = Token(OTHER, "")
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day: minutes after midnight, the tokens it rests on, and whether it is in universal time.

    ``half`` is "am", "pm" or "" when the words do not say.
    """

    minutes: int
    first: int
    last: int
    universal: bool = False
    half: str = ""


def take_clocks(tokens: Sequence[Token]) -> tuple[list[Clock], list[Token]]:
    """The clock times among the tokens, in order, and the tokens with those blanked.

    A time in brackets after another, the same in another zone, is dropped. Universal times come last.
    """
    clocks: list[Clock] = []
    at = 0
    while at < len(tokens):
        found = _clock(tokens, at)
        if found:
            clocks = [*_shared_half(tokens, clocks, found), found]
        at = found.last if found else at + 1
    rest = list(tokens)
    for clock in clocks:
        rest[clock.first : clock.last] = [_BLANK] * (clock.last - clock.first)
    local = [_half_by_part(clock, tokens) for clock in clocks if not clock.universal]
    return local or clocks, rest


def _clock(tokens: Sequence[Token], at: int) -> Clock | None:
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else _BLANK
    if token.letter == "N":
        hours, minutes = load("times")["hours"][token.text].split(":")
        ending = token.text == "midnight" and at > 0 and tokens[at - 1].text == "before"
        told = _DAY - 1 if ending else int(hours) * 60 + int(minutes)
        return _with_zone(tokens, Clock(told, at, at + 1, half="pm"))
    if token.letter == "c":
        half = token.text[-2:] if token.text.endswith("m") else after.text if after.letter == "a" else ""
        return _with_zone(tokens, _halved(Clock(token.number, at, at + 1 + (after.letter == "a")), half))
    past = _PAST.get((tokens[at - 2].text, tokens[at - 1].text), 0) if at > 1 and is_hour(token) else 0
    if past:
        clock = Clock(token.number * 60 + past, at - 2, at + 1 + (after.letter == "a"))
        return _with_zone(tokens, _halved(clock, after.text))
    if is_hour(token) and after.letter == "a":
        return _with_zone(tokens, _halved(Clock(token.number * 60, at, at + 2), after.text))
    if token.letter in "dn" and after.letter == "'" and token.number < 13:
        return Clock(token.number * 60, at, at + 2)
    if _is_bare_hour(tokens, at):
        return Clock(token.number * 60, at, at + 1)
    if token.letter == "k" or (token.letter == "y" and _looks_military(tokens, at)):
        minutes = token.number // 100 * 60 + token.number % 100
        return _with_zone(tokens, Clock(minutes, at, at + 1, half="pm")) if token.number % 100 < 60 else None
    return None


def _is_bare_hour(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is an hour by the part of a day beside it: "six in the evening", "3 this afternoon", "at 8
    tonight", "yesterday evening at 7"; "one Sunday morning" is some Sunday."""
    line, token = letters(tokens), tokens[at]
    if not is_hour(token):
        return False
    if token.text == "one" and line[at + 1 : at + 2] == "W" and not _is_at(tokens, at):
        return False
    if line[max(0, at - 1) : at] in ("M", "V"):
        return False
    told = _PART_BEHIND.match(line, at + 1) or (tokens[at + 1 : at + 2] and tokens[at + 1].text == "tonight")
    return bool(told) or (_PART_BEFORE.search(line[:at]) is not None and at + 1 == len(tokens))


def _is_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word like "at" or "around" stands before a token; not "on"."""
    return at > 0 and tokens[at - 1].letter == "i" and tokens[at - 1].text != "on"


def _looks_military(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number that may be a year is a clock time: "at 1940", "at approximately 1940", "1530 UTC", "1745 (2345
    GMT)"."""
    before = [token.text for token in tokens[max(0, at - 2) : at]]
    after = tokens[at + 1] if at + 1 < len(tokens) else _BLANK
    told = "at" in before[-1:] or ("at" in before[:1] and tokens[at - 1].letter == "i")
    told = told or (after.letter == "(" and [token.letter for token in tokens[at + 3 : at + 4]] == ["z"])
    return tokens[at].number < 2400 and (told or after.letter in "zu" or after.text in ("hours", "hrs"))


def _halved(clock: Clock, half: str) -> Clock:
    """The clock on the half of the day that is told."""
    if half not in ("am", "pm") or clock.minutes >= 13 * 60:
        return clock
    return replace(clock, minutes=clock.minutes % (12 * 60) + (12 * 60 if half == "pm" else 0), half=half)


def _with_zone(tokens: Sequence[Token], clock: Clock) -> Clock:
    """The clock with the words for its zone taken in: "hours", "local time", "GMT"."""
    last, universal = clock.last, False
    while last < len(tokens) and (tokens[last].letter in "zue" or tokens[last].text in ("hours", "hrs")):
        universal = universal or tokens[last].letter == "z"
        last += 1
    return replace(clock, last=last, universal=universal)


def _shared_half(tokens: Sequence[Token], clocks: list[Clock], clock: Clock) -> list[Clock]:
    """The clock times before one, of which the last may run up to it and lack a half: "between 2 and 3 p.m.", "from
    9:30 to noon". That has the half in which it is less far before: "from 9 to 5 p.m." begins in the morning."""
    at = clock.first - 2
    if at < 0 or not clock.half or tokens[clock.first].letter in "ky" or tokens[at + 1].letter not in "&t-":
        return clocks
    earlier, before = list(clocks), None
    if clocks and clocks[-1].last == at + 1:
        before = earlier.pop()
    elif is_hour(tokens[at]) and letters(tokens[max(0, at - 1) : at]) not in ("M", "V"):
        before = Clock(tokens[at].number * 60, at, at + 1)
    if before is None or before.half or not 60 <= before.minutes < 13 * 60:
        return clocks
    halves = [_halved(before, half) for half in ("am", "pm")]
    return [*earlier, min(halves, key=lambda half: (clock.minutes - half.minutes) % _DAY)]


def _half_by_part(clock: Clock, tokens: Sequence[Token]) -> Clock:
    """The clock on the half that a part of the day tells: "5:30 in the evening"; a night's small hours stay."""
    if clock.half or clock.minutes >= 12 * 60:
        return clock
    parts = {load("times")["parts"].get(token.text) for token in tokens if token.letter == "P"}
    if any(token.text == "tonight" for token in tokens):
        parts.add("night")
    evening = "pm" in parts or ("night" in parts and clock.minutes >= 6 * 60)
    return replace(clock, minutes=clock.minutes + 12 * 60) if evening else clock


def local(clock: Clock, on: date, zone: str | None) -> str | None:
    """The clock on a day as a local ISO date-time without offset; ``None`` when universal time cannot be turned.

    ``zone`` is the place's IANA name. The day is the one the words give, which reports count in local time.
    """
    minutes = clock.minutes
    if clock.universal:
        shift = _offset(on, zone)
        if shift is None:
            return None
        minutes = (minutes + shift) % _DAY
    if minutes >= _DAY:
        on, minutes = on + timedelta(days=1), minutes - _DAY
    return f"{on.isoformat()}T{minutes // 60:02d}:{minutes % 60:02d}"


def _offset(on: date, zone: str | None) -> int | None:
    """Minutes that a zone is ahead of universal time at a day's noon; ``None`` for an unknown zone."""
    if zone is None:
        return None
    try:
        ahead = datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    return None if ahead is None else int(ahead.total_seconds() // 60)
