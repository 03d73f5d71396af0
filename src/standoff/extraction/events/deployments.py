"""Patrols, cordons and troops put in place are a deployment, though who is put there might raid (gold/DECISIONS.md).

Invariant: only raids change, and only those of which every sentence tells of such and none of a deed of force.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.events.wording import has_any, sentences_of
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point


def put_in_place(page: Page, points: Sequence[Point], kind: str) -> str:
    """The type of an event with these points: a raid as a deployment where nothing is done but to stand guard."""
    if kind != "raid":
        return kind
    guard, force = (word_set("events", "deployments", key) for key in ("words", "force"))
    told = all(has_any(forms, guard) and not has_any(forms, force) for forms in sentences_of(page, points))
    return "deployment" if told else kind
