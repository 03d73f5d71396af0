"""Casualties, which may be dead or hurt: none are both, and a number of them is no toll but something told.

gold/DECISIONS.md, "Settled later". Invariant: a row keeps its words; words that name a fate beside the casualties, or
injuries that they are set against, are left to say who was killed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.lexicon import section
from standoff.extraction.numerals import find_numerals
from standoff.extraction.page import Page, Stretch
from standoff.extraction.slot_row import Row

_RULE = "casualties may be killed or injured"
_FATES = ("killed", "injured")


def with_casualties(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, "no casualties" as killed and as injured, and other casualties as an observation."""
    return [
        new
        for row in rows
        for new in (_split(page, row, rows) if row.slot in _FATES and _undecided(page, row.at) else [row])
    ]


def _split(page: Page, row: Row, rows: Sequence[Row]) -> Iterator[Row]:
    if not _none(page, row.at):
        yield row._replace(slot="observation", rule=_RULE)
        return
    yield row
    other = next(slot for slot in _FATES if slot != row.slot)
    if not any(known.slot == other and known.at.meets(row.at) for known in rows):
        yield row._replace(slot=other, rule=_RULE)


def _undecided(page: Page, at: Stretch) -> bool:
    """Whether nothing but "casualties" in its sentence tells a fate."""
    words = section("parties", "tolls")
    told = {*words["killed"], *words["injured"]}
    forms = page.line(page.sentence[at.first]).forms
    return any(word in section("tolls", "people")["casualties"] for word in page.forms[slice(*at)]) and told.isdisjoint(forms)


def _none(page: Page, at: Stretch) -> bool:
    words = page.words[slice(*at)]
    return any(numeral.high == 0 for numeral in find_numerals(words, 0, len(words)))
