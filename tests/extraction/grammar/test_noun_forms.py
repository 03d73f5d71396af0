"""Names and nouns by their letters."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.noun_forms import head_of, lower_words, plural, singular, tidy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Ministry", "Ministry"),
        ("Ana\nBly's", "Ana Bly"),
        ("A clerk,", "clerk"),
        ("and state media", "state media"),
        ("the U.N.", "U.N."),
    ],
)
def test_names_lose_articles_and_endings(text: str, expected: str) -> None:
    assert tidy(text) == expected


def test_the_head_stands_before_the_first_preposition() -> None:
    assert head_of(lower_words("the two heads of the army")) == "heads"


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("women", "woman"),
        ("parties", "party"),
        ("coaches", "coach"),
        ("guards", "guard"),
        ("chassis", "chassis"),
    ],
)
def test_a_plural_has_a_singular(word: str, one: str) -> None:
    assert singular(word) == one
    assert plural(word) is (word != one)
