"""How many took part, where the model has them arrested."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from standoff.extraction.slots.taking_part import with_takers_part
from trees import reading

PART = "Some/DET/3/det 90/NUM/3/nummod people/NOUN/5/nsubj had/AUX/5/aux {did}/VERB/0/root {thing}/NOUN/5/obj"


def slot(did: str, thing: str, read: str) -> str:
    page = Page.of(reading(PART.format(did=did, thing=thing), slots=[(read, "90 people", 0.7)]))
    [row] = with_takers_part(page, slot_rows(page))
    return row.slot


@pytest.mark.parametrize(
    ("did", "thing", "read", "expected"),
    [
        ("taken", "part", "arrested", "actor_count"),
        ("taken", "cover", "arrested", "arrested"),
        ("marched", "miles", "captive", "actor_count"),
        ("taken", "part", "killed", "killed"),
    ],
)
def test_people_who_take_part_are_counted_as_actors(did: str, thing: str, read: str, expected: str) -> None:
    assert slot(did, thing, read) == expected


@pytest.mark.parametrize(
    ("whom", "expected"),
    [("three/NUM/4/nummod gunmen/NOUN/2/obj", "actor_count"), ("three/NUM/4/nummod waiters/NOUN/2/obj", "killed"),
     ("three/NUM/5/nummod dead/ADJ/5/amod gunmen/NOUN/2/obj", "killed")],
)  # fmt: skip
def test_doers_whom_somebody_saw_are_counted_as_actors(whom: str, expected: str) -> None:
    words = " ".join(item.split("/")[0] for item in whom.split())
    page = Page.of(reading(f"She/PRON/2/nsubj saw/VERB/0/root {whom}", slots=[("killed", words, 0.7)]))
    [row] = with_takers_part(page, slot_rows(page))
    assert row.slot == expected
