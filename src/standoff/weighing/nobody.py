"""That nobody was hurt yet, and who was later: a "none" for everybody, or that it is denied that anybody was, stands
beside what its source says afterwards.

Invariant: only what the same origin tells in a later report moves a "none", and every assertion is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from standoff.records import TOLL_SLOTS, Quantity
from standoff.weighing.assertion import Assertion
from standoff.weighing.compare import is_vague
from standoff.weighing.parties import ATTACKERS, WHOLE
from standoff.weighing.succession import later


def with_none_beside(made: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions, each "none" without a party as one for the people of whom its origin tells a number later, so
    that it is seen to be replaced; attackers come last among them."""
    for each in made:
        later = [other for other in made if _later_of(each, other)] if _is_none(each) else []
        first = min(later, key=lambda other: (other.party == ATTACKERS, other.order), default=None)
        yield replace(each, party=first.party) if first else each


def _is_none(each: Assertion) -> bool:
    value = each.value
    if each.slot not in TOLL_SLOTS or each.party != WHOLE or not isinstance(value, Quantity):
        return False
    return is_vague(value) if each.polarity == "denied" else value.high == 0


def _later_of(each: Assertion, other: Assertion) -> bool:
    same = (each.slot, each.origin.key, "affirmed") == (other.slot, other.origin.key, other.polarity)
    return same and other.size > 0 and later(each, other)
