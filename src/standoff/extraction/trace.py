"""What claims are made from, step by step: kept beside them, so that `explain` can say why each is there.

Invariant: a trace belongs to the very run that made its claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.grammar.page import Stretch
from standoff.extraction.manner.manner import Manner
from standoff.records import Reading, Value
from standoff.records.explanation import Reason

if TYPE_CHECKING:  # it takes points
    from standoff.extraction.events.event_types import TypeIndex


@dataclass(frozen=True, slots=True)
class Point:
    """One slot span with its value and what decided that, before it is known who says it.

    ``row`` is its own in the table of slots, or the nearest one's where the tree and not the model found it.
    """

    row: int
    slot: str
    at: Stretch
    value: Value
    score: float
    why: tuple[Reason, ...] = ()
    by_model: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """A point, by number, and how it is said: what a claim is made of.

    ``how`` is ``None`` where somebody who claims an act is taken for its actor.
    """

    point: int
    how: Manner | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """A reading with its claims, and all that they were made from.

    ``groups`` are the points of each event, as clustered; ``steps`` are, by claim, those that were gathered into it,
    the one that says most first.
    """

    reading: Reading
    chains: ChainIndex
    types: TypeIndex
    points: tuple[Point, ...]
    groups: tuple[tuple[int, ...], ...]
    steps: Mapping[str, tuple[Step, ...]]
