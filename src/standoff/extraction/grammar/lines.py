"""A sentence by itself, as rules for one sentence read it.

Invariant: words are counted from the sentence's first; all lists are as long as the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from standoff.extraction.values.cardinals import Spelt


class Line(NamedTuple):
    """One sentence: its words as they stand and in lower case, their tags, and their heads counted within it, -1 for a
    root."""

    words: Spelt
    forms: Spelt
    tags: list[str]
    heads: list[int]


def says(forms: Iterable[str], phrases: Iterable[str]) -> bool:
    """Whether words in lower case hold one of some phrases."""
    padded = f" {' '.join(forms)} "
    return any(f" {phrase} " in padded for phrase in phrases)


def line_of(
    words: Spelt, forms: Sequence[str], tags: list[str], heads: Sequence[int], at: tuple[int, int]
) -> Line:
    """The words of a text from ``at[0]`` up to but not ``at[1]``, with their tags and heads."""
    first, last = at
    lower = words.lower[first:last]
    return Line(
        Spelt.of(words[first:last], lower),
        Spelt.of(forms[first:last], lower),
        tags[first:last],
        [head - first if head >= 0 else -1 for head in heads[first:last]],
    )
