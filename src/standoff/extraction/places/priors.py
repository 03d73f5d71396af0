"""How likely a meaning of a place name is by itself, whatever the report speaks of."""

from __future__ import annotations

import math
from functools import lru_cache

from standoff.extraction.lexicon import load
from standoff.extraction.places.gazetteer import Kind
from standoff.extraction.places.lexicon import Candidate, capital_of, weight
from standoff.extraction.places.spans import Mention


@lru_cache(maxsize=1 << 13)
def prior(item: Candidate, key: str) -> float:
    """How likely a meaning is by itself: the logarithm of the people there, more for countries and capitals."""
    score = math.log10(item.people + 10) - (weight("further_name") if item.also else 0.0)
    score += weight(item.kind.name.lower()) if item.kind is not Kind.REGION or is_known_region(item) else 0.0
    preferred = key in load("places")["preferred"]["cities"] or item == capital_of(item.country)
    return score + (weight("capital") if preferred and item.kind is Kind.CITY else 0.0)


def is_known_region(region: Candidate) -> bool:
    """Whether a state or province is one that the news speaks of by its bare name."""
    return region.people >= weight("large") or region.country == "US" or region.listed is not None


def dominant(mention: Mention) -> Candidate | None:
    """The meaning of a name that has one, or one that far outweighs the others."""
    if len(mention.candidates) < 2:
        return mention.candidates[0] if mention.candidates else None
    ranked = sorted(mention.candidates, key=lambda item: (-prior(item, mention.key), item.id))[:2]
    if ranked[0].country == ranked[1].country:
        return ranked[0]
    gap = prior(ranked[0], mention.key) - prior(ranked[1], mention.key)
    return ranked[0] if gap >= weight("dominance") else None
