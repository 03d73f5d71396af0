"""What one text says twice: once from a source, once in its own voice, or in copies that were read differently.

Invariant: a text adds no origin of its own to a value for which it names one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from standoff.weighing.assertion import Assertion
from standoff.weighing.compare import relation


def sourced(told: Sequence[Assertion]) -> Iterator[Assertion]:
    """What one text tells, in whichever copy of it; its own words take the source that it names for the same value."""
    named: dict[tuple[str, str, str], list[Assertion]] = defaultdict(list)
    for each in sorted(told, key=lambda each: (each.ref.report != each.text, each.order)):
        if not each.own:
            named[each.slot, each.party, each.polarity].append(each)
    for each in told:
        source = None
        if each.own:
            rivals = named[each.slot, each.party, each.polarity]
            source = next((one for one in rivals if relation(one.value, each.value) == "equal"), None)
        yield replace(each, origin=source.origin) if source else each
