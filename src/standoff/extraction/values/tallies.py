"""Tallies told by an ordinal: "the ninth journalist to be murdered this year" makes nine of the year, not one more.

Invariant: the answer depends on the words and the tree of one sentence alone.
"""

from __future__ import annotations

import re

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import load, word_set

_FIGURE = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_LEAST = 2
_UNDERGOES = frozenset(("killed", "injured", "missing", "captive", "arrested", "freed"))


def tally_at(page: Page, at: Stretch) -> int | None:
    """How many the noun of a stretch with an ordinal makes of those whom the same befell; ``None`` where none."""
    top = top_of(page, at)
    noun = next((kid for kid in page.children[top] if page.relations[kid] == "nsubj"), top)
    return next(
        (tally_of(page, word) for word in (top, noun) if at.holds(word) and tally_of(page, word)), None
    )


def tally_of(page: Page, noun: int) -> int | None:
    """How many a noun with an ordinal makes of those whom the same befell."""
    number = next((number for kid in page.children[noun] if (number := _ordinal(page, kid))), None)
    return number if number and tally_deed(page, noun) is not None else None


def tally_deed(page: Page, noun: int) -> int | None:
    """The verb that tells what befell the last of a tally: "the ninth [to be murdered]"."""
    over = [page.heads[noun]] if page.relations[noun] == "nsubj" else []
    under = [kid for kid in page.children[noun] if page.relations[kid] == "acl"]
    return next((verb for verb in (*under, *over) if _befalls(page, verb, noun)), None)


def _befalls(page: Page, verb: int, noun: int) -> bool:
    """Whether a verb behind a noun tells so what befell its bearer: "to be killed" or "killed", not "was killed"."""
    marks = {page.forms[kid] for kid in page.children[verb]}
    bare = page.relations[verb] == "acl" and marks.isdisjoint(("who", "that", "was", "were"))
    fates = (word_set("parties", "tolls", slot) for slot in _UNDERGOES)
    return noun < verb and (bare or "to" in marks) and any(page.forms[verb] in words for words in fates)


def _ordinal(page: Page, word: int) -> int:
    """The number of an ordinal of two and more; 0 of other words."""
    form = page.forms[word]
    if page.relations[word] not in ("amod", "nummod"):
        return 0
    figure = _FIGURE.fullmatch(form)
    number = int(figure[1]) if figure else int(load("times")["ordinals"].get(form, 0))
    return number if number >= _LEAST else 0
