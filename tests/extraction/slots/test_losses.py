"""What an army is said to have lost."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.losses import with_losses
from standoff.extraction.slots.rows import slot_rows
from trees import reading

AMOUNTED = (
    "Enemy/NOUN/2/compound losses/NOUN/3/nsubj amounted/VERB/0/root to/ADP/6/case ninety/NUM/6/nummod men/NOUN/3/obl "
    "{fate} and/CCONJ/10/cc two/NUM/10/nummod tanks/NOUN/6/conj"
)
INFLICTED = "Ninety/NUM/2/nummod men/NOUN/3/nsubj inflicted/VERB/0/root heavy/ADJ/5/amod losses/NOUN/3/obj"


def _told(tree: str, slot: str, words: str) -> list[tuple[str, str]]:
    page = Page.of(reading(tree, slots=[(slot, words, 0.9)]))
    return [(row.slot, page.quote(row.at)) for row in with_losses(page, slot_rows(page))]


@pytest.mark.parametrize("slot", ["killed", "actor_count"])
def test_a_number_of_losses_is_told_and_no_toll(slot: str) -> None:
    tree = AMOUNTED.format(fate="today/NOUN/6/nmod")
    assert _told(tree, slot, "ninety men") == [("observation", "Enemy losses amounted to ninety men")]


def test_things_among_losses_are_damage() -> None:
    assert _told(AMOUNTED.format(fate="today/NOUN/6/nmod"), "weapon", "two tanks") == [
        ("damage", "two tanks")
    ]


def test_losses_of_which_a_fate_is_told_are_left() -> None:
    tree = AMOUNTED.format(fate="killed/VERB/6/acl")
    assert _told(tree, "killed", "ninety men") == [("killed", "ninety men")]


def test_who_inflicts_losses_is_left() -> None:
    assert ("actor", "Ninety men") in _told(INFLICTED, "actor", "Ninety men")
