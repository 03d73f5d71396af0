"""Which spans of attributions stand: those that score enough, and what they are linked with that nearly does.

Invariant: what is let in displaces nothing that scores enough, and two spans of one label never overlap.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from standoff.reading.spans import better_first
from standoff.records.reading import Floats, Ints

SOURCE, CUE, CONTENT = range(3)  # the order of the labels, of attributions within others too
PARTS = 3


def standing(bounds: Ints, names: Ints, scores: Floats, links: Ints) -> Ints:
    """Indices of the spans that stand, in text order.

    ``bounds`` [k, 2]; ``names`` [k] labels; ``scores`` [k] how far over the least score of the label; ``links``
    [words] the first word of the cue to which a span belongs that begins there. A span under 0 stands only as the cue
    of a source or content that stands, or as the source or content that such a cue has not: two thresholds, the lower
    one for what is joined to what passes the higher (hysteresis, Canny 1986).
    """
    first = bounds[:, 0]
    told = np.where(names % PARTS == CUE, first, np.where(links[first] == first, -1, links[first])).tolist()
    places, labels = bounds.tolist(), names.tolist()
    best: dict[tuple[int, int], int] = {}  # of each label and cue
    held: set[tuple[int, int]] = set()
    taken: dict[int, set[int]] = defaultdict(set)
    kept: list[int] = []

    def let_in(k: int) -> None:
        words = range(*places[k])
        if taken[labels[k]].isdisjoint(words):
            taken[labels[k]].update(words)
            held.add((labels[k], told[k]))
            kept.append(k)

    for k in better_first(bounds, scores):
        best.setdefault((labels[k], told[k]), k)
        if scores[k] > 0:
            let_in(k)
    sure = sorted(
        (labels[k] - labels[k] % PARTS, told[k]) for k in kept if labels[k] % PARTS != CUE and told[k] >= 0
    )
    for part in (CUE, SOURCE, CONTENT):
        for depth, cue in sure:
            lacking = (depth + part, cue)
            if lacking in best and lacking not in held and (part == CUE or (depth + CUE, cue) in held):
                let_in(best[lacking])
    return np.array(sorted(kept, key=lambda k: (*places[k], labels[k])), np.int32)
