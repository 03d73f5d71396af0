"""Whom a toll tells of as the one it was done to, where the model is unsure of him."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.harmed import with_harmed
from standoff.extraction.slots.rows import faint_rows, slot_rows
from trees import reading

SHOT = "{which}/DET/2/det baker/NOUN/4/nsubj was/AUX/4/aux shot/VERB/0/root ./PUNCT/4/punct"
FAINT = 0.2


def targets(which: str, slot: str, score: float, *, faint: bool) -> list[tuple[str, str]]:
    """The targets and their rules, of a baker with a toll and a target that scores so."""
    words = f"{which} baker"
    read = reading(SHOT.format(which=which), slots=[(slot, words, 0.8), ("target", words, score)])
    page = Page.of(replace(read, faint=np.array([False, faint])))
    rows = with_harmed(page, slot_rows(page), [], faint_rows(page))
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
    rows = with_harmed(page, [], [("injured", at)], faint_rows(page))
    assert [page.quote(row.at) for row in rows] == ["A baker"]
