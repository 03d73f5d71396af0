"""What the lexicon of sources says of a word or a name by itself: the kind of party, bodies, sides, media, lands."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from standoff.extraction.grammar.noun_forms import lower_words, singular
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.places.gazetteer import Kind as PlaceKind
from standoff.extraction.places.gazetteer import find, gazetteer
from standoff.records import KINDS
from standoff.records.claims import Kind

MEDIA: tuple[Kind, ...] = ("media", "agency")
LONG_NAME = 3  # words: no land's own army has so many in its name


def listed(table: str, key: str) -> frozenset[str]:
    """One list of words of the lexicon of sources."""
    return word_set("sources", table, key)


@cache
def _nouns() -> dict[str, Kind]:
    table: dict[str, Kind] = {}
    for kind, nouns in section("sources", "nouns").items():
        for noun in nouns:
            table.setdefault(noun, as_kind(kind))
    return table


@cache
def suffix_kinds() -> dict[str, Kind]:
    """Words that names of bodies end in, each with their kind: "Ministry", "Front", "Courier"."""
    return {word: as_kind(kind) for kind, words in section("sources", "suffixes").items() for word in words}


def as_kind(kind: str) -> Kind:
    """A kind that the lexicon names; ``unknown`` where there is no such kind."""
    return kind if kind in KINDS else "unknown"


def names_body(word: str) -> bool:
    """Whether names that end in a word are those of bodies ("Department"), not of people."""
    return word in _body_endings()


def names_army(name: str) -> bool:
    """Whether a name is that of an army or force that is no land's own: "Lord's Army of Vale", not "Kenya Navy"."""
    words = lower_words(name)
    armed = not listed("identification", "armies").isdisjoint(words)
    return armed and len(words) >= LONG_NAME and not governs(words[0])


def any_office(word: str) -> bool:
    """Whether a noun is an office that bodies of every sort have: "spokesman", "director"."""
    return singular(word) in listed("identification", "any_body")


def names_medium(word: str) -> bool:
    """Whether names that end in a word are those of media ("Courier")."""
    return word in listed("suffixes", "media")


def names_side(word: str) -> bool:
    """Whether names that end in a word are those of parties ("Front")."""
    return word in listed("suffixes", "party")


@cache
def _body_endings() -> frozenset[str]:
    suffixes = (listed("suffixes", kind) for kind in ("official", "organisation", "media", "agency"))
    return listed("grammar", "lands").union(section("sources", "reference")["body"], *suffixes)


def is_calendar(word: str) -> bool:
    """Whether a word is a day or a month, which is no part of a party's name."""
    return word in listed("grammar", "calendar")


def names_somebody(name: str) -> bool:
    """Whether a name may be a party's: no mark, and no day of the week ("spoke with the governor Friday, who")."""
    words = re.findall(r"\w+", name.lower())
    return not all(is_calendar(word) and word.endswith("day") for word in words)


def collective(word: str) -> bool:
    """Whether a noun stands for many people though it looks singular ("police")."""
    return word in listed("identification", "collective")


@lru_cache(maxsize=1 << 14)
def noun_kind(word: str) -> Kind | None:
    """The kind of party that a common noun names, in the singular or plural; ``None`` when it names none."""
    nouns = _nouns()
    return nouns.get(word) or nouns.get(singular(word))


@lru_cache(maxsize=1 << 10)
def governs(name: str) -> bool:
    """Whether a name is that of a country or of its capital."""
    places = gazetteer()
    for match in find(name):
        spot = places.spot(match.id)
        capital = places.capital(spot.country) if spot.kind == PlaceKind.CITY else None
        if spot.kind == PlaceKind.COUNTRY or (capital is not None and capital.id == match.id):
            return True
    return False
