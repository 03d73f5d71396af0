"""Numbers that count nobody."""

from __future__ import annotations

import pytest

from standoff.extraction.values.numerals import find_numerals


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("the couple 's three children", [3]),
        ("the pair ’s two sons", [2]),
        ("the couple were killed", [2]),
        ("aged 34 and hurt", []),
        ("Ana Bly ( 61 ) and Jan Roe ( 29 )", []),
        ("Oster ( 151 ) and Tolm ( 61 )", [151, 61]),
        ("six in Oster ; in New Tolm , 44 .", [6, 44]),
        ("Ana Bly of New Tolm , 44 , fell", []),
    ],
)
def test_whose_things_are_told_of_is_no_count(words: str, counts: list[int]) -> None:
    line = words.split()
    assert [numeral.low for numeral in find_numerals(line, 0, len(line))] == counts


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("12 may be trapped under the rubble", [12]),
        ("some 20 may have drowned", [20]),
        ("30 march on the capital", [30]),
        ("on 12 may police came", []),
        ("the raid of 12 may , they said", []),
        ("12 may 2019", []),
        ("the raid of 12 march", []),
        ("12 june was a day of rest", []),
    ],
)
def test_a_month_that_may_be_a_verb_is_one_where_a_date_fits(words: str, counts: list[int]) -> None:
    line = words.split()
    assert [numeral.high for numeral in find_numerals(line, 0, len(line))] == counts
