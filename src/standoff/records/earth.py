"""Distances on the globe."""

from __future__ import annotations

import math
from typing import Protocol

_EARTH_KM = 6371.0


class Located(Protocol):
    """What has a latitude and a longitude in WGS84 degrees."""

    @property
    def latitude(self) -> float: ...
    @property
    def longitude(self) -> float: ...


def kilometres(one: Located, other: Located) -> float:
    """The great-circle distance between two places (haversine)."""
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    turn = math.radians(other.longitude - one.longitude)
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(turn / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
