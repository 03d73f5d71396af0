"""Rows that are near to words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.grammar.page import Stretch
from standoff.extraction.slots.row import Nearest, Row, nearest

ROWS = st.lists(
    st.builds(lambda number, first: Row(number, "killed", Stretch(first, first + 2), 0.5),
              st.integers(0, 4), st.integers(0, 12)), min_size=1, max_size=8)  # fmt: skip


@given(ROWS, st.integers(0, 14))
def test_the_nearest_of_many_rows_is_the_nearest(rows: list[Row], first: int) -> None:
    at = Stretch(first, first + 1)
    assert Nearest(rows).to(at) == nearest(rows, at)
