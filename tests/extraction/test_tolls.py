"""Tolls found over the tree: whom a verb of harm befell."""

from __future__ import annotations

import pytest

from standoff.extraction.page import Page
from standoff.extraction.tolls import find_tolls
from trees import reading

CASES = {
    "passive": (
        "Two/NUM/2/nummod guards/NOUN/4/nsubj were/AUX/4/aux killed/VERB/0/root ./PUNCT/4/punct",
        [("killed", "Two guards were killed")],
    ),
    "object": (
        "A/DET/2/det blast/NOUN/3/nsubj wounded/VERB/0/root six/NUM/5/nummod men/NOUN/3/obj",
        [("injured", "wounded six men")],
    ),
    "participle after its noun": (
        "One/NUM/2/nummod man/NOUN/0/root injured/VERB/2/acl",
        [("injured", "One man injured")],
    ),
    "verb of befalling": (
        "Three/NUM/2/nummod sailors/NOUN/3/nsubj died/VERB/0/root",
        [("killed", "Three sailors died")],
    ),
    "relative clause": (
        "Men/NOUN/0/root who/PRON/3/nsubj died/VERB/1/acl",
        [("killed", "Men who died")],
    ),
    "state after be": (
        "The/DET/2/det clerks/NOUN/4/nsubj were/AUX/4/cop unhurt/ADJ/0/root",
        [("unharmed", "The clerks were unhurt")],
    ),
    "number that counts the dead": ("Four/NUM/2/nummod dead/ADJ/0/root", [("killed", "Four dead")]),
    "joined participles": (
        "Two/NUM/2/nummod were/AUX/3/aux killed/VERB/0/root and/CCONJ/5/cc injured/VERB/3/conj",
        [],
    ),
    "no victim": ("The/DET/2/det killing/NOUN/3/nsubj ended/VERB/0/root", []),
    "actor alone": ("Gunmen/NOUN/2/nsubj killed/VERB/0/root", []),
}


@pytest.mark.parametrize("name", CASES)
def test_a_toll_holds_the_verb_and_whom_it_befell(name: str) -> None:
    tree, expected = CASES[name]
    page = Page.of(reading(tree))
    assert [(slot, page.quote(at)) for slot, at in find_tolls(page)] == expected
