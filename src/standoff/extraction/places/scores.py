"""How likely each meaning of a place name is: by itself, by the phrase around it, by the report."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from standoff.extraction.lexicon import load
from standoff.extraction.places.gazetteer import Kind, gazetteer
from standoff.extraction.places.lexicon import Candidate, capital_of, demonyms, words
from standoff.extraction.places.names import name_key
from standoff.extraction.places.spans import Case, Mention, beside_names

_DEGREE_KM = 111.2  # one degree of latitude
_CROSSING = 6  # words after a name in which "streets" may speak of it


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What the places of one report have in common: shares (0 to 1) of the countries and regions spoken of.

    ``regions`` goes by the gazetteer's number; ``capitals`` are shares of the countries whose capital is named;
    ``case`` is how the report is written; ``home`` the dateline's country, "" when unknown; ``town`` the town that is
    spoken of most; ``told`` the meanings of names that the report gives once with their state; ``outlet`` its outlet's
    own town.
    """

    countries: Mapping[str, float] = field(default_factory=dict)
    regions: Mapping[int, float] = field(default_factory=dict)
    capitals: Mapping[str, float] = field(default_factory=dict)
    case: Case = "mixed"
    home: str = ""
    town: Candidate | None = None
    told: Mapping[str, int] = field(default_factory=dict)
    outlet: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a place phrase, the names in it, and the countries and regions that it names.

    ``given`` has the countries that each name gives, in the order of ``named``, then those of demonyms; ``within`` the
    states and provinces that each name gives.
    """

    listed: tuple[str, ...]
    keys: tuple[str, ...]
    named: tuple[Mention, ...]
    given: tuple[frozenset[str], ...]
    within: tuple[frozenset[int], ...]

    @property
    def countries(self) -> frozenset[str]:
        """All countries that the phrase names."""
        return frozenset().union(*self.given)

    def besides(self, mention: Mention) -> frozenset[str]:
        """The countries that the phrase names besides one name."""
        return frozenset().union(
            *(
                countries
                for at, countries in enumerate(self.given)
                if at >= len(self.named) or self.named[at] is not mention
            )
        )

    def regions_besides(self, mention: Mention) -> frozenset[int]:
        """The states and provinces that the phrase names besides one name: "Saint-Louis" is no proof of itself."""
        others = (within for at, within in enumerate(self.within) if self.named[at] is not mention)
        return frozenset().union(*others)


@cache
def weight(name: str) -> float:
    """A weight of the lexicon."""
    return float(load("places")["weights"][name])


def make_phrase(listed: Sequence[str], named: Sequence[Mention]) -> Phrase:
    """A phrase with the countries and regions that it names beside its towns."""
    keys = tuple(map(name_key, listed))
    own = [() if is_thing(mention, keys) else mention.candidates for mention in named]
    given = [
        frozenset[str]()
        if is_neighbour(mention, keys)
        else frozenset(item.country for item in items if _is_wide(item)) - {""}
        for mention, items in zip(named, own, strict=True)
    ]
    peoples = (at for at, key in enumerate(keys) if key in demonyms() and not _borders(keys[at + 1 : at + 2]))
    given.append(frozenset(demonyms()[keys[at]] for at in peoples))
    within = [
        frozenset(item.id for item in items if item.kind is Kind.REGION and not item.also) - {-1}
        for items in own
    ]
    return Phrase(tuple(listed), keys, tuple(named), tuple(given), tuple(within))


def _is_wide(item: Candidate) -> bool:
    """Whether a meaning is a country, or a state or province so large that its name alone is enough for it."""
    large = item.kind is Kind.REGION and not item.also and item.people >= weight("large")
    return large or item.kind is Kind.COUNTRY


def is_thing(mention: Mention, keys: Sequence[str]) -> bool:
    """Whether a name is part of a thing's name: "Lincoln Hospital", "the U.S. embassy"."""
    following = keys[mention.last : mention.last + 2]
    return following[:1] not in ((), [], ("",)) and any(key in words("facilities") for key in following)


def is_neighbour(mention: Mention, keys: Sequence[str]) -> bool:
    """Whether a name only tells beyond which border a land is: "near the border with Ukraine"."""
    before = keys[max(0, mention.first - 2) : mention.first]
    return before[1:] == ("with",) and _borders(before[:1])


def _borders(keys: Sequence[str]) -> bool:
    return any(key.removesuffix("s") in words("borders") for key in keys)


