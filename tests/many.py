"""Digests of many small invented reports, for tests of what compares reports."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from standoff.linking.shingles import shingles
from standoff.linking.words import tokens, weighed
from standoff.records.incidents import Digest, Spot

TELLIS = Spot(41.25, 12.5, 8.0)
KORVALE = Spot(44.0, 20.0, 8.0)

# Three incidents; reports of one stand together.
REPORTS = {
    "a1": ("Gunmen seized the grain depot in Tellis and hold guards of Ostrany Mills, mayor Ada Lint said.", 740_000),
    "a2": ("Ada Lint, mayor of Tellis, said guards of Ostrany Mills were held at the grain depot by gunmen.", 740_001),
    "a3": ("Police freed the Ostrany Mills guards from the Tellis depot, mayor Ada Lint told reporters.", 740_002),
    "b1": ("A ferry with pilgrims capsized off Korvale harbour near Saint Orlo, captain Mirko Vane said.", 740_001),
    "b2": ("Captain Mirko Vane said pilgrims drowned when the ferry capsized off Korvale and Saint Orlo.", 740_003),
    "c1": ("Lawmakers in Brennick passed the pension bill that minister Joss Harrow had drafted.", 740_000),
}  # fmt: skip


def digest(name: str, text: str, day: int | None = None, **facts: Any) -> Digest:
    """A digest of a text, its capitalised words as names."""
    names = Counter(token for word in re.findall(r"\b[A-Z]\w+", text) for token in tokens(word))
    return Digest(
        report=name,
        day=day,
        words=tuple(weighed(Counter(tokens(text))).items()),
        names=tuple(weighed(names).items()),
        shingles=tuple(shingles(text)),
        **facts,
    )


def digests() -> list[Digest]:
    """One digest for each of `REPORTS`."""
    return [digest(name, text, day) for name, (text, day) in REPORTS.items()]


def long_text(seed: int, words: int = 120) -> str:
    """Words in an order that only this seed has."""
    return " ".join(f"w{(seed * 7919 + place * 104_729) % 9973}" for place in range(words))
