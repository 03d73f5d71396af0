"""Whole numbers in figures and words: "1,500", "1.2 million", "twenty-five", "a hundred and six".

Invariant: a number is read from the words in their order, and endless digits are no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache, cached_property, lru_cache

from standoff.extraction.lexicon import section
from standoff.extraction.values.number_phrases import Phrases, longest_at

ARTICLES = ("a", "an")
MOST = 10**15  # every number in words is below; databases hold no whole numbers of more than 18 digits
_FIGURE = re.compile(r"([0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]+(?:\.[0-9]+)?)([½¼¾⅓⅔]?)")
_LEAST_PARTED = 1000  # "half a dozen" is a phrase of its own
_NONE = Fraction(0)
_TENS = range(20, 100, 10)  # to which ones are joined: "forty-two"
_FIRST_GROUP = re.compile(r"[0-9]{1,3}")
_GROUP = re.compile(r"[0-9]{3}")


class Spelt(tuple[str, ...]):
    """Words that keep their lower case, so that the many rules that ask for it find it made."""

    @classmethod
    def of(cls, words: Iterable[str], lower: tuple[str, ...]) -> Spelt:
        """The words with their lower case, where it is known."""
        made = cls(words)
        made.__dict__["lower"] = lower
        return made

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """As `lowered` has it."""
        return _lowered(self)


def lowered(words: Sequence[str]) -> tuple[str, ...]:
    """The words in lower case, with the curly apostrophe made straight."""
    return words.lower if isinstance(words, Spelt) else _lowered(tuple(words))


@lru_cache(maxsize=256)
def _lowered(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([word.lower().replace("\u2019", "'") for word in words])


def cardinal(lower: Sequence[str], at: int, last: int) -> tuple[Fraction, int] | None:
    """The number that begins at a word (lower case) and the word after it, or ``None``.

    Reads figures ("1,500", "1.2 million", "18½") and number words ("twenty-five", "a hundred and six").
    """
    start = scale_part(lower, at, last) or _figure(lower, at, last) or _unit(lower, at, last)
    if start is None:
        return None
    current, end = start
    total, step = _NONE, current
    while end < last:
        if mixed := _with_part(lower, total + current, step, end, last):
            return mixed
        skip = end + 1 if lower[end] in ("-", "and") and end + 1 < last else end
        scale = section("numbers", "scales").get(lower[skip]) if skip == end or lower[end] == "-" else None
        more = _words(lower, skip, last)
        if scale and not current:  # "two thousand million"
            total, current = _NONE, total
        if scale and current * scale < MOST:
            current, end, step = current * scale, skip + 1, Fraction(scale)
            if scale >= 1000:
                total, current = total + current, _NONE
        elif more and more[0] < _room(step, current):
            current, end, step = current + more[0], more[1], more[0]
        else:
            break
    return (total + current if total else current), end


def scale_part(lower: Sequence[str], at: int, last: int) -> tuple[Fraction, int] | None:
    """The number that is a part of a scale, and the word after it: "half a million", "a quarter of a million"."""
    longest = _parts().longest.get(lower[at], 0) if at < last else 0
    if not longest:
        return None
    parts, scales = _parts(), section("numbers", "scales")
    for size in range(min(longest, last - at), 0, -1):
        part, end = parts.get(" ".join(lower[at : at + size])), at + size
        end += part is not None and tuple(lower[end : end + 1]) == ("of",)
        end += part is not None and tuple(lower[end : end + 1]) == ("a",)
        if part and end < last and scales.get(lower[end], 0) >= _LEAST_PARTED:
            return Fraction(*part) * scales[lower[end]], end + 1
    return None


def _with_part(
    lower: Sequence[str], number: Fraction, step: Fraction, end: int, last: int
) -> tuple[Fraction, int] | None:
    """A number with the part of a scale behind it, and the word after it: "one and a half million", "a million and a
    half"."""
    part = longest_at(lower, end + 1, last, _parts()) if lower[end] == "and" else ""
    if not part:
        return None
    more, after = Fraction(*_parts()[part]), end + 2 + part.count(" ")
    scale = section("numbers", "scales").get(lower[after]) if after < last else None
    if scale and number < _LEAST_PARTED:
        return (number + more) * scale, after + 1
    return (number + more * step, after) if step >= _LEAST_PARTED and not scale else None


@cache
def _parts() -> Phrases[tuple[int, int]]:
    return Phrases(section("numbers", "parts"))


def _room(step: Fraction, current: Fraction) -> Fraction:
    """What may still be added: units after tens, anything smaller after a scale."""
    if step >= 100 and (step in (100, 1000) or step % 1000 == 0):
        return step
    return Fraction(10) if step in _TENS and current % 10 == 0 else Fraction(0)


def _figure(lower: Sequence[str], at: int, last: int) -> tuple[Fraction, int] | None:
    match = _FIGURE.fullmatch(lower[at]) if at < last and lower[at][:1].isdigit() else None
    if match is None or len(match[1]) > section("numbers", "traps")["most_digits"]:
        return None
    digits, end = match[1].replace(",", ""), at + 1
    groups = last if _FIRST_GROUP.fullmatch(lower[at]) else end  # "2019 , 300" are two numbers
    # Some archives set "31,000" as "31 , 000".
    while len(digits) <= 9 and end + 1 < groups and lower[end] == "," and _GROUP.fullmatch(lower[end + 1]):
        digits, end = digits + lower[end + 1], end + 2
    part = section("numbers", "fractions").get(match[2])
    return (_written(digits) + Fraction(*part) if part else _written(digits)), end


@lru_cache(maxsize=1 << 10)
def _written(digits: str) -> Fraction:
    return Fraction(digits)


def _unit(lower: Sequence[str], at: int, last: int) -> tuple[Fraction, int] | None:
    scales = section("numbers", "scales")
    if at + 1 < last and lower[at] in ARTICLES and lower[at + 1] in scales:
        return Fraction(1), at + 1
    if 0 < at < last and lower[at] in scales and lower[at - 1] in section("numbers", "another")["words"]:
        return Fraction(1), at
    found = _words(lower, at, last)
    if found and found[1] + 3 < last and tuple(lower[found[1] : found[1] + 3]) == ("-", "point", "-"):
        tenths = _words(lower, found[1] + 3, last)
        if tenths and tenths[0] < 10:
            return found[0] + tenths[0] / 10, tenths[1]
    return found


def _words(lower: Sequence[str], at: int, last: int) -> tuple[Fraction, int] | None:
    number = _word(lower[at]) if at < last else None
    return None if number is None else (number, at + 1)


@lru_cache(maxsize=1 << 12)
def _word(word: str) -> Fraction | None:
    """What one word says: "forty", "forty-two"."""
    cardinals, (tens, _, ones) = section("numbers", "cardinals"), word.partition("-")
    if not ones:
        return Fraction(cardinals[word]) if word in cardinals else None
    number, more = cardinals.get(tens, 0), cardinals.get(ones, 0)
    return Fraction(number + more) if number in _TENS and 0 < more < 10 else None
