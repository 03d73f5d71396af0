"""Pages: trees and spans as lists."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.records import Rendition
from trees import reading, where

TREE = "Two/NUM/2/nummod men/NOUN/4/nsubj had/AUX/4/aux fallen/VERB/0/root ./PUNCT/4/punct"


def test_a_subtree_leaves_out_the_branches_named() -> None:
    page = Page.of(reading(TREE))
    assert page.subtree(3) == [0, 1, 2, 3, 4]
    assert page.subtree(3, frozenset((1,))) == [2, 3, 4]


def test_a_name_beside_a_noun_is_no_second_subject() -> None:
    page = Page.of(
        reading(
            "News/NOUN/2/compound channel/NOUN/4/nsubj KNT/PROPN/4/nsubj said/VERB/0/root so/ADV/4/advmod"
        )
    )
    assert (page.heads[2], page.relations[2]) == (1, "appos")
    assert page.children[3] == [1, 4]


def test_a_span_of_characters_gives_the_words_it_touches() -> None:
    page = Page.of(made := reading(TREE))
    assert page.stretch(where(made, "en had f")) == Stretch(1, 4)


def test_words_are_found_by_their_forms_in_text_order() -> None:
    page = Page.of(reading(PLAIN))
    assert page.where(("vellin", "fell", "absent", "the")) == [0, 2, 4]


@given(st.sets(st.integers(0, 40)))
def test_compact_stretches_hold_the_same_words(words: set[int]) -> None:
    assert [word for part in compact(sorted(words)) for word in range(*part)] == sorted(words)


def test_a_dash_ends_a_sentence_before_the_next_line_and_not_within_one() -> None:
    made = reading("They/PRON/0/root –/PUNCT/1/punct\nfled/VERB/0/root ./PUNCT/1/punct")
    joined = replace(made.report, rendition=Rendition(made.report.text.replace("\n", " "), "made", "1"))
    assert list(Page.of(made).same_sentence(0)) == [0]
    assert list(Page.of(replace(made, report=joined)).same_sentence(0)) == [0, 1]


HEADLINE = (
    "Two/NUM/2/nummod Guards/NOUN/3/nsubj Die/VERB/0/root In/ADP/6/case Vellin/PROPN/6/compound "
    "Attack/NOUN/3/obl ,/PUNCT/3/punct Army/NOUN/9/nsubj Says/VERB/3/parataxis\n"
)
PLAIN = "The/DET/2/det Grain/NOUN/0/root fell/VERB/2/acl in/ADP/5/case Vellin/PROPN/3/obl ./PUNCT/2/punct"


def test_a_capital_tells_nothing_in_a_headline_in_title_case() -> None:
    page = Page.of(reading(HEADLINE + PLAIN))
    assert page.in_title_case == {0}
    assert [page.words[word] for word in page.set_apart] == ["Vellin", "Grain", "Vellin"]


@pytest.mark.parametrize(("after", "whole"), [("about", True), ("About", False)])
def test_a_sentence_that_goes_on_in_small_letters_is_one(after: str, whole: bool) -> None:
    first = "Two/NUM/2/nummod men/NOUN/3/nsubj fled/VERB/0/root to/ADP/5/case Ave/PROPN/3/obl ./PUNCT/3/punct"
    made = reading(f"{first}\n{after}/ADV/2/advmod noon/NOUN/0/root ./PUNCT/2/punct")
    text = made.report.rendition.text.replace("\n", " ")
    page = Page.of(replace(made, report=replace(made.report, rendition=Rendition(text, "made", "1"))))
    assert (len(page.same_sentence(0)) == 2) is whole


@pytest.mark.parametrize(
    ("end", "next_", "whole"), [("a.m.", "The", False), ("X.", "Bly", False), ("U.S.", "Bly", True)]
)
def test_a_word_cut_short_ends_a_sentence_before_a_word_that_begins_one(
    end: str, next_: str, whole: bool
) -> None:
    made = reading(
        f"Men/NOUN/2/nsubj fled/VERB/0/root {end}/NOUN/2/obl\n{next_}/PROPN/2/nsubj said/VERB/0/root"
    )
    text = made.report.rendition.text.replace("\n", " ")
    page = Page.of(replace(made, report=replace(made.report, rendition=Rendition(text, "made", "1"))))
    assert (len(page.same_sentence(0)) == 2) is whole
