"""Where names end."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.names.spans import begins_name, name_end, part_of_name
from standoff.records import SpanTable
from trees import reading

BODY = (
    "The/DET/2/det Ministry/PROPN/6/nsubj of/ADP/4/case Roads/PROPN/2/nmod now/ADV/6/advmod met/VERB/0/root"
)
TWO = "Tellis/PROPN/4/nsubj and/CCONJ/3/cc Ostrany/PROPN/1/conj met/VERB/0/root"
PAPER = "Sun/PROPN/3/compound ~-/PUNCT/3/punct ~Times/PROPN/4/nsubj left/VERB/0/root"
DAY = "Ana/PROPN/3/nsubj Friday/PROPN/3/obl left/VERB/0/root"


SAINT = "St/PROPN/4/nsubj ~./PUNCT/1/punct Oster/PROPN/1/flat voted/VERB/0/root"
INITIALS = "told/VERB/5/ccomp KNT/PROPN/1/obj ~./PUNCT/1/punct Lint/PROPN/5/nsubj said/VERB/0/root"
TODAY = "Ostrany/PROPN/3/nsubj Today/NOUN/1/flat said/VERB/0/root"
PARTY = "the/DET/4/det Workers/PROPN/4/nmod ~'/PART/2/case Party/PROPN/5/nsubj left/VERB/0/root"
CHANNEL = "Orsk/PROPN/3/compound 24/NUM/3/nummod television/NOUN/4/nsubj left/VERB/0/root"
RELATIVES = (
    "the/DET/2/det League/PROPN/7/nsubj of/ADP/4/case Kin/PROPN/2/nmod of/ADP/7/case the/DET/7/det Held/VERB/2/nmod "
    "met/VERB/0/root"
)


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        (BODY, 1, 4),
        (TWO, 0, 1),
        (PAPER, 0, 3),
        (DAY, 0, 1),
        (SAINT, 0, 3),
        (INITIALS, 1, 2),
        (TODAY, 0, 2),
        (PARTY, 1, 4),
        (CHANNEL, 0, 2),
        (RELATIVES, 1, 7),
    ],
)
def test_a_name_goes_as_far_as_tree_and_hyphens_join_it(line: str, first: int, last: int) -> None:
    assert name_end(Page.of(reading(line)), first) == last


def test_days_are_no_part_of_a_name() -> None:
    page = Page.of(reading(DAY))
    assert part_of_name(page, 0)
    assert not part_of_name(page, 1)


def test_two_capitals_after_a_small_word_begin_a_name() -> None:
    page = Page.of(reading("at/ADP/3/case Central/ADJ/3/amod Grain/NOUN/0/root"))
    assert begins_name(page, 1)
    assert not begins_name(page, 0)


OFFICE = "Ministry/PROPN/6/nsubj of/ADP/3/case Roads/PROPN/1/nmod and/CCONJ/5/cc Ports/PROPN/3/conj met/VERB/0/root"


@pytest.mark.parametrize(("read", "last"), [([(0, 5)], 5), ([(0, 5), (4, 5)], 3), ([], 3)])
def test_what_the_model_reads_as_one_office_is_one_name(read: list[tuple[int, int]], last: int) -> None:
    made = reading(OFFICE)
    count = len(read)
    bounds = np.array(read, np.int32).reshape(-1, 2)
    found = SpanTable(
        bounds,
        np.zeros(count, np.int32),
        np.ones(count, np.float32),
        np.full(count, -1, np.int32),
        ("organization",),
    )
    assert name_end(Page.of(replace(made, entities=found)), 0) == last


def test_what_an_office_is_for_is_no_name_at_the_start_of_a_sentence() -> None:
    line = "{word}/PROPN/2/compound ministry/NOUN/3/nsubj left/VERB/0/root"
    assert not begins_name(Page.of(reading(line.format(word="Defence"))), 0)
    assert begins_name(Page.of(reading(line.format(word="Ostrany"))), 0)


def test_capitals_alone_are_a_name_whatever_the_tree_takes_them_for() -> None:
    page = Page.of(reading("Shopkeepers/NOUN/2/nsubj telephoned/VERB/0/root KNT/PART/2/iobj XIV/PART/2/iobj"))
    assert [begins_name(page, word) for word in (2, 3)] == [True, False]


@pytest.mark.parametrize(("relation", "last"), [("3/flat", 4), ("6/compound", 6)])
def test_the_place_of_an_office_ends_before_the_name_of_who_holds_it(relation: str, last: int) -> None:
    line = (
        f"the/DET/2/det envoy/NOUN/7/nsubj to/ADP/4/case Kenya/PROPN/{relation.replace('3/flat', '2/nmod')} "
        "Ana/PROPN/2/flat Bly/PROPN/5/flat left/VERB/0/root"
    )
    assert name_end(Page.of(reading(line)), 3) == last
