"""The offline gazetteer: countries, their divisions and towns, searched in place.

``data/gazetteer.gz`` (built by ``training/build_gazetteer.py``; GeoNames CC BY 4.0, ISO 3166) unpacks to a first line,
a licence text up to an empty line, one line of JSON (countries, zones, capitals, section sizes), then the sections, one
after the other: columns with one item a place, the names, and ``keys``: sorted lines ``key TAB references``, three
bytes a reference. Countries come first, then regions, districts and towns.

Invariant: the file is read once and never changed; a search allocates nothing but its answer.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from standoff.errors import ModelError
from standoff.extraction.places.names import name_key

FIRST_LINE = "standoff gazetteer 1"
_DEGREE_KM = 111.2  # one degree of latitude
_BLOCK = 4096  # bytes of keys between two entries of the index
_BASE, _ZERO = 94, 33  # references are written in printable ASCII


class Kind(IntEnum):
    """What a place is, from the widest to the closest."""

    COUNTRY = 0
    REGION = 1
    DISTRICT = 2
    CITY = 3


class Match(NamedTuple):
    """A place that has a key: its number, and whether the key is a further name of it."""

    id: int
    also: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: WGS84 degrees, people (rounded to 7 %), reach in kilometres, ISO 3166 country, IANA zone."""

    id: int
    kind: Kind
    name: str
    country: str
    parent: int
    latitude: float
    longitude: float
    people: int
    reach: float
    zone: str


