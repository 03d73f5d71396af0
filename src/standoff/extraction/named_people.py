"""Lists of names of people who share a fate: "Kurt Ander, a tram driver, and Maren Loss", of which the model reads one.

Invariant: a row added stands on a name that the tree joins to that of the row it comes from; what only describes a
person who has a row is no person more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.clauses import noun_phrase
from standoff.extraction.page import Page, Stretch
from standoff.extraction.slot_row import Row
from standoff.records import TOLL_SLOTS


def with_named_people(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, with the other names of every list of which a toll is one, and without what only describes one."""
    kept = [row for row in rows if not any(_describes(page, row, other) for other in rows)]
    return [*kept, *_fellows(page, kept)]


def _describes(page: Page, row: Row, other: Row) -> bool:
    """Whether a toll's words are an apposition to the name that is another's."""
    if row.slot not in TOLL_SLOTS or row.slot != other.slot or row.at.meets(other.at):
        return False
    top = _top(page, row.at)
    named = page.tags[_top(page, other.at)] == "PROPN"
    return named and page.relations[top] == "appos" and other.at.holds(page.heads[top])


def _fellows(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    taken = {word for row in rows if row.slot in TOLL_SLOTS for word in range(*row.at)}
    for row in rows:
        top = _top(page, row.at)
        if row.slot not in TOLL_SLOTS or page.tags[top] != "PROPN":
            continue
        for word in page.children[top]:
            at = noun_phrase(page, word)
            if page.relations[word] == "conj" and page.tags[word] == "PROPN" and taken.isdisjoint(range(*at)):
                yield row._replace(at=at, rule="joined to a name that the model reads")


def _top(page: Page, at: Stretch) -> int:
    return next((word for word in range(*at) if not at.holds(page.heads[word])), at.first)
