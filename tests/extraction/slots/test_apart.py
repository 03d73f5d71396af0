"""People whom a fate befell together, each as a toll of its own."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.apart import with_fellows_apart
from standoff.extraction.slots.rows import slot_rows
from trees import reading

DIED = "{one} and/CCONJ/5/cc {other} died/VERB/0/root ./PUNCT/6/punct"
A_CLERK, HER_CLERKS = "A/DET/2/det clerk/NOUN/6/nsubj", "Her/PRON/2/nmod clerks/NOUN/6/nsubj"
TWO_SONS = "two/NUM/5/nummod sons/NOUN/2/conj"


def tolls(one: str, other: str, slot: str, words: str) -> list[str]:
    page = Page.of(reading(DIED.format(one=one, other=other), slots=[(slot, words, 0.8)]))
    return [page.quote(row.at) for row in with_fellows_apart(page, slot_rows(page)) if row.slot == slot]


@pytest.mark.parametrize("slot", ["killed", "injured", "captive"])
def test_a_list_of_people_is_a_toll_for_each_that_says_how_many_it_is(slot: str) -> None:
    assert tolls(A_CLERK, TWO_SONS, slot, "A clerk and two sons died") == ["A clerk", "two sons"]


def test_named_people_are_a_toll_each() -> None:
    one = "Kurt/PROPN/2/compound Ander/PROPN/6/nsubj"
    assert tolls(
        one, "Maren/PROPN/5/compound Loss/PROPN/2/conj", "killed", "Kurt Ander and Maren Loss died"
    ) == [
        "Kurt Ander",
        "Maren Loss",
    ]


@pytest.mark.parametrize(
    ("one", "other", "slot", "words"),
    [
        (HER_CLERKS, TWO_SONS, "killed", "Her clerks and two sons died"),
        (A_CLERK, TWO_SONS, "observation", "A clerk and two sons died"),
        (A_CLERK, TWO_SONS, "killed", "A clerk"),
    ],
)
def test_words_stay_one_row_where_an_item_tells_no_number_or_they_are_no_toll_or_no_list(
    one: str, other: str, slot: str, words: str
) -> None:
    assert tolls(one, other, slot, words) == [words]
