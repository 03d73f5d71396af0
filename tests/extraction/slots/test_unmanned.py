"""What nobody rides is what a deed was done with."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from standoff.extraction.slots.unmanned import with_unmanned
from trees import reading

HIT = "A/DET/2/det {what}/NOUN/3/nsubj hit/VERB/0/root a/DET/5/det bus/NOUN/3/obj"


@pytest.mark.parametrize(("what", "slot"), [("drone", "weapon"), ("soldier", "actor")])
@pytest.mark.parametrize("both", [True, False])
def test_a_drone_is_a_weapon_and_no_actor(what: str, slot: str, both: bool) -> None:
    slots = [
        ("actor", f"A {what}", 0.8),
        *([("weapon", f"A {what}", 0.7)] if both and slot == "weapon" else []),
    ]
    page = Page.of(reading(HIT.format(what=what), slots=slots))
    assert [row.slot for row in with_unmanned(page, slot_rows(page))] == [slot]
