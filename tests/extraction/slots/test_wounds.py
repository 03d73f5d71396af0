"""Wounds of the dead, and wounds with which people are taken away."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from standoff.extraction.slots.wounds import with_wounds
from trees import reading

FOUND = (
    "Divers/NOUN/2/nsubj found/VERB/0/root four/NUM/4/nummod {who}/NOUN/2/obj ,/PUNCT/6/punct {part}/DET/4/appos "
    "with/ADP/9/case deep/ADJ/9/amod wounds/NOUN/6/nmod"
)
TAKEN = (
    "He/PRON/3/nsubj was/AUX/3/aux flown/VERB/0/root to/ADP/5/case Tolm/PROPN/3/obl with/ADP/8/case bad/ADJ/8/amod "
    "burns/NOUN/3/obl on/ADP/11/case both/DET/11/det legs/NOUN/8/nmod"
)


def told(tree: str, *slots: tuple[str, str, float]) -> list[tuple[str, str]]:
    page = Page.of(reading(tree, slots=list(slots)))
    return [(row.slot, page.quote(row.at)) for row in with_wounds(page, slot_rows(page))]


@pytest.mark.parametrize(
    ("who", "part", "slot"),
    [("bodies", "all", "observation"), ("bodies", "survivors", "injured"), ("sailors", "all", "injured")],
)
def test_wounds_of_bodies_are_seen_and_hurt_nobody_besides(who: str, part: str, slot: str) -> None:
    wounds = f"{part} with deep wounds"
    found = told(FOUND.format(who=who, part=part), ("killed", f"four {who}", 0.8), ("injured", wounds, 0.4))
    assert found == [("killed", f"four {who}"), (slot, wounds)]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("bad burns", ["flown to Tolm with bad burns"]),
        ("bad burns on both legs", ["flown to Tolm", "bad burns on both legs"]),
    ],
)
def test_who_is_taken_away_with_wounds_is_one_observation(second: str, found: list[str]) -> None:
    rows = told(TAKEN, ("observation", "flown to Tolm", 0.7), ("observation", second, 0.5))
    assert rows == [("observation", quote) for quote in found]
    assert told(TAKEN, ("observation", "flown to Tolm", 0.7)) == [("observation", "flown to Tolm")]


def test_what_hangs_on_what_is_joined_is_joined_as_well() -> None:
    tree = TAKEN.replace("on/ADP/11/case both/DET/11/det legs", "with/ADP/11/case deep/ADJ/11/amod cuts")
    seen = [("observation", words, 0.5) for words in ("flown to Tolm", "bad burns", "deep cuts")]
    assert told(tree, *seen) == [("observation", "flown to Tolm with bad burns with deep cuts")]
