"""The times that the model marks, made whole: a clock time and its day, in whatever pieces they are marked.

Invariant: a time grows within its sentence only, and never over the words of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import load, section
from standoff.extraction.slots.row import TEXTS, Missing, Row, words_of
from standoff.extraction.times.clocks import take_clocks
from standoff.extraction.times.deadlines import is_deadline
from standoff.extraction.times.spans import find_times
from standoff.extraction.times.times import is_counted, is_dayless
from standoff.extraction.times.words import tokenise

_LONE = "the only time of a sentence, which the model is unsure of"
_WAY = 4  # words between a clock time and its day: ", at approximately"


def with_lone_times(page: Page, rows: Sequence[Row], missed: Sequence[Row]) -> list[Row]:
    """The rows, with the times that the model is unsure of or just ``missed``, where they are the only ones of a
    sentence of which it reads something and belong to what it reads there, or to who said it, or to a happening of
    which nothing else is told."""
    least, firm = section("idle", "borne_out")["time"], section("idle", "least")["time"]
    dated = {page.sentence[row.at.first] for row in rows if row.slot == "time" and row.score >= firm}
    unsure = {
        row
        for row in (*rows, *missed)
        if row.slot == "time" and row.score < firm and page.sentence[row.at.first] not in dated
        if least <= row.score
    }
    if not unsure:
        return list(rows)
    tops = {top_of(page, row.at) for row in rows if row.slot != "time"}
    read = tops | {page.heads[top] for top in tops} - {-1}

    def stands(row: Row) -> bool:
        top = top_of(page, row.at)
        verb = page.heads[top] if row in unsure else -1
        told = verb >= 0 and (verb in read or page.forms[verb] in verbs())
        return told or (row in unsure and _is_when(page, top))

    return [
        *(row._replace(rule=_LONE) if stands(row) else row for row in rows),
        *(row._replace(rule=_LONE) for row in missed if stands(row)),
    ]


def deadlines(page: Page) -> Iterator[Missing]:
    """The times by which somebody is to do a thing: "gave the army until [Friday]"."""
    for until in page.where(("until",)):
        first, last = until + 1, page.bounds[page.sentence[until]].last
        begins = (end for begin, end in find_times(page.forms[first:last]) if begin == 0)
        at = Stretch(first, first + next(begins, 0))
        if at.last > first and is_deadline(page, at):
            yield Missing("time", at, "a deadline", TEXTS)


def _is_when(page: Page, top: int) -> bool:
    """Whether a time is when a happening was: "the last attack was [in December]"."""
    what = page.child(top, "nsubj") if page.child(top, "cop") is not None else None
    return what is not None and page.forms[what] in section("events", "openings")["happenings"]


def whole_times(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, times in pieces ("6:20 p.m." on "Tuesday") made whole, the day beside a clock time with it."""
    rows = _with_clocks(page, _with_days(page, [_of_another_time(page, row) for row in rows]))
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
    """The time that goes on one, with no more than a joining word between, where one of them has a clock or both are
    the ends of one stretch: "from | 3 May | to | 6 May"."""
    last = row.at.last
    joined = last < len(page) and page.forms[last] in section("times", "joined")["words"]
    other = times.get(last) or (times.get(last + 1) if joined else None)
    if other is None or page.sentence[other.at.first] != page.sentence[row.at.first]:
        return None
    both = row.at, other.at
    if _is_weekday(page, row.at) and _is_date(page, other.at):
        return other
    if other.at.first > last and page.forms[last] in section("times", "joined")["ends"]:
        return other
    counted = any(is_counted(page.quote(at)) for at in both)
    return other if not counted and any(_has_clock(page, at) for at in both) else None


def _has_clock(page: Page, at: Stretch) -> bool:
    return bool(take_clocks(tokenise(page.quote(at)))[0])


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


def _with_clocks(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, a day with the clock time that stands beside it unmarked: "2000 on | 11 November"; a number that may be
    a year with the "at" before it, which tells that it is an hour."""
    taken = words_of(row for row in rows if row.slot == "time")
    return [
        row._replace(at=at, rule="a day with the clock time beside it")
        if row.slot == "time" and (at := _after_at(page, _clock_beside(page, row.at, taken))) != row.at
        else row
        for row in rows
    ]


def _clock_beside(page: Page, at: Stretch, taken: set[int]) -> Stretch:
    """The words of a day and of the clock time that the grammar reads with it, or of a weekday and its date, or and the
    words before it that tell which it is ("that | Sunday"), as far as nothing else has them."""
    if _has_clock(page, at) or not any(_names_day(page, word) for word in range(*at)):
        return at
    first, last = page.bounds[page.sentence[at.first]]
    for begin, end in find_times(page.forms[first:last]):
        whole = Stretch(first + begin, first + end)
        free = taken.isdisjoint({*range(*whole)} - {*range(*at)})
        behind = Stretch(at.last, whole.last)
        dated = _is_weekday(page, at) and (_is_date(page, behind) or behind.first == behind.last)
        if whole.covers(at) and free and (dated or _has_clock(page, _after_at(page, whole))):
            return whole
    return at


def _after_at(page: Page, at: Stretch) -> Stretch:
    """The words of a time that begins with a number of four digits, with the "at" before it."""
    form, before = page.forms[at.first], page.forms[at.first - 1]
    hour = form.isdigit() and len(form) == len("2000") and before == "at"
    return Stretch(at.first - 1, at.last) if hour else at


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


def _is_weekday(page: Page, at: Stretch) -> bool:
    """Whether a time is a weekday alone, with or without its part: "Monday", "on Monday night"."""
    table = load("times")
    forms = {form.rstrip(".") for form in page.forms[slice(*at)]} - {"on", *table["parts"]}
    return len(forms) == 1 and forms <= table["weekdays"].keys()


def _is_date(page: Page, at: Stretch) -> bool:
    """Whether words name a day of a month: ", July 25"."""
    named = any(_names_day(page, word) for word in range(*at))
    return named and any(page.forms[word].isdigit() for word in range(*at))


def _names_day(page: Page, word: int) -> bool:
    """A weekday or a month; "May" and "March" beside a number only."""
    form, table = page.forms[word].rstrip("."), load("times")
    if form in ("may", "march"):
        return any(page.forms[beside].isdigit() for beside in (word - 1, min(word + 1, len(page) - 1)))
    return any(form in table[kind] for kind in ("months", "weekdays", "days"))
