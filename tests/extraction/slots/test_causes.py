"""What caused an accident."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.causes import with_causes
from standoff.extraction.slots.rows import slot_rows
from standoff.records import EVENT_TYPES
from trees import reading

ACTIVE = "A/DET/2/det flare/NOUN/3/nsubj {verb}/VERB/0/root the/DET/5/det fire/NOUN/3/obj"
PASSIVE = "A/DET/2/det fire/NOUN/4/nsubj was/AUX/4/aux started/VERB/0/root {by}/ADP/7/case a/DET/7/det flare/NOUN/4/obl"


def slot(tree: str, kind: str) -> str:
    made = reading(tree, slots=[("weapon", "flare", 0.5)])
    types = np.zeros_like(made.slot_types)
    types[:, EVENT_TYPES.index(kind)] = 1
    page = Page.of(replace(made, slot_types=types))
    return with_causes(page, slot_rows(page))[0].slot


@pytest.mark.parametrize(
    ("tree", "kind", "found"),
    [
        (ACTIVE.format(verb="caused"), "accident", "observation"),
        (ACTIVE.format(verb="caused"), "attack", "weapon"),
        (ACTIVE.format(verb="fed"), "accident", "weapon"),
        (PASSIVE.format(by="by"), "accident", "observation"),
        (PASSIVE.format(by="with"), "accident", "weapon"),
    ],
)
def test_what_caused_an_accident_is_no_weapon(tree: str, kind: str, found: str) -> None:
    assert slot(tree, kind) == found
