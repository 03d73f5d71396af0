"""The phrase of a noun, alone and with those joined to it, from trees written by hand."""

from standoff.extraction.grammar.clauses import joined_phrase, noun_phrase
from standoff.extraction.grammar.page import Page
from trees import reading

SAID = (
    "The/DET/3/det old/ADJ/3/amod mayor/NOUN/7/nsubj and/CCONJ/6/cc two/NUM/6/nummod guards/NOUN/3/conj "
    "said/VERB/0/root so/ADV/7/advmod ./PUNCT/7/punct"
)
DASHED = (
    "The/DET/2/det swimmer/NOUN/8/nsubj -/PUNCT/4/dep turned/VERB/2/acl -/PUNCT/7/nmod legendary/ADJ/7/amod "
    "actress/NOUN/4/obj died/VERB/0/root ./PUNCT/8/punct"
)


def test_those_joined_to_a_noun_are_not_of_its_phrase_but_of_the_joined_one() -> None:
    page = Page.of(reading(SAID))
    assert page.quote(noun_phrase(page, 2)) == "The old mayor"
    assert page.quote(joined_phrase(page, 2)) == "The old mayor and two guards"
    assert page.quote(joined_phrase(page, 5)) == "two guards"


def test_no_phrase_begins_with_a_dash() -> None:
    page = Page.of(reading(DASHED))
    assert page.quote(noun_phrase(page, 6)) == "legendary actress"
