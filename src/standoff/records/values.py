"""What a claim says: a number of people, a party, a place, a time, or words. CLAIMS.md section 3."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A whole number as an interval; ``None`` is an open end. ``party`` (tolls only) is the words for whom."""

    kind: Literal["count", "toll"]
    low: int | None
    high: int | None
    approx: bool = False
    party: str | None = None

    def to_json(self) -> Json:
        data: Json = {"kind": self.kind, "low": self.low, "high": self.high, "approx": self.approx}
        return data | ({"party": self.party} if self.party else {})

    def __str__(self) -> str:
        if self.low == self.high:
            number = str(self.low)
        elif self.high is None:
            number = f"{self.low} or more"
        elif self.low is None:
            number = f"up to {self.high}"
        else:
            number = f"{self.low} to {self.high}"
        about = "about " if self.approx else ""
        return f"{about}{number}" + (f" ({self.party})" if self.party else "")


@dataclass(frozen=True, slots=True)
class Entity:
    """A party or thing: the head phrase as it stands; ``name`` is the fullest mention when the words are a pronoun."""

    text: str

    def to_json(self) -> Json:
        return {"kind": "entity", "text": self.text}

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Place:
    """A place phrase, and where the gazetteer puts it: WGS84 degrees, a radius in kilometres, ISO 3166 codes.

    ``region`` is the name of the state or province.
    """

    text: str
    name: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    region: str | None = None

    def to_json(self) -> Json:
        data: Json = {"kind": "place", "text": self.text}
        if self.latitude is not None:
            data |= {
                "name": self.name,
                "country": self.country,
                "latitude": self.latitude,
                "longitude": self.longitude,
                "radius_km": self.radius_km,
                "region": self.region,
            }
        return data

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Time:
    """An interval of days or moments, ISO 8601, both ends included; as precise as the text allows."""

    start: str
    end: str

    def to_json(self) -> Json:
        return {"kind": "time", "start": self.start, "end": self.end}

    def __str__(self) -> str:
        return self.start if self.start == self.end else f"{self.start} to {self.end}"


@dataclass(frozen=True, slots=True)
class Text:
    """The shortest phrase that says it."""

    text: str

    def to_json(self) -> Json:
        return {"kind": "text", "text": self.text}

    def __str__(self) -> str:
        return self.text


Value = Quantity | Entity | Place | Time | Text


def value_from_json(data: Json) -> Value:
    """The value that `to_json` wrote. Raises `KeyError` on an unknown kind."""
    kind = data["kind"]
    if kind in ("count", "toll"):
        return Quantity(kind, data["low"], data["high"], bool(data.get("approx")), data.get("party"))
    if kind == "place":
        found = ("name", "country", "latitude", "longitude", "radius_km", "region")
        return Place(data["text"], *(data.get(key) for key in found))
    if kind == "time":
        return Time(data["start"], data["end"])
    words: dict[str, type[Entity] | type[Text]] = {"entity": Entity, "text": Text}
    return words[kind](data["text"])
