"""Spans of a report, and what it is called."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import made
from standoff.records import Span
from standoff.records.report import Touched

SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 20), st.integers(0, 6))


@given(st.lists(SPANS, max_size=6), SPANS)
def test_one_of_many_spans_touches_another_where_any_does(spans: list[Span], other: Span) -> None:
    assert Touched(spans).by(other) == any(span.touches(other) for span in spans)


def test_a_report_without_a_title_goes_by_its_opening_words() -> None:
    assert (
        made.bare_reading("Gunmen seized\ntwo guards.", name="a.txt").report.heading
        == "Gunmen seized two guards."
    )
    long = made.bare_reading("Gunmen seized guards. " * 9, name="a.txt").report.heading
    assert long.startswith("Gunmen seized guards. Gunmen")
    assert long.endswith(" …")
    assert len(long) <= 82
    assert replace(made.reading().report, title="Siege").heading == "Siege"