def write_reference(number: int, *, also: bool) -> bytes:
    """A reference to a place as the file has it."""
    value = number * 2 + also
    return bytes((_ZERO + value // _BASE**2, _ZERO + value // _BASE % _BASE, _ZERO + value % _BASE))


def _read_references(data: bytes) -> tuple[Match, ...]:
    numbers = [
        ((data[at] - _ZERO) * _BASE + data[at + 1] - _ZERO) * _BASE + data[at + 2] - _ZERO
        for at in range(0, len(data), 3)
    ]
    return tuple(Match(number >> 1, bool(number & 1)) for number in numbers)


class Gazetteer:
    """All places of one file. Made by `gazetteer`; safe to share between threads, for nothing in it changes."""

    def __init__(self, data: bytes) -> None:
        """Lay the columns over the bytes. Raises `ModelError` when they are not a gazetteer's."""
        try:
            line = data.index(b"\n\n") + 2
            end = data.index(b"\n", line)
            head = json.loads(data[line:end])
            self._columns(_sections(data, end + 1, head["sections"]))
        except (ValueError, KeyError, TypeError) as error:
            raise ModelError(f"the gazetteer is damaged: {error}; install standoff again") from error
        first, _, self.about = data[: line - 2].decode().partition("\n")
        if first != FIRST_LINE:
            raise ModelError("the gazetteer is of another version; install standoff again")
        self.countries: tuple[str, ...] = tuple(head["countries"])
        self.capitals: Mapping[str, str] = head["capitals"]
        self._zones: tuple[str, ...] = tuple(head["zones"])

    def _columns(self, sections: Mapping[str, bytes]) -> None:
        self._kind, self._people, self._reach = (sections[name] for name in ("kind", "people", "reach"))
        self._parent, self._zone = (_numbers("H", sections[name]) for name in ("parent", "zone"))
        self._latitude, self._longitude = sections["latitude"], sections["longitude"]
        self._ends = array("I", accumulate(sections["lengths"]))
        self._names, self._keys = sections["names"], sections["keys"]
        self._blocks, self._starts = _blocks(self._keys)

    def __len__(self) -> int:
        return len(self._kind)

    def find(self, key: str) -> tuple[Match, ...]:
        """The places that have a key (see `name_key`), none when no place has it."""
        at, end = self._block(wanted := key.encode("ascii", "replace"))
        at = self._keys.find(b"\n" + wanted + b"\t", at, end)
        if at < 0 or not wanted:
            return ()
        return _read_references(self._keys[at + len(wanted) + 2 : self._keys.find(b"\n", at + 1)])

    def begins(self, key: str) -> bool:
        """Whether some longer key begins with this key and a space."""
        at, end = self._block(wanted := key.encode("ascii", "replace") + b" ")
        return self._keys.find(b"\n" + wanted, at, end) >= 0

    def _block(self, wanted: bytes) -> tuple[int, int]:
        """The stretch of keys in which a key, or the first key that begins with it, must stand."""
        block = max(0, bisect_left(self._blocks, wanted) - 1)
        return self._starts[block], self._starts[min(block + 2, len(self._starts) - 1)]

    def kind(self, number: int) -> Kind:
        """What a place is."""
        return Kind(self._kind[number])

    def parent(self, number: int) -> int:
        """The number of the region that a place lies in, or of its country when that is not known."""
        return self._parent[number]

    def country(self, number: int) -> str:
        """The ISO 3166 two-letter code of a place's country."""
        while number >= len(self.countries):
            number = self._parent[number]
        return self.countries[number]

    def people(self, number: int) -> int:
        """How many people live there, rounded to 7 %; 0 when unknown."""
        return round(2 ** (self._people[number] / 10)) - 1

    def spot(self, number: int) -> Spot:
        """All that is known of a place."""
        start = self._ends[number - 1] if number else 0
        many = len(self)
        return Spot(
            number,
            self.kind(number),
            self._names[start : self._ends[number]].decode(),
            self.country(number),
            self.parent(number),
            round((self._latitude[number] * 256 + self._latitude[number + many]) / 360 - 90, 3),
            round((self._longitude[number] * 256 + self._longitude[number + many]) / 180 - 180, 3),
            self.people(number),
            round(2 ** (self._reach[number] / 20), 1),
            self._zones[self._zone[number if number < len(self._zone) else self.parent(number)]],
        )

    def country_spot(self, code: str) -> Spot | None:
        """The country of an ISO code."""
        return self.spot(self.countries.index(code)) if code in self.countries else None

    def capital(self, code: str) -> Spot | None:
        """A country's capital: the largest of its towns that has the name."""
        found = [match.id for match in self.find(name_key(self.capitals.get(code, "")))]
        towns = [at for at in found if self.country(at) == code and self.kind(at) is Kind.CITY]
        return self.spot(max(towns, key=self.people)) if towns else None


def _numbers(code: str, data: bytes) -> array[int]:
    """A column of little-endian numbers."""
    column: array[int] = array(code, data)
    if sys.byteorder == "big":
        column.byteswap()
    return column


def _blocks(keys: bytes) -> tuple[list[bytes], list[int]]:
    """The first key of every block of lines, and where the blocks start, with the end."""
    starts = [0]
    while (at := keys.find(b"\n", starts[-1] + _BLOCK)) >= 0 and at + 1 < len(keys):
        starts.append(at)
    firsts = [keys[start + 1 : keys.find(b"\t", start)] for start in starts]
    return firsts, [*starts, len(keys)]


def _sections(data: bytes, start: int, sizes: Mapping[str, int]) -> dict[str, bytes]:
    sections = {}
    for name, size in sizes.items():
        sections[name] = data[start : start + size]
        start += size
    if start != len(data):
        raise ValueError(f"{len(data)} bytes, not {start}")
    return sections


@cache
def gazetteer() -> Gazetteer:
    """The package's gazetteer, read when it is first asked for. Raises `ModelError` when it cannot be read."""
    where = files("standoff.extraction") / "data" / "gazetteer.gz"
    try:
        return Gazetteer(gzip.decompress(where.read_bytes()))
    except (OSError, EOFError, zlib.error) as error:
        raise ModelError(f"the gazetteer cannot be read: {error}; install standoff again") from error


@lru_cache(maxsize=1 << 14)
def find(key: str) -> tuple[Match, ...]:
    """`Gazetteer.find` in the package's gazetteer, remembered."""
    return gazetteer().find(key)


@lru_cache(maxsize=1 << 14)
def begins(key: str) -> bool:
    """`Gazetteer.begins` in the package's gazetteer, remembered."""
    return gazetteer().begins(key)


@lru_cache(maxsize=1 << 13)
def spot_of(number: int) -> Spot:
    """`Gazetteer.spot` in the package's gazetteer, remembered."""
    return gazetteer().spot(number)


@lru_cache(maxsize=1 << 13)
def distance(one: int, other: int) -> float:
    """Kilometres between two places of the gazetteer, as on a flat map; infinite for those of the lexicon."""
    if one < 0 or other < 0:
        return math.inf
    here, there = spot_of(one), spot_of(other)
    east = (here.longitude - there.longitude) * math.cos(math.radians(here.latitude))
    return math.hypot(here.latitude - there.latitude, east) * _DEGREE_KM
