"""What a word or name tells of a source by itself."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.source_words import names_somebody


@pytest.mark.parametrize(
    ("name", "somebody"),
    [
        (":", False),
        ("“", False),
        ("Friday", False),
        ("May", True),
        ("Ana Friday", True),
        ("911 call", True),
        ("7", True),
    ],
)
def test_a_mark_or_a_day_names_nobody(name: str, somebody: bool) -> None:
    assert names_somebody(name) == somebody
