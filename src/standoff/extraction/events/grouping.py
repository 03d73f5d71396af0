"""Slots of one report gathered into events.

Average-linkage clustering (Sokal & Michener 1958) on the scores that two slots belong to one event: the product of
their event embeddings, how well their event types agree, how near they stand, whether their sentences speak of
different days or of places far apart, and whether one of them opens another happening. Of a report with very many slots
some are grouped at a time (`TOGETHER`), so that tables of all pairs do not fill the memory. Invariant: the result does
not depend on the order of equal scores; every slot is in one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from standoff.extraction.events.openings import Opening
from standoff.extraction.lexicon import section
from standoff.records.earth import kilometres
from standoff.records.reading import Floats, Ints

TOGETHER = 1_000  # slots, in text order, that are compared with one another: some 17,000 words
_ALL = slice(None)
Scores = NDArray[np.float64]
Days = tuple[str, str]  # the first and last day of a time, ISO


class Spot(NamedTuple):
    """Where a place is, in degrees, how far it reaches, and in what land (ISO 3166) that is, where it is known."""

    latitude: float
    longitude: float
    radius_km: float
    country: str | None


class PairFacts(NamedTuple):
    """What is known of k slots of one report, [k, …] each: the ``event`` embeddings and ``types`` of the model, and in
    which ``sentence`` they stand; ``days``, the time that a sentence gives, where it gives one; the ``year`` of the
    report, 0 where it is not known; ``opens``, where another happening is told; ``spots``, where the places of a
    sentence are, if it gives any."""

    event: Floats
    types: Floats
    sentence: Ints
    days: Mapping[int, Days] = MappingProxyType({})
    year: int = 0
    opens: Iterable[Opening] = ()
    spots: Mapping[int, Sequence[Spot]] = MappingProxyType({})


class PairParts(NamedTuple):
    """Parts of the scores of pairs: event embeddings, event types, distance, bias, different days, openings, places far
    apart."""

    embedding: Scores
    type: Scores
    near: Scores
    bias: Scores
    other_days: Scores
    opened: Scores
    other_places: Scores


def pair_scores(facts: PairFacts) -> Scores:
    """[k, k] scores, above 0 where two slots are more likely of one event than not."""
    return np.asarray(sum(pair_parts(facts)), np.float64)


def pair_parts(facts: PairFacts, of: slice = _ALL) -> PairParts:
    """What the scores of pairs are the sum of, [m, k] each: of the slots ``of``, with all."""
    event, types, sentence, days, year, opens, spots = facts
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
        tuned["other_places"] * _far_apart(sentence, spots, of),
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
    told = [days.get(number, ("", "~")) for number in sentence.tolist()]
    place = {day: at for at, day in enumerate(sorted({day for both in told for day in both}))}
    begins, ends = np.array([[place[first], place[last]] for first, last in told], np.int64).reshape(-1, 2).T
    apart = (ends[of, None] < begins[None]) | (begins[of, None] > ends[None])
    earliest = np.array([_year(first, 0) for first, _ in told], np.int64)
    latest = np.array([_year(last, 9999) for _, last in told], np.int64)
    gap = np.maximum(earliest[of, None] - latest[None], earliest[None] - latest[of, None])
    old, undated = latest < year - 1, np.array([not first for first, _ in told], bool)
    lone = (old[of, None] & undated[None]) | (undated[of, None] & old[None])
    return np.asarray(
        apart * np.where(gap > 1, tuned["years_times"], 1.0) + lone * tuned["undated_times"], np.float64
    )


def _far_apart(sentence: Ints, spots: Mapping[int, Sequence[Spot]], of: slice) -> Scores:
    """[m, k] ones where two slots stand in sentences whose places are all far from one another, or in other lands."""
    found = np.zeros((len(sentence[of]), len(sentence)), bool)
    for one, other in combinations(sorted(spots), 2):
        if all(_are_apart(a, b) for a in spots[one] for b in spots[other]):
            here, there = sentence == one, sentence == other
            found |= (here[of, None] & there[None]) | (there[of, None] & here[None])
    return found.astype(np.float64)


def _are_apart(one: Spot, other: Spot) -> bool:
    if one.country and other.country and one.country != other.country:
        return True
    reach: float = one.radius_km + other.radius_km + section("events", "grouping")["far_km"]
    return kilometres(one, other) > reach


def _opened(sentence: Ints, opens: Iterable[Opening], of: slice) -> Scores:
    """[m, k] ones where one slot stands before a sentence that opens another happening, or after one that tells of it
    in passing, the other where it is told."""
    found = np.zeros((len(sentence[of]), len(sentence)), bool)
    for first, last, passing in opens:
        before, after = sentence < first, (sentence >= first) & (sentence < last)
        before |= (sentence >= last) & passing
        found |= (before[of, None] & after[None]) | (after[of, None] & before[None])
    return found.astype(np.float64)


def _year(day: str, unknown: int) -> int:
    return int(day[:4]) if day[:4].isdigit() else unknown


def clusters(scores: Scores) -> list[list[int]]:
    """Groups of indices, all in ascending order; merged while the best pair of groups scores over 0.

    The table is made smaller whenever half of its groups have gone into others, so that many slots cost no more.
    """
    groups = [[i] for i in range(len(scores))]
    left, mean = len(groups), scores.copy()
    np.fill_diagonal(mean, -np.inf)
    while left > 1:
        i, j = sorted(divmod(int(mean.argmax()), len(groups)))
        if mean[i, j] <= 0:
            break
        one, other = len(groups[i]), len(groups[j])
        merged = (one * mean[i] + other * mean[j]) / (one + other)
        mean[i], mean[:, i] = merged, merged
        mean[j], mean[:, j] = -np.inf, -np.inf
        mean[i, i] = -np.inf
        groups[i], groups[j], left = sorted(groups[i] + groups[j]), [], left - 1
        if 2 * left <= len(groups):
            kept = [at for at, group in enumerate(groups) if group]
            groups, mean = [groups[at] for at in kept], mean[np.ix_(kept, kept)]
    return sorted(filter(None, groups))
