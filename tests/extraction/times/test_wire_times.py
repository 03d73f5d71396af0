"""Time expressions of wire reports, against one published on Wednesday, 12 March 2025."""

from __future__ import annotations

import pytest

from standoff.extraction.times.times import TimeContext, is_dayless, read_time
from standoff.records import Stamp, Time

PUBLISHED = Stamp("2025-03-12", "day", "given")
PHRASES = [
    ("between 2 and 4 am", "2025-03-12T02:00", "2025-03-12T04:00"),
    ("between 2 and 4 a.m. Tuesday", "2025-03-11T02:00", "2025-03-11T04:00"),
    ("between 11 p.m. Monday and 2 a.m. Tuesday", "2025-03-10T23:00", "2025-03-11T02:00"),
    ("from 11 p.m. on Monday to 2 a.m. on Tuesday", "2025-03-10T23:00", "2025-03-11T02:00"),
    ("between 10 p.m. and 2 a.m. on Monday night", "2025-03-10T22:00", "2025-03-11T02:00"),
    ("from Monday to Wednesday", "2025-03-10", "2025-03-12"),
    ("last Monday through Friday", "2025-03-03", "2025-03-07"),
    ("next Saturday and Sunday", "2025-03-22", "2025-03-23"),
    ("two weeks from today", "2025-03-26", "2025-03-26"),
    ("on 2025/03/04", "2025-03-04", "2025-03-04"),
    ("2025.3.4", "2025-03-04", "2025-03-04"),
    ("from Monday through Wednesday", "2025-03-10", "2025-03-12"),
    ("between Saturday and Monday", "2025-03-08", "2025-03-10"),
    ("since Sunday", "2025-03-09", "2025-03-12"),
    ("since the weekend", "2025-03-08", "2025-03-12"),
    ("since early February", "2025-02-01", "2025-03-12"),
    ("since Monday night", "2025-03-10", "2025-03-12"),
    ("by Tuesday evening", "2025-03-11", "2025-03-11"),
    ("on the eve of Christmas", "2024-12-24", "2024-12-24"),
    ("on the eve of Monday's election", "2025-03-09", "2025-03-09"),
    ("the night before last", "2025-03-10", "2025-03-10"),
    ("the day before yesterday", "2025-03-10", "2025-03-10"),
    ("the day after tomorrow", "2025-03-14", "2025-03-14"),
    ("a day after Monday's raid", "2025-03-11", "2025-03-11"),
    ("early Sunday", "2025-03-09", "2025-03-09"),
    ("late Saturday night", "2025-03-08", "2025-03-08"),
    ("shortly after midnight on Sunday", "2025-03-09T00:00", "2025-03-09T00:00"),
    ("a few minutes after midnight on Sunday", "2025-03-09T00:00", "2025-03-09T00:00"),
    ("around midnight on Friday night", "2025-03-08T00:00", "2025-03-08T00:00"),
    ("1:30 a.m. on Friday night", "2025-03-08T01:30", "2025-03-08T01:30"),
    ("earlier this month", "2025-03-01", "2025-03-12"),
    ("earlier this week", "2025-03-10", "2025-03-12"),
    ("last week", "2025-03-03", "2025-03-09"),
    ("the week before last", "2025-02-24", "2025-03-02"),
    ("the week of March 3", "2025-03-03", "2025-03-09"),
    ("in the first week of March", "2025-03-01", "2025-03-07"),
    ("in the last week of January", "2025-01-25", "2025-01-31"),
    ("in the second half of February", "2025-02-15", "2025-02-28"),
    ("in the first half of 2024", "2024-01-01", "2024-06-30"),
    ("in the first quarter of 2024", "2024-01-01", "2024-03-31"),
    ("exactly a year ago", "2024-03-12", "2024-03-12"),
    ("a year ago today", "2024-03-12", "2024-03-12"),
    ("a week ago today", "2025-03-05", "2025-03-05"),
    ("two years ago this month", "2023-03-01", "2023-03-31"),
    ("a week ago Monday", "2025-03-03", "2025-03-03"),
    ("in the early hours of Tuesday", "2025-03-11", "2025-03-11"),
    ("in the small hours of Sunday morning", "2025-03-09", "2025-03-09"),
    ("over the past 24 hours", "2025-03-11", "2025-03-12"),
    ("in the past 48 hours", "2025-03-10", "2025-03-12"),
    ("on Monday and Tuesday", "2025-03-10", "2025-03-11"),
    ("Monday or Tuesday", "2025-03-10", "2025-03-11"),
    ("on March 3 and 4", "2025-03-03", "2025-03-04"),
    ("March 3-5", "2025-03-03", "2025-03-05"),
    ("March 3–5, 2024", "2024-03-03", "2024-03-05"),
    ("from 3 to 5 March", "2025-03-03", "2025-03-05"),
    ("between 3 and 5 March 2024", "2024-03-03", "2024-03-05"),
    ("from February 27 until March 2", "2025-02-27", "2025-03-02"),
    ("from December 30, 2023, to January 2, 2024", "2023-12-30", "2024-01-02"),
    ("at dawn on Sunday", "2025-03-09", "2025-03-09"),
    ("just before dawn on Monday", "2025-03-10", "2025-03-10"),
    ("at 5.30 in the morning", "2025-03-12T05:30", "2025-03-12T05:30"),
    ("at half past five in the morning on Monday", "2025-03-10T05:30", "2025-03-10T05:30"),
    ("at six in the evening on Monday", "2025-03-10T18:00", "2025-03-10T18:00"),
    ("at 6 o'clock in the evening on Monday", "2025-03-10T18:00", "2025-03-10T18:00"),
    ("noon local time (1000 GMT)", "2025-03-12T12:00", "2025-03-12T12:00"),
    ("10:15 p.m. Eastern time on Monday", "2025-03-10T22:15", "2025-03-10T22:15"),
    ("9 a.m. ET Monday", "2025-03-10T09:00", "2025-03-10T09:00"),
    ("Tuesday at 3:45pm", "2025-03-11T15:45", "2025-03-11T15:45"),
    ("at 1545 hours on Tuesday", "2025-03-11T15:45", "2025-03-11T15:45"),
    ("overnight Monday to Tuesday", "2025-03-10", "2025-03-11"),
    ("overnight from Monday to Tuesday", "2025-03-10", "2025-03-11"),
    ("overnight into Tuesday", "2025-03-10", "2025-03-11"),
    ("overnight on Sunday", "2025-03-09", "2025-03-09"),
    ("on the night of Monday to Tuesday", "2025-03-10", "2025-03-11"),
    ("Sunday night into Monday", "2025-03-09", "2025-03-10"),
    ("late Sunday and early Monday", "2025-03-09", "2025-03-10"),
    ("late Sunday or early Monday", "2025-03-09", "2025-03-10"),
    ("a day earlier", "2025-03-11", "2025-03-11"),
    ("the day before", "2025-03-11", "2025-03-11"),
    ("last Sunday", "2025-03-09", "2025-03-09"),
    ("this past weekend", "2025-03-08", "2025-03-09"),
    ("next Friday", "2025-03-21", "2025-03-21"),
    ("at 10 p.m. on Monday, March 10", "2025-03-10T22:00", "2025-03-10T22:00"),
    ("Mon., March 10", "2025-03-10", "2025-03-10"),
    ("the 11th of March", "2025-03-11", "2025-03-11"),
    ("yesterday evening at 7", "2025-03-11T19:00", "2025-03-11T19:00"),
    ("at 8 tonight", "2025-03-12T20:00", "2025-03-12T20:00"),
    ("at 7 in the evening on Monday", "2025-03-10T19:00", "2025-03-10T19:00"),
    ("around 3 this afternoon", "2025-03-12T15:00", "2025-03-12T15:00"),
    ("10 last night", "2025-03-11T22:00", "2025-03-11T22:00"),
    ("2 this morning", "2025-03-12T02:00", "2025-03-12T02:00"),
    ("until Tuesday", "2025-03-11", "2025-03-11"),
    ("Friday, Feb. 7, at 11:30 p.m.", "2025-02-07T23:30", "2025-02-07T23:30"),
    ("as of Tuesday afternoon", "2025-03-11", "2025-03-11"),
    ("early on the morning of January 29", "2025-01-29", "2025-01-29"),
    ("the early morning hours Sunday", "2025-03-09", "2025-03-09"),
    ("Sunday, about 2:30 a.m.", "2025-03-09T02:30", "2025-03-09T02:30"),
    ("around 12:30 a.m. Sunday", "2025-03-09T00:30", "2025-03-09T00:30"),
    ("12:15 p.m.", "2025-03-12T12:15", "2025-03-12T12:15"),
    ("last Thursday night", "2025-03-06", "2025-03-06"),
    ("in the 24 hours to Tuesday morning", "2025-03-10", "2025-03-11"),
    ("two nights ago", "2025-03-10", "2025-03-10"),
    ("late Monday into Tuesday", "2025-03-10", "2025-03-11"),
    ("in the last two weekends", "2025-03-01", "2025-03-09"),
    ("over the next two weekends", "2025-03-15", "2025-03-23"),
    ("the last two weekends of February", "2025-02-15", "2025-02-23"),
    ("the first two weekends of February", "2025-02-01", "2025-02-09"),
    ("the Monday before last", "2025-03-03", "2025-03-03"),
    ("the Wednesday before last", "2025-02-26", "2025-02-26"),
    ("two weekends before Christmas", "2024-12-14", "2024-12-15"),
    ("half a year ago", "2024-09-01", "2024-09-30"),
    ("about half a decade ago", "2020-01-01", "2020-12-31"),
    ("half a dozen years ago", "2019-01-01", "2019-12-31"),
    ("half an hour ago", "2025-03-12", "2025-03-12"),
    ("in the last week of 2024", "2024-12-25", "2024-12-31"),
    ("on the last day of last year", "2024-12-31", "2024-12-31"),
    ("in the first week of 2024", "2024-01-01", "2024-01-07"),
    ("on the last day of summer", "2024-08-31", "2024-08-31"),
    ("in the first half of January", "2025-01-01", "2025-01-15"),
    ("in the second half of January", "2025-01-16", "2025-01-31"),
    ("in the last half of January", "2025-01-16", "2025-01-31"),
]
CLOCKS = [
    ("from 2:30 to 3:15 p.m.", "2025-03-12T14:30", "2025-03-12T15:15"),
    ("between 9:30 and 10 p.m. on Monday", "2025-03-10T21:30", "2025-03-10T22:00"),
    ("between 11 and 1 p.m.", "2025-03-12T11:00", "2025-03-12T13:00"),
    ("from 9 to 5 p.m.", "2025-03-12T09:00", "2025-03-12T17:00"),
    ("from 10 to noon Monday", "2025-03-10T10:00", "2025-03-10T12:00"),
    ("from 11 to midnight on Monday", "2025-03-09T23:00", "2025-03-10T00:00"),
    ("from 14:30 to 3:15 p.m.", "2025-03-12T14:30", "2025-03-12T15:15"),
    ("between two and three p.m.", "2025-03-12T14:00", "2025-03-12T15:00"),
    ("March 6 - 3 p.m.", "2025-03-06T15:00", "2025-03-06T15:00"),
    ("March 6 – 0600 local time", "2025-03-06T06:00", "2025-03-06T06:00"),
    ("from 10 to 1530 on Monday", "2025-03-10", "2025-03-10"),
    ("half past 2 p.m.", "2025-03-12T14:30", "2025-03-12T14:30"),
    ("quarter to 1 p.m.", "2025-03-12T12:45", "2025-03-12T12:45"),
    ("half past two o'clock", "2025-03-12T02:30", "2025-03-12T02:30"),
    ("half past two p.m.", "2025-03-12T14:30", "2025-03-12T14:30"),
    ("seven p.m. on Monday", "2025-03-10T19:00", "2025-03-10T19:00"),
    ("at seven p.m.", "2025-03-12T19:00", "2025-03-12T19:00"),
    ("at one Sunday morning", "2025-03-09T01:00", "2025-03-09T01:00"),
]
OF_YEARS = [
    ("on March 3 three years ago", "2022-03-03", "2022-03-03"),
    ("three years ago on March 3", "2022-03-03", "2022-03-03"),
    ("March 3 of last year", "2024-03-03", "2024-03-03"),
    ("March 4, last week", "2025-03-04", "2025-03-04"),
    ("March 20 next week", "2025-03-20", "2025-03-20"),
    ("February last month", "2025-02-01", "2025-02-28"),
    ("from March 3, 2024 to March 5", "2024-03-03", "2024-03-05"),
    ("from 30 December 2023 until 3 January", "2023-12-30", "2024-01-03"),
    ("from Sunday, March 3, 2024 to Tuesday, March 5", "2024-03-03", "2024-03-05"),
    ("from March 2019 to today", "2019-03-01", "2025-03-12"),
]
COUNTED = [
    ("two days earlier", "2025-03-08", "2025-03-06", "2025-03-06"),
    ("the previous night", "2025-03-08", "2025-03-07", "2025-03-07"),
    ("the night before", "2025-03-08", "2025-03-07", "2025-03-07"),
    ("the evening before", "2025-03-08", "2025-03-07", "2025-03-07"),
    ("the morning after", "2025-03-08", "2025-03-09", "2025-03-09"),
    ("the following morning", "2025-03-08", "2025-03-09", "2025-03-09"),
    ("the next morning", "2025-03-08", "2025-03-09", "2025-03-09"),
    ("the following night", "2025-03-08", "2025-03-09", "2025-03-09"),
    ("a day after", "2025-03-08", "2025-03-09", "2025-03-09"),
    ("shortly after midnight", "2025-03-09", "2025-03-09T00:00", "2025-03-09T00:00"),
    ("just a few minutes after midnight", "2025-03-09", "2025-03-09T00:00", "2025-03-09T00:00"),
    ("an hour and a half later", "2025-03-08", "2025-03-08", "2025-03-08"),
    ("half an hour later", "2025-03-08", "2025-03-08", "2025-03-08"),
    ("that Sunday", "2025-03-02", "2025-03-02", "2025-03-02"),
    ("that Friday", "2025-02-27", "2025-02-28", "2025-02-28"),
    ("the following Monday", "2025-02-20", "2025-02-24", "2025-02-24"),
    ("the previous Friday", "2025-02-20", "2025-02-14", "2025-02-14"),
    ("the Friday before", "2025-02-20", "2025-02-14", "2025-02-14"),
    ("the Monday after", "2025-02-20", "2025-02-24", "2025-02-24"),
    ("the following week", "2025-02-20", "2025-02-24", "2025-03-02"),
    ("the previous month", "2025-02-20", "2025-01-01", "2025-01-31"),
    ("later that day", "2025-02-20", "2025-02-20", "2025-02-20"),
    ("later that month", "2025-02-20", "2025-02-01", "2025-02-28"),
    ("around 11 p.m. that night", "2025-03-06", "2025-03-06T23:00", "2025-03-06T23:00"),
    ("that weekend", "2025-02-20", "2025-02-22", "2025-02-23"),
    ("the same weekend", "2025-02-22", "2025-02-22", "2025-02-23"),
    ("that weekend", "2025-03-11", "2025-03-08", "2025-03-09"),
]
OPEN = [
    "on the eve of the vote",
    "three days into the siege",
    "on the third day of the siege",
    "for three days",
    "for the third day running",
    "every Friday",
    "on Fridays",
    "a Friday",
    "on a Friday night",
    "each Sunday",
    "more than a week ago",
    "three and a half years ago",
    "at the turn of the year",
    "the last day of the year",
    "the last Friday of the month",
    "the last days of 2024",
    "two and a half years ago",
    "half a week ago",
    "a quarter of a year ago",
    "half a year earlier",
    "half a year after March 3, 2020",
    "2.5 years ago",
    "2.5 weeks later",
    "weekends before Christmas",
    "March 3 years ago",
    "one Sunday morning",
    "on one Sunday night",
    "at six ten p.m.",
]


