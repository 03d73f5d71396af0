"""What went wrong by itself."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.mishaps import with_mishaps
from standoff.extraction.slots.rows import slot_rows
from trees import reading

EXPLODED = "The/DET/2/det shell/NOUN/4/nsubj accidentally/ADV/4/advmod exploded/VERB/0/root"
SHOT = "He/PRON/3/nsubj accidentally/ADV/3/advmod shot/VERB/0/root himself/PRON/3/obj on/ADP/6/case Monday/NOUN/3/obl"
BEHIND = "The/DET/2/det gun/NOUN/3/nsubj fired/VERB/0/root accidentally/ADV/3/advmod"


def told(tree: str, *slots: tuple[str, str, float]) -> list[str]:
    page = Page.of(reading(tree, slots=list(slots)))
    return [page.quote(row.at) for row in with_mishaps(page, slot_rows(page)) if row.slot == "observation"]


@pytest.mark.parametrize(
    ("tree", "slot", "words"),
    [
        (EXPLODED, ("weapon", "shell", 0.5), "accidentally exploded"),
        (SHOT, ("time", "Monday", 0.5), "accidentally shot himself"),
        (BEHIND, ("weapon", "gun", 0.5), "fired accidentally"),
    ],
)
def test_a_mishap_is_an_observation(tree: str, slot: tuple[str, str, float], words: str) -> None:
    assert told(tree, slot) == [words]


def test_what_is_told_already_is_not_told_again() -> None:
    assert told(EXPLODED, ("observation", "accidentally exploded", 0.5)) == ["accidentally exploded"]


def test_a_sentence_without_a_slot_has_no_mishap() -> None:
    assert told(EXPLODED) == []


def test_a_particle_right_behind_the_verb_belongs_to_it() -> None:
    tree = EXPLODED.replace("exploded/VERB/0/root", "went/VERB/0/root off/ADV/4/advmod Monday/NOUN/4/obl")
    assert told(tree, ("weapon", "shell", 0.5)) == ["accidentally went off"]
