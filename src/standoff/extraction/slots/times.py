"""The times that the model marks, made whole: a clock time and its day, in whatever pieces they are marked.

Invariant: a time grows within its sentence only, and never over the words of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import load, section
from standoff.extraction.slots.row import Row, words_of
from standoff.extraction.times.times import is_dayless

_WAY = 4  # words between a clock time and its day: ", at approximately"


def whole_times(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, times in pieces ("6:20 p.m." on "Tuesday") made whole, the day beside a clock time with it."""
    rows = _with_days(page, [_of_another_time(page, row) for row in rows])
    times = {row.at.first: row for row in rows if row.slot == "time"}
    taken: set[int] = set()
    for row in rows:
        if row.number in taken:
            continue
        while row.slot == "time" and (further := _following(page, row, times)) is not None:
            taken.add(further.number)
            row = row._replace(at=Stretch(row.at.first, further.at.last), rule="pieces of one time")
        yield row


def _following(page: Page, row: Row, times: dict[int, Row]) -> Row | None:
    """The time that goes on one, with no more than a joining word between, where one of them has a clock."""
    last = row.at.last
    joined = last < len(page) and page.forms[last] in section("times", "joined")["words"]
    other = times.get(last) or (times.get(last + 1) if joined else None)
    if other is None or page.sentence[other.at.first] != page.sentence[row.at.first]:
        return None
    clock = any(":" in page.forms[word] or page.forms[word] in ("a.m.", "p.m.", "am", "pm")
                for at in (row.at, other.at) for word in range(*at))  # fmt: skip
    return other if clock else None


def _of_another_time(page: Page, row: Row) -> Row:
    """The row, "since 2001, when ..." as the time of what happened then."""
    first, last = row.at
    after = [form for form in page.forms[last : last + 2] if form != ","]
    if row.slot == "time" and page.forms[first] == "since" and last - first > 1 and after[:1] == ["when"]:
        return row._replace(at=Stretch(first + 1, last), rule="when something else happened")
    return row


def _with_days(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, a clock time with the day that stands beside it unmarked: "June 6, at about | 3 p.m."."""
    taken = words_of(row for row in rows if row.slot == "time")
    return [
        row._replace(at=at, rule="a clock time with the day beside it")
        if row.slot == "time" and (at := _day_beside(page, row.at, taken)) != row.at
        else row
        for row in rows
    ]


def _day_beside(page: Page, at: Stretch, taken: set[int]) -> Stretch:
    """The words of a clock time and of the day before or behind it; as they are where it has a day, or none is near."""
    if not is_dayless(page.quote(at)):
        return at
    sentence, joined = page.bounds[page.sentence[at.first]], section("times", "joined")
    first = at.first
    while first > max(sentence.first, at.first - _WAY) and page.forms[first - 1] in joined["day_first"]:
        first -= 1
    begin = first
    while begin > sentence.first and _of_a_day(page, begin - 1) and begin - 1 not in taken:
        begin -= 1
    if any(_names_day(page, word) for word in range(begin, first)):
        return Stretch(begin, at.last)
    last = at.last
    while last < min(sentence.last, at.last + _WAY) and page.forms[last] in joined["clock_first"]:
        last += 1
    end = last
    while end < sentence.last and _of_a_day(page, end) and end not in taken:
        end += 1
    while end > last and page.forms[end - 1] == ",":
        end -= 1
    return Stretch(at.first, end) if any(_names_day(page, word) for word in range(last, end)) else at


def _of_a_day(page: Page, word: int) -> bool:
    """A weekday, a month, a number, the comma between them or a part of the day: "Friday afternoon"."""
    form = page.forms[word]
    return form.isdigit() or form == "," or form in load("times")["parts"] or _names_day(page, word)


def _names_day(page: Page, word: int) -> bool:
    """A weekday or a month; "May" and "March" beside a number only."""
    form, table = page.forms[word].rstrip("."), load("times")
    if form in ("may", "march"):
        return any(page.forms[beside].isdigit() for beside in (word - 1, min(word + 1, len(page) - 1)))
    return any(form in table[kind] for kind in ("months", "weekdays", "days"))
