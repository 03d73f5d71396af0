"""Where the reach of a hedge ends: what is told as known however the rest is hedged, and clauses beside the hedged one.

Invariant: the answer depends on the words and the tree of one sentence alone; words are counted from its first.
"""

from __future__ import annotations

from functools import cache

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section

NOUNS = frozenset(("NOUN", "PROPN"))
_RELATIVE = frozenset(("who", "which", "that"))


def known_words(page: Page, number: int, slot: str) -> frozenset[int]:
    """The words of a sentence under which no hedge outside them reaches, for a value of a slot."""
    return (
        _relatives(page, number)
        | _presupposed(page, number, slot)
        | _added(page, number)
        | _conceded(page, number)
    )


def _conceded(page: Page, number: int) -> frozenset[int]:
    """The verbs of a sentence's clauses that concede something, counted from its first word: "denies it, although [two
    were killed]"."""
    marks = section("manner", "conceding")
    first, last = page.bounds[number]
    return frozenset(
        page.heads[word] - first
        for word in range(first, last)
        if page.forms[word] in marks and page.relations[word] == "mark" and page.heads[word] > word
    )


def _added(page: Page, number: int) -> frozenset[int]:
    """The participles of a sentence by which who denies tells something else, counted from its first word: "rejected
    that, [saying] help had come"."""
    first, last = page.bounds[number]
    return frozenset(
        word - first
        for word in range(first, last)
        if page.forms[word].endswith("ing")
        and page.relations[word] in ("advcl", "parataxis", "conj")
        and (cue := verbs().get(page.forms[word])) is not None
        and cue.act == "says"
        and (above := verbs().get(page.forms[page.heads[word]])) is not None
        and above.act == "denies"
    )


def _relatives(page: Page, number: int) -> frozenset[int]:
    """The verbs of a sentence's relative clauses, counted from its first word: what these tell is taken for known,
    however the rest is hedged ("may have caused the fire that killed two")."""
    first, last = page.bounds[number]
    if _RELATIVE.isdisjoint(page.line(number).forms):
        return frozenset()
    return frozenset(
        page.heads[word] - first
        for word in range(first, last)
        if page.forms[word] in _RELATIVE
        and page.relations[word] == "nsubj"
        and page.relations[page.heads[word]] == "acl"
    )


def _presupposed(page: Page, number: int, slot: str) -> frozenset[int]:
    """The definite nouns of a sentence to which something is linked, counted from its first word: what they tell has
    happened, however the link is hedged ("could be part of [the attack on the mill]"). A motive is what is linked."""
    if slot == "motive" or _linking().isdisjoint(page.line(number).forms):
        return frozenset()
    definite = section("manner", "links")["definite"]
    first, last = page.bounds[number]
    return frozenset(
        word - first
        for word in range(first, last)
        if page.tags[word] in NOUNS
        and page.relations[word] in ("obl", "obj", "nmod")
        and page.forms[page.heads[word]] in _linking()
        and any(page.forms[child] in definite for child in page.children[word])
    )


def joined_clauses(page: Page, number: int) -> frozenset[int]:
    """The verbs of a sentence's clauses that are joined to another and have a subject of their own, counted from its
    first word: what modifies the other verb says nothing of them ("it could not be confirmed and six had died")."""
    first, last = page.bounds[number]
    return frozenset(
        word - first
        for word in range(first, last)
        if page.relations[word] == "conj" and page.child(word, "nsubj") is not None
    )


@cache
def _linking() -> frozenset[str]:
    return frozenset(section("manner", "links")["words"])
