"""The words of a place phrase, and what they say of a name in it: that it is a street, a thing, a border, a city."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.extraction.places.gazetteer import Kind
from standoff.extraction.places.lexicon import Candidate, peoples, weight, words
from standoff.extraction.places.names import name_key
from standoff.extraction.places.spans import Mention

_CROSSING = 6  # words after a name in which "streets" may speak of it


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


def make_phrase(listed: Sequence[str], named: Sequence[Mention]) -> Phrase:
    """A phrase with the countries and regions that it names beside its towns."""
    keys = tuple(map(name_key, listed))
    own = [() if is_thing(mention, keys) else mention.candidates for mention in named]
    given = [
        frozenset[str]()
        if is_neighbour(mention, keys)
        else frozenset([item.country for item in items if item.kind <= Kind.REGION and _is_wide(item)]) - {""}
        for mention, items in zip(named, own, strict=True)
    ]
    given.append(frozenset([land for _, end, land in peoples(keys) if not _borders(keys[end : end + 1])]))
    within = [
        frozenset([item.id for item in items if item.kind is Kind.REGION and not item.also]) - {-1}
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


def told_kind(mention: Mention, phrase: Phrase) -> str:
    """What kind of place the words say a name is: "region" ("Ghazni province"), "city" ("the city of"), or ""."""
    after = phrase.keys[mention.last : mention.last + 1]
    before = phrase.keys[max(0, mention.first - 2) : mention.first]
    kinds = {*after, *(before[:1] if before[1:] == ("of",) else ())}
    if kinds & words("city_types") or (before and before[-1] in words("city_types")):
        return "city"
    if kinds & words("region_types") or set(after) & words("district_types"):
        return "region"
    return ""


def name_before_comma(mention: Mention, phrase: Phrase) -> Mention | None:
    """The name right before the comma before this one: "Charlevoix" of "Charlevoix, Quebec"."""
    if mention.first == 0 or phrase.listed[mention.first - 1] != ",":
        return None
    return next((other for other in phrase.named if other.last == mention.first - 1), None)
