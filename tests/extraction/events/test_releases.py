"""Abductions that are releases."""

from __future__ import annotations

import pytest

from standoff.extraction.events.releases import freeing
from standoff.extraction.ontology_file import bundled


@pytest.mark.parametrize(
    ("kind", "slots", "expected"),
    [
        ("abduction", ["freed", "time"], "release"),
        ("abduction", ["freed", "captive"], "abduction"),
        ("abduction", ["time"], "abduction"),
        ("raid", ["freed"], "raid"),
    ],
)
def test_an_abduction_that_only_frees_people_is_a_release(kind: str, slots: list[str], expected: str) -> None:
    assert freeing(kind, slots, bundled()) == expected
