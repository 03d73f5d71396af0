"""Tallies told by an ordinal."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction.grammar.page import Page
from standoff.extraction.values.tallies import tally_deed, tally_of

TO_BE = "the/DET/3/det 9th/ADJ/3/amod clerk/NOUN/0/root to/PART/6/mark be/AUX/6/aux killed/VERB/3/acl"
BARE = "the/DET/3/det {which}/ADJ/3/amod clerk/NOUN/0/root killed/VERB/3/acl there/ADV/4/advmod"
DIED = "the/DET/3/det third/ADJ/3/amod clerk/NOUN/4/nsubj died/VERB/0/root"


@pytest.mark.parametrize(
    ("tree", "number"),
    [
        (TO_BE, 9),
        (BARE.format(which="third"), 3),
        (BARE.format(which="first"), None),
        (BARE.format(which="young"), None),
        (DIED, None),
    ],
)
def test_an_ordinal_counts_those_whom_the_same_befell(tree: str, number: int | None) -> None:
    assert tally_of(Page.of(trees.reading(tree)), 2) == number


def test_the_deed_of_a_tally_is_the_verb_behind_its_noun() -> None:
    assert tally_deed(Page.of(trees.reading(TO_BE)), 2) == 5
