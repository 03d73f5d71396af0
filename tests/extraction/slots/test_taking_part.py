"""How many took part, where the model has them arrested."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from standoff.extraction.slots.taking_part import with_doers_counted, with_takers_part
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


@pytest.mark.parametrize(
    ("tree", "counted"),
    [
        ("There/PRON/2/expl were/VERB/0/root six/NUM/4/nummod {}/NOUN/2/nsubj", "six gunmen"),
        ("She/PRON/2/nsubj counted/VERB/0/root six/NUM/4/nummod {}/NOUN/2/obj", "six gunmen"),
        ("Police/NOUN/2/nsubj put/VERB/0/root the/DET/4/det number/NOUN/2/obj of/ADP/6/case {}/NOUN/4/nmod "
         "at/ADP/8/case six/NUM/2/obl", "six"),
        ("She/PRON/2/nsubj fed/VERB/0/root six/NUM/4/nummod {}/NOUN/2/obj", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("doers", ["gunmen", "waiters"])
def test_doers_who_are_numbered_seen_or_there_are_counted(tree: str, counted: str, doers: str) -> None:
    page = Page.of(reading(tree.format(doers), slots=[("observation", tree.split("/")[0], 0.9)]))
    found = [
        page.quote(row.at)
        for row in with_doers_counted(page, slot_rows(page), ())
        if row.slot == "actor_count"
    ]
    assert found == ([counted] if counted and doers == "gunmen" else [])
