"""Harm to things that the model reads as something seen: "a truck was damaged".

Invariant: a row keeps its words; only observations change, whose verb is one of ``damages`` in ``events.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import word_set
from standoff.extraction.slots.row import Row


def with_damages(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, observations whose verb tells of harm done to a thing as damage."""
    return [
        row._replace(slot="damage", rule="harm done to a thing")
        if row.slot == "observation" and _harms(page, row)
        else row
        for row in rows
    ]


def _harms(page: Page, row: Row) -> bool:
    """Whether the verb of a row is one of damage, done to a thing."""
    top = top_of(page, row.at)
    if page.forms[top] not in word_set("events", "damages", "verbs"):
        return False
    thing = page.child(top, "obj")
    if thing is None and passive(page, top):
        thing = page.child(top, "nsubj")
    return thing is not None and page.entity_labels.get(thing) != "person"
