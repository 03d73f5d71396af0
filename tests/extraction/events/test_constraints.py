"""What grammar tells of whether points are of one event."""

from __future__ import annotations

import numpy as np

from standoff.extraction.events.constraints import constrained
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.trace import Point
from standoff.records import Entity, Quantity
from trees import reading

PUSHED = "Police/NOUN/2/nsubj pushed/VERB/0/root marchers/NOUN/2/obj back/ADV/2/advmod"


def scores(*points: tuple[str, int, int]) -> np.ndarray:
    page = Page.of(reading(PUSHED))
    told = [Point(0, slot, Stretch(first, last), Entity("x"), 1.0, ()) for slot, first, last in points]
    made: np.ndarray = constrained(page, told, np.zeros((len(told), len(told))))
    return made


def test_what_is_done_with_force_is_of_the_event_of_who_does_it() -> None:
    made = scores(("actor", 0, 1), ("observation", 1, 4), ("actor", 2, 3))
    assert made[0, 1] == made[1, 0] > 0
    assert made[1, 2] == made[0, 2] == 0


def test_nobody_is_actor_and_target_of_one_event() -> None:
    made = scores(("actor", 2, 3), ("target", 2, 3), ("target", 0, 1))
    assert made[0, 1] == made[1, 0] < 0
    assert made[0, 2] == 0


def test_who_is_killed_is_of_another_event_than_who_is_arrested() -> None:
    made = scores(("killed", 0, 1), ("arrested", 2, 3), ("injured", 0, 1), ("weapon", 3, 4))
    assert made[0, 1] == made[1, 0] < 0
    assert made[1, 2] < 0
    assert made[0, 2] == made[0, 3] == 0


def test_nobody_freed_excludes_nothing() -> None:
    page = Page.of(reading(PUSHED))
    freed = Point(0, "freed", Stretch(0, 1), Quantity("toll", 0, 0), 1.0, ())
    captive = Point(0, "captive", Stretch(2, 3), Quantity("toll", 4, 4), 1.0, ())
    assert not constrained(page, [freed, captive], np.zeros((2, 2))).any()
