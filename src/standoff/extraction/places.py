"""Place phrases with their coordinates from the gazetteer; a phrase without a known name keeps its words only.

A name's meaning is settled by what the phrase says of it (country, state, "province of"), by the report's dateline
and the countries and states that it speaks of, then by population. Weights are in ``data/places.toml``.
Invariant: the text of a place is the phrase; coordinates come only from the gazetteer or the lexicon.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from standoff.extraction.gazetteer import Kind, Spot
from standoff.extraction.lexicon import load
from standoff.extraction.place_lexicon import Candidate, candidates, capital_of, demonyms, words
from standoff.extraction.place_names import name_key
from standoff.extraction.place_spans import Case, Mention, case_of, mentions, split
from standoff.records import Dateline, Place

__all__ = ["PlaceContext", "context", "locate", "time_zone"]


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What the places of one report have in common: shares (0 to 1) of the countries and regions spoken of.

    ``case`` is how the report is written; ``home`` the dateline's country, "" when unknown.
    """

    countries: Mapping[str, float] = field(default_factory=dict)
    regions: Mapping[int, float] = field(default_factory=dict)
    case: Case = "mixed"
    home: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A name in a phrase with its settled meaning and what the words around it make of it."""

    mention: Mention
    meaning: Candidate
    score: float
    thing: bool


def context(phrases: Iterable[str], dateline: Dateline | str | None = None) -> PlaceContext:
    """The context of a report's places, made once.

    ``phrases`` are its place phrases, or better its whole text (in pieces of any size up to 1,000 characters);
    countries, states and demonyms in them are votes, and so are towns of one meaning.
    """
    texts = list(phrases)
    case = case_of([word for text in texts for word in split(text)])
    countries: Counter[str] = Counter()
    regions: Counter[int] = Counter()
    filed = dateline.place if isinstance(dateline, Dateline) else dateline or ""
    for text, weight in [*((text, 1.0) for text in texts), (filed, _weight("dateline_votes"))]:
        _vote(split(text), weight, case_of(split(text)) if text is filed else case, countries, regions)
    home = _home(filed)
    return PlaceContext(_shares(countries), _shares(regions), case, home)


def _home(filed: str) -> str:
    """The country that a dateline names or that its town most likely lies in."""
    if not filed:
        return ""
    found = _settle(split(filed), PlaceContext(case=case_of(split(filed))))
    return found[-1].meaning.country if found else ""


def _shares(votes: Mapping[str, float]) -> dict[str, float]:
    total = sum(votes.values())
    return {key: votes[key] / total for key in sorted(votes)} if total else {}


def _weight(name: str) -> float:
    return float(load("places")["weights"][name])


def _vote(
    listed: Sequence[str], weight: float, case: Case, countries: Counter[str], regions: Counter[str]
) -> None:
    """Count the countries and regions that words speak of."""
    for word in listed:
        if code := demonyms().get(name_key(word)):
            countries[code] += weight
    for mention in mentions(listed, case):
        best = _dominant(mention)
        if best is None or not best.country:
            continue
        countries[best.country] += weight * (2 if best.kind is Kind.COUNTRY else 1)
        if best.kind is not Kind.COUNTRY and best.region >= 0:
            regions[str(best.region)] += weight


def _dominant(mention: Mention) -> Candidate | None:
    """The meaning of a name that has one, or one that far outweighs the others."""
    ranked = sorted(mention.candidates, key=lambda item: (-_prior(item, mention), item.id))
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0].country == ranked[1].country:
        return ranked[0]
    gap = _prior(ranked[0], mention) - _prior(ranked[1], mention)
    return ranked[0] if gap >= _weight("dominance") else None


def _prior(item: Candidate, mention: Mention) -> float:
    """How likely a meaning is by itself: the logarithm of the people there, more for countries and capitals."""
    score = math.log10(item.people + 10) - (_weight("further_name") if item.also else 0.0)
    score += _weight(item.kind.name.lower())
    if item.kind is Kind.CITY and (
        item == capital_of(item.country) or mention.key in load("places")["preferred"]["cities"]
    ):
        score += _weight("capital")
    return score


def locate(phrase: str, around: PlaceContext) -> Place:
    """The place that a phrase names, with the phrase as its text.

    Name, ISO country, latitude, longitude and radius are filled when the phrase names a place that is known; a thing
    in a town ("the station in Reno, Nev.") is put in the town. Never raises.
    """
    listed = split(phrase)
    found = _settle(listed, around)
    chosen = _choose(found)
    if chosen is None:
        capital = _capital(listed, around)
        return _place(phrase, capital.spot(), listed) if capital else Place(phrase)
    capital = _capital(listed, around) if chosen.meaning.kind is Kind.COUNTRY else None
    return _place(phrase, (capital or chosen.meaning).spot(), listed)


def _settle(listed: Sequence[str], around: PlaceContext) -> list[_Found]:
    """The names in a phrase with their meanings, each helped by the others."""
    case: Case = around.case if around.case != "mixed" else case_of(listed)
    if case == "lower" and around.case == "mixed":
        return []
    named = mentions(listed, case)
    countries, regions = _named_areas(named, listed)
    found = []
    for mention in named:
        scored = [
            (_score(item, mention, listed, around, countries, regions), -item.id, item)
            for item in mention.candidates
        ]
        if scored:
            score, _, best = max(scored, key=lambda entry: entry[:2])
            if score >= _weight("least"):
                found.append(_Found(mention, best, score, _is_thing(mention, listed)))
    return found


def _named_areas(named: Sequence[Mention], listed: Sequence[str]) -> tuple[frozenset[str], frozenset[int]]:
    """The countries and regions that a phrase names beside its towns."""
    countries = {code for word in listed if (code := demonyms().get(name_key(word)))}
    regions = set()
    for mention in named:
        if not _is_thing(mention, listed):
            countries |= {item.country for item in mention.candidates if item.kind is Kind.COUNTRY}
            regions |= {
                item.region for item in mention.candidates if item.kind is Kind.REGION and not item.also
            }
    return frozenset(countries), frozenset(regions)


def _score(
    item: Candidate,
    mention: Mention,
    listed: Sequence[str],
    around: PlaceContext,
    countries: frozenset[str],
    regions: frozenset[int],
) -> float:
    """How well a meaning fits its phrase and report."""
    score = _prior(item, mention) + _typed(item, mention, listed)
    if countries and item.kind is not Kind.COUNTRY:
        score += _weight("named_country") if item.country in countries else -_weight("other_country")
    if item.kind > Kind.REGION and item.region in regions:
        score += _weight("named_region")
    score += _weight("report_country") * around.countries.get(item.country, 0.0)
    score += _weight("report_region") * around.regions.get(str(item.region), 0.0)
    return score + (_weight("home") if item.country == around.home else 0.0)


def _typed(item: Candidate, mention: Mention, listed: Sequence[str]) -> float:
    """What "province" after a name, or "the city of" before it, says of its meaning."""
    after = name_key(listed[mention.last]) if mention.last < len(listed) else ""
    before = [name_key(word) for word in listed[max(0, mention.first - 2) : mention.first]]
    told = {after} | ({before[0]} if before[1:] == ["of"] else set())
    if told & (words("region_types") | words("district_types")):
        return _weight("typed") if item.kind in (Kind.REGION, Kind.DISTRICT) else -_weight("typed") / 2
    if told & words("city_types") or (before and before[-1] in words("city_types")):
        return _weight("typed") if item.kind is Kind.CITY else 0.0
    return 0.0


def _is_thing(mention: Mention, listed: Sequence[str]) -> bool:
    """Whether a name is part of a thing's or a street's: "Lincoln Hospital", "Vermont Avenue", "the U.S. embassy"."""
    following = [name_key(word) for word in listed[mention.last : mention.last + 2]]
    things = words("facilities") | words("streets")
    return following[:1] != [""] and any(word in things for word in following)


def _choose(found: Sequence[_Found]) -> _Found | None:
    """The name that says most closely where: a town before a district, a region, a country; places before things."""
    if not found:
        return None
    low = max(item.score for item in found) - _weight("tail")

    def closeness(item: _Found) -> tuple[bool, bool, int, int]:
        return item.thing, item.score < low, -item.meaning.kind, item.mention.first

    return min(found, key=closeness)


def _capital(listed: Sequence[str], around: PlaceContext) -> Candidate | None:
    """The capital that "the Chilean capital", "Chile's capital" or "the capital" speaks of."""
    keys = [name_key(word) for word in listed]
    at = next((i for i, key in enumerate(keys) if key in words("capitals")), -1)
    if at < 0 or (at and keys[at - 1] in words("no_capitals")):
        return None
    for key in keys[:at]:
        code = demonyms().get(key.removesuffix(" s"))
        meant = [item.country for item in candidates(key) if item.kind is Kind.COUNTRY]
        if code or meant:
            return capital_of(code or meant[0])
    ranked = sorted(around.countries.items(), key=lambda entry: -entry[1])
    if ranked and ranked[0][1] >= _weight("capital_share"):
        return capital_of(ranked[0][0])
    return None


def _place(phrase: str, spot: Spot, listed: Sequence[str]) -> Place:
    """The record, with a wider radius for "near", "outside", "suburban"."""
    radius = spot.reach
    if spot.kind is Kind.CITY and any(name_key(word) in words("near") for word in listed):
        radius = max(_weight("near_times") * radius, _weight("near_km"))
    country = spot.country or None
    return Place(phrase, spot.name, country, spot.latitude, spot.longitude, round(radius, 1))


def time_zone(place: Place) -> str | None:
    """The IANA zone of a located place, for `TimeContext.zone`; ``None`` when it is not known."""
    for item in candidates(name_key(place.name or "")):
        spot = item.spot()
        if (spot.latitude, spot.longitude) == (place.latitude, place.longitude):
            return spot.zone or None
    return None
