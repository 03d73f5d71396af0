"""Attacks that somebody foiled."""

from __future__ import annotations

import pytest

from standoff.extraction.events.foiled import foiled, foils, is_foiled, is_of_deed
from standoff.extraction.grammar.page import Page, Stretch
from trees import reading

ACTIVE = "Guards/NOUN/2/nsubj prevented/VERB/0/root a/DET/4/det {deed}/NOUN/2/obj on/ADP/6/case stations/NOUN/4/nmod"
PASSIVE = "Attacks/NOUN/3/nsubj were/AUX/3/aux averted/VERB/0/root by/ADP/5/case guards/NOUN/3/obl"


@pytest.mark.parametrize(("tree", "who", "deed"), [(ACTIVE.format(deed="bombing"), 0, 3), (PASSIVE, 4, 0)])
def test_who_prevents_a_deed_foils_it(tree: str, who: int, deed: int) -> None:
    page = Page.of(reading(tree))
    ((verb, found),) = foiled(page)
    assert found == deed
    assert foils(page, verb, found, Stretch(who, who + 1))
    assert not foils(page, verb, found, Stretch(deed, deed + 1))


@pytest.mark.parametrize("deed", ["raids", "assault", "assaults", "robbery", "ambushes", "massacres"])
def test_deeds_of_all_sorts_are_foiled_one_or_several(deed: str) -> None:
    assert [found for _, found in foiled(Page.of(reading(ACTIVE.format(deed=deed))))] == [3]


def test_what_hangs_on_the_deed_is_of_it() -> None:
    page = Page.of(reading(ACTIVE.format(deed="bombing")))
    assert is_of_deed(page, 3, Stretch(5, 6))
    assert not is_of_deed(page, 3, Stretch(0, 1))


def test_who_prevents_a_delay_foils_nothing() -> None:
    assert not list(foiled(Page.of(reading(ACTIVE.format(deed="delay")))))


def test_what_a_foiled_deed_was_aimed_at_was_only_meant() -> None:
    page = Page.of(reading(ACTIVE.format(deed="bombing")))
    assert is_foiled(page, Stretch(5, 6))
    assert not is_foiled(page, Stretch(0, 1))
