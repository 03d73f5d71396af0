"""A value set as its report sets it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.values.setting import as_set


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("within 80 m of the mill", "within 80m of the mill", "within 80m of the mill"),
        ("Section 304 (ii)", "Section 304(ii)", "Section 304(ii)"),
        ("Section 9 B of the Mills Act", "the Section 9B of the Mills Act", "Section 9B of the Mills Act"),
        ("well-fed men", "well - fed men", "well-fed men"),
        ('cried "go "to the guards', 'cried "go" to the guards', 'cried "go" to the guards'),
        ("cried'go' to them", "cried 'go' to them", "cried 'go' to them"),
        ("the guards' house", "the guards' house", "the guards' house"),
        ("the mill", "a dock", "the mill"),
        ("a a", "a aa a", "a a"),
        ("", "a dock", ""),
    ],
)
def test_a_value_has_no_blank_that_its_report_has_not(text: str, quote: str, expected: str) -> None:
    assert as_set(text, quote) == expected


@given(st.text("ab (\"'"), st.text("ab (\"'"))
def test_only_blanks_are_changed(text: str, quote: str) -> None:
    assert as_set(text, quote).replace(" ", "") == text.replace(" ", "")
