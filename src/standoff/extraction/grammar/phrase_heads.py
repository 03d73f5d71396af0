"""The head of a phrase that is known by its words alone, as a source that the model reads is.

Invariant: tags decide, not the tree, which need not be right.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NAMING, RELATIVE

_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_BREAKS = frozenset(("ADP", "SCONJ", "VERB", "AUX", "DET"))
_ARTICLES = frozenset(("the", "a", "an"))
_MARKS = frozenset((",", "(", "[", "--", "–", "—", ";"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"))


def head_in(page: Page, parts: Sequence[Stretch], near: int) -> int | None:
    """The head of the source phrase nearest to a word: its last noun before a preposition, a clause or "and".

    English noun phrases end in their heads, so tags alone find it; the tree need not be right.
    """
    for part in sorted(parts, key=lambda part: min(abs(part.first - near), abs(part.last - near))):
        best = base_head(page, part)
        if best is not None:
            return best
    return None


def base_head(page: Page, part: Stretch) -> int | None:
    """The head of one stretch: its last noun before a preposition, a clause or "and"; ``None`` where it has none."""
    best: int | None = None
    for word in range(*part):
        tag, form = page.tags[word], page.forms[word]
        if tag in NAMING:
            if form == "whose":
                continue
            if tag == "PRON" and (best is not None or form in RELATIVE):
                break
            best = word
        elif form in _POSSESSIVE:
            best = None if word + 1 < part.last else best  # "the army's" is the army
        elif best is not None and _ends_phrase(page, word, part):
            break
    if best is None:
        lone = [word for word in range(*part) if page.tags[word] in _NOMINAL]
        best = next((word for word in lone if page.tags[word] != "DET"), lone[0] if lone else None)
    return best if best is None or page.forms[best] not in _ARTICLES else _opened(page, best)


def _opened(page: Page, article: int) -> int | None:
    """The first noun after an article, which is all that was read of its phrase."""
    end = page.bounds[page.sentence[article]].last
    return next((word for word in range(article + 1, end) if page.tags[word] in NAMING), None)


def _ends_phrase(page: Page, word: int, part: Stretch) -> bool:
    if page.forms[word - 1] == "-" and page.ends[word - 1] == page.starts[word]:
        return False  # "state-funded radio Vesta" goes on
    if page.tags[word] == "CCONJ":
        return not word < page.heads[word - 1] < part.last  # "Intelligence and Security Agency" goes on
    return page.tags[word] in _BREAKS or page.forms[word] in _MARKS
