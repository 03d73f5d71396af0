"""One number or noun phrase as a count, with what decided it."""

from __future__ import annotations

import pytest

from guessed import guess_tags
from standoff.extraction.grammar.phrases import noun_phrases
from standoff.extraction.values.counts import Count, Sentence, of_numeral, of_phrase
from standoff.extraction.values.numerals import find_numerals


def sentence(text: str) -> Sentence:
    words = text.split()
    return Sentence(words, tuple(map(str.lower, words)), guess_tags(words), 0, len(words))


def numbered(text: str) -> Count:
    made = sentence(text)
    return of_numeral(made, find_numerals(made.words, 0, len(made.words))[0])


def phrased(text: str) -> Count:
    made = sentence(text)
    return of_phrase(made, noun_phrases(made.words, made.tags, 0, len(made.words))[0])


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("at least six men", ["numbers.toml: before.at least", "numbers.toml: cardinals"]),
        ("several men", ["numbers.toml: intervals.several"]),
        ("dozens of men", ["numbers.toml: plural_scales.dozens"]),
        ("10 to 15 men", ["numbers.toml: ranges.joins.to"]),
        ("several dozen men", ["numbers.toml: several"]),
        ("20 or so men", ["numbers.toml: after.or so"]),
        ("20 men", [""]),
    ],
)
def test_a_number_comes_with_the_entries_that_gave_it(text: str, entries: list[str]) -> None:
    assert [reason.entry for reason in numbered(text).why] == entries


@pytest.mark.parametrize(
    ("text", "low", "high", "said"),
    [("a guard", 1, 1, "“a guard” is one"), ("guards", 2, None, "“guards” is several, two or more")],
)
def test_a_phrase_without_a_number_is_one_or_several(
    text: str, low: int, high: int | None, said: str
) -> None:
    found = phrased(text)
    assert (found.low, found.high) == (low, high)
    assert found.why[0].rule.endswith(said)
