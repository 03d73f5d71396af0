"""Numbers that changed from one to another."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction import extract
from standoff.extraction.values.changes import CHANGE, changed
from standoff.extraction.values.numerals import find_numerals
from standoff.records import Quantity


def numbers(text: str) -> list[tuple[int | None, int | None]]:
    words = text.split()
    return [(found.low, found.high) for found in find_numerals(words, 0, len(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the toll rose from three to five", (5, 5)),
        ("the toll is up from three to five", (5, 5)),
        ("the count was corrected from 12 to nine", (9, 9)),
        ("deaths climbed from an earlier 12 to 15", (15, 15)),
        ("it was cut from at least 12 to nine", (9, 9)),
        ("from 12 to 15 people were hurt", (12, 15)),
        ("the toll was revised from 12 – 15", (12, 15)),
        ("the toll was revised from 12 or 15", (12, 15)),
        ("officials put it as high as 60", (None, 60)),
        ("officials put it as low as 60", (60, None)),
    ],
)
def test_a_change_says_the_new_number_and_a_range_both(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    assert numbers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 2013 attack on nine clerks", [(9, 9)]),
        ("the 2000 clerks", [(2000, 2000)]),
        ("the boys , 13 and 15 years old", []),
    ],
)
def test_a_year_or_an_age_is_no_number_of_people(text: str, expected: list[tuple[int, int]]) -> None:
    assert numbers(text) == expected


def test_the_old_number_and_the_new_one_have_their_own_words() -> None:
    words = "it rose from at least 12 to 15".split()
    (made,) = find_numerals(words, 0, len(words))
    both = changed(words, made)
    assert both is not None
    assert [words[slice(*at)] for at in both] == [["at", "least", "12"], ["15"]]


@pytest.mark.parametrize("text", ["from 12 – 15", "from two or three to five", "from 12 - 15 to 20"])
def test_only_to_joins_an_old_number_to_a_new_one(text: str) -> None:
    words = f"the toll rose {text}".split()
    found = find_numerals(words, 0, len(words))
    assert not any(CHANGE in number.entries or changed(words, number) for number in found)


def test_a_toll_that_rose_is_the_new_number() -> None:
    tree = (
        "The/DET/3/det death/NOUN/3/compound toll/NOUN/4/nsubj rose/VERB/0/root from/ADP/6/case three/NUM/4/obl "
        "to/ADP/8/case five/NUM/4/obl"
    )
    made = extract(trees.reading(tree, slots=[("killed", "The death toll", 0.9)]))
    values = [claim.value for claim in made.claims if isinstance(claim.value, Quantity)]
    assert [(value.low, value.high) for value in values] == [(5, 5)]
