"""Groups what is linked: average linkage (UPGMA; Sokal and Michener 1958) over links of which most are missing.

A missing link counts as 0. Invariant: the groups are a pure function of the set of links; ties are settled by names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[str, str]  # in the order of names
Scores = Mapping[Pair, float]


def components(names: Iterable[str], pairs: Iterable[Pair]) -> list[list[str]]:
    """Names joined by pairs, each component and the components in the order of names."""
    near: dict[str, set[str]] = {name: set() for name in names}
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    found, seen = [], set[str]()
    for name in sorted(near):
        if name in seen:
            continue
        waiting, members = [name], {name}
        while waiting:
            fresh = near[waiting.pop()] - members
            members |= fresh
            waiting += fresh
        seen |= members
        found.append(sorted(members))
    return found


def clusters(names: Iterable[str], scores: Scores, threshold: float) -> list[list[str]]:
    """Groups within which the average score is at least the threshold (above 0), in the order of names.

    Two groups can only be joined through a pair at or above the threshold, so each component of such pairs is
    clustered alone: a new report changes nothing but the component that it comes into.
    """
    strong = [pair for pair, score in scores.items() if score >= threshold]
    parts = components(names, strong)
    place = {name: number for number, part in enumerate(parts) for name in part}
    inside: dict[int, dict[Pair, float]] = defaultdict(dict)
    for pair, score in scores.items():
        if place[pair[0]] == place[pair[1]]:
            inside[place[pair[0]]][pair] = score
    return sorted(
        group for number, part in enumerate(parts) for group in _agglomerate(part, inside[number], threshold)
    )


def _agglomerate(names: list[str], scores: Scores, threshold: float) -> list[list[str]]:
    """Joins the two groups with the highest average again and again. ``sums`` holds the scores between two groups.

    A pair in the heap whose average has changed since is passed over: its new average is in the heap too.
    """
    groups = {name: [name] for name in names}
    sums: dict[str, dict[str, float]] = {name: {} for name in names}
    for (one, other), score in sorted(scores.items()):
        sums[one][other] = sums[other][one] = score
    waiting = [(-score, one, other) for (one, other), score in scores.items() if score >= threshold]
    heapify(waiting)
    while waiting:
        best, one, other = heappop(waiting)
        if other not in sums.get(one, ()) or best != -_average(groups, sums, one, other):
            continue
        _join(groups, sums, one, other)
        for third in sums[one]:
            average = _average(groups, sums, one, third)
            if average >= threshold:
                heappush(waiting, (-average, min(one, third), max(one, third)))
    return list(groups.values())


def _average(
    groups: Mapping[str, list[str]], sums: Mapping[str, Mapping[str, float]], one: str, other: str
) -> float:
    return sums[one][other] / (len(groups[one]) * len(groups[other]))


def _join(groups: dict[str, list[str]], sums: dict[str, dict[str, float]], one: str, other: str) -> None:
    for third, score in sums.pop(other).items():
        sums[third].pop(other)
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + score
    groups[one] = sorted(groups[one] + groups.pop(other))
