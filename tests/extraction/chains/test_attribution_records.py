"""Attributions as records: ids, nesting, spans."""

from __future__ import annotations

import made
from standoff.extraction.chains.chains import ChainIndex
from trees import reading

TOLD = (
    "Police/NOUN/2/nsubj told/VERB/0/root Reuters/PROPN/2/iobj that/SCONJ/7/mark drivers/NOUN/6/nsubj "
    "said/VERB/2/ccomp roads/NOUN/8/nsubj closed/VERB/6/ccomp ./PUNCT/2/punct"
).replace("that/SCONJ/7", "that/SCONJ/6")


def test_enclosing_attributions_stand_first_and_are_named_by_what_is_within() -> None:
    found = ChainIndex.of(reading(TOLD)).attributions
    assert [(item.id, item.within, item.source.name) for item in found] == [
        ("a1", None, "Reuters"),
        ("a2", "a1", "police"),
        ("a3", "a2", "drivers"),
    ]


def test_every_span_slices_to_words_of_the_report() -> None:
    text = (read := made.reading()).report.text
    for item in ChainIndex.of(read).attributions:
        for span in (*item.source.spans, *item.cue, *item.content):
            assert span.quote(text).strip() == span.quote(text) != ""


def test_the_invented_report_gives_the_chains_written_by_hand() -> None:
    read = made.reading()
    index = ChainIndex.of(read)
    for claim in read.claims:
        if (
            claim.slot != "actor"
        ):  # who denies stands in the outlet's own words; `responsibility` has the denial
            names = [source.name for source in claim.chain]
            assert names in [
                [source.name for source in chain] for _, chain in index.chains_at(claim.evidence[0])
            ]


def test_a_denial_of_the_deed_is_listed_with_its_source() -> None:
    index = ChainIndex.of(made.reading())
    assert [(item.act, chain[-1].name) for item, (chain,) in index.responsibility] == [
        ("denies", "Red Heron")
    ]
