"""What the model is unsure of, or just misses, where the words around it bear it out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.borne_out import with_borne_out
from standoff.extraction.slots.rows import faint_rows, slot_rows
from standoff.records.reading import SpanTable
from trees import reading

SHOT = "{which}/DET/2/det baker/NOUN/4/nsubj was/AUX/4/aux shot/VERB/0/root ./PUNCT/4/punct"
FAINT = 0.2


def targets(which: str, slot: str, score: float, *, faint: bool) -> list[tuple[str, str]]:
    """The targets and their rules, of a baker with a toll and a target that scores so."""
    words = f"{which} baker"
    read = reading(SHOT.format(which=which), slots=[(slot, words, 0.8), ("target", words, score)])
    page = Page.of(replace(read, faint=np.array([False, faint])))
    rows = with_borne_out(page, slot_rows(page), [], faint_rows(page))
    return [(page.quote(row.at), row.rule) for row in rows if row.slot == "target"]


@pytest.mark.parametrize("slot", ["injured", "killed"])
def test_who_is_killed_or_injured_is_a_target_where_the_model_just_misses_it(slot: str) -> None:
    assert targets("A", slot, FAINT, faint=True) == [("A baker", "whom a toll tells of")]


def test_a_toll_bears_out_a_target_that_the_model_is_unsure_of_and_no_surer_one() -> None:
    assert targets("A", "killed", 0.32, faint=False) == [("A baker", "whom a toll tells of")]
    assert targets("A", "killed", 0.6, faint=False) == [("A baker", "")]


@pytest.mark.parametrize(
    ("which", "slot", "score"), [("The", "killed", FAINT), ("A", "arrested", FAINT), ("A", "killed", 0.11)]
)
def test_nobody_is_who_was_told_of_before_or_not_harmed_or_hardly_seen(
    which: str, slot: str, score: float
) -> None:
    assert targets(which, slot, score, faint=True) == []


def test_a_toll_of_the_tree_bears_out_a_target_too() -> None:
    read = reading(SHOT.format(which="A"), slots=[("target", "A baker", FAINT)])
    page = Page.of(replace(read, faint=np.array([True])))
    at = page.bounds[0]._replace(last=2)
    rows = with_borne_out(page, [], [("injured", at)], faint_rows(page))
    assert [page.quote(row.at) for row in rows] == ["A baker"]


def borne_out(
    tree: str, slots: list[tuple[str, str, float]], faint: list[bool]
) -> list[tuple[str, str, str]]:
    """Slot, words and rule of the rows that something bears out."""
    page = Page.of(replace(reading(tree, slots=slots), faint=np.array(faint)))
    rows = with_borne_out(page, slot_rows(page), [], faint_rows(page))
    return [(row.slot, page.quote(row.at), row.rule) for row in rows if row.rule]


LISTED = (
    "The/DET/2/det Reds/PROPN/7/nsubj ,/PUNCT/5/punct the/DET/5/det Blues/PROPN/2/conj too/ADV/7/advmod"
    " marched/VERB/0/root"
)


@pytest.mark.parametrize(("first", "found"), [(0.6, [("actor", "the Blues")]), (0.4, [])])
def test_an_item_of_a_list_goes_with_one_of_which_the_model_is_sure(
    first: float, found: list[tuple[str, str]]
) -> None:
    told = borne_out(LISTED, [("actor", "The Reds", first), ("actor", "the Blues", 0.4)], [False, False])
    assert [(slot, words) for slot, words, _ in told] == found


DONE = "It/PRON/3/nsubj was/AUX/3/aux burned/VERB/0/root by/ADP/5/case herders/NOUN/3/obl"


def test_by_and_a_number_tell_who_did_it_where_the_model_is_unsure_and_not_where_it_just_misses() -> None:
    assert [row[:2] for row in borne_out(DONE, [("actor", "herders", 0.4)], [False])] == [
        ("actor", "herders")
    ]
    assert borne_out(DONE, [("actor", "herders", 0.2)], [True]) == []


STRUCK = "They/PRON/2/nsubj robbed/VERB/0/root two/NUM/4/nummod clerks/NOUN/2/obj"


@pytest.mark.parametrize(("entity", "count"), [("person", 1), ("object", 0)])
def test_people_that_a_verb_of_violence_befell_are_targets_where_the_model_just_misses_them(
    entity: str, count: int
) -> None:
    read = reading(STRUCK, slots=[("target", "two clerks", FAINT)])
    kinds = SpanTable(np.array([[2, 4]]), np.array([0]), np.ones(1, np.float32), np.array([-1]), (entity,))
    page = Page.of(replace(read, entities=kinds, faint=np.array([True])))
    assert len(with_borne_out(page, [], [], faint_rows(page))) == count


@pytest.mark.parametrize(("verb", "count"), [("stormed", 1), ("visited", 0)])
def test_whatever_is_stormed_is_a_target_where_the_model_just_misses_it(verb: str, count: int) -> None:
    tree = f"They/PRON/2/nsubj {verb}/VERB/0/root the/DET/5/det town/NOUN/5/compound hall/NOUN/2/obj"
    assert len(borne_out(tree, [("target", "the town hall", 0.26)], [True])) == count
