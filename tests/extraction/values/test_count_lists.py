"""Sums over lists."""

from __future__ import annotations

import pytest

from guessed import guess_tags
from standoff.extraction.values.quantities import reasoned_quantity


@pytest.mark.parametrize(
    ("text", "bounds", "summed"),
    [
        ("eight women , a girl and four men", (13, 13), True),
        ("a man and a woman", (2, 2), True),
        ("his wife and two sons", (3, 3), True),
        ("at least two men and three women", (5, None), True),
        ("eight women , a girl", (8, 8), False),
        ("two sailors from Tellis", (2, 2), False),
    ],
)
def test_a_closed_list_is_summed_and_says_so(text: str, bounds: tuple[int, int | None], summed: bool) -> None:
    words = text.split()
    found = reasoned_quantity(words, 0, len(words), "killed", guess_tags(words))
    assert found is not None
    assert (found[0].low, found[0].high) == bounds
    assert (found[1][0].rule == "the sum over a list") is summed


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("12 clerks and porters", "clerks and porters"),
        ("between 400 and 500 women and children", "women and children"),
        ("six of the other clerks and porters", "clerks and porters"),
        ("two men and three women", "two men and three women"),
        ("six rebels and a farmer", "six rebels and a farmer"),
        ("a man and a woman", "a man and a woman"),
    ],
)
def test_a_number_that_a_list_shares_is_no_part_of_whom_it_names(text: str, party: str) -> None:
    words = text.split()
    found = reasoned_quantity(words, 0, len(words), "killed", guess_tags(words))
    assert found is not None
    assert found[0].party == party
