"""Events of their own within what the model gathers into one: it gathers what stands together.

Each rule, in a file of its own, names points that together are an event beside the one they were gathered into: by sums
and totals, by time, by what the law or captors do. Here they are taken out. Invariant: every point is in one event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from standoff.extraction.events.deeds import deeds, joined
from standoff.extraction.events.other_times import other_times
from standoff.extraction.events.shares import shares
from standoff.extraction.events.totals import totals
from standoff.extraction.grammar.page import Page
from standoff.extraction.trace import Point

Groups = Sequence[Sequence[int]]
Rule = Callable[[Page, Sequence[Point], Groups], Iterator[list[int]]]

_RULES: tuple[Rule, ...] = (totals, shares, other_times)


def with_own_events(page: Page, points: Sequence[Point], groups: Groups) -> list[list[int]]:
    """The groups of numbers of points, what each rule names as groups of their own."""
    for rule in _RULES:
        groups = _without(groups, rule(page, points, groups))
    groups = joined(page, points, groups)
    return _without(groups, deeds(page, points, groups))


def _without(groups: Groups, parts: Iterable[list[int]]) -> list[list[int]]:
    """The groups without the parts, and the parts."""
    own = list(parts)
    taken = {number for part in own for number in part}
    rest = ([number for number in group if number not in taken] for group in groups)
    return sorted([*filter(None, rest), *own])
