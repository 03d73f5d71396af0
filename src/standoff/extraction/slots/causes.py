"""What caused an accident, which is told of it and is no weapon: "a faulty heater might have caused the fire".

gold/DECISIONS.md, "Slots and values": what caused injuries is an observation. Invariant: only rows of weapons change,
in what the model has as an accident or a disaster, that are subjects of a verb of causing.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.clauses import has_case, passive
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Row
from standoff.records import EVENT_TYPES


def with_causes(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, what caused an accident as an observation."""
    kinds = page.reading.slot_types.argmax(1).tolist() if rows else []
    types = section("named", "causes")["types"]
    return [
        row._replace(slot="observation", rule="what caused an accident")
        if row.slot == "weapon" and EVENT_TYPES[kinds[row.number]] in types and _is_cause(page, row)
        else row
        for row in rows
    ]


def _is_cause(page: Page, row: Row) -> bool:
    """Whether a row is the subject of a verb of causing, or what something was caused by."""
    top = top_of(page, row.at)
    verb = page.heads[top]
    if verb < 0 or page.forms[verb] not in section("named", "causes")["verbs"]:
        return False
    if passive(page, verb):
        return page.relations[top] == "obl" and has_case(page, top, ("by",))
    return page.relations[top] == "nsubj"
