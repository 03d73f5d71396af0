"""People of whom it is not told which fate befell them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.casualties import with_casualties
from standoff.extraction.slots.rows import faint_rows, slot_rows
from trees import reading

CAUSED = "It/PRON/2/nsubj caused/VERB/0/root {number} casualties/NOUN/2/obj {rest} ./PUNCT/2/punct"
TAKEN = (
    "Six/NUM/2/nummod men/NOUN/4/nsubj were/AUX/4/aux taken/VERB/0/root to/ADP/6/case {to}/NOUN/4/obl {more}"
)
EITHER = "It/PRON/2/nsubj killed/VERB/0/root {joint}/CCONJ/4/cc wounded/VERB/2/conj ten/NUM/6/nummod men/NOUN/2/obj"


def slots(tree: str, slot: str, words: str) -> list[str]:
    page = Page.of(reading(tree, slots=[(slot, words, 0.5)]))
    return [row.slot for row in with_casualties(page, slot_rows(page))]


@pytest.mark.parametrize("slot", ["killed", "injured"])
def test_no_casualties_are_none_killed_and_none_injured(slot: str) -> None:
    tree = CAUSED.format(number="no/DET/4/det", rest="")
    assert sorted(slots(tree, slot, "no casualties")) == ["injured", "killed"]


def test_a_number_of_casualties_is_told_and_no_toll() -> None:
    assert slots(CAUSED.format(number="30/NUM/4/nummod", rest=""), "killed", "30 casualties") == [
        "observation"
    ]


def test_casualties_set_against_injuries_are_left_as_read() -> None:
    tree = CAUSED.format(number="30/NUM/4/nummod", rest="and/CCONJ/6/cc injuries/NOUN/4/conj")
    assert slots(tree, "killed", "30 casualties") == ["killed"]


@pytest.mark.parametrize(
    ("joint", "number", "slot"),
    [("or", "ten", "target_count"), ("and", "ten", "target_count"), ("and", "several", "killed")],
)
def test_of_those_killed_or_wounded_with_one_number_only_that_is_known(
    joint: str, number: str, slot: str
) -> None:
    tree = EITHER.format(joint=joint).replace("ten", number)
    assert slots(tree, "killed", f"{number} men") == [slot]


def test_nobody_killed_or_wounded_is_none_of_either() -> None:
    tree = EITHER.format(joint="or").replace("ten/NUM/6/nummod men/NOUN", "no/DET/6/det men/NOUN")
    assert sorted(slots(tree, "killed", "killed or wounded no men")) == ["injured", "killed"]


@pytest.mark.parametrize(
    ("to", "more", "slot"),
    [
        ("hospital", "", "observation"),
        ("safety", "", "injured"),
        ("hospital", "with/ADP/8/case burns/NOUN/4/obl", "injured"),
    ],
)
def test_people_in_hospital_are_hurt_only_where_it_is_said(to: str, more: str, slot: str) -> None:
    assert slots(TAKEN.format(to=to, more=more), "injured", "Six men") == [slot]


@pytest.mark.parametrize(
    ("kind", "cause", "left"),
    [
        ("sudden/ADJ/6/amod", "pneumonia", []),
        ("sudden/ADJ/6/amod", "burns", ["killed"]),
        ("heart/NOUN/6/compound", "attack", []),
        ("sudden/ADJ/6/amod", "attack", ["killed"]),
    ],
)
def test_whom_illness_took_is_no_toll(kind: str, cause: str, left: list[str]) -> None:
    tree = f"A/DET/2/det painter/NOUN/3/nsubj died/VERB/0/root of/ADP/6/case {kind} {cause}/NOUN/3/obl"
    assert slots(tree, "killed", "A painter") == left


NONE = "There/PRON/2/expl were/VERB/0/root no/DET/4/det {who}/NOUN/2/nsubj"


def test_that_nobody_survived_is_told_and_no_toll() -> None:
    assert slots(NONE.format(who="survivors"), "unharmed", "no survivors") == ["observation"]
    assert slots(NONE.format(who="witnesses"), "unharmed", "no witnesses") == ["unharmed"]


@pytest.mark.parametrize(
    ("tree", "words", "found"),
    [
        (CAUSED.format(number="30/NUM/4/nummod", rest=""), "30 casualties", ["observation"]),
        (NONE.format(who="survivors"), "no survivors", ["observation"]),
        (NONE.format(who="witnesses"), "no witnesses", []),
    ],
)
def test_casualties_that_the_model_just_misses_are_told(tree: str, words: str, found: list[str]) -> None:
    made = reading(tree, slots=[("killed", words, 0.2)])
    page = Page.of(replace(made, faint=np.array([True])))
    assert [row.slot for row in with_casualties(page, slot_rows(page), faint_rows(page))] == found


@pytest.mark.parametrize(
    ("who", "verb", "words", "found"),
    [
        ("two/NUM/4/nummod", "raped", "two women", ["target_count"]),
        ("the/DET/4/det", "raped", "the women", []),
        ("two/NUM/4/nummod", "hit", "two women", ["killed"]),
    ],
)
def test_a_deed_that_kills_nobody_gives_no_dead(who: str, verb: str, words: str, found: list[str]) -> None:
    tree = f"Men/NOUN/2/nsubj {verb}/VERB/0/root {who} women/NOUN/2/obj ./PUNCT/2/punct"
    assert slots(tree, "killed", words) == found
