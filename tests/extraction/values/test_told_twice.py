"""One person whom a noun and the words beside it tell of is one toll."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction import extract
from standoff.records import Quantity

DIED = "A/DET/2/det {noun}/NOUN/7/nsubj ,/PUNCT/5/punct a/DET/5/det {beside}/NOUN/2/appos {after} died/VERB/0/root"


@pytest.mark.parametrize(
    ("noun", "beside", "after", "party"),
    [
        ("victim", "cook", ",/PUNCT/7/punct", "cook"),
        ("porter", "cook", ",/PUNCT/7/punct", "porter"),
        ("victim", "cook", "and/CCONJ/7/cc", None),
    ],
)
def test_a_toll_beside_another_of_one_is_the_same_person(
    noun: str, beside: str, after: str, party: str | None
) -> None:
    text = DIED.format(noun=noun, beside=beside, after=after)
    made = extract(trees.reading(text, slots=[("killed", f"A {noun}", 0.9), ("killed", f"a {beside}", 0.9)]))
    parties = [claim.value.party for claim in made.claims if isinstance(claim.value, Quantity)]
    assert parties == ([noun, beside] if party is None else [party])