@pytest.mark.parametrize(("phrase", "start", "end"), [*PHRASES, *CLOCKS, *OF_YEARS])
def test_an_expression_has_its_first_and_last_moment(phrase: str, start: str, end: str) -> None:
    assert read_time(phrase, TimeContext(PUBLISHED, "past")) == Time(start, end)


@pytest.mark.parametrize(("phrase", "spoken_of", "start", "end"), COUNTED)
def test_what_looks_back_counts_from_the_time_spoken_of(
    phrase: str, spoken_of: str, start: str, end: str
) -> None:
    context = TimeContext(PUBLISHED, "past", Time(spoken_of, spoken_of))
    assert read_time(phrase, context) == Time(start, end)


@pytest.mark.parametrize(
    ("phrase", "published", "first"),
    [
        ("this winter", "2025-01-15", "2024-12-01"),
        ("last winter", "2025-01-15", "2023-12-01"),
        ("next winter", "2025-01-15", "2025-12-01"),
        ("last winter", "2025-03-12", "2024-12-01"),
        ("this winter", "2025-12-15", "2025-12-01"),
        ("in the winter of last year", "2025-01-15", "2024-12-01"),
        ("summer of last year", "2025-10-15", "2024-06-01"),
    ],
)
def test_the_winter_that_runs_is_this_winter(phrase: str, published: str, first: str) -> None:
    found = read_time(phrase, TimeContext(Stamp(published, "day", "given"), "past"))
    assert found is not None
    assert found.start == first


