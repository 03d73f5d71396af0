"""Names and nouns by their letters: their words, their head, their number, and a name as it is given."""

from __future__ import annotations

import re
from functools import lru_cache

from standoff.extraction.lexicon import word_set

_CLOSING, _POSSESSIVE = " ,.;:", ("'s", "’s")
_CLOSING, _POSSESSIVE = " ,.;:", ("'s", "’s")
_OPENING = re.compile(r"^(?:(?:and|or|but)\s+)?(?:(?:the|a|an)\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[\w.'’/&-]*\w\.?", re.UNICODE)


def tidy(name: str) -> str:
    """A name in the form of CLAIMS.md: one line, no article or "and" before it, no possessive ending, no closing
    punctuation.

    What is nothing but these stays as it is."""
    line = " ".join(name.split())
    bare = line if name.endswith((".S.", ".N.")) else _unended(line)
    return _OPENING.sub("", bare) or bare or line


def _unended(line: str) -> str:
    bare = line.rstrip(_CLOSING)
    return bare[:-2].rstrip() if bare.endswith(_POSSESSIVE) else bare


def lower_words(text: str) -> list[str]:
    """Lower-cased words; "U.N." and "RFE/RL" are one word each."""
    return [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text.lower())]


def head_of(words: list[str]) -> str:
    """The head of a noun phrase by its words: the last before a preposition or a clause; articles are skipped."""
    breaks = word_set("sources", "grammar", "breaks")
    if breaks.isdisjoint(words):
        return words[-1] if words else ""
    first = next(
        (at for at, word in enumerate(words) if word not in word_set("sources", "grammar", "articles")), 0
    )
    return words[next((at for at in range(first + 1, len(words)) if words[at] in breaks), len(words)) - 1]


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """A noun without its plural ending."""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("persons"):
        return word[:-1]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "news")) and len(word) > 3:
        return word[:-1]
    return word


@lru_cache(maxsize=1 << 14)
def plural(word: str) -> bool:
    """Whether a noun is a plural by its form."""
    return word in word_set("sources", "identification", "irregular_plurals") or singular(word) != word
