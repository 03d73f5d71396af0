"""A published text and where things stand in it.

Invariant: a report's text never changes once made; every span indexes it in code points, half-open.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal, NamedTuple, Self

PartKind = Literal["header", "title", "byline", "dateline", "caption", "body"]
Precision = Literal["year", "month", "day", "minute", "second"]

Json = dict[str, Any]
_HEADING = 80  # characters of a body that stand for a title


class Span(NamedTuple):
    """A stretch of a rendition, ``[start, end)`` in code points."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        """The words of the span in its text."""
        return text[self.start : self.end]

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Touched:
    """Tells, of many spans, whether one of them touches another, in a few steps however many they are."""

    def __init__(self, spans: Iterable[Span]) -> None:
        found = sorted(spans)
        self._starts = [span.start for span in found]
        self._ends = list(accumulate((span.end for span in found), max))  # the farthest so far

    def by(self, other: Span) -> bool:
        """Whether one of the spans shares at least one character with another."""
        before = bisect_left(self._starts, other.end)
        return before > 0 and self._ends[before - 1] > other.start


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date or moment of the report itself: ISO 8601 value, how precise it is, and what tells it.

    ``basis`` is one of ``header``, ``archive`` (the "date 2024-06-16" form), ``json-ld``, ``meta``, ``htmldate``,
    ``url``, ``dateline``, ``given`` (by the caller), ``address`` (the moment in a web archive's).
    """

    value: str
    precision: Precision
    basis: str

    def to_json(self) -> Json:
        return {"value": self.value, "precision": self.precision, "basis": self.basis}

    @classmethod
    def from_json(cls, data: Json) -> Self:
        return cls(data["value"], data["precision"], data["basis"])


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was filed, and by which agency, as its first words say ("KABUL, Afghanistan (AP) --")."""

    place: str
    agency: str | None
    span: Span

    def to_json(self) -> Json:
        return {"place": self.place, "agency": self.agency, "span": list(self.span)}

    @classmethod
    def from_json(cls, data: Json) -> Self:
        return cls(data["place"], data["agency"], Span(*data["span"]))


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that plays one part. Parts do not overlap, stand in order, cover all but white space."""

    kind: PartKind
    span: Span

    def to_json(self) -> Json:
        return {"kind": self.kind, "span": list(self.span)}

    @classmethod
    def from_json(cls, data: Json) -> Self:
        return cls(data["kind"], Span(*data["span"]))


@dataclass(frozen=True, slots=True)
class Rendition:
    """One immutable text made from the raw bytes by one version of one extractor."""

    text: str
    extractor: str
    version: str

    @property
    def sha256(self) -> str:
        """Hash of the text in UTF-8 (lone surrogates kept)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Report:
    """One published text: its rendition, and what is known of who published it, where and when.

    ``id`` is a content hash (see `make_id`) unless the caller gives another. ``name`` is the file or address it came
    from, for people. ``raw_sha256`` is the hash of the bytes as they came. ``items`` is where the reports begin,
    but the first, that a round-up has under datelines of their own.
    """

    id: str
    rendition: Rendition
    parts: tuple[Part, ...]
    name: str = ""
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    published: Stamp | None = None
    modified: Stamp | None = None
    captured: Stamp | None = None
    raw_sha256: str = ""
    media_type: str = "text/plain"
    language: str | None = None
    items: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The text that every span of this report indexes."""
        return self.rendition.text

    @property
    def heading(self) -> str:
        """The title; of a report without one the words that its body opens with, else its name."""
        body = next((part.span.quote(self.text) for part in self.parts if part.kind == "body"), "")
        words = " ".join(body[: 2 * _HEADING].split())
        opening = words if len(words) <= _HEADING else f"{words[:_HEADING].rsplit(' ', 1)[0]} …"
        return self.title or opening or self.name

    @property
    def publisher(self) -> str:
        """The outlet; of a report that does not tell it the last part of its name, its file's, else its id."""
        return self.outlet or self.name.rstrip("/").rpartition("/")[2] or self.id

    def to_json(self) -> Json:
        def made(item: Stamp | Dateline | None) -> Json | None:
            return item.to_json() if item else None

        return {
            "id": self.id,
            "name": self.name,
            "outlet": self.outlet,
            "url": self.url,
            "title": self.title,
            "byline": self.byline,
            "dateline": made(self.dateline),
            "published": made(self.published),
            "modified": made(self.modified),
            "captured": made(self.captured),
            "media_type": self.media_type,
            "language": self.language,
            "raw_sha256": self.raw_sha256,
            "rendition": {
                "sha256": self.rendition.sha256,
                "extractor": self.rendition.extractor,
                "version": self.rendition.version,
            },
            "parts": [part.to_json() for part in self.parts],
            "items": list(self.items),
            "text": self.text,
        }

    @classmethod
    def from_json(cls, data: Json) -> Self:
        def stamp(key: str) -> Stamp | None:
            return Stamp.from_json(data[key]) if data.get(key) else None

        made = data["rendition"]
        return cls(
            id=data["id"],
            rendition=Rendition(data["text"], made["extractor"], made["version"]),
            parts=tuple(Part.from_json(part) for part in data["parts"]),
            name=data["name"],
            outlet=data["outlet"],
            url=data["url"],
            title=data["title"],
            byline=data["byline"],
            dateline=Dateline.from_json(data["dateline"]) if data.get("dateline") else None,
            published=stamp("published"),
            modified=stamp("modified"),
            captured=stamp("captured"),
            raw_sha256=data["raw_sha256"],
            media_type=data["media_type"],
            language=data["language"],
            items=tuple(data.get("items", ())),
        )


def make_id(rendition: Rendition, outlet: str | None, url: str | None, published: Stamp | None) -> str:
    """The id of a report: 16 hex digits over text, outlet, address and date of publication."""
    facts = "\x1f".join((rendition.sha256, outlet or "", url or "", published.value if published else ""))
    return hashlib.sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()[:16]
