"""Towns that the gazetteer lacks, and towns whose name is an ordinary word, where the words around say so.

"Vanberg, Missouri" is a town of Missouri whoever knows it; "Elm Township" one of the state that the report speaks of;
"in Gary" one of Indiana in a report of Indiana. Invariant: what is found has a state or province, of the phrase or of
the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.extraction.places.context import PlaceContext, spoken_region
from standoff.extraction.places.gazetteer import Kind, distance, gazetteer
from standoff.extraction.places.lexicon import Candidate, candidates, weight, words
from standoff.extraction.places.names import name_key
from standoff.extraction.places.phrases import Phrase
from standoff.extraction.places.spans import Mention, not_names

_LONGEST = 3  # words of a town's name


@dataclass(frozen=True, slots=True)
class Unknown:
    """A town without coordinates: its name, and the gazetteer's number of its state or province."""

    name: str
    region: int


def unknown_town(phrase: Phrase, around: PlaceContext) -> Unknown | None:
    """The town that a phrase names although the gazetteer does not: before its state, or with its kind."""
    for mention in phrase.named:
        region = next(
            (item.id for item in mention.candidates if item.id == item.region and not item.also), -1
        )
        if region >= 0 and phrase.listed[mention.first - 1 : mention.first] == (",",):
            name = _name_before(phrase, mention.first - 1)
            if name:
                return Unknown(name, region)
    for mention in phrase.named:
        if mention.key in around.lacking:
            name = " ".join(phrase.listed[mention.first : mention.last])
            return Unknown(name.title() if name.isupper() else name, around.lacking[mention.key])
    kinds = words("townships")
    at = next((i for i, key in enumerate(phrase.keys) if key in kinds and phrase.listed[i][:1].isupper()), -1)
    name = _name_before(phrase, at) if at > 0 else ""
    spoken = spoken_region(around)
    return Unknown(f"{name} {phrase.listed[at]}".title(), spoken) if name and spoken >= 0 else None


def namesake_town(item: Candidate, mention: Mention, phrase: Phrase, around: PlaceContext) -> Unknown | None:
    """The town of the report's own state that a phrase means by the name of a small town elsewhere.

    "Monroe" is one of Connecticut in a report that speaks of no other state, though the gazetteer knows none there.
    """
    spoken = spoken_region(around)
    if item.kind is not Kind.CITY or item.people >= weight("large") or spoken in (-1, item.region):
        return None
    if (
        phrase.within[phrase.named.index(mention)]
        or phrase.regions_besides(mention)
        or phrase.besides(mention)
    ):
        return None
    known = around.told.get(mention.key) == item.id
    near = around.outlet is not None and distance(item.id, around.outlet.id) <= weight("market_km")
    alone = around.regions[spoken] >= weight("only_region")
    strange = around.regions.get(item.region, 0.0) < weight("strange_share")
    if known or near or not (alone and strange):
        return None
    name = _name_before(phrase, mention.last) or " ".join(phrase.listed[mention.first : mention.last])
    name = name.removesuffix("'s").removesuffix("’s")
    return Unknown(name.title() if name.isupper() else name, spoken)


def _name_before(phrase: Phrase, last: int) -> str:
    """Up to three words with capitals before a place, that a preposition or nothing stands before."""
    first = last
    while first > 0 and last - first < _LONGEST and phrase.listed[first - 1][:1].isupper():
        first -= 1
    before = phrase.keys[first - 1] if first else ""
    kinds = words("district_types") | words("streets") | words("facilities") - {"home"}
    inner = set(phrase.keys[first:last])
    if (
        first == last
        or (first and before not in words("town_before"))
        or inner & (kinds - words("townships"))
    ):
        return ""
    return " ".join(phrase.listed[first:last])


def plain_towns(listed: Sequence[str], around: PlaceContext) -> list[Mention]:
    """Ordinary words after "in" or "near" at the end of a phrase, that name a town of the report's own state."""
    last = len(listed) - 1
    if last < 0 or not listed[last][:1].isupper() or name_key(listed[last]) not in not_names():
        return []
    before = [name_key(word) for word in listed[max(0, last - 2) : last]]
    if last and before[-1] not in ("in", "near", "outside") and not _as_city(before):
        return []
    key, most = name_key(listed[last]), max(around.regions.values(), default=0.0)
    if most < weight("own_region_share"):
        return []
    spoken = [item for item in candidates(key) if item.kind is Kind.CITY and _is_spoken(item, around)]
    share = max((around.regions[item.region] for item in spoken), default=0.0)
    meant = tuple(item for item in spoken if around.regions[item.region] == share)
    return [Mention(last, last + 1, key, meant)] if meant else []


def _as_city(before: Sequence[str]) -> bool:
    """Whether the words before a name are "city of"."""
    return len(before) == 2 and before[1] == "of" and before[0] in words("city_types")


def _is_spoken(item: Candidate, around: PlaceContext) -> bool:
    return around.regions.get(item.region, 0.0) >= weight("spoken_share")


def region_name(region: int) -> tuple[str, str]:
    """The name and the country of a state or province."""
    spot = gazetteer().spot(region)
    return spot.name, spot.country
