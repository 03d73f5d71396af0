"""How much of a text's words another text has, in order: precision, recall and F1 of 4-word shingles.

The measure of scrapinghub/article-extraction-benchmark (``evaluate.py``): per page the shingles of four words are
counted on both sides; precision and recall are the means over the pages that have predicted or true shingles, F1
their harmonic mean.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

SHINGLE = 4
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """Means over pages, 0 to 1, and how many pages there are."""

    f1: float
    precision: float
    recall: float
    pages: int


def shingles(text: str, size: int = SHINGLE) -> Counter[tuple[str, ...]]:
    """The shingles of a text and how often each stands in it; a text shorter than one is one shingle."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)) if words)


def agreement(true: str, found: str) -> tuple[int, int, int]:
    """Shingles that both texts have, that only the found has, and that only the true has."""
    wanted, got = shingles(true), shingles(found)
    return (wanted & got).total(), (got - wanted).total(), (wanted - got).total()


def score(true: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """Mean precision and recall over the pages of ``true``; a page that is not found counts as an empty text."""
    counts = [agreement(body, found.get(page, "")) for page, body in true.items()]
    precision = statistics.fmean(_share(both, extra, lost) for both, extra, lost in counts if both + extra)
    recall = statistics.fmean(_share(both, lost, extra) for both, extra, lost in counts if both + lost)
    return Score(2 * precision * recall / (precision + recall), precision, recall, len(counts))


def _share(both: int, missed: int, otherwise: int) -> float:
    return 1.0 if missed == otherwise == 0 else both / (both + missed)
