"""Slots of one report gathered into events.

Average-linkage clustering (Sokal & Michener 1958) on the scores that two slots belong to one event: the product of
their event embeddings, how well their event types agree, how near they stand, whether their sentences speak of
different days, and whether one of them opens another happening. Of a report with very many slots some are grouped at a
time (`TOGETHER`), so that tables of all pairs do not fill the memory. Invariant: the result does not depend on the
order of equal scores; every slot is in one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from standoff.extraction.events.openings import Opening
from standoff.extraction.lexicon import section
from standoff.records.reading import Floats, Ints

TOGETHER = 1_000  # slots, in text order, that are compared with one another: some 17,000 words
_ALL = slice(None)
Scores = NDArray[np.float64]
Days = tuple[str, str]  # the first and last day of a time, ISO


class PairFacts(NamedTuple):
    """What is known of k slots of one report, [k, …] each: the ``event`` embeddings and ``types`` of the model, and in
    which ``sentence`` they stand; ``days``, the time that a sentence gives, where it gives one; the ``year`` of the
    report, 0 where it is not known; ``opens``, where another happening is told."""

    event: Floats
    types: Floats
    sentence: Ints
    days: Mapping[int, Days] = MappingProxyType({})
    year: int = 0
    opens: Iterable[Opening] = ()


class PairParts(NamedTuple):
    """Parts of the scores of pairs: event embeddings, event types, distance, bias, different days, openings."""

    embedding: Scores
    type: Scores
    near: Scores
    bias: Scores
    other_days: Scores
    opened: Scores


def pair_scores(facts: PairFacts) -> Scores:
    """[k, k] scores, above 0 where two slots are more likely of one event than not."""
    return np.asarray(sum(pair_parts(facts)), np.float64)


def pair_parts(facts: PairFacts, of: slice = _ALL) -> PairParts:
    """What the scores of pairs are the sum of, [m, k] each: of the slots ``of``, with all."""
    event, types, sentence, days, year, opens = facts
    tuned = section("events", "grouping")
    near = _products(event, of) / max(1, event.shape[1]) ** 0.5
    agree = np.log(np.clip(_products(types, of), 1e-4, 1.0))
    apart = np.abs(sentence[of, None] - sentence[None])
    return PairParts(
        tuned["embedding"] * near,
        tuned["type"] * agree,
        tuned["near"] / (1 + apart),
        np.full(near.shape, tuned["bias"]),
        tuned["other_days"] * _other_days(sentence, days, year, of),
        tuned["opened"] * _opened(sentence, opens, of),
    )


def _products(rows: Floats, of: slice) -> Scores:
    """[m, k] products of some rows with all. By einsum: BLAS would wake threads that then wait busily, which costs a
    third of all that extraction does."""
    wide = rows.astype(np.float64)
    return np.asarray(np.einsum("id,jd->ij", wide[of], wide), np.float64)


def _other_days(sentence: Ints, days: Mapping[int, Days], year: int, of: slice) -> Scores:
    """[m, k] ones where two slots stand in sentences of different days; more than that where years lie between, less
    where one gives no day, so that it speaks of the news most likely, and the other tells of years before."""
    tuned = section("events", "grouping")
    first, last = ([days.get(int(number), ("", "~"))[end] for number in sentence] for end in (0, 1))
    begins, ends = np.array(first), np.array(last)
    apart = (ends[of, None] < begins[None]) | (begins[of, None] > ends[None])
    earliest, latest = _years(begins, 0), _years(ends, 9999)
    gap = np.maximum(earliest[of, None] - latest[None], earliest[None] - latest[of, None])
    old, undated = latest < year - 1, begins == ""
    lone = (old[of, None] & undated[None]) | (undated[of, None] & old[None])
    return np.asarray(
        apart * np.where(gap > 1, tuned["years_times"], 1.0) + lone * tuned["undated_times"], np.float64
    )


def _opened(sentence: Ints, opens: Iterable[Opening], of: slice) -> Scores:
    """[m, k] ones where one slot stands before a sentence that opens another happening, or after one that tells of it
    in passing, the other where it is told."""
    found = np.zeros((len(sentence[of]), len(sentence)), bool)
    for first, last, passing in opens:
        before, after = sentence < first, (sentence >= first) & (sentence < last)
        before |= (sentence >= last) & passing
        found |= (before[of, None] & after[None]) | (after[of, None] & before[None])
    return found.astype(np.float64)


def _years(days: NDArray[np.str_], unknown: int) -> NDArray[np.int64]:
    return np.array([int(day[:4]) if day[:4].isdigit() else unknown for day in days.tolist()], np.int64)


def clusters(scores: Scores) -> list[list[int]]:
    """Groups of indices, all in ascending order; merged while the best pair of groups scores over 0.

    The best score of each group is kept, so that a merge looks through a few rows of the table and not through all.
    """
    count = len(scores)
    groups: dict[int, list[int]] = {i: [i] for i in range(count)}
    mean = scores.copy()
    np.fill_diagonal(mean, -np.inf)
    best = mean.max(1, initial=-np.inf)
    sizes = np.ones(count)
    while len(groups) > 1:
        one = int(best.argmax())
        if best[one] <= 0:
            break
        i, j = sorted((one, int(mean[one].argmax())))
        lost = np.isfinite(best) & ((best == mean[i]) | (best == mean[j]))
        merged = (sizes[i] * mean[i] + sizes[j] * mean[j]) / (sizes[i] + sizes[j])
        mean[i], mean[:, i] = merged, merged
        mean[i, i] = -np.inf
        mean[j], mean[:, j] = -np.inf, -np.inf
        lost[[i, j]] = True
        np.maximum(best, mean[i], out=best)
        best[lost] = mean[lost].max(1)
        sizes[i] += sizes[j]
        groups[i] = sorted(groups[i] + groups.pop(j))
    return [groups[i] for i in sorted(groups, key=lambda i: groups[i][0])]
