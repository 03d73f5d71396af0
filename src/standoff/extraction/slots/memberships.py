"""Which group those belong to who are told as its members, or to belong to it: "three members of the Vale Front".

The model marks them as the actor and often passes over the group. Invariant: a row stands on the group's name within or
right after the words for its members or for belonging, where no row for an affiliation stands yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.grammar.clauses import has_case, noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.names.accused import LEGAL
from standoff.extraction.slots.row import PARTIES, Missing, Row, filled
from standoff.records import EVENT_TYPES

_NO_BODIES = frozenset(
    ("place", "time", "event")
)  # kinds of entity; groups are taken for people and things too
_WHO = frozenset(("actor", "suspect"))


def with_memberships(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, with the groups that actors, suspects and the accused are members of."""
    known = [row.at for row in rows if row.slot == "affiliation"]
    kinds = page.reading.slot_types.argmax(1).tolist() if rows else []
    accused = (row for row in rows if row.slot == "target" and EVENT_TYPES[kinds[row.number]] in LEGAL)
    found = [*rows, *_groups(page, [*(row for row in rows if row.slot in _WHO), *accused], known)]
    return filled(page, found, _tied(page) if rows else ())


def _tied(page: Page) -> Iterator[Missing]:
    """The bodies that somebody is told to belong to, or to be allied with: "a man belonging to [the Vale Front]"."""
    ties = section("parties", "belonging")
    for word in page.where(ties["words"]):
        for body in page.children[word]:
            party = page.tags[body] in NOUNS and _is_party(page, body)
            tied = (
                body > word and page.relations[body] in ("obl", "nmod") and has_case(page, body, ties["ties"])
            )
            if party and tied:
                at = noun_phrase(page, body)
                yield Missing("affiliation", at, "the group that they belong to", PARTIES)


def _groups(page: Page, rows: Sequence[Row], known: list[Stretch]) -> Iterator[Row]:
    for row in rows:
        group = _group(page, top_of(page, row.at))
        if group is not None and not any(group.meets(at) for at in known):
            known.append(group)
            yield row._replace(slot="affiliation", at=group, rule="the group that they are members of")


def _is_party(page: Page, word: int) -> bool:
    return (
        page.entity_labels.get(word) in ("person", "organization") or noun_kind(page.forms[word]) is not None
    )


def _group(page: Page, member: int) -> Stretch | None:
    """The named body, no authority, that the words after a member are of."""
    table = section("parties", "members")
    if page.forms[member] not in table["words"]:
        return None
    for word in page.children[member]:
        tied = any(page.forms[child] in table["ties"] for child in page.children[word])
        named = page.tags[word] == "PROPN" or any(
            page.tags[child] == "PROPN" for child in page.children[word]
        )
        if tied and named and page.relations[word] == "nmod" and word > member:
            body = (
                page.entity_labels.get(word) not in _NO_BODIES
                and page.forms[word] not in table["authorities"]
            )
            return noun_phrase(page, word) if body and noun_kind(page.forms[word]) != "official" else None
    return None
