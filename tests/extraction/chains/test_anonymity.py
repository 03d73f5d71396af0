"""Whose the words are by which somebody asks not to be named."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.anonymity import is_anonymous
from standoff.extraction.grammar.page import Page
from trees import reading

RELATIVE = (
    "Villagers/NOUN/2/nsubj said/VERB/0/root so/ADV/2/advmod but/CCONJ/13/cc an/DET/6/det officer/NOUN/13/nsubj "
    "who/PRON/8/nsubj asked/VERB/6/acl not/PART/12/advmod to/PART/12/mark be/AUX/12/aux named/VERB/8/advcl "
    "said/VERB/2/conj no/DET/13/obj"
)
CONDITION = (
    "An/DET/2/det officer/NOUN/3/nsubj told/VERB/0/root a/DET/5/det paper/NOUN/3/iobj on/ADP/7/case "
    "condition/NOUN/3/obl of/ADP/9/case anonymity/NOUN/7/nmod"
)
WITHIN = (
    "An/DET/2/det officer/NOUN/11/nsubj in/ADP/5/case the/DET/5/det ministry/NOUN/2/nmod who/PRON/7/nsubj "
    "declined/VERB/5/acl to/PART/10/mark be/AUX/10/aux named/VERB/7/xcomp spoke/VERB/0/root"
)
WITHHELD = (
    "Officers/NOUN/2/nsubj said/VERB/0/root the/DET/4/det victim/NOUN/6/nmod ~'s/PART/4/case name/NOUN/8/nsubj "
    "was/AUX/8/aux withheld/VERB/2/ccomp"
)
LOOSE = "Anonymity/NOUN/0/root for/ADP/3/case officers/NOUN/1/nmod"


@pytest.mark.parametrize(
    ("line", "asking", "others"),
    [
        (RELATIVE, "officer", ["villagers"]),
        (CONDITION, "officer", ["paper"]),
        (WITHIN, "officer", []),
        (WITHHELD, "victim", ["officers"]),
        (LOOSE, "officers", []),
    ],
)
def test_anonymity_is_that_of_the_party_whose_clause_tells_it(
    line: str, asking: str, others: list[str]
) -> None:
    page = Page.of(reading(line))
    assert is_anonymous(page, page.forms.index(asking))
    assert not any(is_anonymous(page, page.forms.index(other)) for other in others)


def test_anonymity_is_not_carried_to_another_sentence() -> None:
    page = Page.of(reading(f"{CONDITION}\nThe/DET/2/det officer/NOUN/3/nsubj left/VERB/0/root"))
    assert not is_anonymous(page, 10)
    assert is_anonymous(page, 10, 1)
