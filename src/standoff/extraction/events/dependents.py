"""What hangs on an event and is none by itself: what was done about it, how it stands, why it was done, who is blamed.

"The army is investigating" tells of no happening of its own (CLAIMS.md, section 3), nor mostly does what was only seen
or heard: of 191 groups of nothing else, in 358 annotated reports, 169 were part of an event that other slots tell of.
Such a group joins the event that its slots score best with, the one told last before it favoured; so does one that only
tells when, as well, where it is taken for what is done to somebody and tells of nobody: "the men walked in after nine"
is no release. Invariant: every other group keeps its points.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from standoff.extraction.events.grouping import Scores
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.trace import Point
from standoff.records import EVENT_TYPES
from standoff.records.reading import Floats

Groups = Sequence[Sequence[int]]
_SEEN, _WHEN = frozenset(("observation",)), frozenset(("time",))


def hung(points: Sequence[Point], scores: Scores, types: Floats, groups: Groups) -> list[list[int]]:
    """The groups of numbers of points, those that hang on another in that one.

    ``scores`` [k, k] are those that pairs of points are of one event, ``types`` [k, types] the model's chances.
    """
    hanging = [group for group in groups if _hangs(points, types, group)]
    events = [group for group in groups if not _hangs(points, types, group)]
    if not hanging or not events:
        return [list(group) for group in groups]
    found = [list(group) for group in events]
    for group in hanging:
        best = int(np.argmax(_fit(scores, events, group)))
        other = _type(types, group) != _type(types, events[best]) and not _lacks_somebody(types, group)
        if other and _is_seen(points, group):
            found.append(list(group))
        else:
            found[best] += group
    return sorted(map(sorted, found))


def _hangs(points: Sequence[Point], types: Floats, group: Sequence[int]) -> bool:
    slots = {points[number].slot for number in group} - word_set("events", "dependents", "slots") - _SEEN
    return not slots or (slots == _WHEN and _lacks_somebody(types, group))


def _lacks_somebody(types: Floats, group: Sequence[int]) -> bool:
    """Whether some points that tell of nobody are taken for what is done to somebody: no release without a captive."""
    return EVENT_TYPES[_type(types, group)] in section("events", "dependents")["of_somebody"]


def _is_seen(points: Sequence[Point], group: Sequence[int]) -> bool:
    """Whether all of a group is what was seen or heard, which may be another happening."""
    return {points[number].slot for number in group} == _SEEN


def _fit(scores: Scores, events: Groups, group: Sequence[int]) -> list[float]:
    """How well a group fits each event: the mean score of their pairs, and more for the event told last before it."""
    fit = [float(scores[np.ix_(group, event)].mean()) for event in events]
    before = [max((number for number in event if number < group[0]), default=-1) for event in events]
    if (last := max(before)) >= 0:
        fit[before.index(last)] += section("events", "dependents")["last"]
    return fit


def _type(types: Floats, group: Sequence[int]) -> int:
    """What the model takes some points for."""
    least = section("events", "types")["least"]
    return int(np.log(np.clip(types[list(group)], least, 1.0)).sum(0).argmax())
