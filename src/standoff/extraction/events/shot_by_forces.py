"""Police who shoot raid (gold/DECISIONS.md), though the words for it name an attack: "shot dead by two deputies".

Invariant: "shot by" counts with forces of the state within a few words, and so does each name for such a raid.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from standoff.extraction.lexicon import word_set

_BACK, _ON = 3, 5  # "shot and killed by two young officers": how far the deed and the doer may be from "by"


def shot_by_forces(sentences: Sequence[Sequence[str]]) -> int:
    """One where a sentence calls it a police shooting or has somebody shot by forces of the state, else none."""
    return int(any(map(_names_raid, sentences)))


def _names_raid(forms: Sequence[str]) -> bool:
    named, forces = (word_set("signs", "lists", key) for key in ("named_raids", "forces"))
    if not named.isdisjoint(f"{first} {second}" for first, second in pairwise(forms)):
        return True
    return any(
        word == "by" and "shot" in forms[max(0, i - _BACK) : i] and not forces.isdisjoint(forms[i : i + _ON])
        for i, word in enumerate(forms)
    )
