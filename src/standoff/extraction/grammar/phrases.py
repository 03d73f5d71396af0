"""Noun phrases in words: where they begin and end, their head, and whether they stand for one or for several.

Invariant: phrases lie within the stretch they were asked for, in order, without overlap. Works from the reader's
universal tags.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.lexicon import section
from standoff.extraction.values.cardinals import lowered

HYPHENS = frozenset("-‐‑–")
QUOTES = frozenset(["“", "”", '"', "‘", "’", "''", "``", "[", "]"])
_CORE = frozenset(["DET", "NUM", "ADJ", "NOUN", "PROPN", "X", "SYM"])
_NAMING = frozenset(["ADJ", "NOUN", "PROPN", "NUM", "X"])
_BEFORE_PARTICIPLE = frozenset(["DET", "NUM", "ADJ", "PRON", "ADV", "PUNCT", "VERB"])
_POSSESSIVE = frozenset(["my", "your", "his", "her", "its", "our", "their", "whose"])
_OWNED = (*_CORE, "VERB", "ADV", "PUNCT")  # what may follow an owner
_ENDINGS = ("'s", "'")
_IN_LAW = ("-", "in", "-", "law")  # behind "sister"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without its complements: words ``first`` up to but not ``last``, and its head word."""

    first: int
    last: int
    head: int


@cache
def nouns(key: str) -> frozenset[str]:
    """One list of the nouns of ``parties.toml``."""
    return frozenset(section("parties", "nouns")[key])


def noun_phrases(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> tuple[Phrase, ...]:
    """The noun phrases between two words, left to right."""
    lower, found, at = lowered(words), [], first
    while at < last:
        phrase = phrase_at(lower, tags, at, last)
        if phrase:
            found.append(phrase)
        at = phrase.last if phrase else at + 1
    return tuple(found)


def phrase_at(lower: tuple[str, ...], tags: Sequence[str], at: int, last: int) -> Phrase | None:
    """The noun phrase that begins at a word (lower case), or ``None``."""
    if (
        at < last
        and tags[at] == "PRON"
        and not (lower[at] in _POSSESSIVE and at + 1 < last and tags[at + 1] in _OWNED)
    ):
        return Phrase(at, at + 1, at)
    end = at
    while end < last and _goes_on(lower, tags, at, end, last):
        end += 1
    while end > at and (tags[end - 1] in ("PUNCT", "PART", "ADV") or lower[end - 1] in _ENDINGS):
        end -= 1
    head = _head(lower, tags, at, end)
    end += len(_IN_LAW) if lower[end : end + len(_IN_LAW)] == _IN_LAW else 0
    return Phrase(at, min(end, last), head) if head is not None else None


def _goes_on(lower: tuple[str, ...], tags: Sequence[str], first: int, at: int, last: int) -> bool:
    tag, word = tags[at], lower[at]
    follows = at + 1 < last and _may_open(lower, tags, at + 1)
    if word in _ENDINGS and at > first:
        return follows
    if word in QUOTES or word in HYPHENS:
        return follows and (at > first or word in QUOTES)
    if tag == "DET":
        return (
            at == first
            or lower[at - 1] in ("all", "both", "half", "such")
            or lower[at] in ("other", "another")
        )
    if tag == "PRON":
        return word in _POSSESSIVE and at == first
    if (
        word in nouns("plural")
        and at > first
        and tags[at - 1] in ("DET", "ADV", "VERB")
        and tags[first] == "DET"
    ):
        return True
    if tag in ("VERB", "ADV") and (at == first or tags[at - 1] in _BEFORE_PARTICIPLE):
        return follows and tags[at + 1] not in ("DET", "PRON", "NUM") and (at > first or _participle(word))
    if tag == "VERB" and at > first and lower[at - 1] in HYPHENS:
        return True
    if word in nouns("fates") and at > first and tags[at - 1] in ("NOUN", "PROPN", "NUM") and not follows:
        return False
    return tag in _CORE


def _participle(word: str) -> bool:
    return word.endswith("ed") or word in nouns("fates")


def _may_open(lower: tuple[str, ...], tags: Sequence[str], at: int) -> bool:
    return tags[at] in _CORE or lower[at] in QUOTES or (tags[at] in ("VERB", "ADV") and at + 1 < len(tags))


def _head(lower: tuple[str, ...], tags: Sequence[str], first: int, last: int) -> int | None:
    """The last naming word, or else a lone determiner such as "those"."""
    for at in range(last - 1, first - 1, -1):
        beside = lower[at] in nouns("fates") and at > first and tags[at - 1] in NOUNS
        if tags[at] in _NAMING and not beside:
            return at
    if last > first + 1 and lower[last - 1] in nouns("plural"):
        return last - 1
    alone = last == first + 1 and (
        lower[first] in section("parties", "pronouns")["several"] or tags[first] == "DET"
    )
    return first if alone else None


def is_several(words: Sequence[str], tags: Sequence[str], phrase: Phrase) -> bool:
    """Whether a noun phrase stands for more than one, from its determiner, its verb and the form of its head."""
    lower = lowered(words)
    head, opener = lower[phrase.head], lower[phrase.first]
    if head in section("parties", "pronouns")["several"]:
        return True
    if head in section("parties", "pronouns")["one"] or opener in section("parties", "determiners")["one"]:
        return False
    told = _verb_says(lower, phrase.last)
    if _is_name(words, tags, phrase):
        return told == "several" and phrase.head == phrase.first and _plural_form(head)
    return _plural_form(head) and told != "one"


def _plural_form(word: str) -> bool:
    if word in nouns("plural"):
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "'s"))
        and word not in nouns("singular_s")
    )


def _is_name(words: Sequence[str], tags: Sequence[str], phrase: Phrase) -> bool:
    """A proper name, not the name of a people: "Ortega Morales", not "the Bretons"."""
    if tags[phrase.head] != "PROPN":
        return False
    head = words[phrase.head].lower()
    if head in nouns("plural"):
        return False
    before = words[phrase.head - 1].lower()
    alone = phrase.head == phrase.first or tags[phrase.head - 1] != "PROPN" or before in nouns("lands")
    return not (_plural_form(head) and alone and _is_people(head))


def _is_people(head: str) -> bool:
    table = section("parties", "nouns")
    return len(head) >= table["peoples_at_least"] and head.endswith(tuple(table["peoples"]))


def _verb_says(lower: tuple[str, ...], at: int) -> str:
    """What the next verb within three words tells: "one", "several", or nothing."""
    for word in lower[at : at + 3]:
        for number in ("one", "several"):
            if word in section("parties", "verbs")[number]:
                return number
    return ""
