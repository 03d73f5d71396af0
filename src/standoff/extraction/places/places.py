"""Place phrases with their coordinates from the gazetteer; a phrase without a known name keeps its words only.

A name's meaning is settled by what the phrase says of it (country, state, "province of"), by the report's dateline
and the countries and states that it speaks of, then by population. Weights are in ``data/places.toml``.
Invariant: the text of a place is the phrase; coordinates come only from the gazetteer or the lexicon.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from standoff.extraction.lexicon import load
from standoff.extraction.places.context import PlaceContext
from standoff.extraction.places.gazetteer import Kind, Spot, gazetteer, spot_of
from standoff.extraction.places.lexicon import (
    Candidate,
    candidates,
    capital_of,
    country_of,
    part_in,
    peoples,
    weight,
    words,
)
from standoff.extraction.places.names import name_key
from standoff.extraction.places.phrases import Phrase, is_neighbour, is_street, is_thing, make_phrase
from standoff.extraction.places.scores import best_meaning
from standoff.extraction.places.spans import Case, Mention, case_of, mentions, split
from standoff.extraction.places.unknown import Unknown, namesake_town, plain_towns, region_name, unknown_town
from standoff.extraction.places.votes import context
from standoff.extraction.values.cardinals import cardinal
from standoff.records import Place
from standoff.records.explanation import Reason

__all__ = ["PlaceContext", "context", "locate", "reasoned_place", "time_zone"]

_DEGREE_KM = 111.2  # one degree of latitude


@dataclass(frozen=True, slots=True)
class _Found:
    """A name in a phrase with its meaning; ``far`` when only a distance or direction is told from it."""

    mention: Mention
    meaning: Candidate
    score: float
    thing: bool
    far: bool

    def words(self, phrase: Phrase) -> str:
        """The name as it stands."""
        return " ".join(phrase.listed[self.mention.first : self.mention.last])


def locate(phrase: str, around: PlaceContext) -> Place:
    """The place that a phrase names, with the phrase as its text.

    Name, ISO country, latitude, longitude and radius are filled when the phrase names a place that is known; a thing
    in a town ("the station in Reno, Nev.") is put in the town. Never raises.
    """
    return reasoned_place(phrase, around)[0]


def reasoned_place(phrase: str, around: PlaceContext) -> tuple[Place, tuple[Reason, ...]]:
    """As `locate`, with what decided."""
    settled, found = _settle(split(phrase), around)
    chosen = _choose(found)
    other = namesake_town(chosen.meaning, chosen.mention, settled, around) if chosen else None
    if other:
        region, country = region_name(other.region)
        told = (Reason("a town that the gazetteer lacks, in the only state that is spoken of"),)
        return Place(phrase, other.name, country, region=region), told
    wide = chosen is None or chosen.meaning.kind is Kind.COUNTRY or _is_region(chosen.meaning)
    unknown = unknown_town(settled, around) if wide else None
    if unknown and not (chosen and _is_province(chosen, unknown, settled)):
        region, country = region_name(unknown.region)
        told = (Reason("a town that the gazetteer lacks, in the state that is named or spoken of"),)
        return Place(phrase, unknown.name, country, region=region), told
    capital = _capital(settled, around) if chosen is None or chosen.meaning.kind is Kind.COUNTRY else None
    if capital or (chosen is None and (capital := _land(settled))):
        told = (Reason("the capital or land of a country that is spoken of", "places.toml: words"),)
        return _place(phrase, capital.spot(), settled), told
    if chosen is None or _abroad(chosen, settled):
        return Place(phrase), (Reason("no name in it that the gazetteer knows as a place"),)
    spot = chosen.meaning.spot()
    place = _place(phrase, spot, settled)
    moved = _moved(place, chosen.mention, settled) if chosen.far else place
    return moved, _told_by(chosen, spot, settled)


def _told_by(chosen: _Found, spot: Spot, phrase: Phrase) -> tuple[Reason, ...]:
    """The name that was chosen and its meaning; that the place is off it, where it is."""
    meanings = len(chosen.mention.candidates)
    rule = f"“{chosen.words(phrase)}”, of {meanings} meanings the one that scores best ({chosen.score:.2f})"
    entry = "places.toml" if chosen.meaning.listed else f"gazetteer.gz: {spot.name}"
    off = (
        (Reason("as far off, and in the direction, as is told", "places.toml: distances"),)
        if chosen.far
        else ()
    )
    return (Reason(rule, entry), *off)


def _is_region(item: Candidate) -> bool:
    return item.kind is Kind.REGION and item.listed is None


def _is_province(chosen: _Found, unknown: Unknown, phrase: Phrase) -> bool:
    """Whether what is taken for an unknown town of a country is a province of it: "Texas, US"."""
    land = spot_of(unknown.region)
    within = land.kind is Kind.COUNTRY and land.country == chosen.meaning.country
    return within and unknown.name == chosen.words(phrase)


def _settle(listed: Sequence[str], around: PlaceContext) -> tuple[Phrase, list[_Found]]:
    """The names in a phrase with their meanings, each helped by the others."""
    case: Case = around.case if around.case != "mixed" else case_of(listed)
    named = [] if case == "lower" and around.case == "mixed" else mentions(listed, case)
    named = named or plain_towns(listed, around)
    phrase = make_phrase(listed, named)
    found = []
    for mention in named:
        best = None if is_street(mention, phrase) else best_meaning(mention, phrase, around)
        if best:
            best = _own_part(mention, best[0], phrase) or best[0], best[1]
            thing = is_thing(mention, phrase.keys)
            found.append(_Found(mention, *best, thing=thing, far=_far(mention, phrase)))
    named_in = phrase.countries
    inside = [item for item in found if not named_in or item.meaning.country in (*named_in, "")]
    return phrase, inside or found


def _own_part(mention: Mention, meaning: Candidate, phrase: Phrase) -> Candidate | None:
    """The province that the phrase's own country has of a land that lies in several: "Pakistan's [Punjab]"."""
    countries = phrase.besides(mention)
    shared = meaning.listed is not None and meaning.country not in countries
    return part_in(mention.key, countries) if shared else None