def test_the_winter_that_runs_is_not_over_in_the_future_tense() -> None:
    january = TimeContext(Stamp("2025-01-15", "day", "given"), "future")
    assert read_time("in the winter", january) == Time("2024-12-01", "2025-02-28")


def test_that_weekend_is_no_closer_than_the_month_that_was_spoken_of() -> None:
    month = Time("2025-01-01", "2025-01-31")
    assert read_time("that weekend", TimeContext(PUBLISHED, "past", month)) == month


@pytest.mark.parametrize("phrase", OPEN)
def test_what_leaves_the_day_open_is_no_time(phrase: str) -> None:
    assert read_time(phrase, TimeContext(PUBLISHED, "past")) is None


@pytest.mark.parametrize(
    ("phrase", "start"),
    [
        ("at 0600 GMT on Tuesday", "2025-03-11T09:00"),
        ("0430 GMT (7:30 a.m. local time)", "2025-03-12T07:30"),
        ("7:30 a.m. local time (0430 GMT) on Sunday", "2025-03-09T07:30"),
    ],
)
def test_universal_time_beside_local_time_is_left(phrase: str, start: str) -> None:
    assert read_time(phrase, TimeContext(PUBLISHED, "past", zone="Asia/Baghdad")) == Time(start, start)


def test_a_month_is_too_long_to_count_a_night_or_a_weekday_from() -> None:
    month = TimeContext(PUBLISHED, "past", Time("2025-01-01", "2025-01-31"))
    assert [
        read_time(phrase, month) for phrase in ("the night before", "that Sunday", "the following Monday")
    ] == [None] * 3


@pytest.mark.parametrize(
    ("phrase", "dayless"),
    [
        ("just a few minutes after midnight", True),
        ("half an hour later", True),
        ("around 11 p.m. that night", True),
        ("at 9 p.m. the same day", True),
        ("at 9 p.m. the next day", False),
        ("at 9 p.m. yesterday", False),
    ],
)
def test_a_clock_time_of_that_night_names_no_day(phrase: str, dayless: bool) -> None:
    assert is_dayless(phrase) is dayless
