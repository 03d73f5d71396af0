"""The body for which somebody speaks: "Ana Bly of the Vale Trust said that [the charity] had left".

Invariant: the body is named beside the person who tells, in the sentence of the noun that means it or where he is named
before.
"""

from __future__ import annotations

from collections.abc import Iterator

from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.source_words import governs
from standoff.extraction.grammar.page import Page
from standoff.extraction.names.definite import reference_nouns
from standoff.extraction.names.names import Names
from standoff.extraction.names.nouns import head_noun
from standoff.extraction.names.parts import Name, title_words
from standoff.extraction.names.references import References


def body_spoken_for(page: Page, names: Names, references: References, head: int, noun: str) -> Name | None:
    """The body that a noun in somebody's telling means, where his name or description tells whose he is."""
    teller = _teller(page, head) if noun in reference_nouns("body") else None
    if teller is None or not _is_person(page, names, teller):
        return None
    beside = (names.by_word[word] for word in _describing(page, names, teller) if word in names.by_word)
    fits = (name for name in beside if _is_side(names, name) and references.may_be_called(name, head))
    return next(fits, None)


def _teller(page: Page, head: int) -> int | None:
    """Who says the clause that a word stands in, before or after it."""
    below = head
    for verb in page.above(head):
        if page.forms[verb] in verbs() and page.relations[below] == "ccomp":
            return page.child(verb, "nsubj")
        below = verb
    return None


def _is_person(page: Page, names: Names, word: int) -> bool:
    name, noun = names.by_word.get(word), head_noun(page, word)
    person = name is not None and names.person(name) is True
    return (
        person or noun in title_words() or any(noun in reference_nouns(key) for key in ("office", "whoever"))
    )


def _describing(page: Page, names: Names, teller: int) -> Iterator[int]:
    """The words that hang on a speaker, and those that describe him wherever he is named before."""
    yield from _beside(page, teller)
    name = names.by_word.get(teller)
    if name is not None:
        yield from (word for word in names.descriptions(name) if word < teller)


def _beside(page: Page, teller: int) -> Iterator[int]:
    """The words that hang on a speaker, and those on what he is beside his name."""
    for kid in page.children[teller]:
        yield kid
        if page.relations[kid] in ("appos", "nmod"):
            yield from page.children[kid]


def _is_side(names: Names, name: Name) -> bool:
    """Whether a name beside a speaker may be that of his side: no person's, no place's and no land's."""
    return names.person(name) is not True and name.entity != "place" and not governs(name.text.lower())
