"""Places where nothing of what is told happened."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.slots.unplaced import is_unplaced
from standoff.records.reading import SpanTable
from trees import reading

_DEAD = "He/PRON/3/nsubj was/AUX/3/aux {verb}/VERB/0/root dead/ADJ/3/xcomp at/ADP/6/case Arden/PROPN/3/obl"
_TAKEN = "He/PRON/3/nsubj was/AUX/3/aux taken/VERB/0/root {case}/ADP/6/case the/DET/6/det {place}/NOUN/3/obl"
_LEFT = "They/PRON/2/nsubj {verb}/VERB/0/root Arden/PROPN/2/obj"
_COMING = "{what}/NOUN/0/root coming/VERB/1/acl {case}/ADP/4/case Arden/PROPN/2/obl"


def unplaced(tree: str, first: int, last: int) -> bool:
    return is_unplaced(Page.of(reading(tree)), Stretch(first, last))


@pytest.mark.parametrize(("verb", "expected"), [("pronounced", True), ("found", False)])
def test_where_a_death_was_recorded_is_not_where_the_deed_was_done(verb: str, expected: bool) -> None:
    assert unplaced(_DEAD.format(verb=verb), 5, 6) is expected


@pytest.mark.parametrize(
    ("case", "place", "expected"),
    [("to", "hospital", True), ("to", "forest", False), ("inside", "hospital", False)],
)
def test_the_hospital_that_people_were_taken_to_is_not_where_they_were_hurt(
    case: str, place: str, expected: bool
) -> None:
    assert unplaced(_TAKEN.format(case=case, place=place), 4, 6) is expected


@pytest.mark.parametrize(
    ("word", "place", "expected"),
    [("undisclosed", "location", True), ("unknown", "place", True), ("unknown", "house", False)],
)
def test_where_nobody_says_is_no_place(word: str, place: str, expected: bool) -> None:
    tree = f"He/PRON/2/nsubj hid/VERB/0/root at/ADP/6/case an/DET/6/det {word}/ADJ/6/amod {place}/NOUN/2/obl"
    assert unplaced(tree, 3, 6) is expected


def test_beside_a_hospital_is_a_place() -> None:
    tree = "shot/VERB/0/root close/ADJ/1/advmod to/ADP/5/case a/DET/5/det hospital/NOUN/2/obl"
    assert not unplaced(tree, 1, 5)


@pytest.mark.parametrize(("verb", "expected"), [("left", True), ("attacked", False)])
def test_what_somebody_left_is_where_nothing_more_was_done(verb: str, expected: bool) -> None:
    assert unplaced(_LEFT.format(verb=verb), 2, 3) is expected


@pytest.mark.parametrize(
    ("what", "case", "expected"),
    [
        ("reports", "from", True),
        ("report", "from", True),
        ("smoke", "from", False),
        ("reports", "near", False),
    ],
)
def test_where_an_account_comes_from_is_not_where_its_deed_was_done(
    what: str, case: str, expected: bool
) -> None:
    assert unplaced(_COMING.format(what=what, case=case), 3, 4) is expected


@pytest.mark.parametrize(
    ("case", "relation", "expected"), [("from", "nmod", True), ("from", "obl", True), ("in", "nmod", False)]
)
def test_where_people_come_from_is_not_where_they_were_hurt(case: str, relation: str, expected: bool) -> None:
    head = 2 if relation == "nmod" else 1
    tree = f"killed/VERB/0/root clerks/NOUN/1/obj {case}/ADP/4/case Arden/PROPN/{head}/{relation}"
    made = reading(tree)
    people = SpanTable(np.array([[1, 2]]), np.array([0]), np.ones(1, np.float32), np.array([-1]), ("person",))
    assert is_unplaced(Page.of(replace(made, entities=people)), Stretch(3, 4)) is expected
