"""What a source says at length is claimed in a report of sayings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import read_rows, slot_rows
from standoff.extraction.slots.sayings import with_sayings
from standoff.records import EVENT_TYPES
from trees import reading

LONG = "the harbour levy would ruin every trawler in Tolm"
TREE = """
Orre/PROPN/2/nsubj quarrelled/VERB/0/root with/ADP/4/case Tolm/PROPN/2/obl ./PUNCT/2/punct
Orre/PROPN/2/nsubj said/VERB/0/root that/SCONJ/8/mark the/DET/6/det harbour/NOUN/6/compound levy/NOUN/8/nsubj \
would/AUX/8/aux ruin/VERB/2/ccomp every/DET/10/det trawler/NOUN/8/obj in/ADP/12/case Tolm/PROPN/10/nmod ~./PUNCT/2/punct
"""


def sayings(
    statement: float, content: str = f"that {LONG}.", *slots: tuple[str, str, float], score: float = 0.9
) -> list[str]:
    spans = [("source", "Orre", "said"), ("cue", "said", ""), ("content", content, "said")]
    made = reading(TREE, spans, slots=[("actor", "Orre", 0.8), *slots])
    made.slot_types[:, EVENT_TYPES.index("statement")] = statement
    table = replace(made.attribution_spans, scores=np.full(3, score, np.float32))
    page = Page.of(replace(made, attribution_spans=table))
    return [
        page.quote(row.at)
        for row in with_sayings(page, slot_rows(page), read_rows(page))
        if row.slot == "observation"
    ]


@pytest.mark.parametrize(("statement", "found"), [(0.6, [LONG]), (0.05, [])])
def test_a_long_saying_is_claimed_where_the_report_is_of_statements(
    statement: float, found: list[str]
) -> None:
    assert sayings(statement) == found


def test_a_short_one_and_one_that_the_model_is_unsure_of_are_not() -> None:
    assert sayings(0.6, "the harbour levy") == []
    assert sayings(0.6, score=0.4) == []


def test_what_is_told_already_is_not_told_again() -> None:
    assert sayings(0.6, f"that {LONG}.", ("observation", "would ruin every trawler", 0.7)) == [
        "would ruin every trawler"
    ]
    assert sayings(0.6, f"that {LONG}.", ("damage", "ruin every trawler", 0.7)) == []


def test_a_report_without_slots_has_none() -> None:
    page = Page.of(reading(TREE))
    assert with_sayings(page, [], []) == []
