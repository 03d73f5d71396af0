"""Reports within a report: under datelines of their own, and in a list of headlines."""

from __future__ import annotations

from dataclasses import replace

import trees
from standoff.extraction.events.items import items
from standoff.extraction.grammar.page import Page
from standoff.ingest.dateline import further

HEADING = "Theft/NOUN/0/root"
FILED = "TAVIN/PROPN/4/obl --/PUNCT/1/punct They/PRON/4/nsubj left/VERB/0/root ./PUNCT/4/punct"
AGAIN, THIRD = FILED.replace("They", "Some"), FILED.replace("They", "Others")
TOLD = "They/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct"
HEADLINE = "Two/NUM/2/nsubj left/VERB/0/root"


def _items(*lines: str) -> list[int]:
    made = trees.reading("\n".join(lines))
    return items(Page.of(replace(made, report=replace(made.report, items=further(made.report.text)))))


def test_a_further_dateline_begins_an_item_with_the_heading_over_it() -> None:
    assert _items(HEADING, FILED, TOLD, AGAIN, HEADING, THIRD, TOLD) == [3, 4]
    assert _items(HEADING, FILED, TOLD, FILED, HEADING, FILED, TOLD) == []


def test_one_dateline_is_that_of_the_report() -> None:
    assert _items(HEADING, FILED, TOLD, TOLD) == []


def test_headlines_in_a_list_are_an_item_each() -> None:
    assert _items(HEADLINE, HEADLINE, HEADLINE, HEADLINE) == [1, 2, 3]


def test_headlines_over_a_body_and_names_in_a_list_are_none() -> None:
    assert _items(HEADLINE, HEADLINE, HEADLINE, TOLD, TOLD) == []
    assert _items(HEADING, HEADING, HEADING, HEADING) == []
