"""Why a claim is there, step by step, as what made it tells. `standoff.extraction.explain` makes it.

Invariant: an explanation holds nothing that the making of its claim did not use, but for paths through the tree, which
show how its words hang together.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal, NamedTuple

from standoff.records.claims import Claim, Event

Json = dict[str, Any]


class Reason(NamedTuple):
    """One step of a rule: what it did, and the lexicon's entry that decided ("numbers.toml: intervals.several")."""

    rule: str
    entry: str = ""


class Quoted(NamedTuple):
    """Words of the report and where they stand."""

    text: str
    start: int
    end: int


class Node(NamedTuple):
    """A word on a path through the tree, and how the path came to it: ``up`` to a head or ``down`` to a dependent.

    ``relation`` is that between the word before and this one; both are empty for the first word.
    """

    word: str
    way: Literal["", "up", "down"]
    relation: str


class Share(NamedTuple):
    """A name with the probability that the model gives it, 0 to 1."""

    name: str
    share: float


class Scored(NamedTuple):
    """A name with its score and the parts that it is the sum of, by name."""

    name: str
    score: float
    parts: dict[str, float]


@dataclass(frozen=True, slots=True)
class Path:
    """The way through the tree from the words of a claim to others; no nodes where those are ``apart`` sentences."""

    to: str
    target: Quoted
    nodes: tuple[Node, ...]
    apart: int = 0


@dataclass(frozen=True, slots=True)
class HedgeReason:
    """Words that weaken or deny, what they weaken, what they make of the claim, and where the lexicon has them."""

    words: Quoted
    level: str
    label: str
    entry: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a claim is said: its words and sentence, what found it, and what decided value and manner.

    ``slot``, ``types`` and ``learned`` are the model's scores, 0 to 1, of the slot, of event types (the likeliest few)
    and of each polarity, certainty and realis; empty where the tree found it. ``polarity`` and ``realis`` are what each
    label but the usual one scored: the highest over 0 wins, else the usual one stays.
    """

    words: Quoted
    sentence: Quoted
    found_by: str
    slot: float
    types: tuple[Share, ...]
    learned: tuple[Share, ...]
    value: tuple[Reason, ...]
    hedges: tuple[HedgeReason, ...]
    polarity: tuple[Scored, ...]
    realis: tuple[Scored, ...]
    tense: str
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class LinkReason:
    """One link of the chain: its source, its words, the cue with its act and lexicon entry, and what found it.

    ``score`` is the model's for the cue, 0 to 1, or ``None`` where the tree found it.
    """

    attribution: str
    name: str
    identification: str
    kind: str
    source: tuple[Quoted, ...]
    cue: tuple[Quoted, ...]
    act: str
    negated: bool
    entry: str
    found_by: str
    score: float | None
    content: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class NamedBy:
    """A word that names an event's type, and the trigger of the ontology that it is."""

    words: Quoted
    trigger: str


@dataclass(frozen=True, slots=True)
class Kinship:
    """How well the claim's words go with those of an event: the mean score over its other slots; above 0 is together.

    ``closest`` is the best pair, by the words of the other slot, with the parts of its score.
    """

    event: str
    slots: int
    mean: float
    closest: Scored


@dataclass(frozen=True, slots=True)
class EventReason:
    """Why the claim is of its event: kinship with it and with the next best; and why the event has its type.

    ``types`` are the best few with what model and words say for each.
    """

    event: Event
    own: Kinship | None
    other: Kinship | None
    types: tuple[Scored, ...]
    named_by: tuple[NamedBy, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim is there. ``mentions`` begins with the one that says most; ``links`` is outermost first."""

    report: str
    claim: Claim
    mentions: tuple[Mention, ...]
    links: tuple[LinkReason, ...]
    event: EventReason

    def to_json(self) -> Json:
        """All of it as plain data; scores with four decimals."""
        return {
            "report": self.report,
            "claim": self.claim.to_json(),
            "mentions": _plain(self.mentions),
            "links": _plain(self.links),
            "event": _plain(self.event) | {"event": self.event.event.to_json()},
        }


def _plain(item: Any) -> Any:
    if is_dataclass(item):
        return {field.name: _plain(getattr(item, field.name)) for field in fields(item)}
    if isinstance(item, tuple) and hasattr(item, "_asdict"):
        return {name: _plain(part) for name, part in item._asdict().items()}
    if isinstance(item, tuple):
        return [_plain(part) for part in item]
    if isinstance(item, dict):
        return {name: _plain(part) for name, part in item.items()}
    return round(item, 4) if isinstance(item, float) else item
