"""Tolls since a war began are events of their own."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction import extract

SHOT = "A/DET/2/det clerk/NOUN/4/nsubj was/AUX/4/aux killed/VERB/0/root in/ADP/6/case Orsk/PROPN/4/obl"
SINCE = (
    "{count}/NUM/2/nummod people/NOUN/4/nsubj were/AUX/4/aux killed/VERB/0/root since/SCONJ/8/mark the/DET/7/det "
    "{what}/NOUN/8/nsubj began/VERB/4/advcl"
)


@pytest.mark.parametrize(
    ("what", "count", "events"),
    [("war", "Six", 2), ("truce", "Six", 2), ("rain", "Six", 1), ("war", "One", 1)],
)
def test_a_toll_since_a_war_began_is_an_event_of_its_own(what: str, count: str, events: int) -> None:
    text = f"{SHOT}\n{SINCE.format(what=what, count=count)}"
    slots = [("killed", "A clerk", 0.9), ("place", "Orsk", 0.9), ("killed", f"{count} people", 0.9)]
    assert len(extract(trees.reading(text, slots=slots)).events) == events


def test_a_toll_of_the_worst_attack_since_a_war_began_is_of_its_own_day() -> None:
    text = (
        "Six/NUM/2/nummod people/NOUN/4/nsubj were/AUX/4/aux killed/VERB/0/root in/ADP/8/case the/DET/8/det "
        "worst/ADJ/8/amod raid/NOUN/4/obl since/SCONJ/12/mark the/DET/11/det war/NOUN/12/nsubj began/VERB/8/acl"
    )
    slots = [("killed", "A clerk", 0.9), ("place", "Orsk", 0.9), ("killed", "Six people", 0.9)]
    assert len(extract(trees.reading(f"{SHOT}\n{text}", slots=slots)).events) == 1
