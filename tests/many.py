"""Digests and readings of many small invented reports, for tests of what compares and weighs reports."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np

import made
from standoff.linking.shingles import shingles
from standoff.linking.words import tokens, weighed
from standoff.records import Claim, Event, Quantity, Reading, Rendition, Source, Span, Stamp, Value
from standoff.records.findings import Finding
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


def tagged(text: str) -> Reading:
    """A text read as one sentence, its capitalised words as proper names, with nothing in it."""
    plain = made.bare_reading(text)
    offsets = plain.words.offsets.tolist()
    tags = np.array([int(text[start].isupper()) for start, _ in offsets], np.int32)
    return replace(plain, words=replace(plain.words, tags=tags, upos_names=("X", "PROPN")))


def source(name: str, kind: Any = "official", identification: Any = "named", described: str = "") -> Source:
    """A source that speaks in its own name."""
    return Source(name, identification, kind, described=(described,) if described else ())


def toll(
    slot: str, low: int | None, high: int | None = -1, *, party: str | None = None, **facts: Any
) -> Claim:
    """A claim of a number of people; ``high`` is ``low`` unless given."""
    return claim(slot, Quantity("toll", low, low if high == -1 else high, party=party), **facts)


def claim(slot: str, value: Value, *chain: Source, **facts: Any) -> Claim:
    """A claim of the main event, said by the chain, or by the outlet itself."""
    return Claim(
        "", "e1", "attack", slot, value, (Span(0, 1),), chain=chain or facts.pop("chain", ()), **facts
    )


def with_text(reading: Reading, text: str) -> Reading:
    """The reading with another text, which the spans of its claims then quote."""
    return replace(reading, report=replace(reading.report, rendition=Rendition(text, "text", "1")))


def told(name: str, outlet: str, at: str, *claims: Claim) -> Reading:
    """The reading of a report of this outlet and moment that makes these claims."""
    plain = made.reading()
    report = replace(plain.report, id=name, outlet=outlet, published=Stamp(at, "second", "header"))
    numbered = tuple(replace(each, id=f"c{place}") for place, each in enumerate(claims, 1))
    return replace(plain, report=report, claims=numbered, events=(Event("e1", "attack", (Span(0, 1),)),))


def whole(found: tuple[Finding, ...], slot: str = "killed") -> Finding:
    """The finding of a total of all people."""
    return next(each for each in found if each.slot == slot and each.party is None)
