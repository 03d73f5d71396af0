"""Totals over several happenings are events of their own."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction import extract

SHOT = "A/DET/2/det clerk/NOUN/4/nsubj was/AUX/4/aux killed/VERB/0/root in/ADP/6/case Orsk/PROPN/4/obl"
TOTAL = (
    "{count}/NUM/2/nummod people/NOUN/4/nsubj were/AUX/4/aux killed/VERB/0/root in/ADP/7/case {kind}/ADJ/7/amod "
    "shootings/NOUN/4/obl"
)


@pytest.mark.parametrize(
    ("kind", "count", "standings"),
    [("separate", "Six", ["main", "background"]), ("loud", "Six", ["main"]), ("separate", "One", ["main"])],
)
def test_a_total_over_several_happenings_is_an_event_of_its_own(
    kind: str, count: str, standings: list[str]
) -> None:
    text = f"{SHOT}\n{TOTAL.format(kind=kind, count=count)}"
    slots = [("killed", "A clerk", 0.9), ("place", "Orsk", 0.9), ("killed", f"{count} people", 0.9)]
    made = extract(trees.reading(text, slots=slots))
    assert [event.standing for event in made.events] == standings


def test_an_event_that_is_all_a_total_stays_whole() -> None:
    text = TOTAL.format(kind="separate", count="Six")
    made = extract(trees.reading(text, slots=[("killed", "Six people", 0.9)]))
    assert [event.standing for event in made.events] == ["main"]
