"""A reading as a spaCy document: the same text, tree and spans."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made import bare_reading, reading

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    pytest.importorskip("spacy", reason="the extra standoff[spacy] is not installed")


def test_the_document_has_the_text_of_the_report() -> None:
    made = reading()
    assert made.to_spacy().text == made.report.text


def test_words_have_their_tags_heads_and_relations() -> None:
    made = reading()
    doc = made.to_spacy()
    by_place = {token.idx: token for token in doc}
    for word, (start, _) in enumerate(made.words.offsets.tolist()):
        token, head = by_place[start], int(made.words.heads[word])
        assert token.pos_ == made.words.upos_names[made.words.tags[word]]
        if head < 0:
            assert token.dep_ == "ROOT"
        else:
            assert token.head.idx == made.words.offsets[head, 0]


def test_spans_stand_where_the_reading_has_them() -> None:
    made = reading()
    doc = made.to_spacy()
    places = [(span.start_char, span.end_char, span.label_) for span in doc.spans["slots"]]
    table = made.slots
    expected = [
        (*made.span(first, last), table.names[label])
        for (first, last), label in zip(table.bounds.tolist(), table.labels.tolist(), strict=True)
    ]
    assert places == expected


@given(st.text(alphabet="ab \n\t.é", min_size=1, max_size=60).filter(lambda text: text.strip()))
def test_white_space_of_any_kind_is_kept(text: str) -> None:
    assert bare_reading(text).to_spacy().text == text
