"""Harm to things that reads like something seen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.damages import with_damages
from standoff.extraction.slots.rows import faint_rows, slot_rows
from standoff.records import SpanTable
from trees import reading

PASSIVE = "A/DET/2/det truck/NOUN/4/nsubj was/AUX/4/aux {verb}/VERB/0/root"
ACTIVE = "Shells/NOUN/2/nsubj {verb}/VERB/0/root the/DET/4/det truck/NOUN/2/obj"
BARE = "Shells/NOUN/2/nsubj {verb}/VERB/0/root"


@pytest.mark.parametrize(
    ("tree", "person", "slot"),
    [
        (PASSIVE.format(verb="damaged"), None, "damage"),
        (ACTIVE.format(verb="wrecked"), None, "damage"),
        (ACTIVE.format(verb="wrecked"), 3, "observation"),
        (ACTIVE.format(verb="missed"), None, "observation"),
        (BARE.format(verb="damaged"), None, "observation"),
    ],
)
def test_harm_done_to_a_thing_is_damage(tree: str, person: int | None, slot: str) -> None:
    words = " ".join(item.rsplit("/", 3)[0] for item in tree.split())
    made = reading(tree, slots=[("observation", words, 0.9)])
    if person is not None:
        one, none = np.ones(1, np.float32), np.full(1, -1, np.int32)
        people = SpanTable(
            np.array([[person, person + 1]], np.int32), np.zeros(1, np.int32), one, none, ("person",)
        )
        made = replace(made, entities=people)
    page = Page.of(made)
    assert [row.slot for row in with_damages(page, slot_rows(page))] == [slot]


def test_harm_that_the_model_just_misses_is_damage_where_by_tells_what_did_it() -> None:
    tree = "It/PRON/2/nsubj shows/VERB/0/root sheds/NOUN/4/nsubj gutted/VERB/2/ccomp by/ADP/6/case fire/NOUN/4/obl"
    made = reading(tree, slots=[("observation", "gutted by fire", 0.2), ("weapon", "fire", 0.6)])
    page = Page.of(replace(made, faint=np.array([True, False])))
    rows = with_damages(page, slot_rows(page), faint_rows(page))
    assert [page.quote(row.at) for row in rows if row.slot == "damage"] == ["gutted by fire"]