def _far(mention: Mention, phrase: Phrase) -> bool:
    """Whether the words right before a name tell a direction or distance from it, or a border: "west of", "10 miles
    from", "near the border with"."""
    if is_neighbour(mention, phrase.keys):
        return True
    before = [key for key in phrase.keys[max(0, mention.first - 7) : mention.first] if key != "the"]
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in words("city_types"):
        before = before[:-2]
    table = load("places")
    told = before[-2:-1] if before[-1:] in (["of"], ["from"]) else []
    return any(key in table["distances"] or key in table["bearings"] for key in told)


def _choose(found: Sequence[_Found]) -> _Found | None:
    """The name that says most closely where: a town before a district, a region, a country; places before things."""
    if not found:
        return None
    low = max(item.score for item in found) - weight("tail")

    def closeness(item: _Found) -> tuple[bool, bool, bool, int, int]:
        return item.far, item.thing, item.score < low, -item.meaning.kind, item.mention.first

    return min(found, key=closeness)


def _abroad(chosen: _Found, phrase: Phrase) -> bool:
    """Whether all that is known is whose a thing is: "the U.S. embassy"."""
    following = phrase.keys[chosen.mention.last : chosen.mention.last + 2]
    return chosen.meaning.kind is Kind.COUNTRY and any(
        key in words("abroad") | words("missions") for key in following
    )


def _capital(phrase: Phrase, around: PlaceContext) -> Candidate | None:
    """The capital that "the Chilean capital", "Chile's capital" or "the capital" speaks of."""
    keys = phrase.keys
    at = next((i for i, key in enumerate(keys) if key in words("capitals")), -1)
    if at < 0 or (at and keys[at - 1] in words("no_capitals")) or _is_named(phrase.listed[at + 1 : at + 3]):
        return None
    if phrase.countries:
        return capital_of(min(phrase.countries))
    shares = around.capitals or around.countries
    best = max(sorted(shares), key=lambda code: shares[code], default="")
    return capital_of(best) if best and shares[best] >= weight("capital_share") else None


def _is_named(after: Sequence[str]) -> bool:
    """Whether a capital's name stands after the word, which is that of another than is known: "the capital Dalmora"."""
    name = after[1:] if after[:1] == (",",) else after[:1]
    return any(word[:1].isupper() and not word.isupper() for word in name)


def _land(phrase: Phrase) -> Candidate | None:
    """The country of "Peruvian territory"."""
    told = (code for _, end, code in peoples(phrase.keys) if words("land") & {*phrase.keys[end : end + 3]})
    return next(map(country_of, told), None)


