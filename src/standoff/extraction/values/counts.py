"""One number or one noun phrase to its interval, with whom it counts and what decided it.

Invariant: where both ends are there, ``low <= high``; nothing is taken from outside the stretch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.extraction.grammar.phrases import Phrase, is_several, phrase_at
from standoff.extraction.values.numeral import Numeral
from standoff.extraction.values.parties import party_after, party_of, spoken
from standoff.records.explanation import Reason

_NEGATIONS = frozenset(["not", "n't", "never", "nor", "cannot"])
SEVERAL = (2, None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words in three forms, and the stretch asked for."""

    words: Sequence[str]
    lower: tuple[str, ...]
    tags: Sequence[str]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Count:
    """An interval, the words that say it and whom it counts, and what decided it."""

    low: int | None
    high: int | None
    approx: bool
    first: int
    last: int
    party: str | None
    why: tuple[Reason, ...]


def of_numeral(text: Sentence, numeral: Numeral) -> Count:
    """The count that a number says, with the noun phrase after it."""
    low, high = numeral.low, numeral.high
    at = numeral.last
    while (
        at < text.last
        and text.lower[at] in ("more", "other", "others")
        and text.lower[at + 1 : at + 2] == ("of",)
    ):
        at += 1
    party = party_after(text.words, text.tags, at, text.last)
    phrase = _phrase_after(text, at)
    last = phrase.last if phrase else numeral.last
    return Count(low, high, numeral.approx, numeral.first, last, party, _told_by(text, numeral))


def _told_by(text: Sentence, numeral: Numeral) -> tuple[Reason, ...]:
    said = f"the number “{spoken(text.words, numeral.first, numeral.last)}”"
    if not numeral.entries:
        return (Reason(f"{said}, in figures"),)
    return tuple(Reason(said, f"numbers.toml: {entry}") for entry in numeral.entries)


def _phrase_after(text: Sentence, at: int) -> Phrase | None:
    if text.lower[at : at + 1] == ("of",):
        at += 1
    return phrase_at(text.lower, text.tags, at, text.last)


def of_phrase(text: Sentence, phrase: Phrase) -> Count:
    """The count that a noun phrase without a number says: one, several, or nobody."""
    low, high = SEVERAL if is_several(text.words, text.tags, phrase) else (1, 1)
    if _is_negated(text, phrase):
        low, high = 0, 0
    end = phrase.last
    party = party_of(text.words, text.tags, phrase, text.last)
    said = spoken(text.words, phrase.first, phrase.last)
    many = {0: "nobody", 1: "one"}.get(low, "several, two or more")
    return Count(low, high, False, phrase.first, end, party, (Reason(f"no number: “{said}” is {many}"),))


def _is_negated(text: Sentence, phrase: Phrase) -> bool:
    """ "had not arrested a suspect": none."""
    opener = text.lower[phrase.first]
    return opener in ("a", "an", "any", "anyone", "anybody") and any(
        word in _NEGATIONS for word in text.lower[text.first : phrase.first]
    )
