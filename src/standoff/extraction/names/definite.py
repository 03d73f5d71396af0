"""What a common noun says by itself of whom it means: that he is known, whose he is, what sets him apart.

Invariant: the answer depends on the noun phrase and on ``data/sources.toml`` alone, but for an age told of before.
"""

from __future__ import annotations

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import word_set
from standoff.extraction.names.parts import OWNING

DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "said"))
_OWNERS = frozenset(("its", "his", "her", "their"))


def is_definite(page: Page, head: int) -> bool:
    """Whether a noun phrase speaks of something known: "the envoy", "its envoy", "Ostrany's envoy"."""
    before = [child for child in page.children[head] if child < head]
    return any(page.forms[child] in DEFINITE or owns(page, child) for child in before)


def owns(page: Page, word: int) -> bool:
    """Whether a word is the owner of a noun: "[Ostrany]'s envoy", "the [Times]' reporter"."""
    cases = (page.forms[kid] for kid in page.children[word])
    return page.relations[word] == "nmod" and any(case in OWNING for case in cases)


def trades_otherwise(noun: str, other: str) -> bool:
    """Whether a noun is for a firm and another for a body of another sort: no union is "the company"."""
    trading = reference_nouns("trading")
    return noun in trading and other in reference_nouns("body") - trading - reference_nouns("of_firms")


def is_qualified(page: Page, head: int) -> bool:
    """Whether a noun phrase says whose or of what it is, so that it does not just point back: "Ostrany's office",
    "their union"."""
    return any(
        page.relations[child] == "nmod"
        and (child > head or owns(page, child) or page.forms[child] in _OWNERS)
        for child in page.children[head]
    )


def modifiers(page: Page, head: int, naming: bool = False) -> set[str]:
    """The modifiers of a noun; only those that set it apart by name ("transport ministry", "Ostranian agency")
    where ``naming``."""
    return {
        page.forms[kid]
        for kid in page.children[head]
        if page.relations[kid] == "compound"
        or (page.relations[kid] == "amod" and (page.capital(kid) or not naming))
    }


def is_personal(page: Page, head: int, noun: str, phrase: Stretch) -> bool:
    """Whether a noun phrase with "the" only says what somebody is: by its noun, by his age or by his children."""
    if page.forms[phrase.first] != "the":
        return False
    aged = noun == "old" and "year" in page.forms[slice(*phrase)] and not _aged_before(page, phrase)
    counted = page.forms[head + 1 : head + 2] == ["of"] and page.tags[head + 2 : head + 3] == ["NUM"]
    return aged or noun in reference_nouns("personal") or (noun in reference_nouns("parents") and counted)


def _aged_before(page: Page, phrase: Stretch) -> bool:
    """Whether somebody of the same age was told of before without a name: "a 13-year-old boy"."""
    age = page.forms[phrase.first + 1 : phrase.last]
    return any(page.forms[at : at + len(age)] == age for at in range(phrase.first))


def reference_nouns(key: str) -> frozenset[str]:
    """One list of the nouns that refer back: "body", "office", "whoever", "caller"."""
    return word_set("sources", "reference", key)
