"""Claims that say the same put into one.

Invariant: one value of one slot of one event that one chain says in one manner is one claim, with all its places.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from standoff.records import Claim, Value


def merged(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for each value of one slot that one chain gives an event, with all the places that say it."""
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        chain = tuple(source.name.casefold() for source in claim.chain)
        value = _key(claim.value)
        key = (claim.event, claim.slot, value, chain, claim.polarity, claim.certainty, claim.realis)
        known = first.get(key)
        if known is None:
            first[key] = claim
        elif claim.evidence[0] not in known.evidence:
            places = tuple(sorted((*known.evidence, *claim.evidence)))
            first[key] = replace(known, evidence=places, score=max(known.score, claim.score))
    return sorted(first.values(), key=lambda c: (c.evidence[0], c.slot, c.event, [s.name for s in c.chain]))


def _key(value: Value) -> object:
    data = value.to_json()
    if "text" in data:
        return (data["kind"], " ".join(str(data["text"]).casefold().split()).removeprefix("the "))
    return tuple(sorted((name, str(item).casefold()) for name, item in data.items()))
