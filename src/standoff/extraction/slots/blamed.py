"""Who is blamed is not counted among those harmed: a suspect's bare name is no toll, a list of suspects holds no other,
nor does one of those whom "the gunmen" are identified as.

The model reads name by name, and a name alone tells no fate. Invariant: only rows of a name change, and only where no
word of their toll stands in the sentence ("the gunman was shot dead" stays).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from standoff.extraction.chains.cues import words
from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.grammar.clauses import passive, subject
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.names.names import Names
from standoff.extraction.slots.fates import tells
from standoff.extraction.slots.row import Row

_TOLLS = ("killed", "injured")
_HARMED = frozenset((*_TOLLS, "target"))


def with_blamed(page: Page, names: Names, rows: Sequence[Row]) -> list[Row]:
    """The rows, as suspects those that stand in a list of suspects, and without tolls that only name a suspect."""
    blamed = {_who(page, names, row) for row in rows if row.slot == "suspect"} - {None}
    lists = _lists_of_suspects(page, rows) if blamed else frozenset()
    kept = [
        row
        for row in rows
        if not (row.slot in _TOLLS and _is_bare(page, row) and _who(page, names, row) in blamed)
    ]
    return [
        row._replace(slot="suspect", rule="named in a list of suspects")
        if row.slot in _HARMED and _is_bare(page, row) and _is_listed(page, row, lists)
        else row
        for row in kept
    ]


def _is_bare(page: Page, row: Row) -> bool:
    """Whether nothing in the sentence tells that those of a row were harmed."""
    return not any(tells(page, row.at, slot) for slot in ((row.slot,) if row.slot in _TOLLS else _TOLLS))


def _who(page: Page, names: Names, row: Row) -> tuple[str, ...] | None:
    """Whom a row names, by the words of the fullest form; ``None`` where it names nobody."""
    top = top_of(page, row.at)
    name = names.by_word.get(top) if page.tags[top] == "PROPN" else None
    return names.fullest(name).tokens if name else None


def _list_of(page: Page, row: Row) -> int | None:
    """The first of the names that a row's name is joined to, itself perhaps."""
    top = top_of(page, row.at)
    first = page.heads[top] if page.relations[top] == "conj" else top
    return first if page.tags[top] == page.tags[first] == "PROPN" else None


def _lists_of_suspects(page: Page, rows: Sequence[Row]) -> frozenset[int]:
    """Lists, by their first names, of whose names that have a row more are suspects than not."""
    found: dict[int, dict[int, bool]] = defaultdict(dict)
    for row in rows:
        first = _list_of(page, row)
        if first is not None and (row.slot == "suspect" or row.slot in _HARMED):
            top = top_of(page, row.at)
            found[first][top] = found[first].get(top, False) or row.slot == "suspect"
    return frozenset(first for first, names in found.items() if 2 * sum(names.values()) > len(names) > 1)


def _is_listed(page: Page, row: Row, lists: frozenset[int]) -> bool:
    """Whether a row's name stands in one of the lists of suspects, or, as a toll, says who the attackers are."""
    first = _list_of(page, row)
    return first in lists or (first is not None and row.slot in _TOLLS and _says_who(page, first))


def _says_who(page: Page, name: int) -> bool:
    """Whether a name is that of those who are identified as the attackers: "identified the gunmen as the brothers X and
    Y"."""
    for verb in page.above(name):
        if page.forms[verb] in words("grammar", "identifying") and page.tags[verb] == "VERB":
            thing = subject(page, verb) if passive(page, verb) else page.child(verb, "obj")
            return thing is not None and thing < name and noun_kind(page.forms[thing]) == "party"
    return False
