"""The best tree is the best of all trees, and broken ones are seen."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.reading.trees import TANGLED, best_tree, broken_sentences, crossings, uncrossed
from standoff.records.reading import Floats, Ints


def is_tree(heads: Ints) -> bool:
    return not len(broken_sentences(heads, np.zeros(len(heads), np.int32), 1))


def total(scores: Floats, heads: Ints) -> float:
    return float(scores[np.arange(len(heads)), heads].sum())


def best_by_trying(scores: Floats) -> float:
    n = len(scores)
    every = (np.array(heads, np.int32) for heads in product(range(n), repeat=n))
    return max(total(scores, heads) for heads in every if is_tree(heads))


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_best_tree_scores_as_the_best_of_all_trees(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    made = best_tree(scores)
    assert is_tree(made)
    assert total(scores, made) == pytest.approx(best_by_trying(scores), abs=1e-4)


@settings(deadline=None, max_examples=20)
@given(st.integers(6, 40), st.integers(0, 10_000))
def test_long_sentences_get_a_tree_too(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    assert is_tree(best_tree(scores))


@pytest.mark.parametrize(
    ("heads", "broken"),
    [([0, 0, 1], []), ([0, 1, 1], [0]), ([1, 0, 0], [0]), ([1, 2, 1], [0]), ([0, 0, 2, 2], [0])],
    ids=["a chain", "two roots", "a cycle and no root", "a cycle", "two roots with leaves"],
)
def test_heads_that_are_no_tree_with_one_root_are_seen(heads: list[int], broken: list[int]) -> None:
    made = np.array(heads, np.int32)
    assert broken_sentences(made, np.zeros(len(heads), np.int32), 1).tolist() == broken


def test_only_the_broken_one_of_several_sentences_is_named() -> None:
    heads = np.array([0, 0, 3, 2, 4], np.int32)
    assert broken_sentences(heads, np.array([0, 0, 1, 1, 2], np.int32), 3).tolist() == [1]


def test_of_pairs_that_hold_each_other_no_root_settles_it_and_yet_the_best_tree_is_found() -> None:
    scores = np.random.default_rng(7).normal(size=(5, 5)).astype(np.float32)
    for word in (0, 2):
        scores[word, word + 1] = scores[word + 1, word] = 50.0
    made = best_tree(scores)
    assert is_tree(made)
    assert total(scores, made) == pytest.approx(best_by_trying(scores), abs=1e-4)


def test_arcs_that_cross_are_seen() -> None:
    heads = np.array([2, 3, 2, 2], np.int32)  # 0 under 2 and 1 under 3 cross, 2 is the root
    found = crossings(heads)
    assert np.argwhere(found).tolist() == [[0, 1], [1, 0]]


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 40), st.integers(0, 10_000))
def test_no_arcs_cross_in_a_tree_whose_scores_differ_little(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).uniform(0, 1e-3, size=(n, n)).astype(np.float32)
    tree = best_tree(scores)
    made = uncrossed(tree, scores)
    assert is_tree(made)
    assert not crossings(made).any() or np.count_nonzero(crossings(tree).any(1)) > TANGLED
    assert (made == np.arange(n)).tolist() == (tree == np.arange(n)).tolist()  # the root stays
    if not 0 < np.count_nonzero(crossings(tree).any(1)) <= TANGLED:
        assert made.tolist() == tree.tolist()


def test_a_crossing_stays_where_the_scores_are_sure_of_it() -> None:
    heads = np.array([2, 3, 2, 2, 2], np.int32)
    scores = np.full((5, 5), -20.0, np.float32)
    scores[np.arange(5), heads] = 0.0
    assert uncrossed(heads, scores).tolist() == heads.tolist()
    scores[1, 2] = -1.0
    assert uncrossed(heads, scores).tolist() == [2, 2, 2, 2, 2]
