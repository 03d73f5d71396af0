"""How sure the model must be of a claim of some slots: unsure ones are false more often than right.

The least scores are in ``idle.toml``, with how they were found. Invariant: what a rule over the tree found stays, and
so does a claim that is said twice and surely once.
"""

from __future__ import annotations

from collections.abc import Iterable

from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Row
from standoff.records import Claim


def sure(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that are sure enough, in their order."""
    least = section("idle", "least")
    return [claim for claim in claims if claim.score >= least.get(claim.slot, 0.0)]


def is_unsure(row: Row) -> bool:
    """Whether the model is too unsure of a row for it to stand by itself; no rule found it or put it right."""
    return not row.rule and row.score < section("idle", "least").get(row.slot, 0.0)
