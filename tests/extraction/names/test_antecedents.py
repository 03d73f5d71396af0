"""What a pronoun may stand for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.names.antecedents import Antecedents
from standoff.extraction.names.names import Names
from standoff.records import Part, Span
from trees import reading


@pytest.mark.parametrize(
    ("noun", "pronoun", "found"),
    [
        ("source", "she", 1),
        ("gardener", "she", None),
        ("spokesperson", "she", 1),
        ("ministry", "she", None),
        ("ministry", "it", 1),
        ("police", "they", 1),
        ("lamp", "it", None),
    ],
)
def test_a_pronoun_stands_for_nouns_of_the_lexicon(noun: str, pronoun: str, found: int | None) -> None:
    before = f"the/DET/2/det {noun}/NOUN/3/nsubj waited/VERB/0/root"
    page = Page.of(reading(f"{before} and/CCONJ/6/cc {pronoun}/PRON/6/nsubj left/VERB/3/conj"))
    assert Antecedents(page, Names(page)).find(4, set()) == found


def test_who_speaks_of_him_is_looked_for_once_where_nobody_else_is_named() -> None:
    quoted = (
        '"/PUNCT/3/punct They/PRON/3/nsubj shot/VERB/8/ccomp him/PRON/3/obj ,/PUNCT/3/punct "/PUNCT/3/punct'
    )
    page = Page.of(reading(f"{quoted} he/PRON/8/nsubj said/VERB/0/root ./PUNCT/8/punct"))
    assert Antecedents(page, Names(page)).find(3, set()) is None


def test_what_tells_of_the_report_itself_is_nobody_that_a_pronoun_means() -> None:
    made = reading("by/ADP/2/case Ana/PROPN/0/root\nmen/NOUN/2/nsubj shot/VERB/0/root her/PRON/2/obj")
    for kind, found in (("byline", None), ("header", None), ("body", 1)):
        parts = (Part(kind, Span(0, 6)), Part("body", Span(7, len(made.report.text))))  # type: ignore[arg-type]
        page = Page.of(replace(made, report=replace(made.report, parts=parts)))
        assert Antecedents(page, Names(page)).find(4, set()) == found


@pytest.mark.parametrize(("teller", "found"), [("mayor", 1), ("clerk", 4)])
def test_an_official_who_tells_a_crime_is_not_who_did_it(teller: str, found: int) -> None:
    line = (
        f"a/DET/2/det man/NOUN/3/nsubj fled/VERB/0/root\na/DET/2/det {teller}/NOUN/3/nsubj said/VERB/0/root "
        "he/PRON/5/nsubj shot/VERB/3/ccomp guards/NOUN/5/obj"
    )
    page = Page.of(reading(line, slots=[("actor", "he", 0.9)]))
    assert Antecedents(page, Names(page)).find(page.forms.index("he"), set()) == found


def test_the_subject_of_the_clause_that_opens_a_sentence_is_meant_before_who_spoke() -> None:
    line = (
        "a/DET/2/det clerk/NOUN/3/nsubj spoke/VERB/0/root\n"
        "when/ADV/4/advmod a/DET/3/det mayor/NOUN/4/nsubj left/VERB/6/advcl he/PRON/6/nsubj "
        "said/VERB/0/root so/ADV/6/advmod"
    )
    page = Page.of(reading(line))
    assert Antecedents(page, Names(page)).find(page.forms.index("he"), {1}) == page.forms.index("mayor")
