"""Who did it tells a raid from an attack: forces of the state raid, gunmen and rebels attack (CLAIMS.md, section 2).

Where police shoot they raid; soldiers who kill may as well fight or massacre, which is no raid.

Invariant: only raids and attacks change, and only where somebody is read or said to have done it.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.events.wording import has_any, sentences_of
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point

_BACK, _ON = 3, 5  # "shot and killed by two young officers": how far the deed and the doer may be from "by"


def by_side(page: Page, points: Sequence[Point], kind: str) -> str:
    """The type of an event with these points: a raid by none but gunmen an attack, an attack in which none but police
    shot, or that a sentence calls a police shooting or has forces of the state shoot in, a raid."""
    if kind not in ("raid", "attack"):
        return kind
    actors = {page.forms[top_of(page, point.at)] for point in points if point.slot == "actor"}
    if (
        kind == "raid"
        and actors.isdisjoint(word_set("events", "sides", "forces"))
        and not actors.isdisjoint(word_set("events", "sides", "others"))
    ):
        return "attack"
    if kind == "attack" and (
        (actors and actors <= word_set("events", "sides", "police") and _shot(page, points))
        or _shot_by_forces(page, points)
    ):
        return "raid"
    return kind


def _shot(page: Page, points: Sequence[Point]) -> bool:
    """Whether a sentence of the event tells of shots or of a killing."""
    deeds = word_set("events", "sides", "shots")
    return any(has_any(forms, deeds) for forms in sentences_of(page, points))


def _shot_by_forces(page: Page, points: Sequence[Point]) -> bool:
    """Whether a sentence of the event calls it a police shooting, or has somebody shot by forces of the state."""
    return any(map(_names_raid, sentences_of(page, points)))


def _names_raid(forms: Sequence[str]) -> bool:
    """Whether a sentence has "police shooting", or "shot by" with forces of the state within a few words."""
    forces = word_set("events", "sides", "forces")
    if has_any(forms, word_set("events", "sides", "named_raids")):
        return True
    return any(
        word == "by" and "shot" in forms[max(0, i - _BACK) : i] and not forces.isdisjoint(forms[i : i + _ON])
        for i, word in enumerate(forms)
    )
