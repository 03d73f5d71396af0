"""Who comes upon a mine, and who sends a weapon."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.mines import with_mines
from standoff.extraction.slots.rows import slot_rows
from trees import reading

HIT = "A/DET/2/det lorry/NOUN/3/nsubj hit/VERB/0/root a/DET/5/det landmine/NOUN/3/obj"
DROVE = (
    "A/DET/2/det lorry/NOUN/3/nsubj drove/VERB/0/root over/ADP/{over} a/DET/6/det landmine/NOUN/3/{relation}"
)
BY = "Rockets/NOUN/0/root fired/VERB/1/acl by/ADP/4/case rebels/NOUN/2/obl"


def parts(tree: str, *slots: tuple[str, str, float]) -> list[tuple[str, str]]:
    page = Page.of(reading(tree, slots=list(slots)))
    return [(row.slot, page.quote(row.at)) for row in with_mines(page, slot_rows(page))]


@pytest.mark.parametrize(
    "tree",
    [HIT, DROVE.format(over="6/case", relation="obl"), DROVE.format(over="3/compound", relation="obj")],
)
def test_who_comes_upon_a_mine_is_its_target_and_it_is_the_weapon(tree: str) -> None:
    found = parts(tree, ("actor", "A lorry", 0.9), ("target", "a landmine", 0.9))
    assert found == [("target", "A lorry"), ("weapon", "a landmine")]


def test_who_hits_something_else_did_it() -> None:
    assert parts(HIT.replace("landmine", "wall"), ("actor", "A lorry", 0.9)) == [("actor", "A lorry")]


def test_by_whom_rockets_are_fired_is_no_target() -> None:
    assert parts(BY, ("target", "rebels", 0.9)) == [("actor", "rebels")]
