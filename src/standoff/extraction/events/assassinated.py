"""Whom an assassination was aimed at: the one person whom it killed is its target too.

CLAIMS.md section 2: an assassination is a killing aimed at a particular person. Invariant: nothing is added to events
of other types, nor where a target stands on the words of the killed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.trace import Point
from standoff.extraction.values.valuing import Valuer
from standoff.records import Quantity
from standoff.records.explanation import Reason

_WHY = Reason("whom an assassination killed is whom it was aimed at")


def assassinated(
    valuer: Valuer, points: Sequence[Point], groups: Sequence[Sequence[int]], kinds: Sequence[str]
) -> Iterator[tuple[int, Point]]:
    """The further targets, each with the number of the group that it is of."""
    for place, group in enumerate(groups):
        if kinds[place] != "assassination":
            continue
        told = [points[number] for number in group]
        aimed = [point.at for point in told if point.slot == "target"]
        for point in told:
            one = isinstance(point.value, Quantity) and (point.value.low, point.value.high) == (1, 1)
            if point.slot != "killed" or not one or any(at.meets(point.at) for at in aimed):
                continue
            if found := valuer.valued("target", point.at, point.row):
                yield (
                    place,
                    Point(point.row, "target", point.at, found[0], point.score, (_WHY,), by_model=False),
                )
