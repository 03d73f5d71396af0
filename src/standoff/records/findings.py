"""What the claims of an incident add up to: origins, values, findings. DESIGN.md section 3.

Invariant: a finding names every claim that it rests on, so that each can be shown in its report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from standoff.records.claims import Certainty, Polarity
from standoff.records.values import Value

Json = dict[str, Any]

Status = Literal["agreed", "disputed", "single_source", "denied", "revised"]
Relation = Literal["equal", "compatible", "contradictory"]


class ClaimRef(NamedTuple):
    """A claim by its report's id and its own."""

    report: str
    claim: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The innermost source of a chain, over all reports that relay it.

    ``key`` tells origins apart; ``name`` is for people; ``through`` are the names it was relayed by, outermost first,
    of the first report (of one without a name, those that vouch for it); ``bloc`` is the party that reports themselves
    tie it to (a country's state bodies, say), or "".
    """

    key: str
    name: str
    kind: str
    through: tuple[str, ...] = ()
    bloc: str = ""

    def to_json(self) -> Json:
        return {
            "name": self.name,
            "kind": self.kind,
            "through": list(self.through),
            **({"bloc": self.bloc} if self.bloc else {}),
        }


@dataclass(frozen=True, slots=True)
class Standpoint:
    """One value of a finding: who says so, and since when and until when it was said (ISO 8601, as published).

    ``claims`` are in the order of publication. ``certainty`` is how firmly it is said by whoever says it most firmly;
    ``reserved`` are those of the origins who say it with reserve only ("may have", "probably").

    ``credibility`` is the Admiralty scale of information (1 confirmed … 6 cannot be judged), from origins and
    contradictions alone (`standoff.weighing.grades`). ``implied_by`` are further origins, which say a finer value: who
    says "five" says "three or more". ``past``: a later value took its place, of its own source or as the count went on.
    """

    value: Value
    polarity: Polarity
    origins: tuple[Origin, ...]
    claims: tuple[ClaimRef, ...]
    since: str | None
    until: str | None
    credibility: int
    implied_by: tuple[Origin, ...] = ()
    past: bool = False
    certainty: Certainty = "certain"
    reserved: tuple[Origin, ...] = ()
    added: bool = False
    status: Status | None = None

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that say it, each once, in the order of their ids."""
        return tuple(sorted({ref.report for ref in self.claims}))

    def to_json(self) -> Json:
        return {
            "value": self.value.to_json() | ({"polarity": "denied"} if self.polarity == "denied" else {}),
            "origins": [origin.to_json() for origin in self.origins],
            "implied_by": [origin.to_json() for origin in self.implied_by],
            "claims": [list(ref) for ref in self.claims],
            "reports": list(self.reports),
            "since": self.since,
            "until": self.until,
            "credibility": self.credibility,
            "past": self.past,
            "certainty": self.certainty,
            "reserved": [origin.to_json() for origin in self.reserved],
            "added": self.added,
            "status": self.status,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """What an incident's claims on one slot (and party) add up to; ``rule`` says why, ``explanation`` is one checkable
    line a step, the rule last."""

    slot: str
    party: str | None
    status: Status
    values: tuple[Standpoint, ...]
    explanation: tuple[str, ...] = ()
    rule: str = ""

    def to_json(self) -> Json:
        return {
            "slot": self.slot,
            "party": self.party,
            "status": self.status,
            "values": [value.to_json() for value in self.values],
            "rule": self.rule,
            "explanation": list(self.explanation),
        }
