"""Whole numbers in figures and words, and words in lower case, made once."""

from __future__ import annotations

from fractions import Fraction

import pytest

from standoff.extraction.values.cardinals import Spelt, cardinal, lowered


def test_spelt_words_keep_their_lower_case() -> None:
    words = ("Guards", "’s", "SIX")
    spelt = Spelt(words)
    assert lowered(spelt) == lowered(words) == lowered(list(words)) == ("guards", "'s", "six")
    assert lowered(spelt) is lowered(spelt)
    assert spelt == words


def test_words_whose_lower_case_is_known_are_not_lowered_again() -> None:
    lower = ("guards", "six")
    spelt = Spelt.of(("Guards", "SIX"), lower)
    assert lowered(spelt) is lower
    assert spelt == ("Guards", "SIX")


@pytest.mark.parametrize(
    ("text", "number", "read"),
    [
        ("31 , 000 people", 31_000, 3),
        ("1 , 200 , 300 people", 1_200_300, 5),
        ("2019 , 300 people", 2019, 1),
        ("1,200 , 300 people", 1200, 1),
        ("2.5 , 300 people", 2.5, 1),
        ("two thousand million", 2 * 10**9, 3),
        ("two thousand million five hundred", 2 * 10**9 + 500, 5),
        ("1 lakh crore", 10**12, 3),
        ("two million three thousand", 2_003_000, 4),
    ],
)
def test_groups_and_scales_make_one_number_where_they_belong_together(
    text: str, number: float, read: int
) -> None:
    words = text.split()
    assert cardinal(words, 0, len(words)) == (Fraction(number), read)
