"""Whom a bare number counts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.trace import Point
from standoff.extraction.values.same_people import with_shared_parties
from standoff.records import Entity, Quantity, SpanTable
from trees import reading

FIRST = "Six/NUM/2/nummod guards/NOUN/3/nsubj died/VERB/0/root and/CCONJ/{at}/cc "
SECOND = {
    "one": "one/NUM/6/nsubj fled/VERB/3/conj",
    "one injured": "one/NUM/6/nummod injured/ADJ/3/conj",
    "one boy": "one/NUM/6/nummod boy/NOUN/7/nsubj fled/VERB/3/conj",
    "one of them": "one/NUM/8/nsubj of/ADP/7/case them/PRON/5/nmod fled/VERB/3/conj",
}
GUARDS = Point(0, "killed", Stretch(0, 2), Quantity("toll", 6, 6, party="guards"), 0.9)


@pytest.mark.parametrize(
    ("words", "party"),
    [("one", "guards"), ("one injured", "guards"), ("one boy", None), ("one of them", "guards")],
)
def test_a_number_that_stands_alone_counts_those_of_the_number_before(words: str, party: str | None) -> None:
    page = Page.of(reading(FIRST.format(at=6) + SECOND[words]))
    bare = Point(1, "freed", Stretch(4, 4 + len(words.split())), Quantity("toll", 1, 1), 0.9)
    first, second = with_shared_parties(page, [GUARDS, bare])
    assert first == GUARDS
    assert isinstance(second.value, Quantity)
    assert second.value.party == party


def test_a_number_of_another_sentence_stays_as_it_is() -> None:
    page = Page.of(
        reading("Six/NUM/2/nummod guards/NOUN/3/nsubj died/VERB/0/root\none/NUM/2/nsubj fled/VERB/0/root")
    )
    bare = Point(1, "freed", Stretch(3, 4), Quantity("toll", 1, 1), 0.9)
    assert with_shared_parties(page, [GUARDS, bare]) == [GUARDS, bare]


def test_the_order_of_the_points_is_kept() -> None:
    page = Page.of(reading(FIRST.format(at=6) + SECOND["one"]))
    bare = Point(1, "freed", Stretch(4, 5), Quantity("toll", 1, 1), 0.9)
    assert [point.slot for point in with_shared_parties(page, [bare, GUARDS])] == ["freed", "killed"]


@pytest.mark.parametrize(
    ("one", "other", "party"),
    [
        ((1, "docker"), 44, None),
        ((1, "docker"), 1, "docker"),
        ((1, "docker"), 0, None),
        ((6, "dockers"), 0, "dockers"),
    ],
)
def test_one_person_is_not_whom_another_number_counts(
    one: tuple[int, str], other: int, party: str | None
) -> None:
    page = Page.of(reading(FIRST.format(at=6) + SECOND["one"]))
    first = Point(0, "killed", Stretch(0, 2), Quantity("toll", one[0], one[0], party=one[1]), 0.9)
    bare = Point(1, "injured", Stretch(4, 5), Quantity("toll", other, other), 0.9)
    _, second = with_shared_parties(page, [first, bare])
    assert isinstance(second.value, Quantity)
    assert second.value.party == party


def test_nobody_is_none_of_those_before() -> None:
    page = Page.of(
        reading(
            "Six/NUM/2/nummod guards/NOUN/3/nsubj died/VERB/0/root and/CCONJ/8/cc no/DET/6/det one/NOUN/8/nsubj "
            "was/AUX/8/aux hurt/VERB/3/conj"
        )
    )
    nobody = Point(1, "injured", Stretch(4, 6), Quantity("toll", 0, 0), 0.9)
    assert with_shared_parties(page, [GUARDS, nobody]) == [GUARDS, nobody]


HIT = "Men/NOUN/2/nsubj hit/VERB/0/root a/DET/4/det {who}/NOUN/2/obj {of}\n{three}/NUM/{verb}/nsubj {rest}"
OF = "of/ADP/6/case miners/NOUN/4/nmod"
FLED = "fled/VERB/0/root"


def of_the_sentence_before(who: str, rest: str, *, people: int) -> str | None:
    made = reading(HIT.format(who=who, of=OF, three="Three", verb=2, rest=rest))
    one = np.ones(1, np.int32)
    entity = SpanTable(
        np.array([(people, people + 1)], np.int32), 0 * one, one.astype(np.float32), -one, ("person",)
    )
    page = Page.of(replace(made, entities=entity))
    target = Point(0, "target", Stretch(2, 6), Entity(f"{who} of miners"), 0.9)
    *_, bare = with_shared_parties(
        page, [target, Point(1, "killed", Stretch(6, 7), Quantity("toll", 3, 3), 0.9)]
    )
    assert isinstance(bare.value, Quantity)
    return bare.value.party


def test_a_number_that_opens_a_sentence_counts_the_only_people_that_the_one_before_has_as_a_target() -> None:
    assert of_the_sentence_before("group", FLED, people=5) == "miners"
    assert of_the_sentence_before("leader", FLED, people=5) is None
    assert of_the_sentence_before("group", FLED, people=0) is None
    assert of_the_sentence_before("group", "boats/NOUN/3/nsubj fled/VERB/0/root", people=5) is None
