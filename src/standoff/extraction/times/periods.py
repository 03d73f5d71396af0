"""The kinds of time expression: which pattern of letters is which kind, and which function reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from standoff.errors import ModelError
from standoff.extraction.lexicon import load
from standoff.extraction.times import counted, holidays, named, relative
from standoff.extraction.times.frame import Frame, Period
from standoff.extraction.times.parts import Handler
from standoff.extraction.times.words import Token, letters
from standoff.records.explanation import Reason

HANDLERS: dict[str, Handler] = {
    "before_last": relative.before_last,
    "iso": named.iso,
    "full_date": named.full_date,
    "month_year": named.month_year,
    "relative_month": named.relative_month,
    "relative_month_day": named.relative_month_day,
    "month_day": named.month_day,
    "holiday_year": holidays.holiday_year,
    "holiday_of_year": holidays.holiday_of_year,
    "holiday_which": holidays.holiday_which,
    "holiday_weekend": holidays.holiday_weekend,
    "holiday": holidays.holiday,
    "month": named.month,
    "month_which": named.month_which,
    "weekday": named.weekday,
    "weekday_that": relative.weekday_that,
    "weekday_from": relative.weekday_from,
    "part_from": relative.part_from,
    "weekday_which": named.weekday_which,
    "weekday_of_week": named.weekday_of_week,
    "ago_on": relative.ago_on,
    "ago": counted.ago,
    "from_today": counted.from_today,
    "offset": counted.offset,
    "up_to_later": counted.up_to_later,
    "next_day": counted.next_day,
    "lasting": counted.lasting,
    "inside": counted.inside,
    "so_far": counted.so_far,
    "part_of_this": counted.part_of_this,
    "unit_which": counted.unit_which,
    "weekend": named.weekend,
    "day": named.on_day,
    "overnight": counted.overnight,
    "decade": named.decade,
    "century": named.century,
    "year": named.on_year,
    "day_of_month": counted.day_of_month,
    "same_day": counted.same_day,
    "in_the_day": counted.in_the_day,
    "part": counted.same_time,
    "then": counted.then,
    "season_which": named.season_which,
    "season_year": named.season_year,
    "season": named.season,
    "anniversary": counted.anniversary,
    "this_unit": counted.this_unit,
}


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Handler, str], ...]:
    try:
        return tuple(
            (re.compile(rule["pattern"]), HANDLERS[rule["kind"]], rule["kind"])
            for rule in load("times")["periods"]
        )
    except (KeyError, re.error) as error:
        raise ModelError(f"lexicon times.toml has a bad rule: {error}; install standoff again") from error


def find_period(tokens: Sequence[Token], frame: Frame) -> tuple[Period, int, int] | None:
    """The first rule's period among the tokens, with the tokens it rests on (first, last+1); ``None`` if none holds.

    A rule that matches but cannot be settled leaves the phrase unread. Days outside the calendar give ``None``.
    """
    held = _first_rule(letters(tokens))
    if held is None:
        return None
    found, handler, kind = held
    tokens_of = {
        name.rstrip("234"): tokens[found.start(name)]
        for name in found.re.groupindex
        if found.start(name) >= 0 and found.end(name) > found.start(name)
    }
    try:
        period = handler(tokens_of, frame)
    except (ValueError, OverflowError):
        return None
    if not period:
        return None
    why = Reason(kind.replace("_", " "), f"times.toml: periods.{kind}")
    return replace(period, why=(why,)), found.start(), found.end()


@lru_cache(maxsize=1 << 10)
def _first_rule(line: str) -> tuple[re.Match[str], Handler, str] | None:
    """The first rule that holds of tokens with these letters, and where."""
    for pattern, handler, kind in _rules():
        if found := pattern.search(line):
            return found, handler, kind
    return None
