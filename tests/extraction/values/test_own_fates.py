"""Fates of their own that items of a list have."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.values.own_fates import own_fate
from trees import reading

LIST = "It/PRON/2/nsubj killed/VERB/0/root one/NUM/2/obj and/CCONJ/6/cc six/NUM/6/nummod people/NOUN/3/conj {rest}"
ITEM = Stretch(4, 6)  # "six people"
RESTS = {
    "nothing": ("./PUNCT/2/punct", "killed"),
    "another fate behind helping verbs": (
        "have/AUX/10/aux been/AUX/10/aux gravely/ADV/10/advmod wounded/VERB/2/conj",
        "",
    ),
    "that they live": ("in/ADP/9/case critical/ADJ/9/amod condition/NOUN/6/nmod", ""),
    "wounds": ("with/ADP/8/case burns/NOUN/6/nmod", "injured"),
    "the list's own fate": ("killed/VERB/6/acl", "killed"),
    "another's fate after a mark": (",/PUNCT/8/punct wounding/VERB/2/advcl ten/NUM/8/obj", "killed"),
    "another's fate after an and": ("and/CCONJ/8/cc wounded/VERB/2/conj ten/NUM/8/obj", "killed"),
    "another's fate in the next sentence": ("\nInjured/VERB/0/root were/AUX/1/aux two/NUM/1/nsubj", "killed"),
}


@pytest.mark.parametrize(("rest", "fate"), RESTS.values(), ids=RESTS)
def test_an_item_shares_the_fate_of_its_list_but_where_its_own_is_told(rest: str, fate: str) -> None:
    assert own_fate(Page.of(reading(LIST.format(rest=rest))), ITEM, "killed") == fate


def test_an_item_that_does_something_of_its_own_has_no_part_in_the_fate() -> None:
    told = LIST.format(rest="fled/VERB/2/conj").replace("people/NOUN/3/conj", "people/NOUN/7/nsubj")
    assert own_fate(Page.of(reading(told)), ITEM, "killed") == ""


def test_who_is_in_hospital_may_be_hurt_like_the_others() -> None:
    told = LIST.format(rest="in/ADP/9/case critical/ADJ/9/amod condition/NOUN/6/nmod")
    assert own_fate(Page.of(reading(told)), ITEM, "injured") == "injured"
