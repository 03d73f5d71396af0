"""What authorities did about it, told by verb and object."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.responses import with_responses
from standoff.extraction.slots.rows import slot_rows
from trees import reading

ISSUED = (
    "Judges/NOUN/2/nsubj {verb}/VERB/0/root a/DET/4/det {thing}/NOUN/2/obj for/ADP/7/case the/DET/7/det "
    "skipper/NOUN/4/nmod"
)
BEGUN = "A/DET/2/det search/NOUN/4/nsubj was/AUX/4/aux launched/VERB/0/root at/ADP/6/case noon/NOUN/4/obl"


def responses(tree: str, *slots: tuple[str, str, float]) -> list[str]:
    page = Page.of(reading(tree, slots=list(slots)))
    return [page.quote(row.at) for row in with_responses(page, slot_rows(page)) if row.slot == "response"]


@pytest.mark.parametrize(
    ("verb", "thing", "found"),
    [
        ("issued", "warrant", ["issued a warrant for the skipper"]),
        ("issued", "licence", []),
        ("tore", "warrant", []),
    ],
)
def test_a_verb_with_what_is_done_so_is_a_response(verb: str, thing: str, found: list[str]) -> None:
    assert responses(ISSUED.format(verb=verb, thing=thing), ("target", "the skipper", 0.5)) == found


def test_the_subject_of_a_passive_is_what_is_done() -> None:
    assert responses(BEGUN, ("time", "noon", 0.5)) == ["A search was launched"]


def test_what_the_model_takes_for_something_seen_is_a_response() -> None:
    tree = ISSUED.format(verb="issued", thing="warrant")
    assert responses(tree, ("observation", "issued a warrant", 0.5)) == ["issued a warrant"]


def test_nothing_is_told_twice_and_nothing_of_a_sentence_without_a_slot() -> None:
    tree = ISSUED.format(verb="issued", thing="warrant")
    assert responses(tree, ("status", "issued a warrant", 0.5)) == []
    assert responses(tree) == []


SOUGHT = "Troops/NOUN/3/nsubj {aux} combing/VERB/{at}/{how} the/DET/5/det hills/NOUN/3/obj"
HUNTED = (
    "Troops/NOUN/3/nsubj were/AUX/3/aux hunting/VERB/0/root for/ADP/6/case two/NUM/6/nummod men/NOUN/3/obl"
)


def test_a_search_is_a_response_whatever_is_searched() -> None:
    tree = SOUGHT.format(aux="are/AUX/3/aux", at=0, how="root")
    assert responses(tree, ("actor", "Troops", 0.5)) == ["combing the hills"]
    assert responses(tree, ("observation", "combing the hills", 0.5)) == ["combing the hills"]


def test_a_search_tells_whom_it_is_for_where_it_does_not_say_where() -> None:
    assert responses(HUNTED, ("actor", "Troops", 0.5)) == ["hunting for two men"]
