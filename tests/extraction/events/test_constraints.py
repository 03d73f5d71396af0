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


CAUGHT = (
    "A/DET/2/det clerk/NOUN/3/nsubj stole/VERB/0/root arms/NOUN/3/obj but/CCONJ/7/cc was/AUX/7/aux "
    "caught/VERB/3/conj by/ADP/9/case guards/NOUN/7/obl"
)
ACCUSED = (
    "Two/NUM/2/nummod nurses/NOUN/8/nsubj accused/VERB/2/acl of/SCONJ/5/mark poisoning/VERB/3/advcl "
    "patients/NOUN/5/obj were/AUX/8/aux held/VERB/0/root in/ADP/10/case Tolm/PROPN/8/obl"
)


def scores_of(tree: str, *points: tuple[str, int, int]) -> np.ndarray:
    page = Page.of(reading(tree))
    told = [Point(0, slot, Stretch(first, last), Entity("x"), 1.0, ()) for slot, first, last in points]
    made: np.ndarray = constrained(page, told, np.zeros((len(told), len(told))))
    return made


def test_who_undergoes_what_is_joined_to_his_deed_does_so_in_the_event_of_who_does_it() -> None:
    made = scores_of(CAUGHT, ("actor", 0, 2), ("target", 0, 2), ("actor", 8, 9), ("weapon", 3, 4))
    assert made[0, 1] < 0 < made[1, 2]
    assert made[0, 2] == made[1, 3] == 0


def test_the_accused_are_not_whom_the_deed_was_done_to() -> None:
    made = scores_of(ACCUSED, ("target", 0, 2), ("target", 5, 6), ("charge", 4, 6), ("place", 9, 10))
    assert made[0, 1] < 0 < made[0, 2]
    assert made[0, 3] == made[1, 2] == 0


TESTIFIED = (
    "She/PRON/2/nsubj testified/VERB/0/root Monday/PROPN/2/obl that/SCONJ/7/mark he/PRON/7/nsubj was/AUX/7/aux "
    "shot/VERB/2/ccomp in/ADP/9/case May/PROPN/7/obl"
)


def test_what_somebody_testifies_is_not_of_the_day_when_he_does() -> None:
    made = scores_of(TESTIFIED, ("time", 2, 3), ("injured", 4, 7), ("time", 8, 9))
    assert made[0, 1] == made[1, 0] < 0
    assert made[1, 2] == 0
