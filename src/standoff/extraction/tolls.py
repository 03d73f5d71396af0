"""Tolls that the tree shows: whom a verb of harm befell, with their number ("two men were killed", "killing six").

The model learns tolls from few examples; verbs of harm and their arguments are plain grammar. Invariant: a stretch
holds the verb or state and the whole phrase of those it befell.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from standoff.extraction.frames import noun_phrase, passive
from standoff.extraction.lexicon import load
from standoff.extraction.page import Page, Stretch

Found = tuple[str, Stretch]


@cache
def _words(use: str) -> dict[str, str]:
    """Word to slot, for one use of the lexicon."""
    return {word: slot for slot, uses in load("tolls").items() for word in uses[use]}


def find_tolls(page: Page) -> list[Found]:
    """Slot and stretch of every toll that the tree shows, in text order."""
    does, befalls, state = _words("does"), _words("befalls"), _words("state")
    found: list[Found] = []
    for word, form in enumerate(page.forms):
        if form in does:
            found += _pairs(page, does[form], word, _undergoers(page, word))
        if form in befalls and page.tags[word] == "VERB":
            found += _pairs(page, befalls[form], word, _subjects(page, word))
        elif form in state and form not in does:
            found += _pairs(page, state[form], word, _bearers(page, word))
    return sorted(set(found), key=lambda item: (item[1], item[0]))


def _pairs(page: Page, slot: str, word: int, nouns: Iterator[int]) -> Iterator[Found]:
    for noun in nouns:
        phrase = noun_phrase(page, noun)
        if phrase.last - phrase.first <= _LONGEST:
            yield slot, Stretch(min(phrase.first, word), max(phrase.last, word + 1))


_LONGEST = 14  # words; a longer phrase is most often a wrong tree


def _undergoers(page: Page, verb: int) -> Iterator[int]:
    """Whom a verb of doing befell: its object, the subject of its passive, the noun that its participle follows."""
    thing = page.child(verb, "obj")
    if thing is not None:
        yield thing
    elif page.relations[verb] == "acl" and not page.forms[verb].endswith("ing"):
        yield page.heads[verb]
    elif passive(page, verb):
        yield from _subjects(page, verb)
    elif page.tags[verb] in ("ADJ", "VERB") and page.relations[verb] == "conj":
        head = page.heads[verb]
        if page.forms[head] in _words("does") and (page.relations[head] == "acl" or passive(page, head)):
            yield from ([page.heads[head]] if page.relations[head] == "acl" else _subjects(page, head))


def _subjects(page: Page, verb: int) -> Iterator[int]:
    own = page.child(verb, "nsubj")
    if own is None and page.relations[verb] == "conj":
        own = page.child(page.heads[verb], "nsubj")
    if own is None:
        return
    if page.forms[own] in ("who", "that", "which") and page.relations[verb] == "acl":
        own = page.heads[verb]
    yield own


def _bearers(page: Page, word: int) -> Iterator[int]:
    """Who is in a state: the subject of "were unhurt", or the number that counts "two dead"."""
    if page.child(word, "nummod") is not None:
        yield word
    elif page.child(word, "cop") is not None or page.tags[word] == "ADJ":
        yield from _subjects(page, word)
