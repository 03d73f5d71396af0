"""Which spans of attributions stand: those sure of themselves, and what they lack."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.reading.attribution import CONTENT, CUE, PARTS, SOURCE, standing
from standoff.reading.graph import labels

Span = tuple[int, tuple[int, int], float]
TELLS = 4  # the word at which the cue begins


def stand(spans: list[Span], links: list[int]) -> list[tuple[int, tuple[int, int]]]:
    names = np.array([name for name, _, _ in spans], np.int32)
    bounds = np.array([at for _, at, _ in spans], np.int32).reshape(-1, 2)
    scores = np.array([score for *_, score in spans], np.float32)
    return [
        (int(names[k]), (int(bounds[k, 0]), int(bounds[k, 1])))
        for k in standing(bounds, names, scores, np.array(links, np.int32)).tolist()
    ]


def linked(words: int = 10) -> list[int]:
    return [TELLS] * words


def test_the_labels_stand_in_the_order_that_is_counted_on() -> None:
    names = ("source", "cue", "content")
    assert labels().attribution == (*names, *(f"inner-{name}" for name in names))


def test_a_sure_source_brings_its_cue_and_the_content_with_it() -> None:
    spans: list[Span] = [(SOURCE, (1, 3), 2.0), (CUE, (4, 5), -1.0), (CONTENT, (6, 9), -1.2)]
    assert stand(spans, linked()) == [(SOURCE, (1, 3)), (CUE, (4, 5)), (CONTENT, (6, 9))]


def test_of_several_that_would_do_the_best_is_let_in() -> None:
    spans: list[Span] = [
        (CONTENT, (6, 9), 1.0),
        (CUE, (4, 5), 1.0),
        (SOURCE, (1, 2), -0.9),
        (SOURCE, (1, 3), -0.4),
    ]
    assert (SOURCE, (1, 3)) in stand(spans, linked())
    assert (SOURCE, (1, 2)) not in stand(spans, linked())


def test_a_cue_alone_brings_nothing() -> None:
    spans: list[Span] = [(SOURCE, (1, 3), -0.2), (CUE, (4, 5), 2.0), (CONTENT, (6, 9), -0.2)]
    assert stand(spans, linked()) == [(CUE, (4, 5))]


def test_what_has_a_source_needs_no_second_one() -> None:
    spans: list[Span] = [(SOURCE, (1, 3), 2.0), (CUE, (4, 5), 1.0), (SOURCE, (7, 8), -0.1)]
    assert (SOURCE, (7, 8)) not in stand(spans, linked())


def test_no_source_is_let_in_beside_a_content_whose_cue_nobody_reads() -> None:
    spans: list[Span] = [(CONTENT, (6, 9), 2.0), (SOURCE, (1, 3), -0.1)]
    assert stand(spans, linked()) == [(CONTENT, (6, 9))]


def test_a_link_to_its_own_first_word_is_none() -> None:
    spans: list[Span] = [(SOURCE, (4, 6), 2.0), (CUE, (4, 5), -0.5)]
    assert stand(spans, linked()) == [(SOURCE, (4, 6))]


def test_what_is_told_within_another_is_completed_by_its_own_depth() -> None:
    inner = PARTS + SOURCE
    spans: list[Span] = [(inner, (1, 3), 2.0), (CUE, (4, 5), -0.5), (PARTS + CUE, (4, 5), -0.7)]
    assert stand(spans, linked()) == [(inner, (1, 3)), (PARTS + CUE, (4, 5))]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 2 * PARTS - 1), st.integers(0, 12), st.integers(1, 5), st.floats(-1.5, 3, width=32)
        ),
        max_size=25,
    ),
    st.lists(st.integers(0, 16), min_size=17, max_size=17),
)
def test_spans_of_one_label_never_overlap_and_the_sure_never_yield(
    drawn: list[tuple[int, int, int, float]], links: list[int]
) -> None:
    spans: list[Span] = [(name, (first, first + size), score) for name, first, size, score in drawn]
    kept = stand(spans, links)
    for k, (name, at) in enumerate(kept):
        assert all(other != name or to <= at[0] or at[1] <= fro for other, (fro, to) in kept[k + 1 :])
    sure = stand([span for span in spans if span[2] > 0], links)
    assert {*sure} <= {*kept}
    assert kept == stand(spans[::-1], links)
