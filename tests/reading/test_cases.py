"""How each word is set, whatever the letters."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.reading.cases import CASES, cases
from standoff.reading.words import rows, split_many, split_words, whole_row


def set_as(text: str) -> str:
    """One mark a word: small, Capitalised, CAPITALS, lone capital, mixed."""
    ends = np.cumsum([len(word) + 1 for word in text.split()]) - 1
    starts = ends - np.array([len(word) for word in text.split()])
    return "".join("scklm"[case] for case in cases(text, np.stack((starts, ends), 1).astype(np.int32)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Roe of the U.N. said", "ccssks"),
        ("a McGregor iPhone F16 in NATO", "smmlsk"),
        ("I met J. Roe", "lslc"),
        ("Ünal crossed İzmir to meet Straßer", "cscssc"),
        ("BLAST HITS HARBOUR , 30 DEAD", "ssssss"),
        ("the UN WHO office", "skks"),
        ("12 , — !", "ssss"),
    ],
)
def test_words_are_told_by_their_capitals(text: str, expected: str) -> None:
    assert set_as(text) == expected


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=300))
def test_every_word_has_a_case_and_every_piece_that_of_its_word(text: str) -> None:
    made = split_many([text])[0]
    of_words = cases(text, made.offsets)
    assert len(of_words) == len(made.firsts)
    assert ((of_words >= 0) & (of_words < CASES)).all()
    assert made.cases[made.firsts].tolist() == of_words.tolist()
    for row in rows(text, made):
        assert len(row.cases) == len(row.ids)
        if len(row.word_pieces) > 1:
            assert row.cases[row.word_pieces].tolist() == of_words[row.first : row.last].tolist()


def test_given_words_have_cases_too() -> None:
    row = whole_row(split_words([["The", "UN", "said"]])[0])
    assert row.cases.tolist() == [0, 1, 2, 0, 0]
