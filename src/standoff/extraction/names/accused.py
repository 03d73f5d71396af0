"""Who of a report stands accused: the target of an arrest, a charge or a trial, a suspect, who did a crime.

Invariant: a name is accused wherever it stands, if it is anywhere; all else only where the model reads it.
"""

from __future__ import annotations

from standoff.extraction.grammar.page import Page
from standoff.extraction.names.names import Names
from standoff.records import EVENT_TYPES

LEGAL = frozenset(
    ("arrest", "charge", "verdict")
)  # of which the accused is the target (gold/DECISIONS.md, "Slots and values")
_CRIMES = frozenset(
    ("attack", "bombing", "hostage_taking", "abduction", "assassination", "plot", "destruction")
)


class Accused:
    """The accused of a page, by their words."""

    def __init__(self, page: Page, names: Names) -> None:
        table, kinds = page.reading.slots, page.reading.slot_types.argmax(1).tolist()
        facts = zip(table.labels.tolist(), table.bounds.tolist(), kinds, page.faint, strict=True)
        told = [
            (table.names[label], EVENT_TYPES[kind], range(*bounds), missed)
            for label, bounds, kind, missed in facts
        ]
        tried = [(words, missed) for slot, kind, words, missed in told if slot == "target" and kind in LEGAL]
        blamed = [words for words, missed in tried if not missed]
        blamed += [words for slot, kind, words, missed in told if not missed and _is_blamed(slot, kind)]
        self._tried = frozenset(word for words, _ in tried for word in words)
        self._words = frozenset(word for words in blamed for word in words)
        self._names = names
        self._called = frozenset(
            names.fullest(name).tokens for word in self._words if (name := names.by_word.get(word))
        )

    def is_tried(self, word: int) -> bool:
        """Whether a word is one that the model takes for whom the law deals with, be it only just."""
        return word in self._tried

    def is_one(self, word: int) -> bool:
        """Whether a word is of the accused, or of a name that is elsewhere."""
        name = self._names.by_word.get(word)
        return word in self._words or (name is not None and self._names.fullest(name).tokens in self._called)


def _is_blamed(slot: str, kind: str) -> bool:
    return slot == "suspect" or (slot == "actor" and kind in _CRIMES)
