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
from standoff.reading.spans import keep_nested
from standoff.reading.trees import broken_sentences
from standoff.records import EVENT_TYPES, Reading, Rendition, Report

TEXT = """VELMORE, Norland (NPA) — Gunmen attacked a post near Velmore on Sunday, killing four officers, police said.

"We heard shots," said Ana Lopez, who lives nearby. The Interior Ministry denied that any officer had been captured.
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
            (a, b, ("slot_types", "slot_manner", "slot_event", "faint")),
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


def test_slots_that_score_a_little_too_low_are_kept_apart_from_those_that_are_read() -> None:
    made = ModelReader().read(report(TEXT * 9))
    assert len(made.faint) == len(made.slots)
    assert len(made.read_slots) == len(made.slots) - made.faint.sum()
    assert made.slots.scores[made.faint].max(initial=0.0) <= made.read_slots.scores.min()


def test_where_a_report_was_filed_is_no_claim() -> None:
    text = "KARVEN – Soldiers opened fire on a crowd near the port on Sunday, killing nine people, a hospital said."
    reading = ModelReader().read(report(text))
    first = reading.slots.bounds[:, 0].min()
    assert reading.words.offsets[first, 0] == text.index("Soldiers")


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
    assert any(name.endswith("Ana Lopez") for name in sources)


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
    for words, made in zip(sentences, parse_words(sentences), strict=True):
        assert [len(part) for part in made] == [len(words)] * 4


def test_what_happened_is_more_certain_than_what_may_happen() -> None:
    happened, may = parse_words(
        ["The gunmen attacked the post .".split(), "The gunmen may attack the post .".split()]
    )
    assert happened.factuality[2] > may.factuality[3] + 1


def test_fillers_of_an_incident_have_roles_types_and_places() -> None:
    item = report(
        "GUERRILLAS KIDNAPPED MAYOR LUIS ROA YESTERDAY. THE REBELS BLEW UP THE MAYOR'S OFFICE WITH DYNAMITE."
    )
    reading = ModelReader().read(item)
    roles = reading.roles
    assert roles is not None
    found = {
        (roles.spans.names[label], item.text[reading.span(first, last).start : reading.span(first, last).end])
        for label, (first, last) in zip(roles.spans.labels, roles.spans.bounds, strict=True)
    }
    assert ("Weapon", "DYNAMITE") in found
    assert roles.types.shape == (len(roles.spans), len(EVENT_TYPES))
    assert np.allclose(roles.types.sum(1), 1, atol=1e-4)
    assert len(reading.factuality) == len(reading.words)


def crosses(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[0] < a[1] < b[1] or b[0] < a[0] < b[1] < a[1]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6), st.floats(-3, 3, width=32)), max_size=30))
def test_entities_that_stay_never_cross_and_the_better_one_does(spans: list[tuple[int, int, float]]) -> None:
    bounds = np.array([(first, first + size) for first, size, _ in spans], np.int32).reshape(-1, 2)
    scores = np.array([score for *_, score in spans], np.float32)
    kept = [tuple(bounds[k]) for k in keep_nested(bounds, scores)]
    assert not any(crosses(a, b) for a in kept for b in kept)
    assert len(set(kept)) == len(kept)
    for at in {tuple(pair) for pair in bounds} - set(kept):
        least = max(score for pair, score in zip(bounds, scores, strict=True) if tuple(pair) == at)
        rivals = [
            score
            for pair, score in zip(bounds, scores, strict=True)
            if tuple(pair) in kept and crosses(tuple(pair), at)
        ]
        assert max(rivals) >= least


def test_the_model_card_names_its_data_and_licences() -> None:
    card = model_card()
    assert "PolNeAR" in card
    assert "CC BY" in card


def test_a_given_sentence_longer_than_the_encoder_takes_gets_a_tree() -> None:
    ((tags, _, _, _),) = parse_words([["guards", "and"] * 400 + ["men", "."]])
    assert len(tags) == 802
