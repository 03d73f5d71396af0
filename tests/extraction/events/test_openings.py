"""Sentences that go over to another happening."""

from __future__ import annotations

from dataclasses import replace

import pytest

import trees
from standoff.extraction.events.openings import Opening, openings, openings_of_old_days
from standoff.extraction.grammar.page import Page
from standoff.records import Part, Span, Stamp

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
        (
            "The/DET/2/det Watch/PROPN/6/nsubj ,/PUNCT/5/punct which/PRON/5/nsubj lists/VERB/2/acl wept/VERB/0/root",
            False,
        ),
        (
            "In/ADP/3/case the/DET/3/det Ullen/PROPN/6/obl ,/PUNCT/3/punct two/NUM/6/nsubj died/VERB/0/root",
            True,
        ),
        (
            "Just/ADV/3/advmod two/NUM/3/nummod weeks/NOUN/4/obl ago/ADV/10/advmod in/ADP/6/case May/PROPN/10/obl "
            ",/PUNCT/6/punct another/DET/9/det shooting/NOUN/10/nsubj began/VERB/0/root",
            True,
        ),
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


@pytest.mark.parametrize(
    ("days", "opens"),
    [
        ({1: ("2030-11-01", "2030-11-30")}, True),
        ({1: ("2031-03-12", "2031-03-12")}, False),
        ({0: ("2030-10-01", "2030-10-31"), 1: ("2030-11-01", "2030-11-30")}, False),
    ],
)
def test_a_day_long_before_the_news_opens_what_happened_then(
    days: dict[int, tuple[str, str]], opens: bool
) -> None:
    said = "Last/ADJ/2/amod May/PROPN/5/obl ,/PUNCT/2/punct two/NUM/5/nsubj died/VERB/0/root"
    made = trees.reading(f"{FIRST}\n{said}")
    dated = replace(made, report=replace(made.report, published=Stamp("2031-03-14", "day", "given")))
    assert openings_of_old_days(Page.of(dated), days) == [Opening(1, 2)] * opens


def test_a_dateline_opens_nothing() -> None:
    said = "TAVIN/PROPN/0/root :/PUNCT/1/punct two/NUM/4/nsubj died/VERB/1/parataxis"
    made = trees.reading(f"{FIRST}\n{said}")
    assert openings(Page.of(made)) == [Opening(1, 3)]
    start = len(made.report.text) - len("TAVIN : two died")
    parts = (Part("body", Span(0, start)), Part("dateline", Span(start, start + 7)))
    assert not openings(Page.of(replace(made, report=replace(made.report, parts=parts))))


def test_the_first_sentence_opens_nothing() -> None:
    assert not openings(Page.of(trees.reading("Elsewhere/ADV/3/advmod two/NUM/3/nsubj died/VERB/0/root")))


def test_what_an_item_tells_is_of_another_happening_to_its_end() -> None:
    said = Page.of(trees.reading(f"{FIRST}\n{FIRST}\n{FIRST}\n{FIRST}"))
    assert openings(said, [1]) == [Opening(1, 4)]
