"""Which happening of an incident a count or a time is of: the incident itself, or what came of it (an arrest, a march).

How many demonstrated afterwards is no other number of attackers. Invariant: decided by types alone, as reports give
them; who was hurt counts in whichever happening it was.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from standoff.linking.incident import main_type
from standoff.records import Claim, Reading
from standoff.settings import settings
from standoff.weighing.assertion import Assertion
from standoff.weighing.parties import WHOLE

_OTHER = "other"
_COUNTS = ("actor_count", "target_count")


def own_type(readings: Sequence[Reading]) -> str:
    """What the incident is, from the types of the events that its reports are mainly about."""
    return main_type(reading.events[0].type for reading in readings if reading.events)


def with_one_kind(made: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions, counts of another happening that reports give several types (a protest, a riot) as of the type
    that most give it."""
    groups = [set(group) for group in settings("weighing", "weighing")["happenings"]["one"]]
    told: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    keys = [_kind(each, groups) for each in made]
    for each, key in zip(made, keys, strict=True):
        if key:
            told[key][each.party] += 1
    for each, key in zip(made, keys, strict=True):
        kinds = told[key] if key else None
        yield replace(each, party=min(kinds, key=lambda kind: (-kinds[kind], kind))) if kinds else each


def _kind(each: Assertion, groups: Sequence[Set[str]]) -> tuple[str, int] | None:
    """The slot of a count and the number of the group of types that its happening is of; ``None`` for all else."""
    place = next((at for at, group in enumerate(groups) if each.party in group), None)
    return (each.slot, place) if each.slot in _COUNTS and place is not None else None


def happening(claim: Claim, own: str) -> str:
    """The type of event that a count or time is of, where it is another happening than that of the ``own`` type."""
    rules = settings("weighing", "weighing")["happenings"]
    if claim.slot not in rules["slots"] or _OTHER in (claim.type, own) or claim.type == own:
        return WHOLE
    return WHOLE if any({claim.type, own} <= set(group) for group in rules["one"]) else claim.type
