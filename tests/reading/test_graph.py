"""What the graph's score tables are read as: the spans that score enough, of few words or of any number."""

import numpy as np
import pytest

from standoff.reading import graph
from standoff.reading.graph import FAINT, LINKED, NEAR, labels, tables
from standoff.reading.words import rows, split_many

WORDS, LONGEST = 9, 4


@pytest.fixture
def chance() -> np.random.Generator:
    return np.random.default_rng(5)


def test_a_span_of_few_words_is_kept_where_it_scores_enough_and_ends_in_the_row(
    chance: np.random.Generator,
) -> None:
    known = labels()
    names = [(kind, label) for kind in NEAR for label in range(len(getattr(known, kind)))]
    scores = chance.normal(0, 2, (len(names), LONGEST, WORDS)).astype(np.float32)
    found = graph._near(scores)
    kept = {
        (kind, int(label), int(first), int(last))
        for kind, spans in found.items()
        for label, first, last in zip(spans.labels, spans.firsts, spans.lasts, strict=True)
    }
    assert kept == {
        (kind, label, first, first + after)
        for k, (kind, label) in enumerate(names)
        for after in range(LONGEST)
        for first in range(WORDS - after)
        if scores[k, after, first] > known.least[kind] - (FAINT if kind == "slots" else 0)
    }


def test_an_attribution_is_kept_where_its_score_and_its_length_are_enough(
    chance: np.random.Generator,
) -> None:
    known, lengths = labels(), tables()["lengths"]
    least = [known.least[name] - LINKED for name in known.attribution]
    scores = chance.normal(0, 3, (len(lengths), WORDS, WORDS)).astype(np.float32)
    found = graph._apart(scores)
    whole = {
        (label, first, last): scores[label, first, last] + lengths[label, last - first]
        for label in range(len(lengths))
        for first in range(WORDS)
        for last in range(first, WORDS)
    }
    kept = dict(zip(zip(found.labels, found.firsts, found.lasts, strict=True), found.scores, strict=True))
    assert kept == {place: score for place, score in whole.items() if score > least[place[0]]}


def test_a_row_longer_than_the_table_of_lengths_takes_its_longest() -> None:
    lengths = tables()["lengths"]
    words = lengths.shape[1] + 20
    scores = np.full((len(lengths), words, words), -1e3, np.float32)
    scores[0, 0, -1] = scores[0, -1, 0] = 100.0  # a span and what would be one backwards
    found = graph._apart(scores)
    assert (found.firsts.tolist(), found.lasts.tolist()) == ([0], [words - 1])
    assert found.scores[0] == np.float32(100.0) + lengths[0, -1]


@pytest.mark.parametrize(
    ("text", "begin", "may"),
    [
        ("In 2021, More were taken.", ["In"], ["."]),
        ("But on Monday It ended.", ["But"], ["It", "."]),
        ("Yes. He said so.\nIt ended.", ["Yes", "He", "It"], ["."]),
        ("Go", ["Go"], []),
        ("They all fired rockets monday. they ran", ["They"], [".", "they"]),
        ('He saw "two men." The men ran.', ["He", "The"], ["two", ".", '"', "."]),
        ("He saw (of ten.) The men ran.", ["He", "The"], ["of", ".", ")", "."]),
        ("HE SAW “TWO MEN.” THE MEN RAN.", ["HE", "THE"], ["TWO", ".", "”", "."]),
        (
            "It was Rostov-on-Don. He ran - The men ran.",
            ["It", "He"],
            ["-", "-", ".", "-", "The", "."],
        ),
        ("He told it on X. The men ran.", ["He", "The"], ["X.", "."]),
        ("They say Ana X. Bly ran.", ["They"], ["X.", "Bly", "."]),
        ("They saw all. He ran. Rep. Bly ran! A", ["They", "He", "Rep", "A"], [".", ".", ".", "Bly", "!"]),
        ("They saw 3. The men ran.", ["They"], [".", "The", "."]),
        ('He saw "two men." and ran.', ["He"], ["two", ".", '"', "and", "."]),
        ('It ended. "The men ran."', ["It", '"'], ["The", ".", '"']),
        ("They left Ulm on Monday. Ana ran. Tarr sat.", ["They", "Ana", "Tarr"], [".", ".", "."]),
        ("It fell in 2019. Tarr, etc. Bly sat.", ["It", "Tarr"], ["2019", ".", ",", "Bly", "."]),
    ],
)
def test_sentences_begin_with_paragraphs_and_after_closed_ones_and_not_between_words_that_no_mark_parts(
    text: str, begin: list[str], may: list[str]
) -> None:
    pieces = split_many([text])[0]
    (row,) = rows(text, pieces)
    forced = graph.starts_forced(row)
    words = [text[a:b] for a, b in pieces.offsets.tolist()]
    assert [word for word, score in zip(words, forced, strict=True) if score > 0] == begin
    assert [word for word, score in zip(words, forced, strict=True) if score == 0] == may