def is_street(mention: Mention, phrase: Phrase) -> bool:
    """Whether a name is a street's: "Vermont Avenue", "Vermont and Hill streets", "the 3200 block of Vermont"."""
    before = phrase.keys[max(0, mention.first - 2) : mention.first]
    number = next(iter(phrase.keys[mention.last : mention.last + 1]), "")
    if mention.key in words("roads") and number.isdigit():
        return True  # "US 287"
    if before == ("block", "of") or (before[1:] == ("and",) and _names_street(before[0])):
        return True
    for at in range(mention.last, min(mention.last + _CROSSING, len(phrase.keys))):
        key = phrase.keys[at]
        capital = phrase.listed[at][:1].isupper() or phrase.listed[mention.first].islower()
        street = key in words("streets") or (at == mention.last and phrase.listed[at] in ("St.", "St"))
        if street and at < mention.last + 2 and capital:
            return True
        if key.endswith("s") and key.removesuffix("s") in words("streets"):
            return "and" in phrase.keys[mention.last : at] or at == mention.last
        if not (capital or key in ("and", "")):
            return False
    return False


def _names_street(key: str) -> bool:
    """Whether a word before "and" is a street's: "57th Street and", "40th and"."""
    return key in words("streets") or (key[:1].isdigit() and key[-2:] in ("st", "nd", "rd", "th"))


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


def best_meaning(mention: Mention, phrase: Phrase, around: PlaceContext) -> tuple[Candidate, float] | None:
    """The meaning that fits the phrase and the report best, and its score; ``None`` when none is likely."""
    fixed = -weight("beside_names") if _is_beside(mention, phrase, around.case) else 0.0
    countries, regions = phrase.besides(mention), phrase.regions_besides(mention)
    told, owner = _told(mention, phrase), _before_comma(mention, phrase)
    own = frozenset(
        item.id for item in mention.candidates if item.kind is Kind.REGION and is_known_region(item)
    )
    best: tuple[float, int] | None = None
    for at, item in enumerate(mention.candidates):
        score = prior(item, mention.key) + fixed + _typed(item, told) + _in_phrase(item, countries, regions)
        score += weight("told") if around.told.get(mention.key) == item.id else 0.0
        score += _from_town(item, regions, around)
        score += weight("market") if _in_market(item, around) else 0.0
        score += weight("chief_town") if item.kind is Kind.CITY and item.region in own else 0.0
        score += _in_report(item, around) + (weight("after_town") if _holds(item, owner) else 0.0)
        if best is None or score > best[0]:
            best = score, at
    if best is None or best[0] < weight("least"):
        return None
    if _is_quarter(mention, phrase, mention.candidates[best[1]], around):
        return None
    if _is_namesake(mention, phrase, mention.candidates[best[1]], around):
        return None
    if _is_strange_township(mention, phrase, mention.candidates[best[1]], around):
        return None
    return mention.candidates[best[1]], best[0]


def spoken_region(around: PlaceContext) -> int:
    """The state or province that a report speaks of most, when that is more than half of all; else -1."""
    best = max(sorted(around.regions), key=lambda region: around.regions[region], default=-1)
    return best if best >= 0 and around.regions[best] >= weight("own_region_share") else -1


def _is_strange_township(mention: Mention, phrase: Phrase, item: Candidate, around: PlaceContext) -> bool:
    """Whether a township is not of the report's own state: many have the name of a town elsewhere."""
    if words("townships").isdisjoint(phrase.keys[mention.last : mention.last + 1]):
        return False
    spoken = spoken_region(around)
    return spoken >= 0 and item.region != spoken


def _is_quarter(mention: Mention, phrase: Phrase, item: Candidate, around: PlaceContext) -> bool:
    """Whether a name is of a part of the report's town, and no town of it is near: "the city's Garfield section".

    A town that has a quarter is none: "Nairobi's diplomatic quarter".
    """
    if phrase.listed[mention.last - 1].endswith(("'s", "’s")):
        return False
    beside = {
        *phrase.keys[mention.last : mention.last + 2],
        *phrase.keys[max(0, mention.first - 2) : mention.first],
    }
    if around.town is None or not beside & words("quarters") or item.kind is not Kind.CITY:
        return False
    return distance(item.id, around.town.id) > weight("neighbour_km")


def _is_namesake(mention: Mention, phrase: Phrase, item: Candidate, around: PlaceContext) -> bool:
    """Whether a name is part of a thing's name, or its owner, and of a part of the world that the report does not speak
    of: "Jackson Park", "Austin Peay State University", "Jennings' home"."""
    following = phrase.listed[mention.last : mention.last + 4]
    owner = following[:1] in (("'",), ("’",))
    titled = any(word[:1].isupper() and name_key(word) in words("facilities") for word in following)
    spoken = around.regions.get(item.region, 0.0) >= weight("spoken_share")
    far = around.town is not None and distance(item.id, around.town.id) > weight("neighbour_km")
    small = item.kind >= Kind.DISTRICT and item.people < weight("large")
    return (owner or titled) and small and (far or not spoken)


