"""Reports that grew: parts that begin with a day of their own ("UPDATE (Nov. 2):", "Original story, Jan. 23").

Words such as "today" and "Sunday" in such a part are counted from its day. Invariant: only a heading that names a day
begins a part, and the lines that stamp a whole page are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section
from standoff.extraction.times.times import TimeContext, is_day, is_dayless, read_time
from standoff.extraction.times.words import OTHER, tokenise
from standoff.records import Report, Span, Stamp

_HEADING = r"^[^\w\n]{{0,5}}(?:[\w'’:.]+[ ]){{0,3}}?(?:{words})\b(?P<rest>[^\n]{{0,80}})"
_END = re.compile(r"[)]|:(?=\s|$)|[\]*—–]|\s-\s|$")
_NUMBERS = re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d\d))?\b")
_DAY = len("2024-06-16")
_FARTHEST = 60  # days from publication at which "8/2" is still a day of the report's


@dataclass(frozen=True, slots=True)
class Updates:
    """The headings of a report's parts in text order, with the day of each and where its part ends."""

    headings: tuple[Span, ...] = ()
    ends: tuple[int, ...] = ()
    days: tuple[Stamp, ...] = ()

    @classmethod
    def of(cls, page: Page) -> Updates:
        """Those of a page; none where nobody knows when it was published."""
        report = page.reading.report
        found = list(_found(page, report)) if report.published else []
        if not found:
            return cls()
        spans, days, alone = zip(*found, strict=True)
        ends = [
            span.end + len(page.text[span.end :].split("\n", 1)[0]) if alone[number] else len(page.text)
            for number, span in enumerate(spans)
        ]
        for number, after in enumerate(spans[1:]):
            ends[number] = after.start
        return cls(spans, tuple(ends), days)

    def day(self, offset: int) -> Stamp | None:
        """The day that words at an offset are counted from, where it is not the report's own."""
        number = bisect_right(self.headings, offset, key=lambda span: span.start) - 1
        return self.days[number] if number >= 0 and offset < self.ends[number] else None

    def names(self, offset: int) -> bool:
        """Whether an offset lies in a heading."""
        return any(span.start <= offset < span.end for span in self.headings)


@cache
def _headings() -> re.Pattern[str]:
    words = "|".join(map(re.escape, section("times", "updates")["words"]))
    return re.compile(_HEADING.format(words=words), re.IGNORECASE | re.MULTILINE)


def _found(page: Page, report: Report) -> Iterator[tuple[Span, Stamp, bool]]:
    """Each heading, its day, and whether words of its part stand in its line."""
    if not _headings().search(report.text):
        return
    headers = [part.span for part in report.parts if part.kind == "header"]
    for found in _headings().finditer(report.text):
        rest = found["rest"]
        begin = len(rest) - len(rest.lstrip(" ,.:;@*([—–-"))
        end = _END.search(rest, begin)
        stop = end.end() if end else len(rest)
        day = _day(rest[begin : end.start() if end else stop], report)
        span = Span(found.start(), found.start("rest") + stop)
        if day and not any(header.touches(span) for header in headers):
            yield span, day, bool(re.search(r"\w", page.text[span.end :].split("\n", 1)[0]))


def _day(words: str, report: Report) -> Stamp | None:
    """The day that the words of a heading name; ``None`` where they name none, or are more than a time."""
    words = _NUMBERS.sub(lambda found: _written_out(found, report), words).replace("@", " ")
    if is_dayless(words) or any(token.letter == OTHER for token in tokenise(words)):
        return None
    time = read_time(words, TimeContext(report.published))
    return Stamp(time.start[:_DAY], "day", "header") if time and is_day(time) else None


def _written_out(found: re.Match[str], report: Report) -> str:
    """ "8/2/16" as an ISO date: of the ways to read it the one nearest to publication, if near."""
    first, second, year = found.groups()
    if report.published is None or len(report.published.value) < _DAY:
        return found[0]  # of which days are near nobody knows
    published = date.fromisoformat(report.published.value[:_DAY])
    years = [int(year) % 100 + 2000] if year else [published.year - 1, published.year, published.year + 1]
    read = [_date(each, *pair) for each in years for pair in ((first, second), (second, first))]
    near = min((each for each in read if each), key=lambda each: abs((each - published).days), default=None)
    return str(near) if near and abs((near - published).days) <= _FARTHEST else found[0]


def _date(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
