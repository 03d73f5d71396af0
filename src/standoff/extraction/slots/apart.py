"""People whom a fate befell together, each as a toll of its own: "a clerk and her two sons died" is one and two.

A further breakdown is a toll each, and so are named dead (gold/DECISIONS.md, "Slots and values"); the model marks the
whole list. Invariant: a row is parted only where every item of its list says by itself how many it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.noun_forms import plural
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.slots.row import Row
from standoff.records import TOLL_SLOTS

_RULE = "one of several who share a fate"
_OWN = ("det", "nmod", "nummod")  # of words before a noun: an article, an owner, a number


def with_fellows_apart(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, tolls of a list as one toll for each of its items."""
    return [new for row in rows for new in _parted(page, row)]


def _parted(page: Page, row: Row) -> Sequence[Row]:
    items = list(_items(page, row.at)) if row.slot in TOLL_SLOTS else []
    if len(items) < 2 or not all(_counts_itself(page, item) for item in items):
        return (row,)
    return [row._replace(at=noun_phrase(page, item), rule=_RULE) for item in items]


def _items(page: Page, at: Stretch) -> Iterator[int]:
    """The heads of the first list in a stretch, which "and" closes."""
    for word in range(*at):
        joined = [kid for kid in page.children[word] if page.relations[kid] == "conj" and at.holds(kid)]
        names = page.tags[word] in NOUNS and all(page.tags[kid] in NOUNS for kid in joined)
        if names and any(_closes(page, kid) for kid in joined):
            yield from (word, *joined)
            return


def _closes(page: Page, word: int) -> bool:
    return any(page.relations[kid] == "cc" and page.forms[kid] == "and" for kid in page.children[word])


def _counts_itself(page: Page, word: int) -> bool:
    """Whether an item of a list is one person by name, or one or more by an article, an owner or a number before it."""
    before = {page.relations[kid] for kid in page.children[word] if kid < word}
    if page.tags[word] == "PROPN" or "nummod" in before:
        return True
    return not before.isdisjoint(_OWN) and not plural(page.forms[word])
