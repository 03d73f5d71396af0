"""What the rest of the house may ask of a database, and what it answers with. Imports no database."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Protocol

from standoff.records import Reading, Span
from standoff.records.claims import Certainty, Polarity, Realis
from standoff.records.incidents import Card, Copy, Digest, Link


@dataclass(frozen=True, slots=True)
class Summary:
    """One line about a stored report. ``published`` and ``added`` are ISO 8601; ``claims`` is how many it has."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    published: str | None
    claims: int
    added: str

    def to_json(self) -> dict[str, str | int | None]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Snippet:
    """A short stretch of words around what was searched for; ``marks`` are the found words, indexing ``text``."""

    text: str
    marks: tuple[Span, ...] = ()

    def to_json(self) -> dict[str, object]:
        return {"text": self.text, "marks": [list(mark) for mark in self.marks]}


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A claim in whose quote, value or sources the words were found, and how it is said. ``sources`` are the names of
    the chain, outermost first."""

    id: str
    slot: str
    value: str
    sources: str
    polarity: Polarity
    certainty: Certainty
    realis: Realis
    quote: Snippet

    def to_json(self) -> dict[str, object]:
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**plain, "quote": self.quote.to_json()}


@dataclass(frozen=True, slots=True)
class Hit:
    """A report in which the words were found: in its text (``snippet``), in its claims, or in both."""

    report: Summary
    snippet: Snippet | None
    claims: tuple[ClaimHit, ...]

    def to_json(self) -> dict[str, object]:
        return {
            "report": self.report.to_json(),
            "snippet": self.snippet.to_json() if self.snippet else None,
            "claims": [claim.to_json() for claim in self.claims],
        }


class Incidents(Protocol):
    """How stored reports belong together. Every method raises `StoreError` when the database fails it."""

    def unlinked(self) -> list[str]:
        """Ids of the reports that have not been compared with the others, in order."""

    def candidates(self, digest: Digest) -> list[Digest]:
        """The stored reports that are worth comparing with this one (`standoff.linking.candidates`)."""

    def sharing_text(self, digest: Digest) -> list[Digest]:
        """The stored reports that may be copies of this one (`standoff.linking.copies`)."""

    def compare(
        self,
        digest: Digest,
        linked: Callable[[list[Digest]], Iterable[Link]],
        copied: Callable[[list[Digest]], Iterable[Copy]],
    ) -> None:
        """`relate` a report with its links to its `candidates` and its copies among those `sharing_text`; nobody else
        writes between the looking and the storing."""

    def relate(self, digest: Digest, links: Iterable[Link], found: Iterable[Copy]) -> None:
        """Store a report's digest, links and copies, and give codes to the incidents that it touches: once."""

    def incidents(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every incident's code and reports, in the order of codes."""

    def incident(self, start: str) -> tuple[str, tuple[str, ...]]:
        """The incident that a code, or its beginning, names or leads to. Raises `NotFound`."""

    def cards(self, names: Collection[str]) -> list[Card]:
        """What it takes to list incidents with these reports, in the order of their ids."""

    def codes(self, names: Collection[str]) -> dict[str, str]:
        """The code of the incident that each of these reports tells of."""

    def copies(self, names: Collection[str]) -> list[Copy]:
        """The copies among these reports."""

    def links(self, names: Collection[str]) -> list[Link]:
        """The links among these reports, strongest first."""


class Store(Protocol):
    """A place for readings. Every method raises `StoreError` when the database fails it."""

    @property
    def incidents(self) -> Incidents:
        """How the reports belong together."""

    def known(self, ids: Collection[str]) -> frozenset[str]:
        """Those of the report ids that are stored."""

    def add(self, reading: Reading) -> bool:
        """Store a report and its reading in one transaction; whether it was new.

        A report that is there already is left as it is. Raises `InputError` when the reading contradicts itself.
        """

    def resolve(self, start: str) -> str:
        """The one report id that begins so. Raises `NotFound` when none does, or more than one."""

    def reading(self, report_id: str) -> Reading:
        """The reading of a stored report, equal to the one added. Raises `NotFound`."""

    def reports(self) -> Iterator[Summary]:
        """All reports by date of publication, then outlet and id; those without a date come last."""

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Reports whose text or claims hold all the words, best first.

        Words are matched by their stem, without accents or case; ``"in quotes"`` asks for a phrase and ``word*`` for a
        beginning.
        """

    def close(self) -> None:
        """Let go of the database. Closing twice does nothing."""
