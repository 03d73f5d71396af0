"""Head scores to trees: the best head of each word where that is a tree, else the best tree there is.

Maximum spanning arborescence after Chu & Liu (1965) and Edmonds (1967), with exactly one root a sentence.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from standoff.records.reading import Floats, Ints

Scores = NDArray[np.float64]
Heads = NDArray[np.intp]
ROOT = 1e6  # what a root costs, so that the best tree has one, and of those with one it is the best
TRIED = 4  # words tried as the root, which hardly ever leave a doubt which is best


def broken_sentences(heads: Ints, sentence: Ints, count: int) -> Ints:
    """Sentences whose heads are no tree with one root. ``heads`` [n] word indices, a root its own head;
    ``sentence`` [n] the sentence of each word."""
    roots = heads == np.arange(len(heads))
    reached = heads
    for _ in range(max(1, len(heads).bit_length())):
        reached = reached[reached]
    many = np.bincount(sentence[roots], minlength=count) != 1
    lost = np.bincount(sentence[~roots[reached]], minlength=count) > 0
    return np.flatnonzero(many | lost).astype(np.int32)


def best_tree(scores: Floats) -> Ints:
    """Heads of the best tree with one root. ``scores`` [n, n]: word i takes head j; [i, i]: word i is the root.

    Tried as the root are those words of which most is to be hoped, the best head for every other word: with the root
    given there is hardly a cycle, while of all words, each dear as a root, one cycle after the other is to be broken.
    """
    n = len(scores)
    if n == 1:
        return np.zeros(1, np.int32)
    table = np.full((n + 1, n + 1), -np.inf)
    table[1:, 1:] = scores
    np.fill_diagonal(table, -np.inf)
    best = table[1:].max(1)
    table[1:, 0] = np.diag(scores)
    hoped = best.sum() - best + table[1:, 0]
    made, reached = np.zeros(n + 1, np.intp), -np.inf
    for root in np.argsort(-hoped, kind="stable")[:TRIED].tolist():
        if hoped[root] <= reached:
            break
        heads = _arborescence(_rooted(table, root + 1))
        if (total := table[np.arange(1, n + 1), heads[1:]].sum()) > reached:
            made, reached = heads, total
    else:
        table[1:, 0] -= ROOT
        made = _arborescence(table)
    return np.where(made[1:] == 0, np.arange(n), made[1:] - 1).astype(np.int32)


def _rooted(table: Scores, root: int) -> Scores:
    """The table with no other root than this."""
    made = table.copy()
    made[root, 1:] = made[1:, 0] = -np.inf
    made[root, 0] = 0.0
    return made


def _cycle(heads: list[int]) -> list[int]:
    """The words of one cycle, empty if there is none; node 0 has no head."""
    seen = [0] * len(heads)  # the word from which a node was first reached
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while not seen[node]:
            seen[node] = start
            node = heads[node]
        if seen[node] == start:
            cycle = [node]
            while (node := heads[node]) != cycle[0]:
                cycle.append(node)
            return cycle
    return []


def _arborescence(table: Scores) -> Heads:
    """Best heads of nodes 1… under node 0; ``table`` [i, j] is the score of j as head of i. Entry 0 means nothing."""
    heads: Heads = table.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads.tolist())
    if not cycle:
        return heads
    inside = np.array(sorted(cycle))
    left = np.ones(len(table), np.bool_)
    left[inside] = False
    outside = np.flatnonzero(left)
    size = len(outside) + 1  # the cycle becomes the last node of a smaller table
    small = np.full((size, size), -np.inf)
    small[:-1, :-1] = table[outside[:, None], outside]
    gains = table[inside[:, None], outside] - table[inside, heads[inside]][:, None]
    enter = gains.argmax(0)
    small[-1, :-1] = gains[enter, np.arange(len(outside))]
    leave = table[outside[:, None], inside].argmax(1)
    small[:-1, -1] = table[outside, inside[leave]]
    small[0, :] = -np.inf
    np.fill_diagonal(small, -np.inf)
    inner = _arborescence(small)
    for i in range(1, len(outside)):
        heads[outside[i]] = inside[leave[i]] if inner[i] == size - 1 else outside[inner[i]]
    broken = inside[enter[inner[-1]]]
    heads[broken] = outside[inner[-1]]
    return heads
