"""Where quotations stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.grammar.quotations import quotation_spans


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('He said "go on" and "stop".', ['"go on"', '"stop"']),
        ("“One.” “Two.”", ["“One.”", "“Two.”"]),
        ("“One goes on.\n\n“Two ends.” Three.", ["“One goes on.", "“Two ends.”"]),
        ("no quotation at all, isn't it", []),
        ("a leftover” mark", []),
        (
            'He said: "It burns. "We came at nine. "All are out.\'\' Others left.',
            ['"It burns. "We came at nine. "All are out.\'\''],
        ),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("He said: ''It burns.'' The boys'' boat left.", ["''It burns.''"]),
    ],
)
def test_quotations_end_at_their_mark_or_their_paragraph(text: str, quotes: list[str]) -> None:
    assert [span.quote(text) for span in quotation_spans(text)] == quotes


@given(st.text(alphabet='"“”ab \n', max_size=60))
def test_quotations_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = quotation_spans(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(0 <= span.start < span.end <= len(text) for span in found)
