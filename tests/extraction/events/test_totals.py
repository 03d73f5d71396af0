"""Totals over several happenings are events of their own."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction import extract
from standoff.extraction.events.totals import totals
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.trace import Point
from standoff.records import Quantity, Time, Value

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


NINTH = (
    "He/PRON/5/nsubj is/AUX/5/cop the/DET/5/det ninth/ADJ/5/amod clerk/NOUN/0/root killed/VERB/5/acl "
    "so/ADV/8/advmod far/ADV/6/advmod this/DET/10/det year/NOUN/6/obl"
)
YEAR = Time("2031-01-01", "2031-12-31")


def numbers_of_totals(text: str, *told: tuple[int, int, Value]) -> list[list[int]]:
    points = [Point(0, "killed", Stretch(first, last), value, 0.9) for first, last, value in told]
    page = Page.of(trees.reading(text))
    return list(totals(page, points, [range(len(points))]))


def test_a_tally_in_a_sentence_with_a_total_is_told_once() -> None:
    killed, tally = Quantity("toll", 1, 1), Quantity("toll", 9, 9)
    told = numbers_of_totals(f"{SHOT}\n{NINTH}", (0, 2, killed), (8, 11, tally), (14, 16, YEAR))
    assert told == [[1, 2]]


def test_a_tally_is_no_part_of_a_total_in_the_sentence_of_its_number() -> None:
    total, tally = TOTAL.format(count="Six", kind="separate"), NINTH.replace("far/ADV", "long/ADV")
    told = numbers_of_totals(
        f"{SHOT}\n{SHOT}\n{total}\n{tally}",
        (0, 2, Quantity("toll", 1, 1)),
        (12, 14, Quantity("toll", 6, 6)),
        (22, 25, Quantity("toll", 9, 9)),
    )
    assert told == [[1], [2]]
