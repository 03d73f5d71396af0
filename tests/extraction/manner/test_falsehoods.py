"""What somebody calls false he denies."""

from __future__ import annotations

import pytest

from standoff.extraction import extract
from standoff.extraction.grammar.page import Page
from standoff.extraction.manner.falsehoods import all_told_false, called_false
from trees import reading

CALLED = (
    "The/DET/2/det port/NOUN/3/nsubj {verb}/VERB/0/root {noun}/NOUN/3/obj that/SCONJ/8/mark two/NUM/7/nummod "
    "pilots/NOUN/8/nsubj drowned/VERB/4/acl {word}/ADJ/3/xcomp ./PUNCT/3/punct"
)
OWNED = (
    "The/DET/2/det port/NOUN/3/nsubj dismissed/VERB/0/root Osmund/PROPN/6/nmod ~'s/PART/4/case claim/NOUN/3/obj "
    "that/SCONJ/10/mark two/NUM/9/nummod pilots/NOUN/10/nsubj drowned/VERB/6/acl as/ADP/12/case "
    "fiction/NOUN/{over}/obl ./PUNCT/3/punct"
)
DENIAL = (
    "The/DET/2/det port/NOUN/4/nmod ~'s/PART/2/case denial/NOUN/9/nsubj that/SCONJ/8/mark two/NUM/7/nummod "
    "pilots/NOUN/8/nsubj drowned/VERB/4/acl came/VERB/0/root late/ADV/9/advmod ./PUNCT/9/punct"
)
KILLED = ("killed", "two pilots", 0.9)


def said(tree: str) -> set[tuple[tuple[str, ...], str]]:
    made = extract(reading(tree, slots=[KILLED]))
    return {(tuple(source.name for source in claim.chain), claim.polarity) for claim in made.claims}


def test_who_calls_reports_false_denies_what_they_tell() -> None:
    assert said(CALLED.format(verb="called", noun="reports", word="baseless")) == {(("port",), "denied")}
    assert said(CALLED.format(verb="called", noun="reports", word="shocking")) != {(("port",), "denied")}


@pytest.mark.parametrize(("word", "expected"), [("baseless", "denied"), ("yesterday", "affirmed")])
def test_a_word_behind_the_whole_of_a_claim_calls_it_false_wherever_the_tree_hangs_it(
    word: str, expected: str
) -> None:
    tree = (
        "The/DET/2/det port/NOUN/3/nsubj called/VERB/0/root reports/NOUN/3/obj that/SCONJ/8/mark two/NUM/7/nummod "
        f"pilots/NOUN/8/nsubj died/VERB/3/ccomp there/ADV/10/advmod {word}/ADJ/8/obj ./PUNCT/3/punct"
    )
    assert {polarity for _, polarity in said(tree)} == {expected}


@pytest.mark.parametrize(("kind", "expected"), [("fake", "denied"), ("good", "affirmed")])
def test_news_is_false_by_the_word_before_it(kind: str, expected: str) -> None:
    tree = CALLED.format(verb="called", noun="reports", word=f"{kind}/ADJ/10/amod news").replace(
        "news/ADJ/3", "news/NOUN/3"
    )
    assert {polarity for _, polarity in said(tree)} == {expected}


@pytest.mark.parametrize("over", [3, 10])
def test_whose_claim_is_called_false_says_it_all_the_same(over: int) -> None:
    assert said(OWNED.format(over=over)) == {(("Osmund",), "affirmed"), (("port",), "denied")}


@pytest.mark.parametrize(("over", "relation"), [(3, "ccomp"), (7, "acl")])
def test_the_word_may_stand_before_the_claim(over: int, relation: str) -> None:
    tree = (
        "The/DET/2/det port/NOUN/3/nsubj dismissed/VERB/0/root as/ADP/5/case false/PRON/3/obj a/DET/7/det "
        "claim/NOUN/3/obj that/SCONJ/11/mark two/NUM/10/nummod pilots/NOUN/11/nsubj "
        f"drowned/VERB/{over}/{relation} ./PUNCT/3/punct"
    )
    assert said(tree) == {(("port",), "denied")}


def test_a_denial_is_its_owner_s() -> None:
    assert said(DENIAL) == {(("port",), "denied")}


@pytest.mark.parametrize(
    ("verb", "noun", "word"),
    [("called", "meetings", "baseless"), ("heard", "reports", "false"), ("called", "reports", "long")],
)
def test_only_what_tells_is_called_false_and_only_by_words_for_it(verb: str, noun: str, word: str) -> None:
    assert called_false(Page.of(reading(CALLED.format(verb=verb, noun=noun, word=word))), 2) is None


@pytest.mark.parametrize(
    ("predicate", "false"),
    [("false", True), ("not/PART/4/advmod true", True), ("true", False), ("wrong", False)],
)
def test_a_clause_that_is_told_to_be_false_is_denied(predicate: str, false: bool) -> None:
    said = predicate.replace("PART/4", "PART/{is_}")
    at = 4 if "not" in predicate else 3
    tree = (
        f"It/PRON/{at}/expl is/AUX/{at}/cop {said.format(is_=at)}/ADJ/0/root that/SCONJ/{at + 3}/mark "
        f"men/NOUN/{at + 3}/nsubj fled/VERB/{at}/csubj"
    )
    assert bool(all_told_false(Page.of(reading(tree)))) is false
