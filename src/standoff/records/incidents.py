"""What many reports come to: digests to compare them by, copies, links that explain themselves, incidents.

Invariant: ids of reports stand in a fixed order everywhere, so that equal sets make equal records.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from standoff.records.findings import ClaimRef

Json = dict[str, Any]


class Spot(NamedTuple):
    """Where a place phrase lies: WGS84 degrees and a radius in kilometres."""

    latitude: float
    longitude: float
    radius_km: float


class Toll(NamedTuple):
    """How many people a report says met with something; ``None`` is an open end."""

    slot: str
    low: int | None
    high: int | None


class News(NamedTuple):
    """First and last ordinal of the day of a report's news, and whether the word for what happened is told of it."""

    first: int
    last: int
    tied: bool


class Beside(NamedTuple):
    """A happening that a report sets beside its news: its type, first and last ordinal of its days where they are told,
    the numbers of its tolls and the words for its places."""

    type: str
    days: tuple[int, int] | None
    tolls: tuple[int, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What it takes to compare a report with others, without its text.

    ``day`` and ``at`` are when it was published: the day's ordinal, and ISO 8601 as precise as known. ``words`` are
    term weights of unit length; ``names`` those of proper names among them. ``days`` are first and last ordinals of
    when its events happened, ``news`` the day of its main event where that is the news, ``beside`` what it sets beside
    that. ``shingles`` are sorted 64-bit hashes of its five-word sequences; ``credits`` the agencies that it credits
    with its text. ``title`` and ``place`` (of its main event, as it stands) are for people.
    """

    report: str
    outlet: str | None = None
    day: int | None = None
    at: str | None = None
    type: str = "other"
    words: tuple[tuple[str, float], ...] = ()
    names: tuple[tuple[str, float], ...] = ()
    spots: tuple[Spot, ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    tolls: tuple[Toll, ...] = ()
    shingles: tuple[int, ...] = ()
    credits: tuple[str, ...] = ()
    title: str | None = None
    place: str | None = None
    news: News | None = None
    beside: tuple[Beside, ...] = ()

    def to_json(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_json(cls, data: Json) -> Self:
        return cls(
            **{name: data[name] for name in ("report", "outlet", "day", "at", "type")},
            words=tuple((word, weight) for word, weight in data["words"]),
            names=tuple((word, weight) for word, weight in data["names"]),
            spots=tuple(Spot(*spot) for spot in data["spots"]),
            days=tuple((first, last) for first, last in data["days"]),
            tolls=tuple(Toll(*toll) for toll in data["tolls"]),
            shingles=tuple(data["shingles"]),
            credits=tuple(data["credits"]),
            title=data.get("title"),
            place=data.get("place"),
            news=News(*data["news"]) if data.get("news") else None,
            beside=tuple(
                Beside(kind, days and (days[0], days[1]), tuple(tolls), tuple(places))
                for kind, days, tolls, places in data.get("beside", ())
            ),
        )


class Card(NamedTuple):
    """The part of a digest that it takes to list the incidents of many reports."""

    report: str
    outlet: str | None
    at: str | None
    type: str
    title: str | None
    place: str | None
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """One report's text is another's: ``shared`` five-word sequences, ``share`` (0 to 1) of those of the shorter.

    ``basis`` is what tells the original from the copy: ``credit`` (the copy credits the original's outlet), ``time``
    (the original came first), ``length`` (the copy is cut), or ``id`` (nothing tells, the order is only fixed).
    """

    copy: str
    original: str
    shared: int
    share: float
    basis: str

    def to_json(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of a link: how much it speaks for it (above 0) or against it (below), and what was compared."""

    feature: str
    weight: float
    note: str = ""

    def to_json(self) -> Json:
        return {"feature": self.feature, "weight": round(self.weight, 4), "note": self.note}


@dataclass(frozen=True, slots=True)
class Link:
    """How likely two reports tell of one incident (0 to 1), and every reason; ``one`` sorts before ``other``."""

    one: str
    other: str
    score: float
    reasons: tuple[Reason, ...] = ()

    def to_json(self) -> Json:
        reasons = [reason.to_json() for reason in self.reasons]
        return {"one": self.one, "other": self.other, "score": round(self.score, 4), "reasons": reasons}

    @classmethod
    def from_json(cls, data: Json) -> Self:
        reasons = tuple(Reason(each["feature"], each["weight"], each["note"]) for each in data["reasons"])
        return cls(data["one"], data["other"], data["score"], reasons)


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening that reports tell of, in one line. ``since`` and ``until`` are the first and last publication.

    ``title`` and ``place`` are those of the report that most resembles the others; ``type`` is what most reports are
    mainly about.
    """

    code: str
    title: str
    type: str
    place: str | None
    since: str | None
    until: str | None
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    spots: tuple[Spot, ...] = ()

    @property
    def days(self) -> tuple[str, ...]:
        """The calendar days (ISO 8601) of the first and last publication, each once, the earlier first: across time
        zones the first report may have the later date."""
        return tuple(sorted({at[:10] for at in (self.since, self.until) if at}))

    def to_json(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Part:
    """What happened within an incident beside its main type: since when (ISO 8601), which reports tell it, and by which
    claims: those that tell since when, or else all."""

    type: str
    since: str | None
    reports: tuple[str, ...]
    claims: tuple[ClaimRef, ...] = ()

    def to_json(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Mention:
    """That a report speaks of another incident in passing: its code, the title of a report of it, and where it is
    spoken of."""

    code: str
    title: str
    report: str
    event: str

    def to_json(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}
