"""Words that tell of tolls, each with its uses: how it says whom it befell, and the slot that it fills."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from standoff.extraction.lexicon import load, section
from standoff.records import TOLL_SLOTS

_SHARED = ("state", "of")  # uses of words for those of whom a share is told


@cache
def toll_uses() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Word to its uses, each with the slot that it fills."""
    found: dict[str, list[tuple[str, str]]] = {}
    for slot in TOLL_SLOTS:
        for use, words in load("tolls").get(slot, {}).items():
            for word in words:
                found.setdefault(word, []).append((use, slot))
    table = section("tolls", "suffers")
    for word in (*table["verbs"], *table["treated"]):
        found.setdefault(word, []).append(("suffers", ""))
    return {word: tuple(uses) for word, uses in found.items()}


@cache
def shared_fates() -> Mapping[str, str]:
    """Words for those of whom a share may be told, each with the slot of their fate."""
    return {
        word: next(slot for use, slot in uses if use in _SHARED)
        for word, uses in toll_uses().items()
        if any(use in _SHARED for use, _ in uses)
    }
