"""Which of many scored spans stay, when they may not overlap, or not cross.

Invariant: the better-scored of two that exclude each other stays; equal scores are settled by place.
"""

from __future__ import annotations

import numpy as np

from standoff.records.reading import Floats, Ints


def better_first(bounds: Ints, scores: Floats) -> list[int]:
    """Indices of spans, the better first; of equal ones that which begins, then ends first."""
    return np.lexsort((bounds[:, 1], bounds[:, 0], -scores)).tolist()  # type: ignore[no-any-return]


def keep_apart(bounds: Ints, names: Ints, scores: Floats) -> Ints:
    """Which spans stay when those of one name may not overlap: the better first; in text order."""
    places, labels = bounds.tolist(), names.tolist()
    taken: dict[int, set[int]] = {}
    kept = []
    for k in better_first(bounds, scores):
        words = range(*places[k])
        if taken.setdefault(labels[k], set()).isdisjoint(words):
            taken[labels[k]].update(words)
            kept.append(k)
    return np.array(sorted(kept, key=lambda k: (*places[k], labels[k])), np.int32)


def keep_nested(bounds: Ints, scores: Floats) -> Ints:
    """Which entity spans stay: none that cross a better one, one name a span; in text order.

    A span crosses a kept one that begins within it and ends after it, or ends within it and began before it: looking
    up its own words is enough (Lee et al. 2017, section 5).
    """
    places = bounds.tolist()
    furthest: dict[int, int] = {}  # of the kept spans that begin with a word, where the longest ends
    earliest: dict[int, int] = {}  # of the kept spans that end before a word, where the longest begins
    kept: dict[tuple[int, int], int] = {}
    for k in better_first(bounds, scores):
        first, last = places[k]
        if (first, last) in kept or _crosses(first, last, furthest, earliest):
            continue
        kept[first, last] = k
        furthest[first] = max(last, furthest.get(first, last))
        earliest[last] = min(first, earliest.get(last, first))
    return np.array([kept[at] for at in sorted(kept, key=lambda at: (at[0], -at[1]))], np.int32)


def _crosses(first: int, last: int, furthest: dict[int, int], earliest: dict[int, int]) -> bool:
    for word in range(first + 1, last):  # noqa: SIM110 - of all pairs of spans: `any` takes twice as long
        if furthest.get(word, last) > last or earliest.get(word, first) < first:
            return True
    return False
