"""Parties joined by "and": each is a value of its own ("[police] and [village guards] stormed it").

The model marks such a list as one, or its first item alone. Invariant: an item is a phrase that could stand by itself,
of which the tree and the model's names make no part of another; all items of a list are one slot's, of one row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.noun_forms import plural
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.names.parts import in_one_name
from standoff.extraction.slots.row import PARTIES, Row

_RULE = "one of several parties joined by 'and'"
_FURTHER = frozenset(("actor", "claimant", "affiliation"))  # other lists are completed by rules of their own
_OWNERS = frozenset(("nmod", "nummod", "amod"))


def with_joined_parties(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, those that hold several parties one for each, and those that hold the first with the others beside."""
    taken = [row.at for row in rows if row.slot in PARTIES]
    made: list[Row] = []
    for row in rows:
        items = list(_items(page, row.at)) if row.slot in PARTIES else []
        if len(items) < 2:
            made.append(row)
            continue
        others = [at for at in taken if at != row.at]
        free = (
            at
            for at in items
            if (row.slot in _FURTHER or row.at.covers(at)) and not any(at.meets(other) for other in others)
        )
        made += [row._replace(at=at, rule=row.rule if at == row.at else _RULE) for at in free]
    return made


def _items(page: Page, at: Stretch) -> Iterator[Stretch]:
    """The parties of the list that begins with the head of a stretch, in text order; none where it is no list."""
    top = top_of(page, at)
    if page.tags[top] not in NOUNS:
        return
    heads = [top, *_joined(page, top)]
    if len(heads) < 2 or not any(_closes(page, head) for head in heads[1:]):
        return
    apart = all(_stands_alone(page, top, head) for head in heads[1:])
    if apart and heads == sorted(heads):
        yield Stretch(at.first, max(min(noun_phrase(page, top).last, at.last), top + 1))
        yield from (noun_phrase(page, head) for head in heads[1:])


def _joined(page: Page, head: int) -> Iterator[int]:
    """The nouns joined to one, and those that the tree joins to these in turn."""
    for kid in page.children[head]:
        if page.relations[kid] == "conj" and kid > head:
            yield kid
            yield from _joined(page, kid)


def _closes(page: Page, head: int) -> bool:
    return any(page.forms[kid] in ("and", "&") and page.relations[kid] == "cc" for kid in page.children[head])


def _stands_alone(page: Page, first: int, head: int) -> bool:
    """Whether a joined noun is a party by itself: it shares no word before the first ("the town's clerks and guards"),
    no name follows it that is the first's too ("writer and host Ana Bly")."""
    if (
        page.tags[head] not in NOUNS
        or page.child(head, "case") is not None
        or in_one_name(page, first, head)
        or _may_be_one_name(page, first, head)
    ):
        return False  # "the fire brigade in Arden and in Tolm"
    opened = any(page.relations[kid] in ("det", "nummod", "nmod", "amod") for kid in _before(page, head))
    if opened or page.tags[head] == "PROPN":
        return page.tags[head] != "PROPN" or page.tags[first] == "PROPN" or _is_body(page, first) or opened
    several = plural(page.forms[head]) or _is_body(page, head)
    shared = any(page.relations[kid] in _OWNERS for kid in _before(page, first))
    return several and not shared


def _may_be_one_name(page: Page, first: int, head: int) -> bool:
    """Whether a name with "of" or "in" may go on after "and", as the model reads it too, whatever else it reads: "the
    Free State of Arden and the Vale group"."""
    owned = page.tags[first] == "PROPN" and not {"of", "in"}.isdisjoint(page.forms[first:head])
    return owned and any(row.at.holds(first) and row.at.holds(head) for row in page.entities)


def _before(page: Page, head: int) -> list[int]:
    return [kid for kid in page.children[head] if kid < head]


def _is_body(page: Page, word: int) -> bool:
    """Whether a noun without a plural's ending is several people: police, the army."""
    return plural(page.forms[word]) or noun_kind(page.forms[word]) == "official"
