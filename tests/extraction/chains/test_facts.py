"""Verbs of telling that make no claim."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.acts import only_mentions
from standoff.extraction.grammar.page import Page
from trees import reading

MADE = {
    "found a man lying": "Guards/NOUN/2/nsubj found/VERB/0/root men/NOUN/4/nsubj lying/VERB/2/ccomp",
    "found her shot": "Guards/NOUN/2/nsubj found/VERB/0/root her/PRON/2/obj shot/VERB/2/ccomp",
    "learned who shot": "Guards/NOUN/2/nsubj learned/VERB/0/root who/PRON/4/nsubj fired/VERB/2/ccomp",
    "identified two men": "Guards/NOUN/2/nsubj identified/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj",
    "commented on it": "Guards/NOUN/2/nsubj commented/VERB/0/root on/ADP/4/case raids/NOUN/2/obl",
    "agreed to meet": "Guards/NOUN/2/nsubj agreed/VERB/0/root to/PART/4/mark meet/VERB/2/xcomp",
    "responded to a call": "Guards/NOUN/2/nsubj responded/VERB/0/root to/ADP/4/case calls/NOUN/2/obl",
    "have not disclosed": "Guards/NOUN/4/nsubj have/AUX/4/aux not/PART/4/advmod disclosed/VERB/0/root names/NOUN/4/obj",
    "whose name was not disclosed": (
        "names/NOUN/0/root guards/NOUN/5/nsubj have/AUX/5/aux not/PART/5/advmod disclosed/VERB/1/acl"
    ),
    "charged nobody": "Guards/NOUN/2/nsubj charged/VERB/0/root clerks/NOUN/2/obj",
    "charged them with it": (
        "Guards/NOUN/2/nsubj charged/VERB/0/root clerks/NOUN/2/obj with/ADP/5/case treason/NOUN/2/obl"
    ),
    "must disclose": "Guards/NOUN/3/nsubj must/AUX/3/aux disclose/VERB/0/root names/NOUN/3/obj",
    "their duty to disclose": "Duty/NOUN/0/root to/PART/3/mark disclose/VERB/1/acl names/NOUN/3/obj",
    "denied him food": "Guards/NOUN/2/nsubj denied/VERB/0/root him/PRON/2/obj food/NOUN/2/obj",
    "listed its demands": "Rebels/NOUN/2/nsubj listed/VERB/0/root demands/NOUN/2/obj",
}
TOLD = {
    "found that": "Guards/NOUN/2/nsubj found/VERB/0/root that/SCONJ/5/mark men/NOUN/5/nsubj lied/VERB/2/ccomp",
    "learned that": "Guards/NOUN/2/nsubj learned/VERB/0/root that/SCONJ/5/mark men/NOUN/5/nsubj fired/VERB/2/ccomp",
    "identified as": "Guards/NOUN/2/nsubj identified/VERB/0/root men/NOUN/2/obj as/ADP/5/case clerks/NOUN/2/obl",
    "reported on Monday": (
        "Guards/NOUN/2/nsubj reported/VERB/0/root on/ADP/4/case Monday/PROPN/2/obl men/NOUN/6/nsubj fled/VERB/2/ccomp"
    ),
    "agreed that": "Guards/NOUN/2/nsubj agreed/VERB/0/root that/SCONJ/5/mark men/NOUN/5/nsubj fled/VERB/2/ccomp",
    "responded that": "Guards/NOUN/2/nsubj responded/VERB/0/root that/SCONJ/5/mark men/NOUN/5/nsubj fled/VERB/2/ccomp",
    "charged that": "Guards/NOUN/2/nsubj charged/VERB/0/root that/SCONJ/5/mark men/NOUN/5/nsubj fled/VERB/2/ccomp",
    "disclosed names": "Guards/NOUN/2/nsubj disclosed/VERB/0/root names/NOUN/2/obj",
    "the papers list": "Records/NOUN/2/nsubj list/VERB/0/root names/NOUN/2/obj",
}


def _verb(line: str) -> int:
    """The place of the verb that the tree hangs all on, or of that on a noun."""
    words = [word.split("/") for word in line.split()]
    return next(
        number for number, word in enumerate(words) if word[1] == "VERB" and word[3] in ("root", "acl")
    )


@pytest.mark.parametrize("line", MADE.values(), ids=MADE)
def test_a_fact_is_no_claim(line: str) -> None:
    assert only_mentions(Page.of(reading(line)), _verb(line))


@pytest.mark.parametrize("line", TOLD.values(), ids=TOLD)
def test_a_clause_or_a_name_is_told(line: str) -> None:
    assert not only_mentions(Page.of(reading(line)), _verb(line))
