"""What the model is unsure of does not stand in slots where that is mostly false."""

from __future__ import annotations

import pytest

from standoff.extraction import extract
from trees import reading

TREE = (
    "Guards/NOUN/2/nsubj beat/VERB/0/root a/DET/4/det clerk/NOUN/2/obj with/ADP/6/case sticks/NOUN/2/obl "
    "./PUNCT/2/punct"
)


@pytest.mark.parametrize(
    ("slot", "words", "score", "kept"),
    [
        ("actor", "Guards", 0.4, False),
        ("actor", "Guards", 0.5, True),
        ("target", "a clerk", 0.32, False),
        ("observation", "beat a clerk", 0.3, True),
    ],
)
def test_a_claim_stands_only_where_its_slot_is_read_surely_enough(
    slot: str, words: str, score: float, kept: bool
) -> None:
    found = extract(reading(TREE, slots=[(slot, words, score), ("status", "sticks", 0.9)]))
    assert (slot in {claim.slot for claim in found.claims}) is kept
