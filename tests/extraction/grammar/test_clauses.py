"""What the tree tells of a clause."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page

CUT_OFF = (
    "Five/NUM/2/nummod people/NOUN/7/nsubj were/AUX/7/aux killed/VERB/7/ccomp {stop}/PUNCT/7/punct Ovar/PROPN/7/nsubj "
    "told/VERB/0/root Radio/PROPN/7/obj"
)


@pytest.mark.parametrize(("stop", "is_passive"), [(",", False), ("and", True)])
def test_an_auxiliary_of_the_clause_before_a_comma_is_not_the_verb_s(stop: str, is_passive: bool) -> None:
    assert passive(Page.of(trees.reading(CUT_OFF.format(stop=stop))), 6) is is_passive
