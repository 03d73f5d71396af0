"""What befell people at another's mercy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.fates import suiting, with_named_fates
from standoff.extraction.slots.rows import slot_rows
from standoff.records import EVENT_TYPES
from trees import reading

HELD = "They/PRON/2/nsubj took/VERB/0/root two/NUM/4/nummod clerks/NOUN/2/obj {state}/ADJ/2/xcomp ./PUNCT/2/punct"
BEING_HELD = (
    "Two/NUM/2/nummod clerks/NOUN/5/nsubj had/AUX/5/aux been/AUX/5/aux held/VERB/0/root {by} ./PUNCT/5/punct"
)
BY = "by/ADP/7/case {holder}/NOUN/5/obl"
HOLDING = "{holder}/NOUN/3/nsubj are/AUX/3/aux holding/VERB/0/root two/NUM/5/nummod clerks/NOUN/3/obj"


def fate(tree: str, kind: str, slot: str, people: str) -> str:
    made = reading(tree, slots=[(slot, people, 0.5)])
    types = np.zeros_like(made.slot_types)
    types[:, EVENT_TYPES.index(kind)] = 1
    page = Page.of(replace(made, slot_types=types))
    return next(row.slot for row in with_named_fates(page, slot_rows(page)))


@pytest.mark.parametrize(
    ("state", "kind", "slot"),
    [("rescued", "raid", "freed"), ("captive", "attack", "captive"), ("away", "raid", "arrested"),
     ("captive", "arrest", "arrested"), ("rescued-and-arrested", "raid", "arrested")],
)  # fmt: skip
def test_people_have_the_fate_that_their_sentence_names_unless_it_is_an_arrest(
    state: str, kind: str, slot: str
) -> None:
    words = " ".join(f"{word}/ADJ/2/xcomp" for word in state.split("-"))
    tree = HELD.replace("{state}/ADJ/2/xcomp", words)
    assert fate(tree, kind, "arrested", "two clerks") == slot


@pytest.mark.parametrize("slot", ["arrested", "freed", "captive"])
def test_whom_officials_hold_is_under_arrest_and_whom_others_hold_captive(slot: str) -> None:
    for holder, expected in (("police", "arrested"), ("gunmen", "captive")):
        by = BEING_HELD.format(by=BY.format(holder=holder))
        assert fate(by, "abduction", slot, "Two clerks") == expected
        assert fate(HOLDING.format(holder=holder), "attack", slot, "two clerks") == expected


@pytest.mark.parametrize(
    ("kind", "slot", "expected"),
    [("release", "freed", "captive"), ("attack", "arrested", "captive"), ("arrest", "arrested", "arrested")],
)
def test_whom_nobody_named_holds_is_captive_unless_an_arrest_is_read(
    kind: str, slot: str, expected: str
) -> None:
    assert fate(BEING_HELD.replace(" {by}", ""), kind, slot, "Two clerks") == expected


def test_a_toll_whose_own_verb_names_another_fate_has_that_fate() -> None:
    tree = "One/NUM/3/nsubj was/AUX/3/aux {verb}/VERB/0/root alive/ADJ/3/xcomp ./PUNCT/3/punct"
    stretch = "One was {verb} alive"
    for verb, slot in (("captured", "arrested"), ("killed", "killed"), ("seen", "killed")):
        assert fate(tree.format(verb=verb), "raid", "killed", stretch.format(verb=verb)) == slot


def test_all_of_a_list_get_away_whose_first_is_the_subject() -> None:
    people = "A/DET/2/det guard/NOUN/6/nsubj and/CCONJ/5/cc two/NUM/5/nummod clerks/NOUN/2/conj"
    tree = f"{people} {{verb}}/VERB/0/root ./PUNCT/6/punct"
    for verb, slot in (("escaped", "unharmed"), ("fell", "injured")):
        assert fate(tree.format(verb=verb), "attack", "injured", "two clerks") == slot


def test_who_was_held_once_may_be_free() -> None:
    once = "Two/NUM/2/nummod clerks/NOUN/5/nsubj held/VERB/2/acl since/ADP/3/obl walked/VERB/0/root free/ADJ/5/xcomp"
    assert fate(once, "release", "freed", "Two clerks") == "freed"


def test_some_of_the_wounded_are_injured_whatever_was_read() -> None:
    tree = "Of/ADP/3/case the/DET/3/det wounded/NOUN/6/nmod two/NUM/6/nsubj are/AUX/6/cop clerks/NOUN/0/root"
    assert fate(tree, "attack", "killed", "two are clerks") == "injured"


SPARED = "The/DET/2/det clerk/NOUN/5/nsubj was/AUX/5/cop {negation} hurt/ADJ/0/root"
SHOOTING = (
    "The/DET/2/det {kind} of/ADP/5/case five/NUM/5/nummod men/NOUN/2/nmod shook/VERB/0/root Orsk/PROPN/6/obj"
)


@pytest.mark.parametrize(
    ("negation", "slot"), [("not/PART/5/advmod", "unharmed"), ("badly/ADV/5/advmod", "injured")]
)
def test_who_is_said_not_to_be_hurt_is_unharmed(negation: str, slot: str) -> None:
    assert fate(SPARED.format(negation=negation), "attack", "injured", "The clerk was") == "injured"
    words = " ".join(item.split("/")[0] for item in SPARED.format(negation=negation).split())
    assert fate(SPARED.format(negation=negation), "attack", "injured", words) == slot


@pytest.mark.parametrize(
    ("kind", "slot"),
    [("shooting/NOUN/6/nsubj", "injured"), ("killing/NOUN/6/nsubj", "killed")],
)
def test_shots_that_nobody_says_killed_hurt(kind: str, slot: str) -> None:
    people = f"{kind.split('/')[0]} of five men"
    assert fate(SHOOTING.format(kind=kind), "attack", "killed", people) == slot


@pytest.mark.parametrize(
    ("state", "slot"), [("rescued", "freed"), ("unhurt", "unharmed"), ("away", "unharmed")]
)
def test_who_is_rescued_is_freed_where_nothing_says_unharmed(state: str, slot: str) -> None:
    assert fate(HELD.format(state=state), "accident", "unharmed", "two clerks") == slot


LIST = (
    "Five/NUM/3/nsubj were/AUX/3/aux {fate}/VERB/0/root at/ADP/5/case sea/NOUN/3/obl and/CCONJ/7/cc two/NUM/1/conj "
    "{where}/ADV/7/advmod"
)


@pytest.mark.parametrize(
    ("fate", "where", "slot"),
    [("killed", "ashore", "killed"), ("hailed", "ashore", "injured"), ("killed", "hurt", "injured")],
)
def test_a_bare_number_joined_to_another_shares_the_only_fate_that_is_told(
    fate: str, where: str, slot: str
) -> None:
    made = reading(LIST.format(fate=fate, where=where), slots=[("injured", "two", 0.5)])
    page = Page.of(made)
    assert [row.slot for row in with_named_fates(page, slot_rows(page))] == [slot]


def test_a_toll_goes_with_what_the_model_reads_of_its_type_of_event_in_its_sentence() -> None:
    tree = "They/PRON/2/nsubj freed/VERB/0/root her/PRON/2/obj on/ADP/5/case Monday/PROPN/2/obl"
    made = reading(tree, slots=[("actor", "They", 0.5), ("time", "Monday", 0.5)])
    types = np.zeros_like(made.slot_types)
    types[0, EVENT_TYPES.index("abduction")] = types[1, EVENT_TYPES.index("release")] = 1
    page = Page.of(replace(made, slot_types=types))
    rows = slot_rows(page)
    assert [row.slot for row in suiting(page, rows, "freed")] == ["time"]
    assert suiting(page, rows, "arrested") == []


@pytest.mark.parametrize(
    ("tree", "words", "slot", "fate"),
    [
        (
            "They/PRON/2/nsubj had/VERB/0/root nine/NUM/4/nummod bodies/NOUN/2/obj",
            "nine bodies",
            "injured",
            "killed",
        ),
        (
            "The/DET/2/det dead/ADJ/4/nsubj could/AUX/4/aux reach/VERB/0/root 90/NUM/4/obj",
            "90",
            "missing",
            "killed",
        ),
        (
            "They/PRON/2/nsubj had/VERB/0/root nine/NUM/4/nummod men/NOUN/2/obj",
            "nine men",
            "injured",
            "injured",
        ),
    ],
)
def test_remains_and_bare_figures_have_the_fate_that_alone_is_named(
    tree: str, words: str, slot: str, fate: str
) -> None:
    page = Page.of(reading(tree, slots=[(slot, words, 0.9)]))
    assert [row.slot for row in with_named_fates(page, slot_rows(page))] == [fate]
