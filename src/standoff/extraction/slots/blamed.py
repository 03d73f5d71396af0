"""Who is blamed is not counted among those harmed: a suspect's bare name is no toll, a list of suspects holds no other.

The model reads name by name, and a name alone tells no fate. Invariant: only rows of a name change, and only where no
word of their toll stands in the sentence ("the gunman was shot dead" stays).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

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
        if row.slot in _HARMED and _list_of(page, row) in lists and _is_bare(page, row)
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
