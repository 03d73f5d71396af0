"""Claims that are told only to be rejected."""

from __future__ import annotations

import pytest

from standoff.extraction import extract
from standoff.extraction.chains.links import links
from standoff.extraction.grammar.page import Page
from trees import reading

OWNED = (
    "The/DET/2/det port/NOUN/3/nsubj {verb}/VERB/0/root Osmund/PROPN/6/nmod ~'s/PART/4/case claim/NOUN/3/obj "
    "that/SCONJ/10/mark two/NUM/9/nummod pilots/NOUN/10/nsubj drowned/VERB/6/acl ./PUNCT/3/punct"
)
NOBODYS = (
    "The/DET/2/det port/NOUN/3/nsubj denied/VERB/0/root reports/NOUN/3/obj that/SCONJ/8/mark two/NUM/7/nummod "
    "pilots/NOUN/8/nsubj drowned/VERB/4/acl ./PUNCT/3/punct"
)
PASSIVE = (
    "Osmund/PROPN/3/nmod ~'s/PART/1/case claim/NOUN/9/nsubj that/SCONJ/7/mark two/NUM/6/nummod "
    "pilots/NOUN/7/nsubj drowned/VERB/3/acl was/AUX/9/aux denied/VERB/0/root by/ADP/12/case the/DET/12/det "
    "port/NOUN/9/obl ./PUNCT/9/punct"
)
KILLED = ("killed", "two pilots", 0.9)


def said(tree: str) -> set[tuple[tuple[str, ...], str]]:
    made = extract(reading(tree, slots=[KILLED]))
    return {(tuple(source.name for source in claim.chain), claim.polarity) for claim in made.claims}


@pytest.mark.parametrize("tree", [OWNED.format(verb="denied"), OWNED.format(verb="rejected")])
def test_who_claims_what_is_denied_says_it_and_the_denier_says_that_it_is_not_so(tree: str) -> None:
    assert said(tree) == {(("Osmund",), "affirmed"), (("port",), "denied")}


def test_a_claim_that_is_confirmed_is_told_by_both() -> None:
    assert said(OWNED.format(verb="confirmed")) == {(("port", "Osmund"), "affirmed")}


def test_what_nobody_claims_is_only_denied() -> None:
    assert said(NOBODYS) == {(("port",), "denied")}


def test_a_claim_that_is_denied_in_the_passive_is_not_the_denier_s() -> None:
    assert (("Osmund",), "affirmed") in said(PASSIVE)
    assert all(len(chain) == 1 for chain, _ in said(PASSIVE))


def test_who_rejects_a_claim_is_known_by_his_verb() -> None:
    rejecters = {link.verb: link.rejecter for link in links(Page.of(reading(OWNED.format(verb="denied"))))}
    assert rejecters == {2: None, 5: 2}
