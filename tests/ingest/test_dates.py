"""Dates as headers, pages and datelines write them."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.ingest.dates import parse

READ = {
    "2031-06-16": ("2031-06-16", "day"),
    "2031-06": ("2031-06", "month"),
    "June 2031": ("2031-06", "month"),
    "20310616": ("2031-06-16", "day"),
    "2031-06-16T14:20:00+03:00": ("2031-06-16T14:20:00+03:00", "second"),
    "2031-06-16T14:20Z": ("2031-06-16T14:20+00:00", "minute"),
    "2031-06-16 14:20:30.123 UTC": ("2031-06-16T14:20:30+00:00", "second"),
    "June 16, 2031": ("2031-06-16", "day"),
    "16th June 2031": ("2031-06-16", "day"),
    "7 APR 90": ("1990-04-07", "day"),
    "Mon, 16 Jun 2031 22:35:00 +0600": ("2031-06-16T22:35:00+06:00", "second"),
    "3:09 AM EST Dec 19, 2031": ("2031-12-19T03:09-05:00", "minute"),
    "Dec. 19, 2031 at 12:05 a.m.": ("2031-12-19T00:05", "minute"),
    "04/9/2031 8:33 am": ("2031-04-09T08:33", "minute"),
    "16/6/2031": ("2031-06-16", "day"),
}


@pytest.mark.parametrize("words", READ)
def test_a_date_is_read_with_its_precision(words: str) -> None:
    assert parse(words) == READ[words]


@pytest.mark.parametrize(
    "words",
    ["", "yesterday", "July 1", "04/05/2031", "2031-02-31", "0001-01-01T00:00:00Z", "2031-13-01", "x" * 99],
)
def test_what_is_no_date_or_an_ambiguous_one_gives_nothing(words: str) -> None:
    assert parse(words) is None


@pytest.mark.parametrize(
    ("zone", "read"),
    [
        ("+14:00", "+14:00"),
        ("-03:30", "-03:30"),
        ("+0530", "+05:30"),
        ("+٠٣:٠٠", "+03:00"),
        ("+14:01", ""),
        ("+25:00", ""),
        ("+99:99", ""),
        ("-9999", ""),
        ("+02:60", ""),
    ],
)
@pytest.mark.parametrize("words", ["2031-06-16T14:20:00{}", "Mon, 16 Jun 2031 14:20:00 {}"])
def test_a_zone_that_no_clock_has_is_left_out(words: str, zone: str, read: str) -> None:
    assert parse(words.format(zone)) == (f"2031-06-16T14:20:00{read}", "second")


@given(st.from_regex(r"[+-]\d\d:?\d\d", fullmatch=True))
def test_a_moment_is_one_in_plain_digits_whatever_its_zone(zone: str) -> None:
    found = parse(f"2031-06-16T14:20{zone}")
    assert found is not None
    assert found[0].isascii()
    assert datetime.fromisoformat(found[0]).hour == 14


@given(st.datetimes(min_value=datetime(1700, 1, 1)))  # noqa: DTZ001
def test_iso_moments_come_back_as_they_are(when: datetime) -> None:
    words = f"{when:%Y-%m-%dT%H:%M:%S}"
    found = parse(words)
    assert found is None or found == (words, "second")
    assert (found is None) == (int(words[:4]) > 2199)


@given(st.text(max_size=90))
def test_no_words_trip_the_parser(words: str) -> None:
    found = parse(words)
    assert found is None or found[0][:4].isdigit()
