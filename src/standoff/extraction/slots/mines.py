"""Who has which part where a weapon is come upon or sent: who "hit [a mine]" is its target, it is the weapon, and who
"launched" rockets is no target of theirs.

The words are in ``weapons.toml``. Invariant: the answer depends on the words and the tree of one sentence alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.clauses import has_case
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Row

_HIT = "who came upon a mine or the like"
_MINE = "the mine that somebody came upon"
_SENT = "who sent the weapon"
_DOERS = ("actor", "suspect")


def with_mines(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, each with the part that the verb beside a weapon gives its words."""
    met = dict(_met(page))
    return [_put_right(page, row, met) for row in rows]


def _put_right(page: Page, row: Row, met: dict[int, int]) -> Row:
    if row.slot in _DOERS and met:
        top = top_of(page, row.at)
        hits = page.relations[top] == "nsubj" and page.heads[top] in met
        return row._replace(slot="target", rule=_HIT) if hits else row
    if row.slot != "target":
        return row
    top = top_of(page, row.at)
    if top in met.values():
        return row._replace(slot="weapon", rule=_MINE)
    return row._replace(slot="actor", rule=_SENT) if _sends(page, top) else row


def _met(page: Page) -> Iterator[tuple[int, int]]:
    """The verbs of coming upon a mine or the like, each with that: "hit [a mine]", "drove over [a mine]"."""
    table = section("weapons", "mines")
    for noun in page.where(table["nouns"]):
        verb = page.heads[noun]
        if verb < 0 or page.tags[verb] != "VERB":
            continue
        beside = (*page.children[noun], *page.children[verb])
        over = any(page.forms[kid] in table["on"] for kid in beside if verb < kid < noun)
        struck = page.relations[noun] == "obj" and page.forms[verb] in table["hitting"]
        if struck or (over and page.relations[noun] in ("obj", "obl") and page.forms[verb] in table["going"]):
            yield verb, noun


def _sends(page: Page, word: int) -> bool:
    """Whether somebody is he by whom a weapon was sent: "rockets fired by [the rebels]"."""
    verb = page.heads[word]
    return (
        has_case(page, word, ("by",))
        and verb >= 0
        and page.forms[verb] in section("weapons", "mines")["sending"]
    )
