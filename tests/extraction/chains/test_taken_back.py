"""What an outlet takes back of its own."""

from __future__ import annotations

import pytest

from standoff.extraction import extract
from trees import reading

VERSION = (
    "{det}/DET/3/det {earlier}/ADJ/3/amod version/NOUN/7/nsubj of/ADP/6/case {this}/DET/6/det story/NOUN/3/nmod "
    "said/VERB/0/root two/NUM/9/nummod pilots/NOUN/10/nsubj drowned/VERB/7/ccomp ./PUNCT/7/punct"
)
WE = (
    "{who}/PRON/3/nsubj {how}/ADV/3/advmod reported/VERB/0/root two/NUM/5/nummod pilots/NOUN/6/nsubj "
    "drowned/VERB/3/ccomp ./PUNCT/3/punct"
)
KILLED = ("killed", "two pilots", 0.9)


def said(tree: str) -> set[tuple[tuple[str, ...], str]]:
    made = extract(reading(tree, slots=[KILLED]))
    return {(tuple(source.name for source in claim.chain), claim.polarity) for claim in made.claims}


def test_what_an_earlier_version_said_the_outlet_denies() -> None:
    assert said(VERSION.format(det="An", earlier="earlier", this="this")) == {((), "denied")}


@pytest.mark.parametrize(("earlier", "this"), [("official", "this"), ("earlier", "the")])
def test_versions_that_are_not_the_outlet_s_or_not_earlier_say_what_they_say(earlier: str, this: str) -> None:
    assert {polarity for _, polarity in said(VERSION.format(det="The", earlier=earlier, this=this))} == {
        "affirmed"
    }


@pytest.mark.parametrize(
    ("who", "how", "expected"),
    [("We", "wrongly", "denied"), ("We", "earlier", "affirmed"), ("They", "wrongly", "affirmed")],
)
def test_only_what_the_outlet_says_it_told_wrongly_is_taken_back(who: str, how: str, expected: str) -> None:
    spans = [
        ("cue", "reported", ""),
        ("source", who, "reported"),
        ("content", "two pilots drowned", "reported"),
    ]
    made = extract(reading(WE.format(who=who, how=how), spans, slots=[KILLED]))
    assert {claim.polarity for claim in made.claims} == {expected}


@pytest.mark.parametrize(
    ("verb", "expected"), [("retracted", "denied"), ("withdrew", "denied"), ("repeated", "affirmed")]
)
def test_a_claim_that_its_source_takes_back_is_denied(verb: str, expected: str) -> None:
    tree = (
        f"Bly/PROPN/2/nsubj {verb}/VERB/0/root his/PRON/4/nmod claim/NOUN/2/obj that/SCONJ/8/mark two/NUM/7/nummod "
        "pilots/NOUN/8/nsubj drowned/VERB/4/acl ./PUNCT/2/punct"
    )
    assert said(tree) == {(("Bly",), expected)}
