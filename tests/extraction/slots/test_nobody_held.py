"""That nobody is under arrest."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.nobody_held import nobody_held
from trees import reading

MADE = (
    "Officers/NOUN/4/nsubj have/AUX/4/aux not/PART/4/advmod made/VERB/0/root any/DET/6/det arrests/NOUN/4/obj"
)
HAVE = (
    "Officers/NOUN/4/nsubj do/AUX/4/aux n't/PART/4/advmod have/VERB/0/root {whom}/DET/6/det suspect/NOUN/4/obj "
    "in/ADP/8/case custody/NOUN/6/nmod"
)
TAKEN = (
    "Officers/NOUN/4/nsubj have/AUX/4/aux not/PART/4/advmod taken/VERB/0/root anybody/PRON/4/obj into/ADP/7/case "
    "custody/NOUN/4/obl"
)


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        (MADE, ["not made any arrests"]),
        (HAVE.format(whom="a"), ["n't have a suspect in custody"]),
        (TAKEN, ["not taken anybody into custody"]),
        (HAVE.format(whom="the"), []),
        (MADE.replace("not/PART/4/advmod", "now/ADV/4/advmod"), []),
        ("The/DET/2/det driver/NOUN/6/nsubj is/AUX/6/cop not/PART/6/advmod in/ADP/6/case custody/NOUN/0/root", []),
    ],
)  # fmt: skip
def test_a_denied_arrest_of_nobody_in_particular_counts_nobody(tree: str, words: list[str]) -> None:
    page = Page.of(reading(tree))
    assert [(slot, page.quote(at)) for slot, at in nobody_held(page)] == [
        ("arrested", each) for each in words
    ]
