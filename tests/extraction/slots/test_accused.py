"""Whom an accusation names."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.accused import with_accused
from standoff.extraction.slots.rows import slot_rows
from standoff.records import EVENT_TYPES
from trees import reading

ACCUSED = (
    "Villagers/NOUN/2/nsubj accused/VERB/0/root the/DET/4/det soldiers/NOUN/2/obj of/SCONJ/6/mark "
    "burning/VERB/2/advcl barns/NOUN/6/obj"
)
BLAMED = (
    "Villagers/NOUN/2/nsubj blamed/VERB/0/root the/DET/4/det blaze/NOUN/2/obj on/ADP/7/case the/DET/7/det "
    "{whom}/NOUN/2/obl"
)
PASSIVE = (
    "Soldiers/NOUN/3/nsubj are/AUX/3/aux accused/VERB/0/root of/SCONJ/5/mark burning/VERB/3/advcl "
    "barns/NOUN/5/obj"
)


def suspects(tree: str, *slots: tuple[str, str, float]) -> list[str]:
    page = Page.of(reading(tree, slots=list(slots)))
    return [page.quote(row.at) for row in with_accused(page, slot_rows(page)) if row.slot == "suspect"]


def test_the_object_of_an_accusation_is_the_suspect() -> None:
    assert suspects(ACCUSED, ("target", "barns", 0.5)) == ["the soldiers"]


@pytest.mark.parametrize(("whom", "named"), [("rebels", ["the rebels"]), ("weather", [])])
def test_whom_something_is_blamed_on_is_the_suspect_where_it_is_a_party(whom: str, named: list[str]) -> None:
    assert suspects(BLAMED.format(whom=whom), ("observation", "blaze", 0.5)) == named


def test_a_party_that_is_read_already_stays_what_it_is() -> None:
    assert suspects(ACCUSED, ("actor", "the soldiers", 0.5)) == []


def test_a_passive_or_a_sentence_without_a_slot_names_no_suspect() -> None:
    assert suspects(PASSIVE, ("target", "barns", 0.5)) == []
    assert suspects(ACCUSED) == []


@pytest.mark.parametrize(("to", "named"), [("to/ADP/7/case", ["the rebels"]), ("before/ADP/7/case", [])])
def test_whom_a_deed_is_attributed_to_is_the_suspect(to: str, named: list[str]) -> None:
    line = (
        "Villagers/NOUN/2/nsubj attributed/VERB/0/root the/DET/4/det blaze/NOUN/2/obj "
        f"{to} the/DET/7/det rebels/NOUN/2/obl"
    )
    assert suspects(line, ("observation", "blaze", 0.5)) == named


@pytest.mark.parametrize(
    ("verb", "kind", "slot"),
    [("pleaded", "verdict", "target"), ("pleaded", "attack", "actor"), ("found", "verdict", "actor")],
)
def test_who_answers_a_charge_is_whom_the_trial_is_of(verb: str, kind: str, slot: str) -> None:
    line = f"Dole/PROPN/2/nsubj {verb}/VERB/0/root guilty/ADJ/2/xcomp to/ADP/5/case arson/NOUN/2/obl"
    made = reading(line, slots=[("actor", "Dole", 0.5)])
    types = np.zeros_like(made.slot_types)
    types[:, EVENT_TYPES.index(kind)] = 1
    page = Page.of(replace(made, slot_types=types))
    assert [row.slot for row in with_accused(page, slot_rows(page))] == [slot]


@pytest.mark.parametrize(("noun", "found"), [("trial", ["target"]), ("march", ["actor", "affiliation"])])
def test_whose_trial_it_is_did_nothing_else_there(noun: str, found: list[str]) -> None:
    tree = (
        f"The/DET/2/det {noun}/NOUN/10/nsubj of/ADP/5/case four/NUM/5/nummod members/NOUN/2/nmod of/ADP/9/case "
        "the/DET/9/det Grey/PROPN/9/compound League/PROPN/5/nmod resumed/VERB/0/root"
    )
    page = Page.of(
        reading(
            tree,
            slots=[("actor", "four members of the Grey League", 0.9), ("affiliation", "Grey League", 0.9)],
        )
    )
    rows = with_accused(page, [row for row in slot_rows(page) if row.slot != "actor_count"])
    assert sorted(row.slot for row in rows) == found
