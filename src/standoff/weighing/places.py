"""How places lie in each other: by the levels of their phrases ("Tellis, Ostrany"), or as the gazetteer has them.

Invariant: no place lies in itself, and of two places at most one lies in the other.
"""

from __future__ import annotations

from standoff.extraction.places.names import name_key
from standoff.records import Place
from standoff.records.earth import kilometres
from standoff.records.incidents import Spot


def levels(place: Place) -> tuple[str, ...]:
    """The levels of a place phrase, finest first, as name keys."""
    keys = (name_key(level).removeprefix("the ") for level in place.text.split(","))
    return tuple(key for key in keys if key)


def inside(one: Place, other: Place) -> bool:
    """Whether the first place is a finer one within the second."""
    a, b = levels(one), levels(other)
    if len(a) != len(b):
        shorter = min(len(a), len(b))
        if a[len(a) - shorter :] == b[len(b) - shorter :]:
            return 0 < shorter == len(b)
    return _wider(other, one) and _whole(other, one)


def agree_above(one: Place, other: Place) -> bool:
    """Whether what two places are said to lie in may be the same: one tells no more of it than the other does."""
    a, b = levels(one)[1:], levels(other)[1:]
    if a[: len(b)] == b[: len(a)]:
        return True
    return one.country is not None and (one.country, one.region) == (other.country, other.region)


def _wider(one: Place, other: Place) -> bool:
    return (one.radius_km or 0.0) > (other.radius_km or 0.0)


def _whole(around: Place, inner: Place) -> bool:
    """Whether a place that is named by nothing but its name holds another: a country, a region, or a circle."""
    if around.name is None or name_key(around.name) not in levels(around)[:1]:
        return False
    if around.country == inner.country and around.region in (None, inner.region):
        return True
    outer, point = _spot(around), _spot(inner)
    return bool(outer and point) and kilometres(outer, point) + point.radius_km <= outer.radius_km  # type: ignore[union-attr,arg-type]


def _spot(place: Place) -> Spot | None:
    if place.latitude is None or place.longitude is None:
        return None
    return Spot(place.latitude, place.longitude, place.radius_km or 0.0)
