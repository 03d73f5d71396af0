"""Who says what about which point of which event. CLAIMS.md is the contract for every name here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Self, get_args

from standoff.records.report import Span
from standoff.records.values import Value, value_from_json

Json = dict[str, Any]

Identification = Literal["named", "role", "group", "anonymous", "bare", "implicit"]
Kind = Literal[
    "media", "agency", "official", "party", "witness", "relative", "expert",
    "organisation", "document", "imagery", "social", "journalist", "unknown",
]  # fmt: skip
Act = Literal["says", "claims", "confirms", "denies", "cites", "shows", "accuses", "declines"]
Polarity = Literal["affirmed", "denied"]
Certainty = Literal["certain", "probable", "possible", "unspecified"]
Realis = Literal["actual", "ongoing", "intended", "hypothetical"]
Level = Literal["source", "act", "value"]
Standing = Literal["main", "related", "background"]

IDENTIFICATIONS: tuple[Identification, ...] = get_args(Identification)
KINDS: tuple[Kind, ...] = get_args(Kind)
ACTS: tuple[Act, ...] = get_args(Act)
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
REALES: tuple[Realis, ...] = get_args(Realis)
EVENT_TYPES = (
    "attack", "bombing", "strike", "clash", "hostage_taking", "abduction", "assassination", "raid", "release",
    "arrest", "charge", "verdict", "plot", "protest", "riot", "deployment", "destruction", "accident", "disaster",
    "agreement", "statement", "other",
)  # fmt: skip
TOLL_SLOTS = ("killed", "injured", "unharmed", "missing", "captive", "freed", "arrested", "displaced")
COUNT_SLOTS = frozenset((*TOLL_SLOTS, "actor_count", "target_count"))
SLOTS = (
    "actor", "actor_count", "affiliation", "target", "target_count", *TOLL_SLOTS, "weapon", "place", "time",
    "claimant", "suspect", "motive", "charge", "sentence", "damage", "response", "status", "observation",
)  # fmt: skip


def _spans(data: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in data)


def source_name(name: str, identification: str) -> str:
    """What to call a source before people: an implicit one has the words of its telling for a name."""
    if identification == "implicit":
        return f"no source named (“{name}”)" if name else "no source named"
    return name or "unnamed source"


@dataclass(frozen=True, slots=True)
class Source:
    """A party that says things, as one report shows it.

    ``spans`` are the words that stand for it here (a pronoun, say); ``name`` is resolved to the fullest mention;
    ``described`` holds what the report calls it ("state-funded news channel"). An implicit source has no spans.
    """

    name: str
    identification: Identification
    kind: Kind
    spans: tuple[Span, ...] = ()
    described: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """What to call it before people, as `source_name` has it."""
        return source_name(self.name, self.identification)

    def link(self) -> Json:
        """The source as a chain shows it."""
        return {"name": self.name, "identification": self.identification, "kind": self.kind}

    def to_json(self) -> Json:
        return {
            "spans": [list(span) for span in self.spans],
            **self.link(),
            "described": list(self.described),
        }

    @classmethod
    def from_json(cls, data: Json) -> Self:
        return cls(
            data["name"],
            data["identification"],
            data["kind"],
            _spans(data.get("spans", [])),
            tuple(data.get("described", ())),
        )


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of saying: source, cue and content, inside the link that encloses it (``within``, an id).

    ``negated`` tells that the act was not done: who "could not verify" a thing ``confirms`` nothing.
    """

    id: str
    within: str | None
    source: Source
    cue: tuple[Span, ...]
    act: Act
    content: tuple[Span, ...]
    negated: bool = False

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "within": self.within,
            "source": self.source.to_json(),
            "cue": {"spans": [list(span) for span in self.cue]},
            "act": self.act,
            "negated": self.negated,
            "content": {"spans": [list(span) for span in self.content]},
        }

    @classmethod
    def from_json(cls, data: Json) -> Self:
        return cls(
            data["id"],
            data["within"],
            Source.from_json(data["source"]),
            _spans(data["cue"]["spans"]),
            data["act"],
            _spans(data["content"]["spans"]),
            data.get("negated", False),
        )


@dataclass(frozen=True, slots=True)
class Event:
    """One happening in one report. ``e1`` is what the report is mainly about."""

    id: str
    type: str
    trigger: tuple[Span, ...]
    standing: Standing = "main"

    def to_json(self) -> Json:
        trigger = [list(span) for span in self.trigger]
        return {"id": self.id, "type": self.type, "trigger": trigger, "standing": self.standing}

    @classmethod
    def from_json(cls, data: Json) -> Self:
        return cls(data["id"], data["type"], _spans(data["trigger"]), data.get("standing", "main"))


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken or question, where they stand, and what they weaken: the source, the act, or the value."""

    text: str
    span: Span
    level: Level

    def to_json(self) -> Json:
        return {"text": self.text, "start": self.span.start, "end": self.span.end, "level": self.level}

    @classmethod
    def from_json(cls, data: Json) -> Self:
        return cls(data["text"], Span(data["start"], data["end"]), data["level"])


@dataclass(frozen=True, slots=True)
class Claim:
    """One chain saying one value of one slot of one event, tied to the words that say it.

    ``event`` and ``attribution`` are ids within the report; ``attribution`` is the innermost link, ``None`` for the
    outlet's own voice. ``chain`` is outermost first and leaves the outlet out. ``score`` is the model's, 0 to 1.
    """

    id: str
    event: str
    type: str
    slot: str
    value: Value
    evidence: tuple[Span, ...]
    attribution: str | None = None
    chain: tuple[Source, ...] = ()
    polarity: Polarity = "affirmed"
    certainty: Certainty = "certain"
    realis: Realis = "actual"
    hedges: tuple[Hedge, ...] = ()
    score: float = 1.0

    def renamed(self, name: str, event: str) -> Self:
        """The claim with other ids, its own (``name``) and its event's.

        There are many claims, and `dataclasses.replace` takes twice as long.
        """
        return type(self)(
            name, event, self.type, self.slot, self.value, self.evidence, self.attribution, self.chain,
            self.polarity, self.certainty, self.realis, self.hedges, self.score,
        )  # fmt: skip

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "event": self.event,
            "type": self.type,
            "slot": self.slot,
            "value": self.value.to_json(),
            "evidence": [{"start": span.start, "end": span.end} for span in self.evidence],
            "attribution": self.attribution,
            "chain": [source.link() for source in self.chain],
            "polarity": self.polarity,
            "certainty": self.certainty,
            "realis": self.realis,
            "hedges": [hedge.to_json() for hedge in self.hedges],
            "score": round(self.score, 4),
        }

    @classmethod
    def from_json(cls, data: Json) -> Self:
        return cls(
            data["id"],
            data["event"],
            data["type"],
            data["slot"],
            value_from_json(data["value"]),
            tuple(Span(at["start"], at["end"]) for at in data["evidence"]),
            data["attribution"],
            tuple(Source.from_json(link) for link in data["chain"]),
            data["polarity"],
            data["certainty"],
            data["realis"],
            tuple(Hedge.from_json(hedge) for hedge in data["hedges"]),
            data.get("score", 1.0),
        )
