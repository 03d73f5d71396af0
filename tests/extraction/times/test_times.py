"""Time expressions against a report published on Wednesday, 12 March 2025 (see `PUBLISHED`)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.lexicon import load
from standoff.extraction.times.times import (
    TimeContext,
    is_counted,
    is_dayless,
    is_moments_off,
    read_time,
    reasoned_time,
)
from standoff.records import Stamp, Time

PUBLISHED = Stamp("2025-03-12", "day", "given")
PAST = TimeContext(PUBLISHED, "past")
FUTURE = TimeContext(PUBLISHED, "future")


def days(phrase: str, context: TimeContext = PAST) -> tuple[str, str] | None:
    time = read_time(phrase, context)
    return (time.start, time.end) if time else None


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("Sunday", "2025-03-09"),
        ("on Wednesday", "2025-03-12"),
        ("Friday night", "2025-03-07"),
        ("early Tuesday", "2025-03-11"),
        ("Tuesday's", "2025-03-11"),
        ("last Tuesday", "2025-03-04"),
        ("this past Tuesday", "2025-03-11"),
        ("Friday of last week", "2025-03-07"),
        ("yesterday", "2025-03-11"),
        ("TODAY", "2025-03-12"),
        ("last night", "2025-03-11"),
        ("last evening", "2025-03-11"),
        ("this morning", "2025-03-12"),
        ("Sunday, June 16, 2024", "2024-06-16"),
        ("June 16", "2024-06-16"),
        ("16 June", "2024-06-16"),
        ("Feb. 24", "2025-02-24"),
        ("7 APR 90", "1990-04-07"),
        ("the night of May 29th", "2024-05-29"),
        ("2024-02-29", "2024-02-29"),
        ("on the 5th", "2025-03-05"),
        ("three weeks ago", "2025-02-19"),
        ("exactly two years ago", "2023-03-12"),
        ("three days after April 15, 2013", "2013-04-18"),
        ("the twenty-first of February", "2025-02-21"),
        ("the last Friday of February", "2025-02-28"),
        ("the first Monday in March", "2025-03-03"),
        ("the Sunday after Easter", "2024-04-07"),
        ("the Friday before March 7", "2025-02-28"),
        ("the 14th anniversary", "2011-03-12"),
        ("a few minutes ago, hours ago", "2025-03-12"),
    ],
)
def test_a_day_is_counted_from_publication(phrase: str, day: str) -> None:
    assert days(phrase) == (day, day)


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("in March", "2025-03-01", "2025-03-31"),
        ("in November", "2024-11-01", "2024-11-30"),
        ("last December", "2024-12-01", "2024-12-31"),
        ("last March", "2024-03-01", "2024-03-31"),
        ("January of this year", "2025-01-01", "2025-01-31"),
        ("March 2019", "2019-03-01", "2019-03-31"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("last week", "2025-03-03", "2025-03-09"),
        ("this week", "2025-03-10", "2025-03-16"),
        ("over the weekend", "2025-03-08", "2025-03-09"),
        ("last month", "2025-02-01", "2025-02-28"),
        ("two years ago", "2023-01-01", "2023-12-31"),
        ("19 months ago", "2023-08-01", "2023-08-31"),
        ("thirteen months ago", "2024-02-01", "2024-02-29"),
        ("twenty-five years ago", "2000-01-01", "2000-12-31"),
        ("two to three weeks ago", "2025-02-19", "2025-02-26"),
        ("the year after 2019", "2020-01-01", "2020-12-31"),
        ("the weekend of February 28", "2025-03-01", "2025-03-02"),
        ("the weekend before Easter", "2024-03-23", "2024-03-24"),
        ("the last week in February", "2025-02-22", "2025-02-28"),
        ("the first weekend of March", "2025-03-01", "2025-03-02"),
        ("the last three days", "2025-03-10", "2025-03-12"),
        ("in the last 90 minutes", "2025-03-12", "2025-03-12"),
        ("in about 20 minutes", "2025-03-12", "2025-03-12"),
        ("in less than 24 hours", "2025-03-11", "2025-03-12"),
        ("in the next 24 hours", "2025-03-12", "2025-03-13"),
        ("over the past six weeks", "2025-01-29", "2025-03-12"),
        ("in the past two years", "2023-03-12", "2025-03-12"),
        ("since last August", "2024-08-01", "2025-03-12"),
        ("since Tuesday afternoon", "2025-03-11", "2025-03-12"),
        ("since the beginning of the year", "2025-01-01", "2025-03-12"),
        ("so far this year", "2025-01-01", "2025-03-12"),
        ("earlier this month", "2025-03-01", "2025-03-12"),
        ("between 2001 and 2005", "2001-01-01", "2005-12-31"),
        ("in 2001 and 2002", "2001-01-01", "2002-12-31"),
        ("today and tomorrow", "2025-03-12", "2025-03-13"),
        ("this weekend", "2025-03-08", "2025-03-09"),
        ("early in 2017", "2017-01-01", "2017-04-30"),
        ("2005-2006", "2005-01-01", "2006-12-31"),
        ("2005-06", "2005-01-01", "2006-12-31"),
        ("January and February", "2025-01-01", "2025-02-28"),
        ("January 30 and February 2", "2025-01-30", "2025-02-02"),
        ("February 3, 4 and 6", "2025-02-03", "2025-02-06"),
        ("3, 4 and 6 February", "2025-02-03", "2025-02-06"),
        ("from May 3 to May 6", "2024-05-03", "2024-05-06"),
        ("May 3 to 6", "2024-05-03", "2024-05-06"),
        ("from Saturday to Monday", "2025-03-08", "2025-03-10"),
        ("late last year", "2024-10-01", "2024-12-31"),
        ("early 2017", "2017-01-01", "2017-04-30"),
        ("the end of July", "2024-07-21", "2024-07-31"),
        ("late January", "2025-01-22", "2025-01-31"),
        ("mid-June", "2024-06-11", "2024-06-20"),
        ("late January and early February", "2025-01-22", "2025-02-10"),
        ("overnight", "2025-03-11", "2025-03-12"),
        ("last summer", "2024-06-01", "2024-08-31"),
        ("in the winter of 2010", "2010-12-01", "2011-02-28"),
        ("the 19th century", "1801-01-01", "1900-12-31"),
    ],
)
def test_a_stretch_has_its_first_and_last_day(phrase: str, first: str, last: str) -> None:
    assert days(phrase) == (first, last)


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("at 8 p.m. Friday", "2025-03-07T20:00", "2025-03-07T20:00"),
        ("at around 5.30 p.m. local time (1530 UTC) on Monday", "2025-03-10T17:30", "2025-03-10T17:30"),
        ("10:00 am (0800 GMT) on Friday", "2025-03-07T10:00", "2025-03-07T10:00"),
        ("TONIGHT, AT APPROXIMATELY 1940", "2025-03-12T19:40", "2025-03-12T19:40"),
        ("1940 (1540 GMT) on Friday", "2025-03-07T19:40", "2025-03-07T19:40"),
        ("just after three o'clock Monday afternoon", "2025-03-10T15:00", "2025-03-10T15:00"),
        ("by 3am", "2025-03-12T03:00", "2025-03-12T03:00"),
        ("at noon today", "2025-03-12T12:00", "2025-03-12T12:00"),
        ("around midnight last night", "2025-03-12T00:00", "2025-03-12T00:00"),
        ("shortly before midnight Friday", "2025-03-07T23:59", "2025-03-07T23:59"),
        ("just before midnight on Friday night", "2025-03-07T23:59", "2025-03-07T23:59"),
        ("between 2:45 a.m. and 3:00 a.m.", "2025-03-12T02:45", "2025-03-12T03:00"),
        ("between 2 and 3 p.m. Monday", "2025-03-10T14:00", "2025-03-10T15:00"),
        ("5:30 in the evening on Monday", "2025-03-10T17:30", "2025-03-10T17:30"),
        ("since 9 a.m. Monday", "2025-03-10T09:00", "2025-03-10T09:00"),
        ("1 March beginning at 0600 (1200 GMT)", "2025-03-01T06:00", "2025-03-01"),
    ],
)
def test_a_clock_time_is_local_and_has_no_offset(phrase: str, start: str, end: str) -> None:
    assert days(phrase) == (start, end)


def test_universal_time_is_turned_to_the_places_own_where_the_zone_is_known() -> None:
    assert days("0600 GMT", TimeContext(PUBLISHED, zone="Asia/Kabul")) == ("2025-03-12T10:30",) * 2
    assert days("0600 GMT", TimeContext(PUBLISHED)) == ("2025-03-12",) * 2
    assert days("0600 GMT", TimeContext(PUBLISHED, zone="../etc/passwd")) == ("2025-03-12",) * 2


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("Friday", "2025-03-14", "2025-03-14"),
        ("in October", "2025-10-01", "2025-10-31"),
        ("March 27", "2025-03-27", "2025-03-27"),
        ("February", "2026-02-01", "2026-02-28"),
        ("this weekend", "2025-03-15", "2025-03-16"),
        ("next week", "2025-03-17", "2025-03-23"),
        ("tomorrow", "2025-03-13", "2025-03-13"),
    ],
)
def test_the_future_tense_looks_ahead(phrase: str, first: str, last: str) -> None:
    assert days(phrase, FUTURE) == (first, last)


@pytest.mark.parametrize(
    ("phrase", "first"),
    [("Friday", "2025-03-14"), ("17 September", "2024-09-17"), ("in August", "2025-08-01")],
)
def test_what_is_planned_is_on_the_coming_weekday_and_else_on_the_nearer_date(
    phrase: str, first: str
) -> None:
    found = days(phrase, TimeContext(PUBLISHED, "planned"))
    assert found is not None
    assert found[0] == first


def test_a_planned_date_or_month_that_was_nearer_is_past() -> None:
    assert days("Feb. 18", TimeContext(PUBLISHED, "planned")) == ("2025-02-18",) * 2
    assert days("in October", TimeContext(PUBLISHED, "planned")) == ("2024-10-01", "2024-10-31")


@pytest.mark.parametrize(
    ("phrase", "dayless"),
    [
        ("about 7 p.m.", True),
        ("7 p.m. Friday", False),
        ("Friday", False),
        ("about 20 minutes before the shots", True),
        ("an hour earlier", True),
        ("an hour ago", False),
        ("two days earlier", False),
    ],
)
def test_a_time_of_day_alone_names_no_day(phrase: str, dayless: bool) -> None:
    assert is_dayless(phrase) is dayless


def test_late_hours_of_no_day_are_of_the_evening_before_publication() -> None:
    assert days("about 11:30 p.m.", TimeContext(PUBLISHED)) == ("2025-03-11T23:30",) * 2
    assert days("about 7 p.m.", TimeContext(PUBLISHED)) == ("2025-03-12T19:00",) * 2
    assert days("at 11:30 p.m.", FUTURE) == ("2025-03-12T23:30",) * 2
    told = TimeContext(PUBLISHED, None, Time("2025-03-10", "2025-03-10"))
    assert days("about 11:30 p.m.", told) == ("2025-03-10T23:30",) * 2


def test_a_night_of_a_month_is_no_closer_than_the_month() -> None:
    month = TimeContext(PUBLISHED, "past", Time("2025-01-01", "2025-01-31"))
    assert days("that night", month) == days("the evening", month) == ("2025-01-01", "2025-01-31")


def test_what_counts_from_a_month_is_as_long_and_lies_behind_publication() -> None:
    january, february = Time("2025-01-01", "2025-01-31"), Time("2025-02-01", "2025-02-28")
    assert days("two weeks later", TimeContext(PUBLISHED, "past", january)) == ("2025-01-15", "2025-02-14")
    assert days("two weeks later", TimeContext(PUBLISHED, "past", february)) == ("2025-02-15", "2025-03-12")
    assert days("two weeks earlier", TimeContext(PUBLISHED, "past", january)) == ("2024-12-18", "2025-01-17")


def test_without_tense_a_date_close_ahead_is_ahead_and_one_far_ahead_is_past() -> None:
    assert days("March 27", TimeContext(PUBLISHED)) == ("2025-03-27",) * 2
    assert days("17 September", TimeContext(PUBLISHED)) == ("2024-09-17",) * 2


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("two days earlier", "2024-05-29", "2024-05-29"),
        ("the same day", "2024-05-31", "2024-05-31"),
        ("the next day", "2024-06-01", "2024-06-01"),
        ("the previous year", "2023-01-01", "2023-12-31"),
        ("a month later", "2024-06-01", "2024-06-30"),
        ("around 9:40 p.m.", "2024-05-31T21:40", "2024-05-31T21:40"),
        ("since about 5:30 in the morning", "2024-05-31T05:30", "2024-05-31T05:30"),
        ("since then", "2024-05-31", "2025-03-12"),
        ("less than two weeks later", "2024-05-31", "2024-06-14"),
        ("next week", "2025-03-17", "2025-03-23"),
    ],
)
def test_words_that_look_back_in_the_text_use_the_anchor(phrase: str, first: str, last: str) -> None:
    anchored = TimeContext(PUBLISHED, "past", Time("2024-05-31", "2024-05-31"))
    assert days(phrase, anchored) == (first, last)


def test_a_date_is_of_the_year_in_which_its_month_was_spoken_of_unless_it_is_recent() -> None:
    spoken = Time("2022-12-01", "2022-12-31")
    late, soon = Stamp("2024-05-20", "day", "header"), Stamp("2024-01-10", "day", "header")
    assert days("Dec. 11", TimeContext(late, anchor=spoken)) == ("2022-12-11",) * 2
    assert days("Dec. 11", TimeContext(soon, anchor=spoken)) == ("2023-12-11",) * 2
    assert days("Nov. 11", TimeContext(late, anchor=spoken)) == ("2023-11-11",) * 2


def test_that_weekday_lies_behind_publication_where_it_is_no_future() -> None:
    funeral = Time("2025-03-11", "2025-03-11")
    published = Stamp("2025-03-12", "day", "header")
    assert days("that Thursday", TimeContext(published, "past", funeral)) == ("2025-03-06",) * 2
    assert days("that Thursday", TimeContext(published, "future", funeral)) == ("2025-03-13",) * 2


def test_what_came_days_after_something_counts_back_to_it_where_ahead_lies_the_future() -> None:
    news = Time("2025-03-11", "2025-03-11")
    assert days("four days after", TimeContext(PUBLISHED, "past", news)) == ("2025-03-07",) * 2
    assert days("four days after", TimeContext(PUBLISHED, "future", news)) == ("2025-03-15",) * 2


@pytest.mark.parametrize(
    "phrase",
    [
        "in recent years",
        "recently",
        "earlier",
        "in the coming days",
        "months later",
        "",
        "the train",
        "a Friday in February",
        "a Friday last month",
        "the fifth Monday of February",
        "31 February",
    ],
)
def test_vague_words_and_impossible_days_are_no_time(phrase: str) -> None:
    assert read_time(phrase, PAST) is None


def test_without_publication_only_full_dates_are_told() -> None:
    nothing = TimeContext()
    assert days("June 16, 2024", nothing) == ("2024-06-16",) * 2
    assert days("at 8 p.m. on June 16, 2024", nothing) == ("2024-06-16T20:00",) * 2
    assert days("Sunday", nothing) is None
    assert days("June 16", nothing) is None


def test_publication_known_to_the_month_settles_months_but_no_weekdays() -> None:
    monthly = TimeContext(Stamp("2025-03", "month", "given"))
    assert days("in November", monthly) == ("2024-11-01", "2024-11-30")
    assert days("Sunday", monthly) is None


def _words() -> list[str]:
    table = load("times")
    listed = [word for name in table["letters"] for word in table[name]]
    return [
        *listed,
        *" ".join(table["classes"].values()).split(),
        "5",
        "31",
        "1999",
        "0015",
        "8:49",
        "29th",
        "pm",
    ]


@given(st.lists(st.sampled_from(_words()), max_size=12).map(" ".join) | st.text(max_size=60), st.dates())
def test_any_words_give_nothing_or_an_interval_in_order(phrase: str, published: date) -> None:
    stamp = Stamp(published.isoformat(), "day", "given")
    time = read_time(phrase, TimeContext(stamp, anchor=Time("2020-02-29T10:00", "2020-03-01")))
    if time:
        assert date.fromisoformat(time.start[:10]) <= date.fromisoformat(time.end[:10])
        assert time.start <= time.end or time.end == time.start[:10]


@pytest.mark.parametrize(
    ("phrase", "entries"),
    [
        ("on Sunday", ["times.toml: periods.weekday", ""]),
        ("late May 2020", ["times.toml: periods.month_year", "times.toml: stretches.month", ""]),
        ("since March 2020", ["", "times.toml: periods.month_year", ""]),
        ("three days after April 15", ["times.toml: units.day", "times.toml: periods.month_day", ""]),
        ("at 10 p.m. on Sunday", ["", "times.toml: periods.weekday", ""]),
    ],
)
def test_a_time_comes_with_the_rules_that_gave_it(phrase: str, entries: list[str]) -> None:
    found = reasoned_time(phrase, PAST)
    assert found is not None
    assert [reason.entry for reason in found[1]] == entries
    assert found[1][-1].rule.startswith("read from ")


def test_a_time_that_needs_no_publication_is_read_without_one() -> None:
    found = reasoned_time("at 10 p.m. on 5 May 2020", TimeContext())
    assert found is not None
    assert [reason.rule for reason in found[1]] == ["a clock time", "full date"]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("The day before", True), ("two days later", True), ("the following week", True), ("Friday", False),
     ("overnight", False), ("before noon on Friday", False)],
)  # fmt: skip
def test_what_is_counted_from_another_time_is_told(phrase: str, expected: bool) -> None:
    assert is_counted(phrase) is expected


@pytest.mark.parametrize(
    ("phrase", "first"),
    [("the day before Christmas", "2023-12-24"), ("the night before Easter", "2024-03-30"),
     ("hours before dawn on Monday", "2024-06-03"), ("minutes after midnight on Monday", "2024-06-03T00:00"),
     ("three days before Mardi Gras", "2024-02-10"), ("two days after Christmas", "2023-12-27")],
)  # fmt: skip
def test_a_day_is_counted_from_one_that_is_named(phrase: str, first: str) -> None:
    found = read_time(phrase, TimeContext(Stamp("2024-06-06", "day", "given"), "past"))
    assert found is not None
    assert found.start == first


@pytest.mark.parametrize(
    "phrase", ["one night", "one morning", "just before Christmas", "after Easter", "days after Easter"]
)
def test_some_night_and_the_time_around_a_holiday_are_no_day(phrase: str) -> None:
    assert read_time(phrase, TimeContext(Stamp("2024-06-06", "day", "given"), "past")) is None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("ten minutes later", True),
        ("several hours earlier", True),
        ("two days later", False),
        ("an hour before dawn", False),
        ("later on Friday", False),
    ],
)
def test_minutes_and_hours_between_are_no_day_of_their_own(phrase: str, expected: bool) -> None:
    assert is_moments_off(phrase) is expected


@pytest.mark.parametrize("phrase", ["the next day", "the following day", "the next morning"])
def test_the_next_day_is_none_where_nothing_was_spoken_of_and_it_is_past(phrase: str) -> None:
    assert days(phrase, PAST) is None
    assert days(phrase, FUTURE) == ("2025-03-13", "2025-03-13")
    assert days(phrase, TimeContext(PUBLISHED, "past", Time("2025-03-05", "2025-03-05"))) == (
        "2025-03-06",
        "2025-03-06",
    )


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("in the first six months of 2024", "2024-01-01", "2024-06-30"),
        ("the last three months of last year", "2024-10-01", "2024-12-31"),
        ("in the first ten days of February", "2025-02-01", "2025-02-10"),
        ("the last two weeks of January", "2025-01-18", "2025-01-31"),
        ("the weekend before last", "2025-03-01", "2025-03-02"),
        ("on the night of 3 to 4 March", "2025-03-03", "2025-03-04"),
        ("on the night from 3 to 4 March", "2025-03-03", "2025-03-04"),
        ("overnight into Sunday", "2025-03-08", "2025-03-09"),
        ("14.02.2025", "2025-02-14", "2025-02-14"),
        ("on 14/02/2025", "2025-02-14", "2025-02-14"),
        ("2/14/2025", "2025-02-14", "2025-02-14"),
        ("05.02.2025 at 14:30", "2025-02-05T14:30", "2025-02-05T14:30"),
    ],
)
def test_counted_parts_nights_of_two_days_and_dates_in_figures(phrase: str, start: str, end: str) -> None:
    assert days(phrase) == (start, end)


@pytest.mark.parametrize("phrase", ["on 3/4/2025", "on 31.02.2025"])
def test_figures_that_leave_open_the_month_or_give_no_day_that_there_is_are_no_date(phrase: str) -> None:
    assert days(phrase) is None
