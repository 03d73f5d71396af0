"""What is not known, and what is still being found out."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from standoff.extraction.slots.unsettled import with_unsettled
from trees import reading

CLEAR = (
    "It/PRON/4/expl was/AUX/4/cop {no}/ADV/4/advmod clear/ADJ/0/root who/PRON/6/nsubj lit/VERB/4/csubj the/DET/8/det "
    "barn/NOUN/6/obj"
)
KNOW = (
    "{who}/NOUN/4/nsubj do/AUX/4/aux n't/PART/4/advmod know/VERB/0/root the/DET/6/det owner/NOUN/4/obj of/ADP/9/case "
    "the/DET/9/det barn/NOUN/6/nmod"
)
JOINED = (
    "Unclear/ADJ/0/root why/ADV/4/advmod he/PRON/4/nsubj fled/VERB/1/csubj but/CCONJ/7/cc guards/NOUN/7/nsubj "
    "chased/VERB/4/conj him/PRON/7/obj"
)
STILL = (
    "Wardens/NOUN/4/nsubj are/AUX/4/aux {how}/ADV/4/advmod {verb}/VERB/0/root the/DET/6/det fire/NOUN/4/obj"
)


def told(tree: str, *slots: tuple[str, str, float]) -> list[tuple[str, str]]:
    page = Page.of(reading(tree, slots=list(slots)))
    return [(row.slot, page.quote(row.at)) for row in with_unsettled(page, slot_rows(page))]


def test_what_is_not_clear_is_a_status_with_the_question() -> None:
    rows = told(CLEAR.format(no="not"), ("target", "the barn", 0.5))
    assert rows == [("target", "the barn"), ("status", "was not clear who lit the barn")]
    assert told(CLEAR.format(no="now"), ("target", "the barn", 0.5)) == [("target", "the barn")]


def test_what_is_only_asked_was_not_seen() -> None:
    rows = told(CLEAR.format(no="not"), ("observation", "who lit the barn", 0.7))
    assert rows == [("status", "was not clear who lit the barn")]


def test_a_status_that_the_model_reads_stands() -> None:
    rows = told(CLEAR.format(no="not"), ("status", "not clear who lit the barn", 0.6))
    assert rows == [("status", "not clear who lit the barn")]


@pytest.mark.parametrize(("who", "found"), [("Wardens", True), ("I", False)])
def test_who_does_not_know_a_thing_leaves_it_open(who: str, found: bool) -> None:
    rows = told(KNOW.format(who=who), ("target", "the barn", 0.5))
    assert (("status", f"{who} do n't know the owner of the barn") in rows) is found


def test_a_joined_clause_with_its_own_subject_is_not_asked() -> None:
    assert told(JOINED, ("actor", "guards", 0.5)) == [("actor", "guards"), ("status", "Unclear why he fled")]


def test_a_sentence_without_a_slot_leaves_nothing_open() -> None:
    assert told(CLEAR.format(no="not")) == []


@pytest.mark.parametrize(
    ("how", "verb", "slot"),
    [
        ("still", "investigating", "status"),
        ("now", "investigating", "response"),
        ("still", "fighting", "response"),
    ],
)
def test_what_is_still_being_found_out_is_a_status(how: str, verb: str, slot: str) -> None:
    words = f"Wardens are {how} {verb} the fire"
    assert told(STILL.format(how=how, verb=verb), ("response", words, 0.6)) == [(slot, words)]
