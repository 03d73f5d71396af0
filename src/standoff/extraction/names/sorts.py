"""Of what sort a noun says that a party is, and which sorts exclude each other: no ministry is "Radio Ostrany".

Invariant: the answer depends on the noun and on the words and kind of the name alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from standoff.extraction.chains.source_kinds import kind_of
from standoff.extraction.chains.source_words import MEDIA, noun_kind
from standoff.extraction.grammar.noun_forms import singular
from standoff.extraction.grammar.page import Page
from standoff.extraction.names.parts import Name
from standoff.extraction.places.gazetteer import Kind as PlaceKind
from standoff.extraction.places.lexicon import candidates, peoples
from standoff.extraction.places.names import name_key
from standoff.records.claims import Kind

_SORTS: Mapping[Kind | None, str] = {
    "media": "medium", "agency": "medium", "official": "office", "party": "side",
}  # fmt: skip
_GROUPS = ("organisation", "party")


def kind_of_name(name: Name) -> Kind:
    """The kind of party that a name tells by itself."""
    return kind_of(name.text, proper=True, entity=name.entity)


def is_medium(name: Name) -> bool:
    """Whether a name tells that it is a medium's."""
    return kind_of_name(name) in MEDIA


def called(page: Page, head: int) -> Kind | None:
    """The kind of party that a noun names, together with the word before it where the two are one: "news agency"."""
    pair = f"{page.forms[head - 1]} {singular(page.forms[head])}" if head else ""
    return noun_kind(pair) or noun_kind(page.forms[head])


def apart(sort: Kind | None, name: Name, bodies: Collection[str] = ()) -> bool:
    """Whether one is a medium, an office or a side and the other is another of these: no ministry is "Radio Ostrany" or
    the "Vale Front", nor by its name the "World Grain Organization", and no group "Ostrany Central Command"; nor by the
    nouns for ``bodies`` that describe it: no ministry is "the OTV union", no group what they call an agency of the
    state."""
    called_so = set(map(noun_kind, bodies))
    of_group = "official" not in called_so and not called_so.isdisjoint(_GROUPS)
    if sort == "official" and (of_group or kind_of(name.text, proper=True) == "organisation"):
        return True
    if sort in _GROUPS and (_is_of_state(name) or "official" in called_so):
        return True
    sorts = {_SORTS.get(kind) for kind in (sort, kind_of_name(name))}
    return len(sorts - {None}) > 1


def _is_of_state(name: Name) -> bool:
    """Whether a name is that of a land's own office or forces, with the land before it."""
    land = name_key(name.tokens[0])
    of_people = any(at == 0 for at, *_ in peoples(name.tokens[:2]))
    known = of_people or any(item.kind is PlaceKind.COUNTRY for item in candidates(land))
    return known and noun_kind(name.tokens[-1]) == "official"
