"""Slot spans put right: times in pieces, lists, weapons, numbers of people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows, with_listed_people
from standoff.records import Part, Span
from trees import reading

RAID = """
Six/NUM/2/nummod inmates/NOUN/3/nsubj struck/VERB/0/root a/DET/5/det guard/NOUN/3/obj with/ADP/7/case \
knives/NOUN/3/obl and/CCONJ/9/cc axes/NOUN/7/conj ./PUNCT/3/punct
"""
CLOCK = (
    "It/PRON/2/nsubj ended/VERB/0/root at/ADP/4/case 6:20/NUM/5/nummod p.m./NOUN/2/obl on/ADP/7/case "
    "Tuesday/PROPN/2/obl ./PUNCT/2/punct"
)


def rows(tree: str, *slots: tuple[str, str, float]) -> list[tuple[str, str]]:
    page = Page.of(reading(tree, slots=list(slots)))
    return sorted((row.slot, page.quote(row.at)) for row in slot_rows(page))


@pytest.mark.parametrize(("thing", "found"), [("pistols", True), ("maps", False)])
def test_the_rest_of_a_list_of_weapons_is_one_too_unless_it_is_none(thing: str, found: bool) -> None:
    tree = f"They/PRON/2/nsubj seized/VERB/0/root rifles/NOUN/2/obj and/CCONJ/5/cc {thing}/NOUN/3/conj"
    assert (("weapon", thing) in rows(tree, ("weapon", "rifles", 0.9))) is found


def test_a_weapon_told_with_with_is_found_and_so_is_the_rest_of_the_list() -> None:
    found = rows(RAID, ("actor", "inmates", 0.9))
    assert ("weapon", "knives") in found
    assert ("weapon", "axes") in found


ARMED = (
    "Inmates/NOUN/3/nsubj were/AUX/3/cop armed/ADJ/0/root with/ADP/5/case nails/NOUN/3/obl and/CCONJ/8/cc "
    "ball/NOUN/8/compound bearings/NOUN/5/conj"
)


def test_whatever_people_are_armed_with_is_a_weapon() -> None:
    found = rows(ARMED, ("actor", "Inmates", 0.9))
    assert [words for slot, words in found if slot == "weapon"] == ["ball bearings", "nails"]
    assert not [
        slot
        for slot, _ in rows(ARMED.replace("armed", "busy"), ("actor", "Inmates", 0.9))
        if slot == "weapon"
    ]


def test_a_list_of_weapons_is_found_from_its_last_too_and_within_words_told() -> None:
    packed = ARMED.replace("armed", "packed")
    found = rows(
        packed, ("observation", "packed with nails and ball bearings", 0.5), ("weapon", "ball bearings", 0.5)
    )
    assert ("weapon", "nails") in found
    assert rows(packed, ("target", "ball bearings", 0.5)) == [("target", "ball bearings")]


def test_without_any_slot_nothing_is_found() -> None:
    assert rows(RAID) == []


def test_a_clock_time_and_its_day_are_one_time() -> None:
    found = rows(CLOCK, ("time", "6:20 p.m.", 0.9), ("time", "Tuesday", 0.8))
    assert found == [("time", "6:20 p.m. on Tuesday")]


def test_two_days_stay_two_times() -> None:
    days = "It/PRON/2/nsubj rained/VERB/0/root Monday/PROPN/2/obl and/CCONJ/5/cc Tuesday/PROPN/3/conj ./PUNCT/2/punct"
    found = rows(days, ("time", "Monday", 0.9), ("time", "Tuesday", 0.8))
    assert found == [("time", "Monday"), ("time", "Tuesday")]


def test_a_headline_that_the_body_repeats_is_left_out() -> None:
    made = reading(
        "Six/NUM/2/nummod shot/VERB/0/root\nSix/NUM/2/nummod men/NOUN/4/nsubj were/AUX/4/aux shot/VERB/0/root",
        slots=[("killed", "Six", 0.9), ("observation", "shot", 0.5), ("killed", "Six men", 0.8)],
    )
    headline = Span(0, len("Six shot"))
    body = Span(headline.end + 1, len(made.report.text))
    parts = (Part("title", headline), Part("body", body))
    page = Page.of(replace(made, report=replace(made.report, parts=parts)))
    found = [(row.slot, page.quote(row.at)) for row in slot_rows(page)]
    assert found == [("observation", "shot"), ("killed", "Six men")]


def test_every_item_of_a_list_of_people_has_the_toll_of_the_one_that_the_model_reads() -> None:
    listed = (
        "Killed/VERB/0/root were/AUX/1/aux nine/NUM/4/nummod Danes/PROPN/1/nsubj and/CCONJ/7/cc two/NUM/7/nummod "
        "Turks/PROPN/4/conj ./PUNCT/1/punct"
    )
    page = Page.of(reading(listed, slots=[("killed", "nine Danes", 0.9)]))
    found = with_listed_people(page, slot_rows(page))
    assert [(row.slot, page.quote(row.at)) for row in found] == [
        ("killed", "nine Danes"),
        ("killed", "two Turks"),
    ]


def test_a_toll_that_ends_within_a_name_has_all_of_it() -> None:
    tree = "Two/NUM/2/nummod Sri/PROPN/4/nsubj Lankans/PROPN/2/flat died/VERB/0/root in/ADP/6/case Vellin/PROPN/4/obl"
    assert rows(tree, ("killed", "Two Sri", 0.9)) == [("killed", "Two Sri Lankans")]
    assert rows(tree, ("killed", "Two Sri Lankans", 0.9)) == [("killed", "Two Sri Lankans")]
    apart = tree.replace("2/flat", "4/obj")
    assert rows(apart, ("killed", "Two Sri", 0.9)) == [("killed", "Two Sri")]


PUT = (
    "Officials/NOUN/2/nsubj put/VERB/0/root the/DET/4/det number/NOUN/2/obj of/ADP/6/case injured/NOUN/4/nmod "
    "at/ADP/8/case {}/NUM/2/obl ,/PUNCT/2/punct including/VERB/11/case police/NOUN/8/nmod ./PUNCT/2/punct"
)


def test_a_toll_that_says_what_is_counted_stands_at_its_number() -> None:
    assert rows(PUT.format(17), ("injured", "the number of injured", 0.9)) == [("injured", "17")]


def test_a_number_that_has_a_row_is_not_told_twice() -> None:
    both = ("injured", "the number of injured", 0.9), ("injured", "17", 0.5)
    assert rows(PUT.format(17), *both) == [("injured", "17")]


def test_a_count_without_a_number_stays() -> None:
    assert rows(PUT.format("dawn"), ("injured", "injured", 0.9)) == [("injured", "injured")]


def test_a_number_of_something_else_is_no_figure_of_a_toll() -> None:
    street = PUT.format(12).replace(",/PUNCT/2/punct including", "Mill/PROPN/8/flat including")
    assert rows(street, ("injured", "the number of injured", 0.9)) == []  # the number itself is not told
    rebels = (
        "Men/NOUN/3/nsubj were/AUX/3/cop missing/ADJ/0/root as/SCONJ/7/mark 30/NUM/6/nummod rebels/NOUN/7/nsubj "
        "crossed/VERB/3/advcl ./PUNCT/3/punct"
    )
    assert rows(rebels, ("missing", "Men were missing", 0.9)) == [("missing", "Men were missing")]


def test_the_number_now_goes_before_the_one_given_earlier() -> None:
    now = (
        "The/DET/2/det number/NOUN/9/nsubj of/ADP/4/case wounded/NOUN/2/nmod given/VERB/2/acl as/ADP/7/case "
        "20/NUM/5/obl is/AUX/9/cop 25/NUM/0/root ./PUNCT/9/punct"
    )
    assert rows(now, ("injured", "number of wounded", 0.9)) == [("injured", "25")]


def test_since_a_year_when_something_else_happened_is_the_year_of_that() -> None:
    when = (
        "It/PRON/3/nsubj was/AUX/3/cop worst/ADJ/0/root since/ADP/5/case 2001/NUM/3/obl when/SCONJ/8/mark "
        "men/NOUN/8/nsubj died/VERB/5/acl"
    )
    slots = ("time", "since 2001", 0.9)
    assert rows(when, slots) == [("time", "2001")]
    plain = "It/PRON/3/nsubj was/AUX/3/cop worst/ADJ/0/root since/ADP/5/case 2001/NUM/3/obl ./PUNCT/3/punct"
    assert rows(plain, slots) == [("time", "since 2001")]


def test_a_party_that_is_read_as_a_clause_is_its_subject() -> None:
    whole = "It/PRON/2/nsubj denied/VERB/0/root the/DET/4/det attack/NOUN/2/obj ./PUNCT/2/punct"
    assert rows(whole, ("claimant", "It denied the attack", 0.9)) == [("claimant", "It")]
    assert rows(whole, ("observation", "It denied the attack", 0.9)) == [
        ("observation", "It denied the attack")
    ]


@pytest.mark.parametrize(("clock", "found"), [("12:05", "Gas was fired"), ("Twice", "Twice Gas was fired")])
def test_the_clock_time_of_an_entry_is_no_part_of_what_it_tells(clock: str, found: str) -> None:
    tree = f"{clock}/NUM/4/obl Gas/NOUN/4/nsubj was/AUX/4/aux fired/VERB/0/root"
    assert rows(tree, ("observation", f"{clock} Gas was fired", 0.9)) == [("observation", found)]


def test_a_place_ends_with_its_sentence() -> None:
    tree = (
        "They/PRON/2/nsubj knelt/VERB/0/root in/ADP/5/case a/DET/5/det corridor/NOUN/2/obl ./PUNCT/2/punct\n"
        "Vale/PROPN/2/nsubj fell/VERB/0/root ./PUNCT/2/punct"
    )
    assert rows(tree, ("place", "a corridor .\nVale", 0.9)) == [("place", "a corridor .")]


def test_who_tells_of_a_death_is_not_of_those_who_died() -> None:
    tree = "Tests/NOUN/2/nsubj showed/VERB/0/root the/DET/4/det clerk/NOUN/6/nsubj was/AUX/6/aux shot/VERB/2/ccomp"
    assert ("killed", "the clerk") in rows(tree, ("killed", "Tests showed the clerk", 0.9))
    assert ("injured", "the clerk") in rows(tree, ("injured", "the clerk", 0.9))
