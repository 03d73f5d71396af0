"""Nouns that belong to whom a pronoun means."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.names.owned import is_owned
from trees import reading

TOLD = (
    "His/PRON/2/nmod {noun}/NOUN/3/nsubj said/VERB/0/root he/PRON/6/nsubj was/AUX/6/aux {done}/VERB/3/ccomp"
)
SHARED = "Men/NOUN/2/nsubj shared/VERB/0/root {owner}/PRON/4/nmod {thing}/NOUN/2/obj with/ADP/6/case him/PRON/2/obl"


@pytest.mark.parametrize(
    ("noun", "done", "expected"),
    [
        ("lawyer", "beaten", True),
        ("brother", "beaten", True),
        ("lawyer", "told", False),
        ("lawyer", "allowed", False),
    ],
)
def test_who_tells_what_was_done_is_not_whom_it_was_done_to(noun: str, done: str, expected: bool) -> None:
    page = Page.of(reading(TOLD.format(noun=noun, done=done)))
    assert is_owned(page, 1, 3) is expected


@pytest.mark.parametrize(
    ("owner", "thing", "expected"), [("his", "cell", True), ("her", "cell", False), ("his", "clerk", False)]
)
def test_what_he_has_is_not_he(owner: str, thing: str, expected: bool) -> None:
    page = Page.of(reading(SHARED.format(owner=owner, thing=thing)))
    assert is_owned(page, 3, 5) is expected
