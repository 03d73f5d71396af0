"""For whom a toll is given: "two staff members hostage" speaks of "staff members".

Invariant: a party is made of words of the stretch it was read from, in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.phrases import HYPHENS, QUOTES, Phrase, nouns, phrase_at
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.lexicon import section
from standoff.extraction.values.cardinals import lowered

_ARTICLES = frozenset(["a", "an", "the", "this", "that", "these", "those", "whose"])
_OPENERS = frozenset(["my", "your", "his", "her", "its", "our", "their"])
_TIGHT_BEFORE = frozenset([",", ".", ";", ":", "!", "?", ")", "]", "”", "%", "'", "’", "n't", "n’t"])
_TIGHT_AFTER = frozenset(["(", "[", "“", "$", "£", "€", "#"])


def spoken(words: Sequence[str], first: int, last: int) -> str:
    """The words set as running text: no blank around hyphens, before closing marks, or before "'s"."""
    text, glued, open_quote = "", True, False
    for at in range(first, last):
        word = words[at]
        tight = (
            (word == '"' and open_quote)
            or glued
            or word in _TIGHT_BEFORE
            or word in HYPHENS
            or (word.startswith(("'", "’")) and at > first)
        )
        text += word if tight else f" {word}"
        glued = word in _TIGHT_AFTER or word in HYPHENS
        if word == '"':
            open_quote = not open_quote
            glued = open_quote
    return text


def party_after(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> str | None:
    """The head phrase of what a number before word ``at`` counts; ``None`` when it counts what went before.

    "(four) of them" and "(three) killed" give ``None``; "(two) other guards hostage" gives "guards", and so does
    "(two) of them were guards".
    """
    lower = lowered(words)
    partitive = at < last and lower[at] in ("of", "among")
    if partitive:
        at += 1
    while at < last and lower[at] in HYPHENS | QUOTES:
        at += 1
    if partitive and lower[at : at + 1] == ("those",):
        end = _relative_end(tags, at, last)
        return _said_to_be(words, tags, end, last) or (spoken(words, at, end) if at + 1 < last else None)
    phrase = phrase_at(lower, tags, at, last)
    if phrase and tags[phrase.first] == "VERB" and lower[phrase.head] in nouns("wounds"):
        return None  # "one suffered burns"
    named = party_of(words, tags, phrase, last) if phrase else None
    after = phrase.last if phrase else at
    if named is None and partitive and phrase is not None and tags[phrase.head] == "PRON":
        told = phrase_at(lower, tags, after, last)  # "three of them children"
        named = party_of(words, tags, told, last) if told and tags[told.head] in NOUNS else None
    return named or _said_to_be(words, tags, after, last)


def _said_to_be(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> str | None:
    """Who those counted are said to be, where the number names nobody: "two were Danes", "two dead were guards"."""
    lower = lowered(words)
    at += at < last and lower[at] in nouns("fates")
    if at + 1 >= last or lower[at] not in section("parties", "parts")["said_to_be"]:
        return None
    phrase = phrase_at(lower, tags, at + 1, last)
    state = phrase and tags[phrase.head] == "ADJ" and lower[phrase.head] not in nouns("plural")
    if phrase is None or (state and words[phrase.head].islower()):
        return None  # "four of whom are critical" tells how they are
    return party_of(words, tags, phrase, last)


def party_of(words: Sequence[str], tags: Sequence[str], phrase: Phrase, last: int) -> str | None:
    """The words of a noun phrase that name a party: no articles, no counting words, no fate, with its "of"."""
    lower, inner = lowered(words), (phrase, last)
    while _is_of_another(
        words, lower, tags, inner[0]
    ):  # a loop, since "the death of the death of ..." may go on
        found = _complement(lower, tags, *inner)
        if found is None:
            return None
        inner = found
    phrase, last = inner
    if tags[phrase.head] == "PRON" and lower[phrase.head] != "others":
        return None
    start, end = _trimmed(lower, tags, phrase)
    if start >= end or lower[start:end] == ("one",) or {*tags[start:end]} == {"ADV"}:
        return None
    return spoken(words, start, _with_of(lower, tags, end, last))


def _is_of_another(words: Sequence[str], lower: tuple[str, ...], tags: Sequence[str], phrase: Phrase) -> bool:
    """Whether a noun is one of harm or of a part, which is of those who are the party; "Maren Loss" is no loss."""
    named = tags[phrase.head] == "PROPN" and not words[phrase.head].isupper()
    of_another = lower[phrase.head] in nouns("harm") | nouns("partitive") | nouns("told")
    return of_another and not named and tags[phrase.head] != "PRON"


def _complement(
    lower: tuple[str, ...], tags: Sequence[str], phrase: Phrase, last: int
) -> tuple[Phrase, int] | None:
    """Whose it is, and where that may go on to: "the death of a guard" gives "a guard", "the guard's death" "the
    guard", "25 deaths" nothing."""
    at = phrase.last
    if at + 1 < last and lower[at] in ("of", "among"):
        inner = phrase_at(lower, tags, at + 1, last)
        return (inner, last) if inner else None
    owner = next((i for i in range(phrase.first, phrase.last) if lower[i] in ("'s", "'")), None)
    if owner is None or owner == phrase.first:
        return None
    return Phrase(phrase.first, owner, owner - 1), owner


def _trimmed(lower: tuple[str, ...], tags: Sequence[str], phrase: Phrase) -> tuple[int, int]:
    start, end = phrase.first, phrase.last
    front = _ARTICLES | _OPENERS | nouns("counting") | nouns("fates") | QUOTES
    while start < end - 1 and (lower[start] in front or _is_count(lower, tags, start)):
        if lower[start + 1] in HYPHENS and lower[start] not in QUOTES:
            break  # "hostage-takers" are one word
        start += 1
    while end > start and (lower[end - 1] in nouns("fates") or lower[end - 1] in QUOTES):
        if end - start > 2 and lower[end - 2] in HYPHENS:
            break  # "ex-hostages"
        end -= 1
    if start >= end and tags[phrase.head] == "NOUN":
        return phrase.head, phrase.head + 1
    lone = end - start == 1 and lower[start] in _ARTICLES | nouns("counting")
    return start, start if lone else end


def _is_count(lower: tuple[str, ...], tags: Sequence[str], at: int) -> bool:
    measured = HYPHENS | frozenset(section("parties", "ages")["units"])
    return tags[at] == "NUM" and measured.isdisjoint(lower[at + 1 : at + 2])


def _with_of(lower: tuple[str, ...], tags: Sequence[str], end: int, last: int) -> int:
    """The end of the phrase together with an "of" phrase that follows it."""
    if end + 1 < last and lower[end] == "of":
        inner = phrase_at(lower, tags, end + 1, last)
        if inner and tags[inner.head] != "PRON":
            return inner.last
    return end


def _relative_end(tags: Sequence[str], at: int, last: int) -> int:
    """ "those who escaped", "those on board": up to the next verb's end or mark."""
    end = at + 1
    while end < last and tags[end] not in ("AUX", "PUNCT", "CCONJ"):
        end += 1
        if tags[end - 1] == "VERB":
            break
    return end
