"""Reports that consist of claims alone, for benchmarks of what comes after reading."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from standoff.records import (
    Claim,
    Event,
    Reading,
    Rendition,
    Report,
    Source,
    Span,
    SpanTable,
    Stamp,
    Value,
    Words,
)


def telling(
    name: str, outlet: str, told: Sequence[tuple[str, Value]], *, text: str = "–", at: str | None = None,
    chain: tuple[Source, ...] = (),
) -> Reading:  # fmt: skip
    """The reading of a report in which an outlet tells these values of slots of one event, each as one claim."""
    stamp = Stamp(at, "second", "header") if at else None
    report = Report(name, Rendition(text, "made", "1"), (), outlet=outlet, published=stamp)
    claims = tuple(
        Claim(f"c{place}", "e1", "attack", slot, value, (Span(0, 1),), chain=chain)
        for place, (slot, value) in enumerate(told)
    )
    pair, none = np.zeros((0, 2), np.int32), np.zeros(0, np.int32)
    table = SpanTable(pair, none, np.zeros(0, np.float32), none, ())
    nothing = np.zeros((0, 0), np.float32)
    words = Words(pair, pair, none, none, none, (), ())
    return Reading(
        report,
        words,
        table,
        table,
        table,
        nothing,
        nothing,
        nothing,
        (),
        (Event("e1", "attack", ()),),
        claims,
    )
