"""What is told of another time than an event's own is an event of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

import trees
from standoff.extraction import extract
from standoff.records import Reading, Stamp

SHOT = "A/DET/2/det clerk/NOUN/4/nsubj was/AUX/4/aux killed/VERB/0/root on/ADP/6/case {day}/PROPN/4/obl"
OTHER = (
    "two/NUM/2/nummod guards/NOUN/4/nsubj were/AUX/4/aux hurt/VERB/0/root in/ADP/6/case {time}/PROPN/4/obl"
)
AFTER = "and/CCONJ/9/cc a/DET/9/det cook/NOUN/4/conj"


def read(text: str, slots: list[tuple[str, str, float]]) -> Reading:
    made = trees.reading(text, slots=slots)
    return extract(replace(made, report=replace(made.report, published=Stamp("2031-05-14", "day", "given"))))


@pytest.mark.parametrize(("time", "events"), [("January", 2), ("2019", 2), ("April", 2), ("May", 1)])
def test_what_is_told_of_a_time_months_away_is_another_event(time: str, events: int) -> None:
    text = f"{SHOT.format(day='Wednesday')}\n{OTHER.format(time=time)} {AFTER}"
    slots = [
        ("killed", "A clerk", 0.9),
        ("time", "Wednesday", 0.9),
        ("injured", "two guards", 0.9),
        ("time", time, 0.9),
        ("injured", "a cook", 0.9),
    ]
    made = read(text, slots)
    assert len(made.events) == events
    [hurt] = {claim.event for claim in made.claims if claim.slot == "injured"}
    killed = next(claim.event for claim in made.claims if claim.slot == "killed")
    assert (hurt == killed) == (events == 1)


def test_a_time_alone_makes_no_event() -> None:
    text = f"{SHOT.format(day='Wednesday')}\n{OTHER.format(time='January')}"
    slots = [("killed", "A clerk", 0.9), ("time", "Wednesday", 0.9), ("time", "January", 0.9)]
    made = read(text, slots)
    assert len(made.events) == 1
