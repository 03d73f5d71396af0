"""A total told with what it is the sum of."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction import extract

SUM = (
    "{total}/NUM/2/nummod men/NOUN/4/nsubj were/AUX/4/aux killed/VERB/0/root :/PUNCT/6/punct five/NUM/4/appos "
    "at/ADP/9/case the/DET/9/det station/NOUN/6/nmod and/CCONJ/11/cc two/NUM/6/conj at/ADP/14/case the/DET/14/det "
    "market/NOUN/{on}/nmod"
)


@pytest.mark.parametrize(("total", "on", "events"), [("Seven", 11, 3), ("Nine", 11, 1), ("Seven", 9, 1)])
def test_numbers_that_add_up_to_a_total_each_with_a_place_are_happenings_of_their_own(
    total: str, on: int, events: int
) -> None:
    slots = [
        ("killed", f"{total} men", 0.9),
        ("killed", "five", 0.9),
        ("killed", "two", 0.9),
        ("place", "the station", 0.9),
        ("place", "the market", 0.9),
    ]
    made = extract(trees.reading(SUM.format(total=total, on=on), slots=slots))
    assert len(made.events) == events
    places = {claim.event for claim in made.claims if claim.slot == "place"}
    assert len(places) == min(2, events)
