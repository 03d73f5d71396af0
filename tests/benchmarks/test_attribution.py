"""Corpora of attribution have no link for the medium that something was told to."""

from __future__ import annotations

from benchmarks.attribution import without_media
from standoff.extraction.chains.chains import ChainIndex
from trees import reading

TOLD = (
    "Police/NOUN/2/nsubj told/VERB/0/root Reuters/PROPN/2/iobj that/SCONJ/6/mark drivers/NOUN/6/nsubj "
    "said/VERB/2/ccomp roads/NOUN/8/nsubj closed/VERB/6/ccomp ./PUNCT/2/punct"
)


def test_without_media_the_speaker_is_outermost() -> None:
    found = without_media(ChainIndex.of(reading(TOLD)).attributions)
    assert [(item.within, item.source.name) for item in found] == [(None, "police"), ("a2", "drivers")]
