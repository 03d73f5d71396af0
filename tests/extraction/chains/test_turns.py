"""Turns as tellings, in invented reports whose trees are written by hand."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.chains import ChainIndex
from standoff.records import Reading
from trees import reading, where

SPOKE = "Mayor/NOUN/2/compound Ana/PROPN/4/nsubj Bly/PROPN/2/flat came/VERB/0/root ./PUNCT/4/punct"
TOLD = "Bly/PROPN/2/nsubj told/VERB/0/root reporters/NOUN/2/obj :/PUNCT/2/punct"
OPENS = "[/PUNCT/3/punct ~Begin/VERB/3/dep recording/NOUN/0/root ~]/PUNCT/3/punct"
LABEL = "[/PUNCT/2/punct ~{who}/PROPN/0/root ~]/PUNCT/2/punct"
RAN = "Two/NUM/2/nummod men/NOUN/3/nsubj ran/VERB/0/root ./PUNCT/3/punct"
HEARD = "Police/NOUN/2/nsubj said/VERB/0/root boats/NOUN/4/nsubj sank/VERB/2/ccomp ./PUNCT/2/punct"
CLOSES = "[/PUNCT/3/punct ~End/NOUN/3/dep recording/NOUN/0/root ~]/PUNCT/3/punct"
CLOSED = "Roads/NOUN/2/nsubj closed/VERB/0/root ./PUNCT/2/punct"


def told(*lines: str) -> Reading:
    return reading("\n".join(lines))


def names(made: Reading, words: str) -> list[str]:
    return [source.name for source in ChainIndex.of(made).chain_at(where(made, words))[1]]


@pytest.mark.parametrize("words", ["Two men", "boats sank"])
def test_a_labelled_recording_is_its_speakers_to_its_end(words: str) -> None:
    made = told(SPOKE, OPENS, LABEL.format(who="Bly"), RAN, HEARD, CLOSES, CLOSED)
    assert names(made, words)[0] == "Ana Bly"
    assert names(made, "Roads") == []


def test_what_is_told_within_a_turn_is_within_its_speakers_words() -> None:
    made = told(SPOKE, OPENS, LABEL.format(who="Bly"), RAN, HEARD, CLOSES)
    assert names(made, "boats sank") == ["Ana Bly", "police"]


def test_a_recording_without_a_label_is_of_whoever_was_told_to_speak_before() -> None:
    made = told(SPOKE, TOLD, OPENS, RAN, CLOSES, CLOSED)
    assert names(made, "Two men") == ["Ana Bly"]
    assert names(made, "Roads") == []


def test_a_recording_that_nobody_introduces_has_no_source() -> None:
    assert names(told(CLOSED, OPENS, RAN, CLOSES), "Two men") == []


def test_a_reporters_recording_is_the_outlets_own_voice() -> None:
    assert names(told(SPOKE, TOLD, OPENS, LABEL.format(who="Reporter"), RAN, CLOSES), "Two men") == []


def test_the_words_after_a_label_are_one_part_of_what_is_told() -> None:
    made = told(SPOKE, OPENS, LABEL.format(who="Bly"), RAN, CLOSED, CLOSES)
    (said,) = ChainIndex.of(made).attributions
    assert [span.quote(made.report.text) for span in said.content] == ["Two men ran .\nRoads closed ."]


def test_a_turn_that_another_speakers_quotation_cuts_up_keeps_its_other_sentences() -> None:
    quoted = (
        '"/PUNCT/4/punct ~The/DET/3/det roads/NOUN/4/nsubj closed/VERB/8/ccomp ~,/PUNCT/4/punct ~"/PUNCT/4/punct '
        "Lunt/PROPN/8/nsubj said/VERB/0/root ./PUNCT/8/punct"
    )
    made = told(SPOKE, OPENS, LABEL.format(who="Bly"), RAN, quoted, CLOSED.replace("Roads", "Boats"), CLOSES)
    assert names(made, "Two men") == names(made, "Boats") == ["Ana Bly"]
    assert names(made, "The roads") == ["Ana Bly", "Lunt"]
