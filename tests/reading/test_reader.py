"""A reading depends on its report alone, and everything in it has its place."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.extraction import extract
from standoff.ingest.given import Given
from standoff.ingest.registry import load_bytes
from standoff.reading import ModelReader, model_card, parse_words, read_many
from standoff.reading.trees import broken_sentences
from standoff.records import Reading, Rendition, Report

TEXT = """VELMORE, Norland (NPA) — Gunmen attacked a post near Velmore on Sunday, killing four officers, police said.

"We heard shots," said Ana Roe, who lives nearby. The Interior Ministry denied that any officer had been captured.
"""


def report(text: str) -> Report:
    return load_bytes(text.encode("utf-8"), "a.txt", given=Given(published="2024-06-17"))


def bare(text: str) -> Report:
    """A report of any text at all, also one that ingest would refuse."""
    return Report("r", Rendition(text, "test", "1"), ())


def same(a: Reading, b: Reading) -> bool:
    arrays = [
        (getattr(x, name), getattr(y, name))
        for x, y, names in (
            (a.words, b.words, ("offsets", "sentences", "tags", "heads", "relations")),
            (a.entities, b.entities, ("bounds", "labels", "scores", "links")),
            (a.attribution_spans, b.attribution_spans, ("bounds", "labels", "scores", "links")),
            (a.slots, b.slots, ("bounds", "labels", "scores", "links")),
            (a, b, ("slot_types", "slot_manner", "slot_event")),
        )
        for name in names
    ]
    return all(np.array_equal(x, y) for x, y in arrays)


def test_a_report_reads_the_same_alone_and_in_any_company() -> None:
    texts = [TEXT, "Rain fell.", TEXT * 9, "Police said that no one was hurt in the fire."]
    reports = [report(text) for text in texts]
    alone = [ModelReader().read(item) for item in reports]
    together = list(read_many(reports))
    backwards = list(read_many(reports[::-1]))[::-1]
    for one, two, three in zip(alone, together, backwards, strict=True):
        assert same(one, two)
        assert same(one, three)


def test_one_core_and_two_give_the_same_reading() -> None:
    item = report(TEXT)
    assert same(ModelReader(1).read(item), ModelReader(2).read(item))


def test_readings_come_in_the_order_of_their_reports() -> None:
    reports = [report(f"Report number {i} from Velmore. " * (40 - i)) for i in range(20)]
    assert [reading.report.id for reading in read_many(reports)] == [item.id for item in reports]


def test_what_police_said_is_read_as_said_by_police() -> None:
    reading = extract(ModelReader().read(report(TEXT)))
    sources = {item.source.name for item in reading.attributions}
    assert "police" in sources
    assert any(name.endswith("Ana Roe") for name in sources)


@pytest.mark.parametrize(
    "text", ["", "x", "...", "!", "a" * 5000, "“", "\u200b word", "word\n\n\n\n", "é" * 300]
)
def test_odd_texts_are_read(text: str) -> None:
    reading = extract(ModelReader().read(bare(text)))
    assert len(reading.words.sentences) >= min(1, len(reading.words))


@settings(deadline=None, max_examples=40)
@given(st.text(min_size=1, max_size=300).filter(lambda text: text.strip() and "\0" not in text))
def test_any_text_gives_spans_within_it_and_trees(text: str) -> None:
    reading = extract(ModelReader().read(bare(text)))
    words = reading.words
    heads = np.where(words.heads < 0, np.arange(len(words)), words.heads).astype(np.int32)
    owner = np.repeat(np.arange(len(words.sentences)), np.diff(words.sentences, axis=1).reshape(-1))
    if len(words):
        assert not len(broken_sentences(heads, owner.astype(np.int32), len(words.sentences)))
    for table in (reading.entities, reading.attribution_spans, reading.slots):
        assert (table.bounds[:, 0] < table.bounds[:, 1]).all()
        assert not len(table) or table.bounds.max() <= len(words)
    for claim in reading.claims:
        assert claim.evidence
        assert all(0 <= at.start < at.end <= len(text) for at in claim.evidence)


def test_given_sentences_get_a_tag_a_head_and_a_relation_a_word() -> None:
    sentences = [["Police", "arrested", "two", "men", "."], ["Yes"]]
    for words, (tags, heads, relations) in zip(sentences, parse_words(sentences), strict=True):
        assert len(tags) == len(heads) == len(relations) == len(words)


def test_the_model_card_names_its_data_and_licences() -> None:
    card = model_card()
    assert "PolNeAR" in card
    assert "CC BY" in card


def test_a_given_sentence_longer_than_the_encoder_takes_gets_a_tree() -> None:
    ((tags, _, _),) = parse_words([["guards", "and"] * 400 + ["men", "."]])
    assert len(tags) == 802
