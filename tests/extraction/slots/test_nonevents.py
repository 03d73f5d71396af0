"""What reads like a happening and is none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from made import bare_reading
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.slots.nonevents import is_no_event
from standoff.records import Span, SpanTable
from trees import reading

DRILL = (
    "Crews/NOUN/2/nsubj {verb}/VERB/0/root for/ADP/4/case floods/NOUN/2/obl with/SCONJ/8/mark "
    "six/NUM/7/nummod clerks/NOUN/8/nsubj {played}/VERB/2/advcl the/DET/10/det {part}/NOUN/8/obj"
)
RESCUE = (
    "Troops/NOUN/2/nsubj {verb}/VERB/0/root the/DET/4/det rescue/NOUN/2/obj of/ADP/6/case nuns/NOUN/4/nmod"
)
MARKED = (
    "The/DET/2/det town/NOUN/3/nsubj marked/VERB/0/root {thing}/NOUN/3/obj on/ADP/6/case Monday/PROPN/3/obl"
)
HELD = "The/DET/2/det rebels/NOUN/3/nsubj {verb}/VERB/0/root the/DET/5/det {thing}/NOUN/3/obj"
ARREST = "The/DET/2/det {thing}/NOUN/4/nsubj was/AUX/4/aux arrested/VERB/0/root"
TASK = "A/DET/2/det {who}/NOUN/5/nsubj charged/VERB/2/acl with/SCONJ/4/mark plotting/VERB/3/advcl met/VERB/0/root"
WORN = "A/DET/3/det {kind}/ADJ/3/{relation} {thing}/NOUN/0/root"


def no_event(tree: str, slot: str, first: int, last: int, label: str = "", word: int = 0) -> bool:
    """Whether words ``first`` to ``last`` are of no event, where the model takes ``word`` for a ``label``."""
    one = np.ones(1, np.int32)
    entity = SpanTable(
        np.array([(word, word + 1)], np.int32), 0 * one, one.astype(np.float32), -one, (label,)
    )
    made = reading(tree)
    return is_no_event(Page.of(replace(made, entities=entity) if label else made), slot, Stretch(first, last))


@pytest.mark.parametrize(
    ("played", "part", "expected"),
    [("playing", "injured", True), ("playing", "anthem", False), ("carrying", "injured", False)],
)
def test_those_who_play_the_injured_are_none(played: str, part: str, expected: bool) -> None:
    tree = DRILL.format(verb="met", played=played, part=part)
    assert no_event(tree, "injured", 5, 7) is expected


@pytest.mark.parametrize(("verb", "expected"), [("rehearsed", True), ("completed", False)])
def test_what_is_rehearsed_befell_nobody(verb: str, expected: bool) -> None:
    tree = RESCUE.format(verb=verb)
    assert no_event(tree, "freed", 5, 6) is expected
    assert not no_event(tree, "actor", 0, 1)


@pytest.mark.parametrize(("thing", "expected"), [("anniversary", True), ("graves", False)])
def test_the_day_of_a_remembrance_is_not_that_of_what_is_remembered(thing: str, expected: bool) -> None:
    assert no_event(MARKED.format(thing=thing), "time", 5, 6) is expected


@pytest.mark.parametrize(
    ("verb", "label", "expected"),
    [("hold", "place", True), ("hold", "person", False), ("burned", "place", False)],
)
def test_who_holds_land_is_no_actor(verb: str, label: str, expected: bool) -> None:
    tree = HELD.format(verb=verb, thing="hills")
    assert no_event(tree, "actor", 0, 2, label, 4) is expected


@pytest.mark.parametrize(("label", "expected"), [("abstract", True), ("person", False)])
def test_only_people_are_arrested(label: str, expected: bool) -> None:
    assert no_event(ARREST.format(thing="slide"), "target", 0, 2, label, 1) is expected


@pytest.mark.parametrize(("who", "expected"), [("committee", True), ("dentist", False)])
def test_what_a_body_is_charged_with_is_its_task(who: str, expected: bool) -> None:
    assert no_event(TASK.format(who=who), "charge", 4, 5) is expected


@pytest.mark.parametrize(
    ("kind", "relation", "thing", "expected"),
    [
        ("black", "amod", "coat", True),
        ("suicide", "compound", "jacket", False),
        ("black", "amod", "knife", False),
    ],
)
def test_clothing_is_no_weapon_unless_it_is_loaded(
    kind: str, relation: str, thing: str, expected: bool
) -> None:
    tree = WORN.format(kind=kind, relation=relation, thing=thing)
    assert no_event(tree, "weapon", 0, 3) is expected


FEIGNED = (
    "Six/NUM/2/nummod clerks/NOUN/4/nsubj were/AUX/4/aux hurt/VERB/0/root in/ADP/8/case a/DET/8/det {kind}/ADJ/8/amod "
    "{thing}/NOUN/4/obl"
)
SHOWN = (
    "Crews/NOUN/2/nsubj held/VERB/0/root a/DET/4/det {thing}/NOUN/2/obj in/ADP/6/case which/PRON/8/obl "
    "robbers/NOUN/8/nsubj took/VERB/2/advcl ten/NUM/10/nummod clerks/NOUN/8/obj"
)


@pytest.mark.parametrize(
    ("kind", "thing", "expected"),
    [("mock", "crash", True), ("bad", "crash", False), ("long", "drill", False)],
)
def test_only_what_is_feigned_hurts_nobody(kind: str, thing: str, expected: bool) -> None:
    assert no_event(FEIGNED.format(kind=kind, thing=thing), "injured", 0, 2) is expected
    assert no_event(FEIGNED.format(kind=kind, thing=thing), "injured", 0, 4) is expected


@pytest.mark.parametrize(("thing", "expected"), [("drill", True), ("van", False)])
def test_what_happens_in_a_drill_has_not_happened(thing: str, expected: bool) -> None:
    tree = SHOWN.format(thing=thing)
    assert no_event(tree, "captive", 8, 10) is expected
    assert no_event(tree, "actor", 6, 7) is expected
    assert not no_event(tree, "actor", 0, 1)


AGED = (
    "She/PRON/3/nsubj was/AUX/3/cop {age}/{tag}/0/root and/CCONJ/6/cc had/AUX/6/aux worked/VERB/3/conj "
    "there/ADV/6/advmod"
)


def test_what_goes_on_from_an_age_is_a_life() -> None:
    assert no_event(AGED.format(age="58", tag="NUM"), "observation", 5, 7)
    assert not no_event(AGED.format(age="hurt", tag="ADJ"), "observation", 5, 7)


@pytest.mark.parametrize(
    ("mark", "slot", "expected"),
    [("if", "response", True), ("since", "response", False), ("if", "place", False)],
)
def test_what_is_only_supposed_has_not_happened(mark: str, slot: str, expected: bool) -> None:
    tree = f"Tolm/PROPN/2/nsubj pays/VERB/0/root {mark}/SCONJ/5/mark crews/NOUN/5/nsubj stay/VERB/2/advcl"
    assert no_event(tree, slot, 3, 5) is expected


def test_a_clock_time_that_has_its_line_to_itself_is_a_stamp() -> None:
    text = "Gunmen seized guards.\n2:45 p.m.\nPolice came at 3:10 p.m.\n"
    page = Page.of(bare_reading(text))
    for clock, expected in (("2:45 p.m.", True), ("3:10 p.m.", False)):
        at = page.stretch(Span(text.index(clock), text.index(clock) + len(clock)))
        assert at is not None
        assert is_no_event(page, "time", at) is expected


WARNED = (
    "{who}/NOUN/2/nsubj {said}/VERB/0/root unrest/NOUN/5/nsubj {could}/AUX/5/aux {spread}/VERB/2/ccomp "
    "to/ADP/7/case Tolm/PROPN/5/obl"
)


@pytest.mark.parametrize(
    ("who", "said", "could", "expected"),
    [
        ("Analysts", "warned", "could", True),
        ("Analysts", "said", "could", False),
        ("Analysts", "feared", "had", False),
        ("Rebels", "warned", "could", False),
    ],
)
def test_what_somebody_warns_could_come_has_not(who: str, said: str, could: str, expected: bool) -> None:
    tree = WARNED.format(who=who, said=said, could=could, spread="spread")
    assert no_event(tree, "observation", 2, 5) is expected
    assert no_event(tree, "place", 6, 7) is expected
    assert not no_event(tree, "actor", 2, 3)
