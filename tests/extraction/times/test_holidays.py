"""Holidays, against a report published on Tuesday, 5 January 2016."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.lexicon import load
from standoff.extraction.times.frame import Tense
from standoff.extraction.times.times import TimeContext, read_time
from standoff.records import Stamp


def _days(phrase: str, published: str = "2016-01-05", tense: Tense = "past") -> tuple[str, str] | None:
    time = read_time(phrase, TimeContext(Stamp(published, "day", "given"), tense))
    return (time.start, time.end) if time else None


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("Christmas night", "2015-12-25"),
        ("early on New Year’s Day", "2016-01-01"),
        ("New Year's Eve", "2015-12-31"),
        ("New Years Eve", "2015-12-31"),
        ("on Thanksgiving", "2015-11-26"),
        ("two days after Thanksgiving", "2015-11-28"),
        ("Memorial Day", "2015-05-25"),
        ("MOTHER'S DAY", "2015-05-10"),
        ("Easter Sunday", "2015-04-05"),
        ("Good Friday 2014", "2014-04-18"),
        ("July 4th, 2014", "2014-07-04"),
        ("Halloween of 2013", "2013-10-31"),
        ("Christmas Day two years ago", "2014-12-25"),
        ("two years ago on Christmas Day", "2014-12-25"),
        ("Easter last year", "2015-04-05"),
        ("Christmas two weeks ago", "2015-12-25"),
    ],
)
def test_a_holiday_is_the_last_one(phrase: str, day: str) -> None:
    assert _days(phrase) == (day, day)


def test_a_holiday_to_come_is_the_next_one() -> None:
    assert _days("Easter", tense="future") == ("2016-03-27",) * 2
    assert _days("next Thanksgiving") == ("2016-11-24",) * 2
    assert _days("last Christmas", tense=None) == ("2015-12-25",) * 2
    assert _days("Easter last year", "2016-05-05") == ("2015-04-05",) * 2


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("over Labor Day weekend", "2015-09-05", "2015-09-07"),
        ("Thanksgiving weekend", "2015-11-26", "2015-11-29"),
        ("Easter weekend", "2015-04-04", "2015-04-05"),
        ("the Fourth of July holiday weekend", "2015-07-04", "2015-07-05"),
        ("Veterans Day weekend", "2015-11-07", "2015-11-08"),
        ("Labor Day weekend 2014", "2014-08-30", "2014-09-01"),
        ("Memorial Day weekend in 2014", "2014-05-24", "2014-05-26"),
        ("Labor Day weekend two years ago", "2014-08-30", "2014-09-01"),
    ],
)
def test_the_weekend_of_a_holiday_holds_it_or_is_before_it(phrase: str, first: str, last: str) -> None:
    assert _days(phrase) == (first, last)


def test_a_clock_time_lies_on_the_holiday() -> None:
    assert _days("8 p.m. on Christmas Eve") == ("2015-12-24T20:00",) * 2


@given(st.sampled_from(sorted(load("times")["holidays"])), st.dates(date(1901, 1, 1), date(2098, 1, 1)))
def test_each_holiday_is_once_in_a_year(name: str, published: date) -> None:
    found = _days(name, published.isoformat())
    assert found is not None
    assert found[0] == found[1]
    assert published - timedelta(days=387) < date.fromisoformat(found[0]) <= published
