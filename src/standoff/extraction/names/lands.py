"""Which land a body's name is told to be of: "the Health Ministry in Tehran" is not the "Israeli Health Ministry".

Invariant: the answer depends on the words of the name and those right beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from standoff.extraction.grammar.noun_forms import tidy
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.names.parts import Name
from standoff.extraction.places.lexicon import candidates, demonyms, peoples

_IN = ("in", "of")
_OWNING = ("'s", "’s")


def of_another_land(page: Page, name: Name, other: Name) -> bool:
    """Whether two names of bodies are told to be of lands that differ."""
    one = _lands_of(page, name)
    others = _lands_of(page, other) if one else one
    return bool(others) and one.isdisjoint(others)


def with_land(page: Page, name: Name, namesakes: Iterable[Name]) -> str:
    """The text of a body's name; with the land beside it where the report names another land's by the same words:
    "Vareland's Defence Ministry", "Defence Ministry in Ostrel"."""
    first, last = name.at
    lands = _lands_of(page, name)
    same = (other for other in namesakes if other.tokens == name.tokens)
    if not lands or not any(of_another_land(page, name, other) for other in same):
        return name.text
    if page.forms[first - 1] in _OWNING:
        return tidy(page.quote(Stretch(first - 2, last)))
    return tidy(page.quote(Stretch(first, last + 2))) if page.forms[last] in _IN else name.text


@once
def _lands_of(page: Page, name: Name) -> frozenset[str]:
    """The countries (ISO 3166) that a name may be of: by its own words, its owner or where it is said to be."""
    first, last = name.at
    beside = []
    if first > 1 and page.forms[first - 1] in _OWNING:
        beside.append(page.forms[first - 2])
    if last + 1 < len(page) and page.forms[last] in _IN and page.capital(last + 1):
        beside.append(page.forms[last + 1])
    found: frozenset[str] = frozenset()
    for word in beside:
        found |= {item.country for item in candidates(word)} if word not in demonyms() else frozenset()
    told = (name.tokens, *([word] for word in beside))
    return found.union(land for words in told for *_, land in peoples(words))
