"""Drafts become claims by the rules that all readings share."""

from __future__ import annotations

from dataclasses import replace

import made
from standoff.extraction import extract
from standoff.records import Claim, Entity, Reading, Text


def drafted(*drafts: Claim) -> Reading:
    bare = replace(made.reading(), events=(), claims=())
    return replace(bare, drafts=drafts)


def draft(slot: str, words: str, near: str | None = None, **more: object) -> Claim:
    return Claim("", "x", "hostage_taking", slot, Text(words), (made.at(made.TEXT, words, near),), **more)  # type: ignore[arg-type]


def test_a_draft_takes_the_chain_of_its_attribution_and_the_value_of_its_words() -> None:
    [claim] = extract(drafted(draft("injured", "At least three people", attribution="a2"))).claims
    assert str(claim.value) == "3 or more (people)"
    assert [source.name for source in claim.chain] == ["Northwind Agency", "police spokeswoman"]
    assert (claim.id, claim.event) == ("c1", "e1")


def test_the_same_said_twice_is_one_claim_with_both_places() -> None:
    twice = draft("weapon", "depot", "grain depot"), draft("weapon", "depot", "same depot")
    [claim] = extract(drafted(*twice)).claims
    assert [span.quote(made.TEXT) for span in claim.evidence] == ["depot", "depot"]


def test_an_antecedent_stands_for_the_words_of_a_party() -> None:
    made_of = replace(draft("actor", "it", "part in it"), value=Entity("Red Heron group"))
    [claim] = extract(drafted(made_of)).claims
    assert claim.value == Entity("Red Heron group")


def test_a_draft_whose_words_hold_no_value_is_left_out_and_seen_to_be() -> None:
    reading = extract(drafted(draft("time", "drivers"), draft("actor", "Gunmen", "Gunmen seized")))
    assert [item.slot for item in reading.drafts or ()] == ["actor"]
    assert [item.slot for item in reading.claims] == ["actor"]


def test_extracting_twice_changes_nothing() -> None:
    once = extract(drafted(draft("actor", "Gunmen", "Gunmen seized"), draft("time", "Friday")))
    assert made.same(extract(once), once)


def test_a_reader_without_drafts_is_not_one_that_found_none() -> None:
    assert extract(drafted()).claims == ()
    assert extract(replace(drafted(), drafts=None)).claims
