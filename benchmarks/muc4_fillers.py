"""Fillers of the five MUC-4 roles, as the model's head for them has it, with what the report's claims say of each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from standoff.records import EVENT_TYPES, Claim, Reading, Span

DATA = Path(__file__).parent / "data"
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


@dataclass(frozen=True, slots=True)
class Filler:
    """A filled role: its words, how likely it is (0 to 1), its event's type, and the claim of the same words if any."""

    role: str
    words: str
    span: Span
    score: float
    kind: str
    claim: Claim | None = None


@cache
def tables(name: str) -> dict[str, Any]:
    """One of the data files."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


def fillers(reading: Reading) -> list[Filler]:
    """Every filled role of a report, in text order; none where the reader has no head for roles."""
    if reading.roles is None:
        return []
    table, kinds = reading.roles.spans, reading.roles.types.argmax(1)
    made = []
    for row, (first, last) in enumerate(table.bounds.tolist()):
        span = reading.span(first, last)
        words = " ".join(reading.report.text[span.start : span.end].split())
        made.append(
            Filler(table.names[table.labels[row]], words, span, float(table.scores[row]),
                   EVENT_TYPES[kinds[row]], _claim(reading, span))
        )  # fmt: skip
    return made


def _claim(reading: Reading, span: Span) -> Claim | None:
    """The claim whose words these are, the surest of several."""
    said = [claim for claim in reading.claims if any(place.touches(span) for place in claim.evidence)]
    return max(said, key=lambda claim: claim.score, default=None)
