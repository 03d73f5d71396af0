"""Rows that hold less or more than what they tell of."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from standoff.extraction.slots.wholes import as_wholes
from trees import reading

CUT = "Men/NOUN/2/nsubj cut/VERB/0/root the/DET/4/det cables/NOUN/2/obj of/ADP/7/case the/DET/7/det railway/NOUN/4/nmod"
DROPPED = (
    "Charges/NOUN/5/nsubj of/ADP/3/case fraud/NOUN/1/nmod were/AUX/5/aux dropped/VERB/0/root on/ADP/7/case "
    "Monday/PROPN/5/obl"
)


def quotes(tree: str, slot: str, *slots: tuple[str, str, float]) -> list[str]:
    page = Page.of(reading(tree, slots=list(slots)))
    return [page.quote(row.at) for row in as_wholes(page, slot_rows(page)) if row.slot == slot]


@pytest.mark.parametrize(
    ("damage", "others", "found"),
    [
        ("cut the cables", [], ["the cables of the railway"]),
        ("cut", [], ["the railway"]),
        ("cut the cables", [("target", "the cables", 0.5)], ["the railway", "the cables"]),
    ],
)
def test_a_target_is_all_that_damage_was_done_to(
    damage: str, others: list[tuple[str, str, float]], found: list[str]
) -> None:
    slots = [("damage", damage, 0.5), ("target", "the railway", 0.5), *others]
    assert quotes(CUT, "target", *slots) == found


@pytest.mark.parametrize(
    ("charges", "found"),
    [([("charge", "fraud", 0.5)], ["were dropped"]), ([], ["Charges of fraud were dropped"])],
)
def test_a_status_of_charges_is_what_became_of_them(
    charges: list[tuple[str, str, float]], found: list[str]
) -> None:
    assert quotes(DROPPED, "status", ("status", "Charges of fraud were dropped", 0.5), *charges) == found


MARCH = (
    "They/PRON/2/nsubj rose/VERB/0/root after/ADP/5/case {det}/DET/5/det {noun}/NOUN/2/obl {against}/ADP/8/case "
    "the/DET/8/det tax/NOUN/5/nmod"
)


@pytest.mark.parametrize(
    ("noun", "against", "found"),
    [
        ("march", "against", "the tax"),
        ("march", "with", "a march with the tax"),
        ("raid", "over", "a raid over the tax"),
    ],
)
def test_a_motive_is_what_a_protest_is_against(noun: str, against: str, found: str) -> None:
    tree = MARCH.format(det="a", noun=noun, against=against)
    assert quotes(tree, "motive", ("motive", f"a {noun} {against} the tax", 0.9)) == [found]
