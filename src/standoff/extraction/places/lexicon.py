"""What a place name's key may stand for: the gazetteer's places, and the regions and landmarks of ``places.toml``.

Invariant: a key always gives the same candidates, in the same order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest

from standoff.extraction.lexicon import load
from standoff.extraction.places import gazetteer as places
from standoff.extraction.places.gazetteer import Kind, Spot
from standoff.extraction.places.names import name_key, squeezed

_KNOWN = 15_000  # people of a town that is thought of beside a listed region of its name


@dataclass(frozen=True, slots=True)
class Candidate:
    """One meaning of a name: a place of the gazetteer, or (``listed``) one of the lexicon.

    ``country`` is "" where a region lies in none or several; ``region`` is the number of the state or province, or -1.
    """

    id: int
    kind: Kind
    country: str
    region: int
    people: int
    also: bool = False
    listed: Spot | None = None

    def __hash__(self) -> int:
        return hash((self.id, self.country))  # of all fields it would take long, and they are looked up often

    def spot(self) -> Spot:
        """All that is known of it."""
        return self.listed or places.spot_of(self.id)


@cache
def weight(name: str) -> float:
    """A weight of the lexicon."""
    return float(load("places")["weights"][name])


@cache
def words(name: str) -> frozenset[str]:
    """A word list of the lexicon."""
    return frozenset(load("places")["words"][name].split())


@cache
def demonyms() -> Mapping[str, str]:
    """The country of each demonym, by key: of one word, or of two ("south african")."""
    table = load("places")["demonyms"]
    return {name_key(word): code for code, listed in table.items() for word in listed.split()}


@cache
def people_words() -> frozenset[str]:
    """The words that demonyms end with: "somali", "african", "lankan"."""
    return frozenset(key.split()[-1] for key in demonyms())


def peoples(keys: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where demonyms stand in words given by their keys: first, last+1 and the country, one of two words before one of
    its second alone ("South Sudanese" is not Sudanese)."""
    table = demonyms()
    found: list[tuple[int, int, str]] = []
    for at, pair in enumerate(zip_longest(keys, keys[1:], fillvalue="")):
        if found and found[-1][1] > at:
            continue
        if code := table.get(" ".join(pair)):
            found.append((at, at + 2, code))
        elif code := table.get(pair[0]):
            found.append((at, at + 1, code))
    return found


@cache
def _listed() -> Mapping[str, Candidate]:
    """The lexicon's own regions and landmarks."""
    found = {}
    within = load("places")["within"]
    for table, kind in (("regions", Kind.REGION), ("landmarks", Kind.CITY)):
        for key, (latitude, longitude, reach, country) in load("places")[table].items():
            name = " ".join(word if word in ("of", "el") else word.capitalize() for word in key.split())
            spot = Spot(-1, kind, name, country, -1, latitude, longitude, 0, reach, "")
            found[key] = Candidate(-1, kind, country, _region(within.get(key, "")), 1_000_000, listed=spot)
    return found


def _region(name: str) -> int:
    """The number of a state or province by its name, or -1."""
    meant = (places.gazetteer().spot(match.id) for match in places.find(name_key(name)) if not match.also)
    return next((spot.id for spot in meant if spot.kind is Kind.REGION), -1)


@cache
def _beginnings() -> frozenset[str]:
    """What the longer keys of the lexicon begin with."""
    table = load("places")
    keys = [key for name in ("countries", "abbreviations", "regions", "landmarks") for key in table[name]]
    return frozenset(" ".join(key.split()[:count]) for key in keys for count in range(1, len(key.split())))


def in_lexicon(key: str) -> bool:
    """Whether a key is one of the lexicon's own regions and landmarks."""
    return key in _listed() or key in load("places")["countries"]


@lru_cache(maxsize=1 << 14)
def begins(key: str) -> bool:
    """Whether some longer name begins with these words."""
    return key in _beginnings() or places.begins(key)


@lru_cache(maxsize=1 << 13)
def candidates(key: str) -> tuple[Candidate, ...]:
    """What a key may stand for; none when nobody has that name."""
    if listed := _listed().get(key):
        return (listed, *(item for item in map(_met, places.find(key)) if _is_namesake(item, listed)))
    if code := load("places")["countries"].get(key):
        spot = places.gazetteer().country_spot(code)
        return (_candidate(spot.id, also=False),) if spot else ()
    found = tuple(map(_met, places.find(key)))
    if not found and len(key) > 5 and (short := squeezed(key)) != key:
        found = tuple(_candidate(match.id, also=True) for match in places.find(short))
        found = tuple(item for item in found if item.kind is Kind.REGION)
    return found


def part_in(key: str, countries: frozenset[str]) -> Candidate | None:
    """The state or province of this name in one of some countries, the largest."""
    found = (item for item in map(_met, places.find(key)) if item.kind is Kind.REGION and not item.also)
    return max(
        (item for item in found if item.country in countries), key=lambda item: item.people, default=None
    )


def abbreviated(key: str) -> tuple[Candidate, ...]:
    """The state that an abbreviation stands for ("calif", "fl"), as a region of the United States."""
    full = load("places")["abbreviations"].get(key)
    if not full:
        return ()
    return tuple(item for item in candidates(full) if item.country == "US" and item.kind is not Kind.DISTRICT)


def _is_namesake(item: Candidate, listed: Candidate) -> bool:
    """Whether a town shares its name with a listed region or landmark of its country: Manhattan in Kansas."""
    large = item.kind is Kind.CITY and not item.also and item.people >= _KNOWN
    return large and item.country == listed.country and item.region != listed.region


def _met(match: places.Match) -> Candidate:
    return _candidate(match.id, also=match.also)


def _candidate(number: int, *, also: bool) -> Candidate:
    table = places.gazetteer()
    kind = table.kind(number)
    region = number if kind is Kind.REGION else table.parent(number)
    return Candidate(number, kind, table.country(number), region, table.people(number), also)


@lru_cache(maxsize=1 << 12)
def capital_of(code: str) -> Candidate | None:
    """The capital of a country."""
    spot = places.gazetteer().capital(code)
    return _candidate(spot.id, also=False) if spot else None


def country_of(code: str) -> Candidate | None:
    """The country of an ISO code."""
    spot = places.gazetteer().country_spot(code)
    return _candidate(spot.id, also=False) if spot else None
