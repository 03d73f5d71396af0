"""When something was published, on one scale."""

from __future__ import annotations

import pytest

from standoff.linking.moments import published


@pytest.mark.parametrize(("whole", "day"), [("2031", "2031-01-01"), ("2031-05", "2031-05-01")])
def test_a_month_or_a_year_is_its_first_moment(whole: str, day: str) -> None:
    assert published(whole) == published(day) < published(f"{day}T08:00+00:00")


@pytest.mark.parametrize("words", [None, "", "May 2031", "2031-13", "203105"])
def test_what_is_no_date_comes_last(words: str | None) -> None:
    assert published(words) > published("2199-12-31")