def _is_beside(mention: Mention, phrase: Phrase, case: Case) -> bool:
    return case == "mixed" and mention.last - mention.first == 1 and beside_names(mention, phrase.listed)


def _in_phrase(item: Candidate, countries: frozenset[str], regions: frozenset[int]) -> float:
    """What the countries and regions in the phrase say of a meaning."""
    score = 0.0
    if countries and item.kind is not Kind.COUNTRY:
        score += weight("named_country") if item.country in countries else -weight("other_country")
    if item.kind > Kind.REGION and regions:
        score += weight("named_region") if item.region in regions else -weight("other_region")
    return score


def _in_report(item: Candidate, around: PlaceContext) -> float:
    """What the report says of a meaning: its countries and regions, and whether names are marked by case."""
    share = around.countries.get(item.country, 0.0)
    score = weight("report_country") * share + weight("report_region") * around.regions.get(item.region, 0.0)
    small = item.kind >= Kind.DISTRICT and item.people < weight("large")
    if (small or item.also) and around.countries and not share:
        score -= weight("unspoken_country")
    if small and around.case != "mixed" and share < weight("spoken_share"):
        score -= weight("plain_text")
    unspoken = around.regions.get(item.region, 0.0) < weight("spoken_share")
    if small and unspoken and not _in_market(item, around):
        score -= weight("unspoken_region") * max(around.regions.values(), default=0.0)
    return score + (weight("home") if item.country == around.home else 0.0)


def _from_town(item: Candidate, regions: frozenset[int], around: PlaceContext) -> float:
    """What the town that the report speaks of most says of a town of its country: near it, or small and far away."""
    if around.town is None or item.kind is not Kind.CITY or item.country != around.town.country:
        return 0.0
    km = distance(item.id, around.town.id)
    if km <= weight("neighbour_km"):
        return weight("neighbour")
    spoken = item.region in regions or around.regions.get(item.region, 0.0) >= weight("spoken_share")
    far = km >= weight("far_km") and item.people < weight("large") and not spoken
    return -weight("far_town") if far else 0.0


def _in_market(item: Candidate, around: PlaceContext) -> bool:
    """Whether a town lies where the outlet's readers live."""
    if around.outlet is None or item.kind is not Kind.CITY or item.country != around.outlet.country:
        return False
    return distance(item.id, around.outlet.id) <= weight("market_km")


@lru_cache(maxsize=1 << 13)
def distance(one: int, other: int) -> float:
    """Kilometres between two places of the gazetteer, as on a flat map; infinite for those of the lexicon."""
    if one < 0 or other < 0:
        return math.inf
    here, there = gazetteer().spot(one), gazetteer().spot(other)
    east = (here.longitude - there.longitude) * math.cos(math.radians(here.latitude))
    return math.hypot(here.latitude - there.latitude, east) * _DEGREE_KM


def _told(mention: Mention, phrase: Phrase) -> str:
    """What kind of place the words say a name is: "region" ("Ghazni province"), "city" ("the city of"), or ""."""
    after = phrase.keys[mention.last : mention.last + 1]
    before = phrase.keys[max(0, mention.first - 2) : mention.first]
    kinds = {*after, *(before[:1] if before[1:] == ("of",) else ())}
    if kinds & words("city_types") or (before and before[-1] in words("city_types")):
        return "city"
    if kinds & words("region_types") or set(after) & words("district_types"):
        return "region"
    return ""


def _typed(item: Candidate, told: str) -> float:
    if told == "region":
        return weight("typed") if item.kind in (Kind.REGION, Kind.DISTRICT) else -weight("typed") / 2
    return weight("typed") if told == "city" and item.kind is Kind.CITY else 0.0


def _before_comma(mention: Mention, phrase: Phrase) -> Mention | None:
    """The name right before the comma before this one: "Charlevoix" of "Charlevoix, Quebec"."""
    if mention.first == 0 or phrase.listed[mention.first - 1] != ",":
        return None
    return next((other for other in phrase.named if other.last == mention.first - 1), None)


def _holds(item: Candidate, owner: Mention | None) -> bool:
    """Whether a region or country holds some place of the name before it."""
    if owner is None or item.kind > Kind.REGION:
        return False
    if item.kind is Kind.COUNTRY:
        return any(inner.country == item.country for inner in owner.candidates)
    return any(inner.region == item.region and inner.id != item.id for inner in owner.candidates)
