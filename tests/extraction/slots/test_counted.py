"""How many they were, with those who did it or whom it was done to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from standoff.records import SpanTable
from trees import reading

RAID = "Six/NUM/2/nummod inmates/NOUN/3/nsubj struck/VERB/0/root a/DET/5/det guard/NOUN/3/obj ./PUNCT/3/punct"
SHELLED = "They/PRON/2/nsubj shelled/VERB/0/root ten/NUM/4/nummod homes/NOUN/2/obj ./PUNCT/2/punct"
DOZENS = "They/PRON/2/nsubj looted/VERB/0/root {many}/NOUN/2/obj of/ADP/5/case shops/NOUN/3/nmod"
OF_THE = (
    "They/PRON/2/nsubj looted/VERB/0/root dozens/NOUN/2/obj of/ADP/6/case the/DET/6/det shops/NOUN/3/nmod"
)


def rows(tree: str, *slots: tuple[str, str, float]) -> list[tuple[str, str]]:
    page = Page.of(reading(tree, slots=list(slots)))
    return sorted((row.slot, page.quote(row.at)) for row in slot_rows(page))


def test_how_many_an_actor_is_comes_with_the_actor() -> None:
    assert ("actor_count", "Six inmates") in rows(RAID, ("actor", "Six inmates", 0.9))
    assert ("actor_count", "Six inmates") in rows(RAID, ("actor", "inmates", 0.9))


def test_how_many_is_not_told_twice() -> None:
    found = rows(RAID, ("actor", "inmates", 0.9), ("actor_count", "Six", 0.8))
    assert [item for item in found if item[0] == "actor_count"] == [("actor_count", "Six")]


@pytest.mark.parametrize(
    "tree",
    [
        "The/DET/3/det six/NUM/3/nummod inmates/NOUN/4/nsubj fled/VERB/0/root ./PUNCT/4/punct",
        "The/DET/3/det six/NUM/3/compound inmates/NOUN/4/nsubj fled/VERB/0/root ./PUNCT/4/punct",
        "Those/DET/3/det six/NUM/3/nummod inmates/NOUN/4/nsubj fled/VERB/0/root ./PUNCT/4/punct",
    ],
)
def test_people_told_of_before_are_not_counted_again(tree: str) -> None:
    assert [slot for slot, _ in rows(tree, ("actor", "six inmates", 0.9))] == ["actor"]


def test_a_share_does_not_tell_how_many_they_are() -> None:
    share = "Two/NUM/5/nsubj of/ADP/4/case the/DET/4/det men/NOUN/1/nmod fled/VERB/0/root ./PUNCT/5/punct"
    assert rows(share, ("actor", "Two of the men", 0.9)) == [("actor", "Two of the men")]


@pytest.mark.parametrize("slot", ["actor", "target"])
def test_things_are_counted_as_targets_and_not_as_actors(slot: str) -> None:
    made = reading(SHELLED, slots=[(slot, "ten homes", 0.9)])
    bounds, nothing = np.array([[2, 4]], np.int32), np.full(1, -1, np.int32)
    homes = SpanTable(bounds, np.zeros(1, np.int32), np.ones(1, np.float32), nothing, ("object",))
    found = {row.slot for row in slot_rows(Page.of(replace(made, entities=homes)))}
    assert found == ({"target", "target_count"} if slot == "target" else {"actor"})


@pytest.mark.parametrize(
    ("tree", "words", "counted"),
    [
        (DOZENS.format(many="dozens"), "dozens of shops", True),
        (DOZENS.format(many="hundreds"), "shops", True),
        (DOZENS.format(many="several"), "shops", False),
        (OF_THE, "shops", False),
    ],
)
def test_a_noun_of_number_counts_where_it_says_enough(tree: str, words: str, counted: bool) -> None:
    assert ("target_count" in dict(rows(tree, ("target", words, 0.9)))) == counted
