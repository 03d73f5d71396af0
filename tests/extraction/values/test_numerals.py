"""Number expressions in words."""

from __future__ import annotations

import pytest

from standoff.extraction.values.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two to three million", (2_000_000, 3_000_000)),
        ("50 to 100 thousand", (50_000, 100_000)),
        ("two or three dozen", (24, 36)),
        ("between 50 and a hundred guards", (50, 100)),
        ("between 10 and two dozen", (10, 24)),
        ("50 to a hundred", (50, 100)),
        ("five or a dozen", (5, 12)),
    ],
)
def test_the_low_end_has_the_scale_of_the_high_end_where_it_stays_below_it(
    text: str, expected: tuple[int, int]
) -> None:
    words = text.split()
    assert [(found.low, found.high) for found in find_numerals(words, 0, len(words))] == [expected]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("more than half of the 60 captives", 31, None), ("half of the 12", 6, 6), ("a third of 30 guards", 10, 10),
     ("half of them", 2, None), ("climbed past 200", 201, None)],
)  # fmt: skip
def test_parts_and_bounds_of_a_number_that_is_told(text: str, low: int, high: int | None) -> None:
    words = text.split()
    assert [(each.low, each.high) for each in find_numerals(words, 0, len(words))] == [(low, high)]
