"""Counts that nobody has denied: those that were first told long after others were.

"They have killed twenty", "police denied that", and the next day: "28 people lost their lives". Invariant: every
assertion is in one of the groups, and a denial stays with what was told by then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.records import TOLL_SLOTS
from standoff.settings import settings
from standoff.weighing.assertion import Assertion
from standoff.weighing.compare import is_vague, relation

_HOUR = 3600.0


def beyond_denials(group: Sequence[Assertion]) -> Iterator[list[Assertion]]:
    """A toll that somebody denied, with what was said of it by then, and the other numbers that others first gave hours
    after that; all together where the denial is of any harm at all, or where who denied it gives a number later."""
    denied = [each for each in group if each.polarity == "denied"]
    late = _late(group, denied) if denied and group[0].slot in TOLL_SLOTS else []
    yield [each for each in group if each not in late]
    if late:
        yield late


def _late(group: Sequence[Assertion], denied: Sequence[Assertion]) -> list[Assertion]:
    if any(is_vague(each.value) or not each.is_dated for each in denied):
        return []
    until = max(each.when for each in denied)
    affirmed = [each for each in group if each.polarity == "affirmed"]
    said = [each for each in affirmed if each.when <= until]
    since = until[0] + settings("weighing", "weighing")["succession"]["hours"] * _HOUR
    later = [each for each in affirmed if not any(_repeats(each, one) for one in (*said, *denied))]
    deniers = {each.origin.key for each in denied}
    settled = any(each.origin.key in deniers for each in affirmed) or any(
        each.when[0] <= since for each in later
    )
    return later if said and not settled else []


def _repeats(one: Assertion, other: Assertion) -> bool:
    """Whether a number is one that was told, be it "at least" so many."""
    return one.size == other.size or relation(one.value, other.value) == "equal"
