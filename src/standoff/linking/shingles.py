"""Five-word sequences of a text as 64-bit numbers, the same on every machine."""

from __future__ import annotations

import re
from hashlib import blake2b

SIZE = 5
_WORD = re.compile(r"\w+")


def shingles(text: str) -> list[int]:
    """The different five-word sequences of a text, case and punctuation aside, as sorted non-negative numbers."""
    words = [word.lower().encode("utf-8", "surrogatepass") for word in _WORD.findall(text)]
    rows = (b" ".join(words[at : at + SIZE]) for at in range(len(words) - SIZE + 1))
    return sorted({int.from_bytes(blake2b(row, digest_size=8).digest(), "big") >> 1 for row in rows})


def shared(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How many sequences two texts share."""
    return len(set(one).intersection(other))
