"""Orders are compared by incidents, findings and codes."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.order import Outcome, measured
from many import REPORTS, source, tagged, toll
from standoff.records import Event, Reading, Rendition, Span, Stamp


def reading(name: str) -> Reading:
    text, day = REPORTS[name]
    plain = tagged(text)
    published = Stamp(f"2031-03-{day - 740_000 + 10:02}T08:00:00+00:00", "second", "header")
    report = replace(
        plain.report, id=name, outlet=name, published=published, rendition=Rendition(text, "text", "1")
    )
    claim = replace(toll("killed", 3, chain=(source("Joss Harrow"),)), id="c1")
    return replace(plain, report=report, claims=(claim,), events=(Event("e1", "attack", (Span(0, 6),)),))


def test_no_order_changes_anything() -> None:
    found = measured([reading(name) for name in REPORTS], shuffles=3, seed=1)
    assert found["incidents"] == 3
    assert found["different"] == {"incidents": 0, "findings": 0, "codes": 0}


def test_what_differs_is_named() -> None:
    first = Outcome({("a", "b"): "x"}, {("a", "b"): ()})
    assert first.differs(Outcome({("a", "b"): "y"}, {("a", "b"): ()})) == []
    assert first.differs(Outcome({("a",): "x", ("b",): "x"}, {("a",): (), ("b",): ()})) == [
        "incidents",
        "findings",
        "codes",
    ]