def _place(phrase: str, spot: Spot, settled: Phrase) -> Place:
    """The record, with a wider radius for "near", "outside", "suburban"."""
    place = _spot_place(phrase, spot)
    if spot.kind is Kind.CITY and any(key in words("near") for key in settled.keys):
        return replace(place, radius_km=_wide(spot.reach))
    return place


def _wide(reach: float) -> float:
    """The radius of what only lies near a town of some radius."""
    return round(max(weight("near_times") * reach, weight("near_km")), 1)


def _spot_place(phrase: str, spot: Spot) -> Place:
    reach, region = round(float(spot.reach), 1), region_of(spot)
    return Place(phrase, spot.name, spot.country or None, spot.latitude, spot.longitude, reach, region)


def region_of(spot: Spot) -> str | None:
    """The name of the state or province that a place is or lies in."""
    table, listed = gazetteer(), load("places")["within"]
    capital = capital_of(spot.country)
    if capital and capital.id == spot.id and (own := load("places")["capital_districts"].get(spot.country)):
        return str(own)
    if spot.id < 0:
        within: str | None = listed.get(name_key(spot.name))
        return within
    at = spot.id if spot.kind is Kind.REGION else spot.parent
    return spot_of(at).name if at >= 0 and table.kind(at) is Kind.REGION else None


def _moved(place: Place, mention: Mention, phrase: Phrase) -> Place:
    """The place as far off its named town, and in the direction, as the words before the name say."""
    before = phrase.keys[max(0, mention.first - 8) : mention.first]
    unit = next((at for at, key in enumerate(before) if key in load("places")["distances"]), None)
    number = None if unit is None else _figure_before(phrase.listed, mention.first - len(before) + unit)
    if place.latitude is None or place.longitude is None:
        return place
    if unit is None or number is None:
        beside = any(key in load("places")["bearings"] for key in before)
        return replace(place, radius_km=_wide(place.radius_km or 0.0)) if beside else place
    km = min(number, weight("farthest_km")) * load("places")["distances"][before[unit]]
    bearing = next(
        (load("places")["bearings"][key] for key in before if key in load("places")["bearings"]), None
    )
    if bearing is None:
        return replace(place, radius_km=round(km, 1))
    north = place.latitude + km / _DEGREE_KM * math.cos(math.radians(bearing))
    narrow = max(0.05, math.cos(math.radians(place.latitude)))
    east = place.longitude + km / _DEGREE_KM * math.sin(math.radians(bearing)) / narrow
    latitude, longitude = _on_globe(north, east)
    radius = round(max(place.radius_km or 0.0, weight("far_share") * km), 1)
    return replace(place, latitude=latitude, longitude=longitude, radius_km=radius)


def _figure_before(listed: Sequence[str], unit: int) -> float | None:
    """The number in figures right before a word: "2.5", "3½", "1,200", not "1/2"; else ``None``."""
    for at in range(unit):
        whole = listed[at][:1].isdigit() and listed[max(0, at - 1)] not in ("/", "⁄")
        found = cardinal(listed, at, unit) if whole else None
        if found and found[1] == unit:
            return float(found[0])
    return None


def _on_globe(latitude: float, longitude: float) -> tuple[float, float]:
    return round(max(-90.0, min(90.0, latitude)), 3), round((longitude + 180) % 360 - 180, 3)


def town_of(around: PlaceContext) -> Place:
    """The town or county that a report speaks of most, else its outlet's, without words of its own; an empty place when
    none is known."""
    town = around.town or around.outlet
    return _spot_place("", town.spot()) if town else Place("")


def time_zone(place: Place) -> str | None:
    """The IANA zone of a located place, for `TimeContext.zone`, of namesakes in its country that of the nearest;
    ``None`` when it is not known."""
    named = [item for item in candidates(name_key(place.name or "")) if item.country == place.country]
    nearest = min(named, key=lambda item: _degrees_off(place, item.spot()), default=None)
    return _zone_of(nearest) if nearest else None


def _zone_of(item: Candidate) -> str | None:
    """The IANA zone of a meaning of a name, of a landmark that of its state; ``None`` when it is not known."""
    return item.spot().zone or (spot_of(item.region).zone if item.region >= 0 else None)


def _degrees_off(place: Place, spot: Spot) -> float:
    """How far a place is from a spot, in degrees of latitude, as on a flat map; 0 when it is not known where it is."""
    if place.latitude is None or place.longitude is None:
        return 0.0
    east = math.remainder(spot.longitude - place.longitude, 360) * math.cos(math.radians(spot.latitude))
    return math.hypot(spot.latitude - place.latitude, east)
