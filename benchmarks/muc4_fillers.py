"""Candidates for the five MUC-4 roles, from what a reading says, and how likely each is.

`fillers` is the one function to replace when the model has a head for these roles. Its rules look at slots, event types
and entities; their weights are a logistic regression's (`fit_muc4.py`) and stand in ``data/muc4_weights.toml``.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from standoff.records import Claim, Quantity, Reading, Span

DATA = Path(__file__).parent / "data"
_ACRONYM = 5  # letters
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may fill a role: where they stand, whose claim they come from, and what is known of them."""

    words: str
    span: Span
    claim: Claim
    roles: tuple[str, ...]
    features: dict[str, float]


@dataclass(frozen=True, slots=True)
class Filler:
    """A filled role. ``event`` is the id of the reading's event."""

    role: str
    words: str
    span: Span
    event: str
    score: float
    claim: Claim


@cache
def tables(name: str) -> dict[str, Any]:
    """One of the data files."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


def fillers(reading: Reading) -> list[Filler]:
    """Every filled role of a report, in text order: the likeliest role of each candidate, if it is likely enough."""
    return [
        Filler(role, found.words, found.span, found.claim.event, score, found.claim)
        for found in candidates(reading)
        for score, role in [max((probability(found, role), role) for role in found.roles)]
        if score >= tables("muc4_weights")["thresholds"][role]
    ]


def probability(found: Candidate, role: str) -> float:
    """How likely a candidate fills a role, 0 to 1."""
    weights = tables("muc4_weights")["weights"][role]
    total = sum(weights.get(name, 0.0) * value for name, value in found.features.items())
    return 1 / (1 + math.exp(-total))


def candidates(reading: Reading) -> list[Candidate]:
    """What the claims of a reading offer, each stretch of words once a slot."""
    standing = {event.id: event.standing for event in reading.events}
    kinds = _kinds(reading)
    offered = tables("muc4")["slots"]
    made: dict[tuple[Span, str], Candidate] = {}
    told, text = _told(reading), reading.report.text.lower()
    for claim in reading.claims:
        words = _words(claim)
        if claim.slot in offered and words:
            features = dict(_features(claim, words, standing[claim.event], kinds)) | told
            features["named"] = math.log1p(text.count(words.lower()))
            found = Candidate(words, claim.evidence[0], claim, tuple(offered[claim.slot]), features)
            made.setdefault((found.span, claim.slot), found)
    return list(made.values())


def _words(claim: Claim) -> str:
    """The words for the party or thing; of a toll those for whom it counts."""
    if isinstance(claim.value, Quantity):
        return claim.value.party or ""
    return str(claim.value)


def _kinds(reading: Reading) -> dict[int, str]:
    """The entity type of the smallest entity that ends at each character."""
    table, found = reading.entities, dict[int, str]()
    for (first, last), label in zip(table.bounds.tolist(), table.labels.tolist(), strict=True):
        found[reading.span(first, last).end] = table.names[label]  # the smaller come later
    return found


def _told(reading: Reading) -> dict[str, float]:
    """What the whole report is like: how much of it is told of violence, and of other things."""
    violent = set(tables("muc4")["incidents"])
    types = [claim.type in violent for claim in reading.claims]
    share = sum(types) / len(types) if types else 0.0
    main = any(event.standing == "main" and event.type in violent for event in reading.events)
    return {"violent share": share, "violent main": float(main), "log claims": math.log1p(len(types))}


def _features(claim: Claim, words: str, standing: str, kinds: dict[int, str]) -> Iterator[tuple[str, float]]:
    yield "bias", 1.0
    yield "score", claim.score
    yield f"slot {claim.slot}", 1.0
    yield f"type {claim.type}", 1.0
    yield f"slot {claim.slot} type {claim.type}", 1.0
    yield f"realis {claim.realis}", 1.0
    yield f"polarity {claim.polarity}", 1.0
    yield f"standing {standing}", 1.0
    kind = kinds.get(claim.evidence[0].end, "none")
    yield f"entity {kind}", 1.0
    yield f"entity {kind} slot {claim.slot}", 1.0
    yield f"entity {kind} type {claim.type}", 1.0
    yield "attributed", float(bool(claim.chain))
    yield "early", 1 / (1 + claim.evidence[0].start / 500)
    lower = words.lower().split()
    yield "length", float(min(len(lower), 8)) / 8
    yield "acronym", float(len(lower) == 1 and kind == "organization" and len(words) <= _ACRONYM)
    for name, listed in tables("muc4")["words"].items():
        if _is_listed(lower, listed):
            yield f"words {name}", 1.0
            yield f"words {name} slot {claim.slot}", 1.0


def _is_listed(words: list[str], listed: list[str]) -> bool:
    return any(word.startswith(stem) for word in words for stem in listed)
