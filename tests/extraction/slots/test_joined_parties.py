"""Parties joined by "and", each a value of its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from standoff.records import SpanTable
from trees import reading

LIST = (
    "{det}/DET/3/det {first}/PROPN/3/compound Guard/PROPN/9/nsubj ,/PUNCT/5/punct dockers/NOUN/3/conj and/CCONJ/8/cc "
    "harbour/NOUN/8/compound {last}/NOUN/3/conj stormed/VERB/0/root the/DET/11/det mill/NOUN/9/obj"
)
SHARED = "The/DET/3/det port/NOUN/3/{relation} clerks/NOUN/6/nsubj and/CCONJ/5/cc {last}/NOUN/3/conj fled/VERB/0/root"
TWO_PLACES = (
    "Crews/NOUN/8/nsubj from/ADP/3/case Arl/PROPN/1/nmod and/CCONJ/7/cc from/ADP/7/case the/DET/7/det "
    "village/NOUN/1/conj came/VERB/0/root"
)


def actors(tree: str, words: str, **more: str) -> list[str]:
    page = Page.of(
        reading(tree, slots=[("actor", words, 0.9), *((slot, at, 0.8) for at, slot in more.items())])
    )
    return [page.quote(row.at) for row in slot_rows(page) if row.slot == "actor"]


def test_each_of_a_list_of_parties_is_one() -> None:
    tree = LIST.format(det="The", first="Vale", last="pilots")
    items = ["The Vale Guard", "dockers", "harbour pilots"]
    assert actors(tree, "The Vale Guard , dockers and harbour pilots") == items
    assert actors(tree, "The Vale Guard") == items


def test_what_has_a_part_of_its_own_in_the_event_is_not_joined() -> None:
    tree = LIST.format(det="The", first="Vale", last="pilots")
    assert actors(tree, "The Vale Guard", dockers="target") == ["The Vale Guard", "harbour pilots"]


def test_who_shares_an_owner_or_is_the_same_person_is_not_taken_apart() -> None:
    owned = SHARED.format(relation="nmod", last="porters")
    assert actors(owned, "The port clerks and porters") == ["The port clerks and porters"]
    same = SHARED.format(relation="compound", last="poet").replace("clerks", "clerk")
    assert actors(same, "The port clerk and poet") == ["The port clerk and poet"]
    assert actors(SHARED.format(relation="compound", last="police"), "The port clerks and police") == [
        "The port clerks",
        "police",
    ]


def test_a_place_that_the_tree_joins_is_no_party() -> None:
    assert actors(TWO_PLACES, "Crews from Arl") == ["Crews from Arl"]


STATE = (
    "Free/ADJ/2/amod State/PROPN/8/nsubj of/ADP/4/case Arden/PROPN/2/nmod and/CCONJ/7/cc the/DET/7/det "
    "vale/NOUN/2/conj struck/VERB/0/root"
)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ([(0, 7), (0, 4), (5, 7)], ["Free State of Arden and the vale"]),
        ([(0, 4), (5, 7)], ["Free State of Arden", "the vale"]),
    ],
)
def test_a_name_may_go_on_after_and_where_the_model_reads_it_so(
    read: list[tuple[int, int]], expected: list[str]
) -> None:
    count = len(read)
    found = SpanTable(
        np.array(read, np.int32),
        np.zeros(count, np.int32),
        np.ones(count, np.float32),
        np.full(count, -1, np.int32),
        ("organization",),
    )
    made = reading(STATE, slots=[("actor", "Free State of Arden and the vale", 0.9)])
    rows = slot_rows(Page.of(replace(made, entities=found)))
    assert [Page.of(made).quote(row.at) for row in rows if row.slot == "actor"] == expected
