"""Words of an event's sentences: what rules that mend its type look for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from standoff.extraction.grammar.page import Page
from standoff.extraction.trace import Point


def sentences_of(page: Page, points: Sequence[Point]) -> Iterator[Sequence[str]]:
    """The words, in lower case, of each sentence that has a point of an event, in text order."""
    for number in sorted({page.sentence[point.at.first] for point in points}):
        yield page.line(number).forms


def has_any(forms: Sequence[str], words: frozenset[str]) -> bool:
    """Whether one of these words, or of these pairs of words, is among forms."""
    pairs = (f"{first} {second}" for first, second in pairwise(forms))
    return not words.isdisjoint(forms) or not words.isdisjoint(pairs)
