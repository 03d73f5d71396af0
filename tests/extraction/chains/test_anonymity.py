"""Whose the words are by which somebody asks not to be named."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.anonymity import is_anonymous, tells_anonymity
from standoff.extraction.grammar.page import Page, Stretch
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


TOLD = "{who} told/VERB/0/root a/DET/5/det paper/NOUN/3/iobj that/SCONJ/8/mark clerks/NOUN/8/nsubj fled/VERB/3/ccomp"
AFTER = (
    "{who} spoke/VERB/0/root on/ADP/{after}/case condition/NOUN/{verb}/obl of/ADP/{last}/case "
    "anonymity/NOUN/{after}/nmod"
)


def told_and_asked(who: str, asks: str) -> Page:
    """A page on which somebody tells a thing, and somebody speaks on condition of anonymity in the next sentence."""
    verb = len(asks.split()) + 1
    after = AFTER.format(who=asks, verb=verb, after=verb + 2, last=verb + 4)
    return Page.of(reading(f"{TOLD.format(who=who)}\n{after}"))


GUARD = "A/DET/2/det guard/NOUN/3/nsubj"


@pytest.mark.parametrize(
    ("who", "asks", "anonymous"),
    [
        (GUARD, "He/PRON/2/nsubj", True),
        (GUARD, "The/DET/2/det guard/NOUN/3/nsubj", True),
        (GUARD, "The/DET/2/det clerk/NOUN/3/nsubj", False),
        (GUARD, "A/DET/2/det guard/NOUN/3/nsubj", False),
        (GUARD, "They/PRON/2/nsubj", False),
        ("Two/NUM/2/nummod guards/NOUN/3/nsubj", "They/PRON/2/nsubj", True),
        ("The/DET/2/det police/NOUN/3/nsubj", "He/PRON/2/nsubj", False),
    ],
)
def test_anonymity_told_right_after_is_that_of_who_spoke_and_is_pointed_back_to(
    who: str, asks: str, anonymous: bool
) -> None:
    page = told_and_asked(who, asks)
    assert is_anonymous(page, 1) is anonymous
    assert not is_anonymous(page, page.forms.index("clerks"))


@pytest.mark.parametrize(("asks", "told"), [("He/PRON/2/nsubj", True), ("Clerks/NOUN/2/nsubj", False)])
def test_words_that_tell_of_the_speaker_s_anonymity_are_known(asks: str, told: bool) -> None:
    page = told_and_asked(GUARD, asks)
    first, last = page.bounds[1]
    assert tells_anonymity(page, Stretch(first, last)) is told
    assert not tells_anonymity(page, Stretch(first, first + 2))


def test_anonymity_is_not_carried_on_to_a_later_sentence() -> None:
    page = Page.of(reading(f"{CONDITION}\nThe/DET/2/det officer/NOUN/3/nsubj left/VERB/0/root"))
    assert not is_anonymous(page, 10)
    assert is_anonymous(page, 10, 1)
