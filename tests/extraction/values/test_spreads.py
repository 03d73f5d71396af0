"""Tolls that go on at other places."""

from __future__ import annotations

from itertools import permutations

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.values.spreads import spread
from trees import reading

TREE = (
    "Six/NUM/2/nummod men/NOUN/3/nsubj died/VERB/0/root in/ADP/5/case Arden/PROPN/3/obl and/CCONJ/7/cc two/NUM/3/conj "
    "in/ADP/9/case Tolm/PROPN/7/nmod ./PUNCT/3/punct"
)


def test_of_several_fates_at_one_place_the_same_goes_on_in_whatever_order_they_come() -> None:
    page = Page.of(reading(TREE))
    tolls = [(fate, Stretch(0, 2)) for fate in ("killed", "injured", "missing")]
    assert {tuple(spread(page, some)) for some in permutations(tolls)} == {(("missing", Stretch(6, 7)),)}
