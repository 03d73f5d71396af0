"""Whose act the one was that the sentence before tells of."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction.events.pointing_back import pointed_back, pointing_sentences
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.trace import Point
from standoff.records import Entity, Quantity, Time

NEWS = "A/DET/2/det bomb/NOUN/3/nsubj killed/VERB/0/root nine/NUM/5/nummod people/NOUN/3/obj"
OLDER = (
    "In/ADP/2/case 2019/NUM/4/obl gunmen/NOUN/4/nsubj shot/VERB/0/root six/NUM/6/nummod farmers/NOUN/4/obj"
)
CLAIMED = (
    "The/DET/2/det Brigade/PROPN/3/nsubj claimed/VERB/0/root responsibility/NOUN/3/obj for/ADP/7/case "
    "{that}/DET/7/det {attack}/NOUN/3/obl"
)
POINTS = (
    Point(0, "killed", Stretch(3, 5), Quantity("toll", 9, 9), 0.9),
    Point(1, "time", Stretch(5, 7), Time("2019-01-01", "2019-12-31"), 0.9),
    Point(2, "killed", Stretch(9, 11), Quantity("toll", 6, 6), 0.9),
    Point(3, "claimant", Stretch(11, 13), Entity("Brigade"), 0.9),
)


def page(that: str, attack: str) -> Page:
    return Page.of(trees.reading("\n".join((NEWS, OLDER, CLAIMED.format(that=that, attack=attack)))))


def test_who_claims_that_attack_claims_the_one_told_last() -> None:
    for groups in ([[0, 3], [1, 2]], [[3], [0], [1, 2]]):
        assert list(pointed_back(page("that", "attack"), POINTS, groups)) == [[1, 2, 3]]
    assert not list(pointed_back(page("that", "attack"), POINTS, [[0], [1, 2, 3]]))


@pytest.mark.parametrize(("that", "attack"), [("the", "attack"), ("that", "farm")])
def test_other_words_point_back_at_no_happening(that: str, attack: str) -> None:
    assert not pointing_sentences(page(that, attack))
    assert not list(pointed_back(page(that, attack), POINTS, [[0, 3], [1, 2]]))


def test_what_has_a_time_of_its_own_and_what_befell_people_stay() -> None:
    at = Stretch(11, 13)
    dated = (*POINTS, Point(4, "time", Stretch(13, 14), Time("2031-03-14", "2031-03-14"), 0.9))
    assert not list(pointed_back(page("that", "attack"), dated, [[0, 3, 4], [1, 2]]))
    hurt = (*POINTS[:3], Point(3, "killed", at, Quantity("toll", 1, 1), 0.9))
    assert not list(pointed_back(page("that", "attack"), hurt, [[0, 3], [1, 2]]))
