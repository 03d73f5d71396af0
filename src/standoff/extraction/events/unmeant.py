"""Shootings that nobody meant: accidents, though guns and shots name attacks (gold/DECISIONS.md, "Settled later").

Most sentences of such a report tell of shots and wounds like those of any other. Invariant: only attacks change, and
only in a report that says more than once that it was by accident.
"""

from __future__ import annotations

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set

_TIMES = 2  # one mention may be of another case, or a guess that police rule out


def unmeant(page: Page, kind: str) -> str:
    """The type of an event, an attack as an accident where the report tells of one that nobody meant."""
    told = len(page.where(word_set("events", "mishaps", "unmeant"))) if kind == "attack" else 0
    return "accident" if told >= _TIMES else kind
