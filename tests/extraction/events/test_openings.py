"""Sentences that go over to another happening."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction.events.openings import Opening, openings
from standoff.extraction.grammar.page import Page

FIRST = "They/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct"


@pytest.mark.parametrize(
    ("said", "opens"),
    [
        (
            "In/ADP/4/case a/DET/4/det separate/ADJ/4/amod case/NOUN/5/obl two/NUM/6/nsubj died/VERB/0/root",
            True,
        ),
        ("Elsewhere/ADV/3/advmod two/NUM/3/nsubj died/VERB/0/root", True),
        ("Another/DET/2/det blast/NOUN/3/nsubj hurt/VERB/0/root two/NUM/3/obj", True),
        ("Another/DET/2/det man/NOUN/3/nsubj died/VERB/0/root", False),
        ("In/ADP/2/case Tavin/PROPN/5/obl ,/PUNCT/2/punct two/NUM/5/nsubj died/VERB/0/root", True),
        ("-/PUNCT/2/punct Tavin/PROPN/5/dep :/PUNCT/2/punct two/NUM/5/nsubj died/VERB/0/root", True),
        ("In/ADP/2/case Tavin/PROPN/0/root two/NUM/4/nsubj died/VERB/2/acl", False),
        ("In/ADP/2/case court/NOUN/5/obl ,/PUNCT/2/punct two/NUM/5/nsubj wept/VERB/0/root", False),
        ("Tavin/PROPN/4/nsubj ,/PUNCT/1/punct too/ADV/4/advmod burned/VERB/0/root", False),
    ],
)
def test_a_word_for_another_happening_or_a_place_in_front_opens_one(said: str, opens: bool) -> None:
    assert openings(Page.of(trees.reading(f"{FIRST}\n{said}"))) == [Opening(1, 3)] * opens


@pytest.mark.parametrize(
    ("rest", "opens"),
    [
        ("two/NUM/6/nummod days/NOUN/8/obl after/SCONJ/8/mark quakes/NOUN/8/nsubj began/VERB/4/advcl", True),
        ("after/ADP/6/case talks/NOUN/4/obl", False),
        ("as/SCONJ/7/mark people/NOUN/7/nsubj slept/VERB/4/advcl", False),
    ],
)
def test_how_long_after_another_happening_the_news_came_tells_of_that_in_passing(
    rest: str, opens: bool
) -> None:
    said = f"The/DET/3/det mine/NOUN/3/compound blast/NOUN/4/nsubj came/VERB/0/root {rest}"
    assert openings(Page.of(trees.reading(f"{FIRST}\n{said}"))) == [Opening(1, 2, passing=True)] * opens


def test_the_first_sentence_opens_nothing() -> None:
    assert not openings(Page.of(trees.reading("Elsewhere/ADV/3/advmod two/NUM/3/nsubj died/VERB/0/root")))


def test_what_an_item_tells_is_of_another_happening_to_its_end() -> None:
    said = Page.of(trees.reading(f"{FIRST}\n{FIRST}\n{FIRST}\n{FIRST}"))
    assert openings(said, [1]) == [Opening(1, 4)]
