"""What hangs on an event joins one, and other events keep what they have."""

from __future__ import annotations

import numpy as np
import pytest

from standoff.extraction.events.dependents import hung
from standoff.extraction.grammar.page import Stretch
from standoff.extraction.trace import Point
from standoff.records import EVENT_TYPES, Entity


def points(*slots: str) -> list[Point]:
    return [Point(0, slot, Stretch(n, n + 1), Entity("x"), 1.0, ()) for n, slot in enumerate(slots)]


def types(*kinds: str) -> np.ndarray:
    return np.array([[float(name == kind) for name in EVENT_TYPES] for kind in kinds], np.float32)


@pytest.mark.parametrize("slot", ["response", "status", "motive", "suspect"])
def test_what_was_done_about_an_event_is_of_the_one_told_last(slot: str) -> None:
    made = hung(
        points("killed", "arrested", slot),
        np.full((3, 3), -1.0),
        types("attack", "arrest", "raid"),
        [[0], [1], [2]],
    )
    assert made == [[0], [1, 2]]


def test_it_is_of_one_that_fits_far_better() -> None:
    scores = np.array([[0.0, -1.0, 2.0], [-1.0, 0.0, -3.0], [2.0, -3.0, 0.0]])
    made = hung(
        points("killed", "arrested", "status"), scores, types("attack", "arrest", "attack"), [[0], [1], [2]]
    )
    assert made == [[0, 2], [1]]


def test_what_was_only_seen_is_of_an_event_of_its_type_alone() -> None:
    slots, scores = points("killed", "observation"), np.full((2, 2), -1.0)
    assert hung(slots, scores, types("attack", "attack"), [[0], [1]]) == [[0, 1]]
    assert hung(slots, scores, types("attack", "other"), [[0], [1]]) == [[0], [1]]


def test_where_nothing_but_that_is_told_all_stays() -> None:
    slots, scores = points("response", "observation"), np.full((2, 2), -1.0)
    assert hung(slots, scores, types("attack", "other"), [[0], [1]]) == [[0], [1]]


@pytest.mark.parametrize(
    ("slots", "kind", "made"),
    [
        (("observation", "time"), "release", [[0, 1, 2]]),
        (("observation", "freed"), "release", [[0], [1, 2]]),
        (("observation", "time"), "protest", [[0], [1, 2]]),
        (("observation", "observation"), "arrest", [[0, 1, 2]]),
    ],
)
def test_what_is_done_to_somebody_is_no_event_where_nobody_is_told_of(
    slots: tuple[str, str], kind: str, made: list[list[int]]
) -> None:
    told = points("captive", *slots)
    assert hung(told, np.full((3, 3), -1.0), types("hostage_taking", kind, kind), [[0], [1, 2]]) == made
