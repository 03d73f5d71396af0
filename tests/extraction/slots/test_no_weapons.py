"""What reads like a weapon and is none."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.slots.unfitting import is_unfitting
from trees import reading

WENT = (
    "Boys/NOUN/2/nsubj {verb}/VERB/0/root a/DET/4/det guard/NOUN/2/obj with/ADP/6/case {thing}/NOUN/2/obl "
    "and/CCONJ/8/cc {other}/NOUN/6/conj"
)
THROWN = "Bricks/NOUN/2/nsubj {verb}/VERB/0/root from/ADP/4/case {thing}/NOUN/2/obl"
SEEN = "She/PRON/2/nsubj saw/VERB/0/root {thing}/NOUN/2/obj"
OBJECT = "He/PRON/2/nsubj {verb}/VERB/0/root a/DET/4/det {thing}/NOUN/2/obj"
SUBJECT = "{det}/DET/2/det {thing}/NOUN/3/nsubj {verb}/VERB/0/root her/PRON/3/obj"
PASSIVE = "She/PRON/3/nsubj was/AUX/3/aux {verb}/VERB/0/root {by}/ADP/6/case a/DET/6/det {thing}/NOUN/3/obl"
DRIVEN = OBJECT.format(verb="drove", thing="lorry") + " {into}/ADP/7/case a/DET/7/det crowd/NOUN/2/obl"
PART = OBJECT.format(verb="found", thing="fan") + (
    " that/PRON/7/nsubj was/AUX/7/cop part/NOUN/4/acl of/ADP/9/case it/PRON/7/nmod"
)
FIRED = "The/DET/2/det {thing}/NOUN/4/nsubj were/AUX/4/aux fired/VERB/0/root"
LADEN = "A/DET/2/det van/NOUN/6/nsubj {how}/VERB/2/acl with/ADP/5/case dynamite/NOUN/3/obl stood/VERB/0/root"
SEATED = "Men/NOUN/5/nsubj in/ADP/4/case a/DET/4/det {thing}/NOUN/1/nmod waved/VERB/0/root"


def unfitting(tree: str, slot: str, first: int, last: int) -> bool:
    return is_unfitting(Page.of(reading(tree)), slot, Stretch(first, last))


@pytest.mark.parametrize(
    ("verb", "thing", "expected"),
    [
        ("fled", "watches", True),
        ("fled", "rifles", False),
        ("hit", "watches", False),
        ("collided", "trams", True),
    ],
)
def test_what_is_carried_off_is_no_weapon_unless_it_is_one(verb: str, thing: str, expected: bool) -> None:
    tree = WENT.format(verb=verb, thing=thing, other="coins")
    assert unfitting(tree, "weapon", 5, 6) is expected
    assert unfitting(WENT.format(verb=verb, thing="coins", other=thing), "weapon", 7, 8) is expected


@pytest.mark.parametrize(
    ("verb", "thing", "expected"),
    [("thrown", "terraces", True), ("fired", "drones", False), ("thrown", "grenades", False)],
)
def test_where_things_are_thrown_from_is_no_weapon(verb: str, thing: str, expected: bool) -> None:
    assert unfitting(THROWN.format(verb=verb, thing=thing), "weapon", 3, 4) is expected


@pytest.mark.parametrize(("thing", "expected"), [("casings", True), ("chemicals", False)])
def test_what_a_deed_leaves_behind_is_no_weapon(thing: str, expected: bool) -> None:
    assert unfitting(SEEN.format(thing=thing), "weapon", 2, 3) is expected


@pytest.mark.parametrize(
    ("tree", "first", "last", "expected"),
    [
        (OBJECT.format(verb="rammed", thing="car"), 2, 4, False),
        (OBJECT.format(verb="parked", thing="car"), 2, 4, True),
        (OBJECT.format(verb="parked", thing="tank"), 2, 4, False),
        (DRIVEN.format(into="into"), 2, 4, False),
        (DRIVEN.format(into="past"), 2, 4, True),
        (PART, 2, 4, False),
        (SUBJECT.format(det="A", thing="van", verb="struck"), 0, 2, False),
        (SUBJECT.format(det="A", thing="van", verb="carried"), 0, 2, True),
        (PASSIVE.format(verb="hit", by="by", thing="lorry"), 3, 6, False),
        (PASSIVE.format(verb="moved", by="by", thing="lorry"), 3, 6, True),
        (PASSIVE.format(verb="moved", by="with", thing="ladle"), 3, 6, False),
        (LADEN.format(how="packed"), 0, 2, False),
        (LADEN.format(how="seen"), 0, 2, True),
        (SEATED.format(thing="van"), 2, 4, True),
        (SEATED.format(thing="helmet"), 2, 4, True),
    ],
)
def test_what_has_no_weapons_name_is_one_only_where_it_is_used_so(
    tree: str, first: int, last: int, expected: bool
) -> None:
    assert unfitting(tree, "weapon", first, last) is expected


@pytest.mark.parametrize(
    ("tree", "first", "last", "expected"),
    [
        (SUBJECT.format(det="A", thing="bullet", verb="grazed"), 0, 2, True),
        (SUBJECT.format(det="A", thing="knife", verb="grazed"), 0, 2, False),
        (PASSIVE.format(verb="hit", by="by", thing="bullet"), 3, 6, True),
        (PASSIVE.format(verb="hit", by="with", thing="bullet"), 3, 6, False),
        ("Mortar/NOUN/2/compound rounds/NOUN/3/nsubj hit/VERB/0/root a/DET/5/det queue/NOUN/3/obj", 0, 2, False),
        (OBJECT.format(verb="fired", thing="bullet"), 2, 4, False),
        (OBJECT.format(verb="found", thing="bullet").replace("a/DET", "that/DET"), 2, 4, True),
        (FIRED.format(thing="bullets").replace("The/DET", "Plastic/ADJ"), 0, 2, False),
    ],
)  # fmt: skip
def test_the_bullet_that_hit_is_no_weapon(tree: str, first: int, last: int, expected: bool) -> None:
    assert unfitting(tree, "weapon", first, last) is expected


MINE = "{who}/NOUN/2/nsubj left/VERB/0/root {at}/ADP/5/case the/DET/5/det mine/NOUN/2/obl"


@pytest.mark.parametrize(
    ("who", "at", "expected"),
    [("Miners", "by", True), ("Soldiers", "outside", True), ("Soldiers", "by", False)],
)
def test_a_mine_that_people_dig_is_no_weapon(who: str, at: str, expected: bool) -> None:
    assert unfitting(MINE.format(who=who, at=at), "weapon", 3, 5) is expected
