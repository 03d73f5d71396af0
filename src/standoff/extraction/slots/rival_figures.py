"""Tolls that are set against others: "90 were arrested, far more than the [40] that police counted".

Invariant: such a row has the slot of the nearest number of people that is told before it, in its sentence or the one
before, and goes back to a row of the model's.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.row import Row
from standoff.extraction.values.set_against import rival_figures
from standoff.records import COUNT_SLOTS

_RULE = "a figure set against another's"


def with_rival_figures(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, with the figures that are set against them; what else the model reads of the words that do so is
    dropped."""
    found = list(rows)
    for rival in rival_figures(page):
        number = page.sentence[rival.figure.first]
        before = [
            row
            for row in found
            if row.slot in COUNT_SLOTS
            and row.at.first < rival.whole.first
            and number - 1 <= page.sentence[row.at.first]
        ]
        if not before:
            continue
        last = max(before, key=lambda row: (row.at.first, row.score))
        found = [row for row in found if not rival.whole.covers(row.at) or not row.at.meets(rival.figure)]
        found.append(last._replace(at=rival.figure, rule=_RULE))
    return found
