"""Weapons that nobody rides did nothing by themselves: "[a drone] dropped a grenade" tells what it was done with.

The words are in ``weapons.toml``. Invariant: only actors change their slot, and none is left that such a word ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.slots.row import Row

_RULE = "what it was done with, and not who did it"


def with_unmanned(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, actors that are unmanned weapons as weapons, once each."""
    words = word_set("weapons", "unmanned", "words")
    weapons = [row.at for row in rows if row.slot == "weapon"]
    unmanned = [row for row in rows if row.slot == "actor" and page.forms[row.at.last - 1] in words]
    again = {row for row in unmanned if any(at.meets(row.at) for at in weapons)}
    return [
        row._replace(slot="weapon", rule=_RULE) if row in unmanned else row
        for row in rows
        if row not in again
    ]
