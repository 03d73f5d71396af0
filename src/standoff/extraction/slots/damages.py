"""Harm to things that the model reads as something seen: "a truck was damaged".

Invariant: a row keeps its words; only observations change, and of those and of damage that the model just misses some
are added, whose verb is one of ``damages`` in ``events.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.clauses import has_case, passive
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import word_set
from standoff.extraction.slots.row import SEEN, Row, words_of

_RULE = "harm done to a thing"
_HARM = ("observation", "damage")


def with_damages(page: Page, rows: Sequence[Row], missed: Sequence[Row] = ()) -> list[Row]:
    """The rows, observations whose verb tells of harm done to a thing as damage, with those that the model just
    ``missed`` where nothing else is told by their words."""
    told = words_of(row for row in rows if row.slot in SEEN)
    further = (row for row in missed if row.slot in _HARM and told.isdisjoint(range(*row.at)))
    best = {top_of(page, row.at): row for row in sorted(further, key=lambda row: row.score)}
    found = [row._replace(slot="damage", rule=_RULE) for row in best.values() if _harms(page, row)]
    changed = (
        row._replace(slot="damage", rule=_RULE) if row.slot == "observation" and _harms(page, row) else row
        for row in rows
    )
    return [*changed, *found]


def _harms(page: Page, row: Row) -> bool:
    """Whether the verb of a row is one of damage, done to a thing."""
    top = top_of(page, row.at)
    if page.forms[top] not in word_set("events", "damages", "verbs"):
        return False
    thing = page.child(top, "obj")
    if thing is None and (passive(page, top) or _has_agent(page, top)):
        thing = page.child(top, "nsubj")
    return thing is not None and page.entity_labels.get(thing) != "person"


def _has_agent(page: Page, verb: int) -> bool:
    """Whether "by" tells what did it: "shows the depot gutted by fire"."""
    return any(kid > verb and has_case(page, kid, ("by",)) for kid in page.children[verb])
