"""What a pronoun may stand for."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.names.antecedents import Antecedents
from standoff.extraction.names.names import Names
from trees import reading


@pytest.mark.parametrize(
    ("noun", "pronoun", "found"),
    [
        ("source", "she", 1),
        ("gardener", "she", None),
        ("spokesperson", "she", 1),
        ("ministry", "she", None),
        ("ministry", "it", 1),
        ("police", "they", 1),
        ("lamp", "it", None),
    ],
)
def test_a_pronoun_stands_for_nouns_of_the_lexicon(noun: str, pronoun: str, found: int | None) -> None:
    before = f"the/DET/2/det {noun}/NOUN/3/nsubj waited/VERB/0/root"
    page = Page.of(reading(f"{before} and/CCONJ/6/cc {pronoun}/PRON/6/nsubj left/VERB/3/conj"))
    assert Antecedents(page, Names(page)).find(4, set()) == found


def test_who_speaks_of_him_is_looked_for_once_where_nobody_else_is_named() -> None:
    quoted = (
        '"/PUNCT/3/punct They/PRON/3/nsubj shot/VERB/8/ccomp him/PRON/3/obj ,/PUNCT/3/punct "/PUNCT/3/punct'
    )
    page = Page.of(reading(f"{quoted} he/PRON/8/nsubj said/VERB/0/root ./PUNCT/8/punct"))
    assert Antecedents(page, Names(page)).find(3, set()) is None
