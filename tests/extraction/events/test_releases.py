"""Abductions that are releases."""

from __future__ import annotations

import pytest

from standoff.extraction.events.releases import freeing
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.trace import Point
from standoff.records import Text
from trees import reading


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
    points = [Point(0, slot, Stretch(0, 1), Text("They"), 0.9) for slot in slots]
    assert freeing(Page.of(reading("They/PRON/2/nsubj left/VERB/0/root")), points, kind) == expected
