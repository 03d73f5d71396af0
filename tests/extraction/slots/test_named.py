"""Values that words of closed classes name."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.named import with_named
from standoff.extraction.slots.rows import faint_rows, slot_rows
from trees import reading

AS = (
    "Clerks/NOUN/2/nsubj {verb}/VERB/0/root the/DET/4/det blaze/NOUN/2/obj as/ADP/7/case {an}/DET/7/det "
    "{kind}/NOUN/2/obl {rest}"
)
TERM = (
    "She/PRON/2/nsubj got/VERB/0/root a/DET/7/det {number}/NUM/6/nummod -/PUNCT/6/punct {unit}/NOUN/7/compound "
    "{noun}/NOUN/2/obj"
)
FOUND = "It/PRON/2/nsubj held/VERB/0/root {thing}/NOUN/2/obj"
PEOPLE = "The/DET/3/det {people}/ADJ/3/amod {deed}/NOUN/4/nsubj hit/VERB/0/root farms/NOUN/4/obj"
WHO = "The/DET/2/det {doers}/NOUN/4/nsubj were/AUX/4/cop {who}/NOUN/0/root"
SEEMED = (
    "The/DET/2/det gunmen/NOUN/3/nsubj seemed/VERB/0/root to/PART/6/mark be/AUX/6/cop soldiers/NOUN/3/xcomp"
)


def named(tree: str, slot: str, *slots: tuple[str, str, float]) -> list[str]:
    page = Page.of(reading(tree, slots=list(slots)))
    rows = with_named(page, slot_rows(page), faint_rows(page))
    return [page.quote(row.at) for row in rows if row.slot == slot]


SEEN = ("observation", "Clerks", 0.5)


@pytest.mark.parametrize(
    ("verb", "kind", "found"),
    [("saw", "motive", ["the blaze"]), ("saw", "warning", []), ("gave", "motive", ["the blaze"])],
)
def test_what_is_told_as_a_motive_is_one(verb: str, kind: str, found: list[str]) -> None:
    assert named(AS.format(verb=verb, an="a", kind=kind, rest=""), "motive", SEEN) == found


ANSWER = (
    "They/PRON/2/nsubj burned/VERB/0/root it/PRON/2/obj {mark}/ADP/5/case {noun}/NOUN/2/obl for/ADP/8/case "
    "the/DET/8/det arrests/NOUN/{head}/nmod"
)


@pytest.mark.parametrize(
    ("mark", "noun", "head", "found"),
    [
        ("in", "reprisal", 5, ["in reprisal for the arrests"]),
        ("in", "revenge", 2, ["in revenge for the arrests"]),
        ("of", "revenge", 5, []),
        ("in", "advance", 5, []),
    ],
)
def test_what_a_deed_answers_is_its_motive(mark: str, noun: str, head: int, found: list[str]) -> None:
    assert named(ANSWER.format(mark=mark, noun=noun, head=head), "motive", ("actor", "They", 0.5)) == found


@pytest.mark.parametrize(
    "tree",
    [
        "They/PRON/2/nsubj saw/VERB/0/root theft/NOUN/6/nsubj as/ADP/6/case a/DET/6/det motive/NOUN/2/obl",
        "They/PRON/2/nsubj saw/VERB/0/root theft/NOUN/2/obj as/ADP/6/case a/DET/6/det motive/NOUN/3/nmod",
    ],
)
def test_a_motive_is_told_wherever_the_tree_hangs_it(tree: str) -> None:
    assert named(tree, "motive", ("actor", "They", 0.5)) == ["theft"]


@pytest.mark.parametrize(
    ("verb", "kind", "rest", "found"),
    [
        ("described", "attack", "", ["an attack"]),
        ("described", "attack", "on/ADP/9/case truth/NOUN/7/nmod", []),
        ("described", "loss", "", []),
        ("sold", "attack", "", []),
    ],
)
def test_what_somebody_calls_it_is_an_observation(verb: str, kind: str, rest: str, found: list[str]) -> None:
    tree = AS.format(verb=verb, an="an", kind=kind, rest=rest)
    assert named(tree, "observation", ("target", "Clerks", 0.5)) == found


@pytest.mark.parametrize(
    ("number", "unit", "noun", "found"),
    [
        ("nine", "year", "sentence", ["a nine - year sentence"]),
        ("six", "month", "term", []),
        ("nine", "mile", "sentence", []),
        ("nine", "year", "contract", []),
    ],
)
def test_a_punishment_by_its_length_is_a_sentence(
    number: str, unit: str, noun: str, found: list[str]
) -> None:
    tree = TERM.format(number=number, unit=unit, noun=noun)
    assert named(tree, "sentence", ("target", "She", 0.5)) == found


def test_a_term_is_a_sentence_where_it_is_one_in_prison() -> None:
    tree = "A/DET/5/det six/NUM/3/nummod year/NOUN/5/compound jail/NOUN/5/compound term/NOUN/6/nsubj ended/VERB/0/root"
    assert named(tree, "sentence", ("status", "ended", 0.5)) == ["A six year jail term"]


def test_a_poison_is_a_weapon() -> None:
    assert named(FOUND.format(thing="sarin"), "weapon", ("observation", "It", 0.5)) == ["sarin"]
    assert named(FOUND.format(thing="sugar"), "weapon", ("observation", "It", 0.5)) == []


@pytest.mark.parametrize(
    ("people", "deed", "found"),
    [("Veltian", "offensive", ["Veltian"]), ("Veltian", "budget", []), ("northern", "offensive", [])],
)
def test_a_people_told_of_as_attacking_is_the_actor(people: str, deed: str, found: list[str]) -> None:
    assert named(PEOPLE.format(people=people, deed=deed), "actor", ("target", "farms", 0.5)) == found


@pytest.mark.parametrize(("beside", "found"), [("air", ["Veltian"]), ("dock", [])])
def test_a_people_whose_aircraft_strike_is_the_actor(beside: str, found: list[str]) -> None:
    tree = (
        f"A/DET/4/det Veltian/ADJ/4/amod {beside}/NOUN/4/compound strike/NOUN/5/nsubj hit/VERB/0/root"
        " farms/NOUN/5/obj"
    )
    assert named(tree, "actor", ("target", "farms", 0.5)) == found


@pytest.mark.parametrize(
    ("doers", "who", "found"),
    [
        ("gunmen", "soldiers", ["soldiers"]),
        ("gunmen", "shadows", []),
        ("waiters", "soldiers", []),
    ],
)
def test_who_attackers_are_is_the_actor(doers: str, who: str, found: list[str]) -> None:
    assert named(WHO.format(doers=doers, who=who), "actor", ("observation", "were", 0.5)) == found


def test_who_attackers_seem_to_be_is_the_actor() -> None:
    assert named(SEEMED, "actor", ("observation", "seemed", 0.5)) == ["soldiers"]


def test_nothing_is_named_twice_nor_where_the_model_reads_nothing() -> None:
    poison = FOUND.format(thing="sarin")
    assert named(poison, "weapon", ("weapon", "sarin", 0.5)) == ["sarin"]
    assert named(poison, "weapon") == []


def test_what_the_model_reads_otherwise_at_the_same_words_goes() -> None:
    tree = AS.format(verb="saw", an="a", kind="motive", rest="")
    assert named(tree, "charge", ("charge", "the blaze", 0.5)) == []
    assert named(tree, "motive", ("charge", "the blaze", 0.5)) == ["the blaze"]


def test_what_the_model_just_misses_tells_that_something_happened() -> None:
    made = reading(FOUND.format(thing="sarin"), slots=[("observation", "It", 0.2)])
    page = Page.of(replace(made, faint=np.array([True])))
    assert slot_rows(page) == []
    assert [row.slot for row in with_named(page, slot_rows(page), faint_rows(page))] == ["weapon"]


CASE = "Police/NOUN/2/nsubj {did}/VERB/0/root a/DET/4/det {thing}/NOUN/2/obj for/ADP/{last}/case {crime}"


@pytest.mark.parametrize(
    ("did", "thing", "crime", "found"),
    [
        ("opened", "case", "hooliganism/NOUN/4/nmod", ["hooliganism"]),
        ("opened", "door", "hooliganism/NOUN/4/nmod", []),
        ("lost", "case", "hooliganism/NOUN/4/nmod", []),
        ("opened", "case", "the/DET/7/det court/NOUN/4/nmod", []),
    ],
)
def test_what_a_case_is_opened_for_is_a_charge(did: str, thing: str, crime: str, found: list[str]) -> None:
    tree = CASE.format(did=did, thing=thing, crime=crime, last=5 + len(crime.split()))
    assert named(tree, "charge", ("actor", "Police", 0.5)) == found
