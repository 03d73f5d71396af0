"""Why a claim is there: the reasons of an explanation are those that made the claim."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import made
import trees
from standoff import flow
from standoff.errors import NotFound, StandoffError
from standoff.extraction import extract
from standoff.extraction.explain import explain
from standoff.extraction.manner.scores import POLARITY, REALIS
from standoff.extraction.ontology_file import bundled, extended
from standoff.ingest.registry import load_bytes
from standoff.records import EVENT_TYPES, Claim, Quantity, Reading, Time
from standoff.records.explanation import Explanation
from standoff.store import open_store

TEXT = """TELLIS, Ostrany (NWA) -- At least two dozen people may have been wounded in a blast in Lima on Friday,
police told Northwind Agency, citing a hospital report.

The ministry denied that any guard had been held. On Sunday gunmen killed three clerks in the same town.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return flow.read(load_bytes(TEXT.encode(), "a.txt"))


def the(reading: Reading, slot: str) -> Claim:
    return next(claim for claim in reading.claims if claim.slot == slot)


def entries(found: Explanation) -> list[str]:
    return [reason.entry for reason in found.mentions[0].value]


def test_a_number_is_explained_by_the_entries_that_bound_it(reading: Reading) -> None:
    claim = the(reading, "injured")
    assert claim.value == Quantity("toll", 24, None, False, "people")
    assert entries(explain(reading, claim.id)) == ["numbers.toml: before.at least", "numbers.toml: cardinals"]


def test_what_is_not_certain_is_explained_by_its_hedge(reading: Reading) -> None:
    claim = the(reading, "injured")
    [hedge] = explain(reading, claim.id).mentions[0].hedges
    assert (hedge.words.text, hedge.label) == ("may have", claim.certainty)
    assert hedge.entry.startswith("manner.toml: cues[")
    assert hedge.entry.endswith(".words.may have")


def test_a_time_is_explained_by_its_rule_and_a_place_by_the_gazetteer(reading: Reading) -> None:
    text = TEXT.replace("TELLIS", "date: 2031-03-14\n\nTELLIS", 1)
    dated = flow.read(load_bytes(text.encode(), "a.txt"))
    assert "times.toml: periods.weekday" in entries(explain(dated, the(dated, "time").id))
    assert any("gazetteer.gz: Lima" in entry for entry in entries(explain(reading, the(reading, "place").id)))


def test_links_come_outermost_first_with_their_words(reading: Reading) -> None:
    claim = the(reading, "injured")
    found = explain(reading, claim.id)
    assert [link.name for link in found.links] == [source.name for source in claim.chain]
    assert found.links[0].entry == "cues.toml: says.clause.tell"
    assert {item.text for link in found.links for item in link.cue} >= {"told"}


def test_the_tree_leads_to_trigger_and_cue(reading: Reading) -> None:
    found = explain(reading, the(reading, "injured").id)
    assert {path.to for path in found.mentions[0].paths} >= {"the trigger of e1", "the cue of a1"}
    for path in found.mentions[0].paths:
        assert bool(path.nodes) == (path.apart == 0)
        assert not path.nodes or path.nodes[-1].word == path.target.text


def test_a_word_that_names_the_events_type_is_shown_with_its_trigger(reading: Reading) -> None:
    found = explain(reading, the(reading, "injured").id)
    assert ("blast", "blast") in [(item.words.text, item.trigger) for item in found.event.named_by]
    assert found.event.types[0].name == found.event.event.type


def test_a_claim_that_is_not_there_is_refused_with_those_that_are(reading: Reading) -> None:
    with pytest.raises(NotFound, match=r"a\.txt: has no claim c99 \(it has c1 "):
        explain(reading, "c99")
    with pytest.raises(NotFound, match="it has none at all"):
        explain(replace(reading, claims=()), "c1")


def test_claims_that_this_run_does_not_make_are_not_explained(reading: Reading) -> None:
    other = replace(reading.claims[0], score=0.123)
    with pytest.raises(StandoffError, match="another version or ontology"):
        explain(replace(reading, claims=(other, *reading.claims[1:])), "c1")
    with pytest.raises(StandoffError, match="an endpoint's"):
        explain(replace(reading, drafts=()), "c1")


def test_a_reading_by_an_ontology_of_ones_own_is_explained_by_it(reading: Reading) -> None:
    own = extended(bundled(), {"types": {"outrage": {"under": "bombing", "triggers": ["blast"]}}}, "own.toml")
    read = flow.read(reading.report, own)
    claim = the(read, "injured")
    found = explain(read, claim.id, own)
    assert claim.type == found.event.types[0].name == "outrage"
    with pytest.raises(StandoffError, match="another version or ontology"):
        explain(read, claim.id)


def test_a_stored_reading_is_explained_as_the_fresh_one(reading: Reading, tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/news.db")
    store.add(reading)
    stored = store.reading(reading.report.id)
    store.close()
    for claim in reading.claims:
        assert explain(stored, claim.id) == explain(reading, claim.id)


WORDS = made.TEXT.split(" ") + TEXT.split(" ")


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(WORDS) | st.text(min_size=1, max_size=4), min_size=1, max_size=120).map(" ".join)
)
def test_every_claim_of_any_text_agrees_with_its_explanation(text: str) -> None:
    reading = flow.read(made.report(text))
    for claim in reading.claims:
        found = explain(reading, claim.id)
        check(reading, claim, found)
        assert json.loads(json.dumps(found.to_json()))["claim"]["id"] == claim.id


def check(reading: Reading, claim: Claim, found: Explanation) -> None:
    text = reading.report.text
    spans = [(item.words.start, item.words.end) for item in found.mentions]
    assert {tuple(span) for span in claim.evidence} == set(spans)
    for item in found.mentions:
        assert item.words.text == text[item.words.start : item.words.end]
        assert item.value or not isinstance(claim.value, Quantity | Time)
    assert sum(item.found_by == "model" for item in found.mentions) <= len(reading.slots)
    first = found.mentions[0]
    for group, chosen, scores in (
        (POLARITY, claim.polarity, first.polarity),
        (REALIS, claim.realis, first.realis),
    ):
        over = [item for item in scores if item.score > 0]
        if scores:
            assert chosen == (max(over, key=lambda item: item.score).name if over else group.labels[0])
    if first.learned:
        labels = {hedge.label for hedge in first.hedges}
        assert claim.certainty == next(
            (name for name in ("unspecified", "possible", "probable") if name in labels), "certain"
        )
    assert found.event.event.id == claim.event
    assert found.event.types[0].name == claim.type


def test_a_type_that_a_sign_decides_stands_first_with_the_sign_as_its_part() -> None:
    tree = "Police/NOUN/2/nsubj shot/VERB/0/root the/DET/4/det clerk/NOUN/2/obj ./PUNCT/2/punct"
    read = trees.reading(tree, slots=[("actor", "Police", 0.9), ("target", "the clerk", 0.9)])
    reading = extract(replace(read, slot_types=np.full_like(read.slot_types, 1 / len(EVENT_TYPES))))
    found = explain(reading, reading.claims[0].id)
    first, second, *_ = found.event.types
    assert (first.name, second.name) == ("raid", "attack")
    assert first.parts["signs"] > 0
