"""What one text says twice: once from a source, once in its own voice, or in copies that were read differently.

Invariant: a text adds no origin of its own to a value for which it names one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from standoff.settings import settings
from standoff.weighing.assertion import Assertion
from standoff.weighing.compare import relation
from standoff.weighing.origins import UNNAMED


def sourced(told: Sequence[Assertion]) -> Iterator[Assertion]:
    """What one text tells, in whichever copy of it. Its own words take the source that it names for the same value, and
    a copy's source is the one that was read in the original. "Officials" are whichever official it names for it."""
    named: dict[tuple[str, str, str], list[Assertion]] = defaultdict(list)
    for each in sorted(told, key=lambda each: (_copied(each), each.order)):
        if not each.own:
            named[each.slot, each.party, each.polarity].append(each)
    for each in told:
        said = named[each.slot, each.party, each.polarity]
        source = next((one for one in said if _has_from(each, one) or _sums_up(each, one)), None)
        yield replace(each, origin=source.origin) if source else each


def _has_from(each: Assertion, named: Assertion) -> bool:
    if not each.own and (_copied(named) or not _copied(each)):
        return False
    return relation(each.value, named.value) == "equal"


def _sums_up(each: Assertion, named: Assertion) -> bool:
    """Whether a value is that of officials in general, and one of them is named for it further on."""
    words = settings("weighing", "sources")["naming"]["in_general"]
    general = each.origin.key.startswith(UNNAMED) and each.origin.name.lower().endswith(tuple(words))
    official = named.origin.kind == "official" and not named.origin.key.startswith(UNNAMED)
    return general and official and relation(each.value, named.value) == "equal"


def _copied(each: Assertion) -> bool:
    return each.ref.report != each.text
