"""Events of their own within what the model gathers into one: it gathers what stands together.

Each rule names points that together are an event beside those that they were gathered into: by sums and totals, by
time, by what the law or captors do, by words that point back. Here they are taken out. Invariant: every point is in one
event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from standoff.extraction.events.backstories import backstories, remembered
from standoff.extraction.events.deeds import deeds, joined
from standoff.extraction.events.harmed import harmed
from standoff.extraction.events.other_times import other_times
from standoff.extraction.events.pointing_back import pointed_back
from standoff.extraction.events.shares import shares
from standoff.extraction.events.since import since_wars
from standoff.extraction.events.totals import totals
from standoff.extraction.grammar.page import Page
from standoff.extraction.trace import Point

Groups = Sequence[Sequence[int]]
Rule = Callable[[Page, Sequence[Point], Groups], Iterator[list[int]]]

_RULES: tuple[Rule, ...] = (
    totals,
    since_wars,
    shares,
    other_times,
    backstories,
    remembered,
    joined,
    deeds,
    pointed_back,
    harmed,
)


def with_own_events(page: Page, points: Sequence[Point], groups: Groups) -> list[list[int]]:
    """The groups of numbers of points, what each rule names as groups of their own; a point that it names twice
    is in the first."""
    for rule in _RULES:
        own: list[list[int]] = []
        taken: set[int] = set()
        for part in rule(page, points, groups):
            own.append([number for number in part if number not in taken])
            taken.update(part)
        rest = ([number for number in group if number not in taken] for group in groups)
        groups = sorted(filter(None, [*rest, *own]))
    return [list(group) for group in groups]
