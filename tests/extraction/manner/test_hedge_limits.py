"""Where the reach of a hedge ends."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.manner.hedge_limits import joined_clauses, known_words
from trees import reading

LINKED = (
    "It/PRON/4/nsubj could/AUX/4/aux be/AUX/4/aux linked/VERB/0/root to/ADP/7/case the/DET/7/det raid/NOUN/4/obl "
    "on/ADP/10/case a/DET/10/det mill/NOUN/7/nmod"
)


def test_what_another_happening_is_linked_to_is_known() -> None:
    page = Page.of(reading(LINKED))
    assert known_words(page, 0, "target") == {6}


def test_a_motive_is_what_the_happening_is_linked_to_and_not_known() -> None:
    assert known_words(Page.of(reading(LINKED)), 0, "motive") == frozenset()


def test_an_indefinite_noun_is_not_known() -> None:
    page = Page.of(reading(LINKED.replace("the/DET", "a/DET")))
    assert known_words(page, 0, "target") == frozenset()


def test_a_relative_clause_is_known() -> None:
    page = Page.of(
        reading(
            "Sparks/NOUN/3/nsubj may/AUX/3/aux start/VERB/0/root fires/NOUN/3/obj that/PRON/6/nsubj kill/VERB/4/acl"
        )
    )
    assert known_words(page, 0, "killed") == {5}


@pytest.mark.parametrize(
    ("opener", "verb", "known"),
    [("where", "fell", True), ("as", "fall", True), ("when", "fell", True), ("when", "fall", False)],
)
def test_what_went_on_there_or_then_is_known(opener: str, verb: str, known: bool) -> None:
    line = (
        "Two/NUM/3/nsubj reportedly/ADV/3/advmod died/VERB/0/root near/ADP/5/case Orbel/PROPN/3/obl ,/PUNCT/9/punct "
        f"{opener}/SCONJ/9/advmod shells/NOUN/9/nsubj {verb}/VERB/3/advcl"
    )
    assert known_words(Page.of(reading(line)), 0, "killed") == ({8} if known else set())


def test_a_joined_clause_with_its_own_subject_stands_beside_the_other() -> None:
    page = Page.of(
        reading("Some/PRON/2/nsubj fled/VERB/0/root and/CCONJ/5/cc six/NUM/5/nsubj died/VERB/2/conj")
    )
    assert joined_clauses(page, 0) == {4}


def test_what_who_denies_adds_is_not_denied() -> None:
    line = (
        "Police/NOUN/2/nsubj rejected/VERB/0/root that/PRON/2/obj ,/PUNCT/5/punct saying/VERB/2/advcl "
        "help/NOUN/7/nsubj came/VERB/5/ccomp"
    )
    assert known_words(Page.of(reading(line)), 0, "response") == {4}


@pytest.mark.parametrize(("helper", "known"), [("was/AUX", {5}), ("will/AUX", set())])
def test_what_something_comes_after_has_happened_unless_all_lies_ahead(helper: str, known: set[int]) -> None:
    line = (
        f"Port/NOUN/3/nsubj {helper}/3/aux shut/VERB/0/root after/ADP/6/case a/DET/6/det strike/NOUN/3/obl "
        "./PUNCT/3/punct"
    )
    assert known_words(Page.of(reading(line)), 0, "killed") == known


def test_who_blames_another_turns_from_what_he_said() -> None:
    line = (
        "He/PRON/2/nsubj said/VERB/0/root that/SCONJ/6/mark men/NOUN/6/nsubj were/AUX/6/cop absent/ADJ/2/ccomp "
        "and/CCONJ/8/cc blamed/VERB/6/conj rivals/NOUN/8/obj"
    )
    assert joined_clauses(Page.of(reading(line)), 0) == {7}
