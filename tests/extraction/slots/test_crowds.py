"""Whom somebody uses force on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.slots.crowds import user_of_force, with_crowds
from standoff.extraction.slots.rows import slot_rows
from standoff.records import EVENT_TYPES
from trees import reading

AT = (
    "Police/NOUN/2/nsubj {did}/VERB/0/root gas/NOUN/2/obj {at}/ADP/5/case hundreds/NOUN/2/obl of/ADP/7/case "
    "marchers/NOUN/5/nmod"
)
OBJECT = "Police/NOUN/2/nsubj {did}/VERB/0/root marchers/NOUN/2/obj"
BY = "Marchers/NOUN/3/nsubj were/AUX/3/aux {did}/VERB/0/root by/ADP/5/case police/NOUN/3/obl"


def found(tree: str, *slots: tuple[str, str, float], kind: str = "raid") -> list[tuple[str, str]]:
    read = reading(tree, slots=list(slots))
    types = np.zeros_like(read.slot_types)
    types[:, EVENT_TYPES.index(kind)] = 1
    page = Page.of(replace(read, slot_types=types))
    return [(row.slot, page.quote(row.at)) for row in with_crowds(page, slot_rows(page), ())]


@pytest.mark.parametrize(
    ("did", "at", "slot"),
    [
        ("fired", "at", "target"),
        ("used", "against", "target"),
        ("fired", "beside", "actor"),
        ("sold", "at", "actor"),
    ],
)
def test_at_whom_somebody_fires_is_no_actor(did: str, at: str, slot: str) -> None:
    rows = found(AT.format(did=did, at=at), ("actor", "Police", 0.9), ("actor", "marchers", 0.5))
    assert [part for part, quote in rows if quote == "marchers"] == [slot]


@pytest.mark.parametrize(("did", "slot"), [("dispersed", "target"), ("fired", "actor"), ("joined", "actor")])
def test_the_object_of_force_is_its_target(did: str, slot: str) -> None:
    assert (slot, "marchers") in found(
        OBJECT.format(did=did), ("actor", "Police", 0.9), ("actor", "marchers", 0.5)
    )


def test_whom_others_disperse_in_the_passive_is_their_target() -> None:
    rows = found(BY.format(did="dispersed"), ("actor", "police", 0.9), ("actor", "Marchers", 0.5))
    assert sorted(rows) == [("actor", "police"), ("target", "Marchers")]


def test_a_crowd_is_the_actor_of_its_own_protest_too() -> None:
    slots = ("actor", "Police", 0.9), ("actor", "marchers", 0.5)
    rows = found(OBJECT.format(did="dispersed"), *slots, kind="protest")
    assert sorted(rows) == [("actor", "Police"), ("actor", "marchers"), ("target", "marchers")]


def test_without_another_actor_a_row_stays() -> None:
    assert found(OBJECT.format(did="dispersed"), ("actor", "marchers", 0.5)) == [("actor", "marchers")]


def test_a_target_that_the_model_just_misses_stands_where_force_is_used_on_it() -> None:
    read = reading(
        OBJECT.format(did="dispersed"), slots=[("actor", "Police", 0.9), ("target", "marchers", 0.5)]
    )
    page = Page.of(read)
    police, marchers = slot_rows(page)
    assert [row.slot for row in with_crowds(page, [police], [marchers])] == ["actor", "target"]
    assert with_crowds(page, [police._replace(slot="weapon")], [marchers])[1:] == []


@pytest.mark.parametrize(("did", "who"), [("dispersed", 0), ("fired", 0), ("joined", None)])
def test_the_subject_of_a_verb_of_force_is_who_uses_it(did: str, who: int | None) -> None:
    page = Page.of(reading(OBJECT.format(did=did)))
    assert user_of_force(page, Stretch(1, 3)) == who
