"""Whom it was done to, where a toll tells what befell them: who is killed or injured is a target too.

The model reads the toll of "a man was shot", and often only half sees that he is its target. Invariant: a target stands
on people whom a toll tells of, named or told of for the first time, and goes back to a row that the model has there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Row, words_of
from standoff.extraction.values.rolls import Found

_FATES = ("killed", "injured")
_RULE = "whom a toll tells of"


def with_harmed(page: Page, rows: Sequence[Row], tolls: Iterable[Found], missed: Iterable[Row]) -> list[Row]:
    """The rows, with targets that the model is unsure of or just misses, where ``tolls`` of the tree or rows of tolls
    bear them out."""
    harmed = words_of(row for row in rows if row.slot in _FATES)
    harmed |= {word for fate, at in tolls if fate in _FATES for word in range(*at)}
    known = words_of(row for row in rows if row.slot == "target")
    kept = [row._replace(rule=_RULE) if _is_borne_out(page, row, harmed) else row for row in rows]
    further = (row for row in missed if known.isdisjoint(range(*row.at)))
    return [*kept, *(row._replace(rule=_RULE) for row in further if _is_borne_out(page, row, harmed))]


def _is_borne_out(page: Page, row: Row, harmed: set[int]) -> bool:
    """Whether a row is an unsure target of people who came to harm, be it only just: no pronoun, and not "the man"."""
    unsure = section("idle", "borne_out")["target"] <= row.score < section("idle", "least")["target"]
    if row.slot != "target" or row.rule or not unsure or harmed.isdisjoint(range(*row.at)):
        return False
    opening = page.forms[max(0, row.at.first - 1) : row.at.first + 1]
    return page.tags[top_of(page, row.at)] != "PRON" and "the" not in opening
