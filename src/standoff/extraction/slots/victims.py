"""Whom a deed of violence befell, where a pronoun says it: "two men shot her" has her as the target.

The model marks nouns and seldom pronouns (gold/DECISIONS.md: a pronoun can be the quote). Invariant: a row stands on
the object of a verb of violence, where no row for a party stands yet, and goes back to the nearest row of its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Row, by_sentence, nearest

_PARTIES = ("actor", "suspect", "target")


def with_victims(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, with the pronouns that verbs of violence have for their objects as targets."""
    return [*rows, *_victims(page, rows)]


def _victims(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    violence, told = section("tolls", "violence"), by_sentence(page, rows)
    for verb in page.where(violence["verbs"]) if rows else ():
        whom = page.child(verb, "obj") if page.tags[verb] == "VERB" else None
        if whom is None or page.forms[whom] not in violence["pronouns"]:
            continue
        at = Stretch(whom, whom + 1)
        near = told[page.sentence[verb]]
        if near and not any(row.slot in _PARTIES and row.at.meets(at) for row in rows):
            best = nearest(near, at)
            yield best._replace(slot="target", at=at, rule="whom a verb of violence befell")
