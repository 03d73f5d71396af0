"""The normal form of an entity, place or text value, from the words that carry it.

Invariant: every form is a stretch of the words it was given, so the value can be shown in the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from standoff.extraction.grammar.phrases import HYPHENS, QUOTES
from standoff.extraction.lexicon import section
from standoff.extraction.values.cardinals import lowered
from standoff.extraction.values.numerals import find_numerals
from standoff.extraction.values.parties import spoken

_MARKS = frozenset([",", ".", ";", ":", "!", "?", "—", "–", "-", "--", "...", "…"])
_OPENING, _CLOSING = frozenset(["(", "["]), frozenset([")", "]"])
_QUOTES = QUOTES - {"[", "]"}
_SHORT = 3  # letters of an abbreviation that keeps its full stop ("Fla.")
_POSSESSIVES = frozenset(["'s", "'"])

Bounds = tuple[int, int]


def entity_text(words: Sequence[str], first: int, last: int, tags: Sequence[str]) -> str:
    """An entity as it stands, without article, number, owner, trailing "'s" or relative clause; titles are kept.

    "the armed men who fled" gives "armed men". Words that hold nothing else come back as they are.
    """
    return spoken(words, *entity_bounds(words, first, last, tags))


def plain_text(words: Sequence[str], first: int, last: int) -> str:
    """A text value or a place: the words, articles and prepositions too, without outer marks and quotation marks."""
    return spoken(words, *text_bounds(words, first, last))


def is_anaphor(words: Sequence[str], first: int, last: int, tags: Sequence[str]) -> bool:
    """Whether the words only point back ("they", "his", "the two", "All"), so that the value is their antecedent."""
    return all(
        tags[at] in ("PRON", "DET", "NUM", "ADP", "PART", "PUNCT") or lowered(words)[at] == "'s"
        for at in range(first, last)
    )


def text_bounds(words: Sequence[str], first: int, last: int) -> Bounds:
    """The stretch without outer marks, quotation marks and unpaired brackets."""
    start, end = first, last
    while start < end - 1 and (words[start] in _MARKS or _unpaired(words, start, end, start)):
        start += 1
    while end - 1 > start and (words[end - 1] in _MARKS or _unpaired(words, start, end, end - 1)):
        end -= 1
    if (
        end - start > 2
        and words[start] in _QUOTES
        and words[end - 1] in _QUOTES
        and _quotes(words, start, end) == 2
    ):
        start, end = start + 1, end - 1
    if end < last and words[end] == "." and ("." in words[end - 1] or len(words[end - 1]) <= _SHORT):
        end += 1
    return start, end


def _quotes(words: Sequence[str], first: int, last: int) -> int:
    return sum(word in _QUOTES for word in words[first:last])


def _unpaired(words: Sequence[str], first: int, last: int, at: int) -> bool:
    """Whether a bracket or quotation mark has no partner in the stretch."""
    if words[at] in _QUOTES:
        return _quotes(words, first, last) % 2 == 1
    if words[at] not in _OPENING and words[at] not in _CLOSING:
        return False
    inside = words[first:last]
    opened, closed = (sum(word in kind for word in inside) for kind in (_OPENING, _CLOSING))
    return (words[at] in _OPENING and opened > closed) or (words[at] in _CLOSING and closed > opened)


def entity_bounds(words: Sequence[str], first: int, last: int, tags: Sequence[str]) -> Bounds:
    """The stretch that `entity_text` sets as text."""
    lower = lowered(words)
    start, end = text_bounds(words, first, last)
    start = _after_leading(words, lower, start, end)
    end = _before_relative(lower, tags, start, end)
    while end - 1 > start and (lower[end - 1] in _POSSESSIVES or lower[end - 1] in _MARKS):
        end -= 1
    return text_bounds(words, start, end)


def _after_leading(words: Sequence[str], lower: tuple[str, ...], start: int, end: int) -> int:
    """The first word after articles, owners and numbers; the last word is always kept."""
    leading = _words("leading")
    numbers = {n.first: n.last for n in find_numerals(words, start, end)}
    at = start
    while at < end - 1:
        if lower[at] in _words("amounts") and lower[at + 1] == "of" and at + 2 < end:
            at += 2  # "dozens of [rockets]"
        elif at in numbers and numbers[at] < end and not _goes_on(lower, at, numbers[at]):
            at = numbers[at]
        elif lower[at] in leading and lower[at + 1] not in HYPHENS:  # "an [An-26]"
            at += 1
        else:
            break
    return start if lower[at] in (*_POSSESSIVES, *_words("relatives"), "of", "others") else at


def _goes_on(lower: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a number is only the beginning of one: "5-inch", and "155mm", which is cut into three."""
    return lower[last] in HYPHENS or (lower[first].isdigit() and lower[last].isdigit())


def _before_relative(lower: tuple[str, ...], tags: Sequence[str], start: int, end: int) -> int:
    relatives, reduced = _words("relatives"), _words("reduced")
    for at in range(start + 1, end):
        linked = lower[at] in reduced and at + 1 < end and lower[at + 1] in _words("links")
        if (lower[at] in relatives or linked) and _ends_noun(lower, tags, at):
            return at - 1 if lower[at - 1] in ("of", "in", "with", "to", ",") and at - 1 > start else at
    return end


def _ends_noun(lower: tuple[str, ...], tags: Sequence[str], at: int) -> bool:
    """Whether a noun, perhaps with a mark or preposition after it, stands right before: not "those who"."""
    before = at - 1
    while before > 0 and (tags[before] == "ADP" or lower[before] == ","):
        before -= 1
    return tags[before] in ("NOUN", "PROPN", "ADJ", "NUM", "PUNCT") and lower[at - 1] not in HYPHENS


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(section("parties", "entities")[key])
