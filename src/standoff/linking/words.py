"""Words of a report and how much each tells reports apart (inverse document frequency; Spärck Jones 1972).

Invariant: the frequencies are of a fixed table that ships with the package, so that the weight of a word does not
depend on which reports came before.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter
from functools import cache
from importlib.resources import files

from standoff.errors import StandoffError

Weights = dict[str, float]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_LOWEST = 0.5  # documents: what a word that the table lacks counts as
_KEPT = 150  # terms a report: enough for cosines to stay within .01 of those of all terms


def tokens(text: str) -> list[str]:
    """Words and whole numbers of a text, lower case, without possessive endings."""
    return [_plain(word) for word in _WORD.findall(text)]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


@cache
def _table() -> tuple[int, dict[str, int]]:
    """How many documents were counted, and in how many of them each word stands."""
    where = files("standoff.linking") / "data" / "word_counts.gz"
    try:
        lines = gzip.decompress(where.read_bytes()).decode("utf-8").splitlines()
        counts = dict(line.split("\t") for line in lines if not line.startswith("#"))
        return int(counts.pop("")), {word: int(count) for word, count in counts.items()}
    except (OSError, ValueError, KeyError) as error:
        raise StandoffError(
            f"linking/data/word_counts.gz cannot be read: {error}; install standoff again"
        ) from error


def rarity(word: str) -> float:
    """The natural logarithm of how many times rarer than "in every document" a word is; 0 or more."""
    documents, counts = _table()
    return math.log((documents + 1) / (counts.get(word, 0) + _LOWEST)) if word else 0.0


def weighed(counts: Counter[str], kept: int = _KEPT) -> Weights:
    """Weights of words, of unit length: ``(1 + ln count) · rarity``, the ``kept`` heaviest, heaviest first."""
    raw = {word: (1 + math.log(count)) * rarity(word) for word, count in counts.items()}
    heaviest = sorted(raw.items(), key=lambda item: (-item[1], item[0]))[:kept]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {word: weight / length for word, weight in heaviest if weight > 0}


def cosine(one: Weights, other: Weights) -> float:
    """How alike two sets of weights of unit length are, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return min(1.0, sum(weight * other[word] for word, weight in one.items() if word in other))
