"""Places within towns: a street, a home or a hospital lies in the town that its event, or the dateline, names.

Invariant: only a place without coordinates of its own gets a town's; its words stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from standoff.extraction.places.lexicon import weight, words
from standoff.extraction.places.names import name_key
from standoff.extraction.places.spans import split
from standoff.records import Place


def nested(places: Mapping[int, Place], groups: Sequence[Sequence[int]], home: Place) -> dict[int, Place]:
    """Places by number, those without coordinates put into a town.

    ``groups`` are the numbers that belong to one event, in text order. The town is the last one that the event named
    before, else the first that it names later, else ``home``, where the report was filed.
    """
    found = dict(places)
    for group in groups:
        towns = [
            (number, places[number]) for number in group if number in places and _is_town(places[number])
        ]
        for number in group:
            place = places.get(number)
            if place is not None and place.name is None and _within_town(place.text):
                before = [town for at, town in towns if at < number][-1:]
                later = [town for _, town in towns[:1]]
                found[number] = _put(place, (before or later or [home])[0])
    return found


def _is_town(place: Place) -> bool:
    return place.radius_km is not None and place.radius_km <= weight("town_km")


def _within_town(text: str) -> bool:
    """Whether a phrase speaks of something that lies in a town: a street, a building."""
    listed = split(text)
    keys = {name_key(word) for word in listed}
    return bool(keys & (words("streets") | words("facilities") | words("homes"))) and not _names_town(listed)


def _names_town(listed: Sequence[str]) -> bool:
    """Whether a phrase names a town that the gazetteer does not know: "a market in the town of Dravna"."""
    kinds = words("city_types")
    of = (at for at, word in enumerate(listed) if word == "of" and at and name_key(listed[at - 1]) in kinds)
    return any(word[:1].isupper() for at in of for word in listed[at + 1 : at + 2])


def _put(place: Place, town: Place) -> Place:
    return replace(town, text=place.text) if town.latitude is not None else place
