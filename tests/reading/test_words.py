"""Words have their places in the text, and rows hold them all in order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.reading.words import ROW, paragraph_starts, rows, split_many, split_words

TEXTS = st.text(max_size=400) | st.text(alphabet="ab .\n\"'1,-é", max_size=1500)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in split_many([text])[0].offsets.tolist()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They didn't go.", "They did n't go ."),
        ("Norland’s army can't move", "Norland ’s army ca n't move"),
        ("the U.S. and p.m. today", "the U.S. and p.m. today"),
        ("Gen. Roe, 17-year-old", "Gen. Roe , 17 - year - old"),
        ("1,500 at 5.30 for $3m", "1,500 at 5.30 for $ 3 m"),
        ("It ended.Then came", "It ended . Then came"),
        ("O'Hara and I've", "O'Hara and I 've"),
        ("write to a.b@c.org now", "write to a.b@c.org now"),
    ],
)
def test_words_are_split_as_the_treebanks_split_them(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_words_stand_in_order_and_do_not_overlap(text: str) -> None:
    made = split_many([text])[0]
    places = made.offsets.reshape(-1)
    assert (np.diff(places) >= 0).all()
    assert (made.offsets[:, 0] < made.offsets[:, 1]).all()
    assert len(places) == 0 or places[-1] <= len(text)


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.integers(24, ROW))
def test_rows_hold_every_word_once_and_keep_the_limit(text: str, limit: int) -> None:
    made = split_many([text])[0]
    found = rows(text, made, limit)
    assert [word for row in found for word in range(row.first, row.last)] == list(range(len(made.firsts)))
    for row in found:
        assert len(row.ids) <= limit
        assert len(row.word_pieces) == row.last - row.first
    begins = [row.first + word for row in found for word in row.paragraphs.tolist()]
    assert begins == paragraph_starts(text, made.offsets)


def test_long_paragraphs_are_cut_after_sentences() -> None:
    text = "The guard saw two men at the gate. " * 40
    made = split_many([text])[0]
    ends = [text[slice(*made.offsets[row.last - 1].tolist())] for row in rows(text, made)]
    assert len(ends) > 2
    assert set(ends) == {"."}


def test_what_follows_a_header_on_its_line_begins_a_row_and_a_paragraph() -> None:
    text = "date 2024-06-16 Officers gather near a jail.\n\nThe siege ended."
    made = split_many([text])[0]
    first, second = rows(text, made, apart=frozenset({6}))
    assert text[made.offsets[second.first, 0] :].startswith("Officers")
    assert (first.last, second.paragraphs.tolist()) == (6, [0, 6])


def test_given_words_stay_as_they_are_even_without_pieces() -> None:
    given_words = ["Guards", "\u0007", "left", "don't"]
    made = split_words([given_words])[0]
    assert len(made.firsts) == len(given_words)


def test_lines_of_wrapped_text_are_one_paragraph() -> None:
    wrapped = (
        "   The guard at the northern gate of the old depot saw two men\n"
        "who carried a long ladder and several ropes along the wall of the\n"
        "main building before they left by the road that leads to the\n"
        "harbour.\n\n   Nobody was hurt.\n"
    )
    made = split_many([wrapped])[0]
    first = [wrapped[slice(*made.offsets[word].tolist())] for word in paragraph_starts(wrapped, made.offsets)]
    assert first == ["The", "Nobody"]


def test_headlines_in_a_list_are_paragraphs() -> None:
    text = (
        "Landslide buries nine in hill village of Tamar\n"
        "Truck bomb near Velm barracks wounds two recruits, army says\n"
        "Court frees editor of opposition weekly after eight months\n"
        "Ferry with 40 aboard runs aground off Ostrany\n"
        "Miners end strike over pay at Korda\n"
    )
    made = split_many([text])[0]
    first = [text[slice(*made.offsets[word].tolist())] for word in paragraph_starts(text, made.offsets)]
    assert first == ["Landslide", "Truck", "Court", "Ferry", "Miners"]


def test_lines_of_other_text_are_paragraphs() -> None:
    text = "outlet: Post\ntitle: A fire\n\nTwo men left.\nThey were not seen again.\nPolice are looking for them.\n"
    made = split_many([text])[0]
    first = [text[slice(*made.offsets[word].tolist())] for word in paragraph_starts(text, made.offsets)]
    assert first == ["outlet", "title", "Two", "They", "Police"]
