"""Spans of a report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standoff.records import Span
from standoff.records.report import Touched

SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 20), st.integers(0, 6))


@given(st.lists(SPANS, max_size=6), SPANS)
def test_one_of_many_spans_touches_another_where_any_does(spans: list[Span], other: Span) -> None:
    assert Touched(spans).by(other) == any(span.touches(other) for span in spans)
