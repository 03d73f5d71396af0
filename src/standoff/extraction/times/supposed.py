"""A day by which to read a report of which nobody knows when it was published and whose news names no day in full.

"On Tuesday" and "in June" name no day there, yet tell that two happenings are two: so such a report is read as if it
had been published on a day that its words allow, and what rests on that day alone is no claim.
Invariant: which day it is changes no value that is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import load
from standoff.extraction.times.times import TimeContext, is_day, read_time
from standoff.records import Claim, Reading, Stamp, Time, Value

_MONTH_AND_DAY = re.compile(r"[^\W\d_]{3,}\.?\s+\d{1,2}\b|\b\d{1,2}\s+[^\W\d_]{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEARS = frozenset("in since until till from after before by of during late early mid -".split())

_DAY = len("2024-06-16")
_NO_YEAR = 2000  # where the report names none
_MONTHS = (10, 9, 11, 5, 4, 3, 2, 12, 8, 7, 6, 1)  # tried in this order: one that the report does not name
_SOME_DAY = 20  # the week around it is within the month
_WEEK = 7
_NEWS = 3  # sentences of the body that tell the news


def supposed(reading: Reading) -> Reading:
    """The reading, published on a supposed day where nothing tells which it was."""
    if reading.report.published or first_day(page := Page.of(reading)):
        return reading
    stamp = Stamp(_day(page).isoformat(), "day", "supposed")
    return replace(reading, report=replace(reading.report, published=stamp))


def told_alone(page: Page, claims: Sequence[Claim]) -> list[Claim | None]:
    """The claims of a reading with a supposed day, times as their own words tell them; ``None`` for those that need the
    day."""
    read = ((claim, _alone(page, claim)) for claim in claims)
    return [None if value is None else replace(claim, value=value) for claim, value in read]


def first_day(page: Page) -> Time | None:
    """The first day that a report gives with its year, where it tells its news: "Nov. 13, 2023". One that comes later
    is that of something else: a verdict's "Wednesday" is not near the day of the crime."""
    lead = next((number for number, at in enumerate(page.bounds) if page.part_at(at.first) == "body"), 0)
    told = (time for at, time in _read_alone(page) if page.sentence[at.first] < lead + _NEWS)
    return next((time for time in told if is_day(time)), None)


def _read_alone(page: Page) -> Iterator[tuple[Stretch, Time]]:
    """The times of a report that tell by themselves when they are, and where, in text order."""
    times = sorted(row.at for row in page.read_slots if row.label == "time")
    read = ((at, read_time(page.quote(at), TimeContext())) for at in times)
    return ((at, time) for at, time in read if time)


def _alone(page: Page, claim: Claim) -> Value | None:
    """The value of a claim by its own words; ``None`` for a time that they do not settle."""
    if not isinstance(claim.value, Time):
        return claim.value
    quotes = (page.text[span.start : span.end] for span in claim.evidence)
    return next((time for quote in quotes if (time := read_time(quote, TimeContext()))), None)


def _day(page: Page) -> date:
    """A day that the words allow: that of the dateline, else one of the week and of a month that make the days and the
    months named in the report lie before it, and not far; in a year after all that it names."""
    years = [*(int(time.end[:4]) for _, time in _read_alone(page)), *_years(page)]
    year = max(years, default=_NO_YEAR) + 1
    if (day := _of_dateline(page, year)) is not None:
        return day
    named = {load("times")["months"].get(form) for form in page.by_form}
    month = next((month for month in _MONTHS if month not in named), _MONTHS[0])
    first = date(year, month, _SOME_DAY)
    return first + timedelta(days=(_weekday(page) - first.weekday()) % _WEEK)


def _years(page: Page) -> Iterator[int]:
    """The years that are named behind words for a time, whatever they come to together: "since 2017"."""
    whole = (form for form in sorted(page.vocabulary) if _YEAR.fullmatch(form))
    for form in whole:
        if any(at and page.forms[at - 1] in _BEFORE_YEARS for at in page.by_form[form]):
            yield int(form)


def _of_dateline(page: Page, year: int) -> date | None:
    """The day that the dateline gives without its year: "KERRIN, April 4 (Northwind)"."""
    line = page.reading.report.dateline
    quote = page.text[line.span.start : line.span.end] if line else ""
    found = (
        read_time(found.group(), TimeContext(Stamp(f"{year}-12-31", "day", "supposed")))
        for found in _MONTH_AND_DAY.finditer(quote)
    )
    return next((date.fromisoformat(time.start[:_DAY]) for time in found if time and is_day(time)), None)


def _weekday(page: Page) -> int:
    """The weekday named in a report before which all others that it names are the fewest days back; the last such."""
    weekdays: Mapping[str, int] = load("times")["weekdays"]
    named = [weekdays[form] for form in page.forms if form in weekdays] or [0]
    back = {day: max((day - other) % _WEEK for other in named) for day in named}
    return min(reversed(named), key=back.__getitem__)
