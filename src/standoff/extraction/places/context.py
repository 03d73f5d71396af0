"""What the places of one report have in common, by which each of its names is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from standoff.extraction.places.lexicon import Candidate, weight
from standoff.extraction.places.spans import Case


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What the places of one report have in common: shares (0 to 1) of the countries and regions spoken of.

    ``regions`` goes by the gazetteer's number; ``capitals`` are shares of the countries whose capital is named;
    ``case`` is how the report is written; ``home`` the dateline's country, "" when unknown; ``town`` the town that is
    spoken of most; ``told`` the meanings of names that the report gives once with their state; ``outlet`` its outlet's
    own town; ``lacking`` the states in which the report puts names that the gazetteer knows elsewhere only.
    """

    countries: Mapping[str, float] = field(default_factory=dict)
    regions: Mapping[int, float] = field(default_factory=dict)
    capitals: Mapping[str, float] = field(default_factory=dict)
    case: Case = "mixed"
    home: str = ""
    town: Candidate | None = None
    told: Mapping[str, int] = field(default_factory=dict)
    outlet: Candidate | None = None
    lacking: Mapping[str, int] = field(default_factory=dict)


def spoken_region(around: PlaceContext) -> int:
    """The state or province that a report speaks of most, when that is more than half of all; else -1."""
    best = max(sorted(around.regions), key=lambda region: around.regions[region], default=-1)
    return best if best >= 0 and around.regions[best] >= weight("own_region_share") else -1
