"""Numbers that are no counts: ages, dates, lengths, money, shares, and those in names.

Invariant: only the words beside a number tell; what "hundreds" count is never doubted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.extraction.lexicon import section, word_set
from standoff.extraction.values.numeral import Numeral

_CLOSERS = (",", ")", ".", ";", "]")
_OWNING = ("'s", "’s")
_PLACE = 6  # words back from a number to the preposition of its place: "in the Free City, 71"


def is_trap(lower: tuple[str, ...], found: Numeral) -> bool:
    """Whether a number counts nobody and nothing: a date, a length, a share, an age, part of a name, whose things are
    told of ("the couple's three sons")."""
    before = lower[found.first - 1] if found.first else ""
    end = found.last + 1 if lower[found.last : found.last + 1] in (("-",), ("–",)) else found.last
    after = lower[end] if end < len(lower) else ""
    if found.low == 0 or lower[found.core] in section("numbers", "plural_scales"):
        return False
    if (
        before in word_set("numbers", "traps", "before")
        or after in word_set("numbers", "traps", "units")
        or after in _OWNING
        or _is_date(lower, found, end)
    ):
        return True
    if after in ("and", "or") and _ages_follow(lower, end + 1):
        return True
    return is_age(lower, found) or _in_name(lower, found)


def _ages_follow(lower: tuple[str, ...], at: int) -> bool:
    """Whether a number after "and" tells years of age: "13 and 15 years old"."""
    return lower[at : at + 1] != () and lower[at].isdigit() and lower[at + 1 : at + 3] == ("years", "old")


def _in_name(lower: tuple[str, ...], found: Numeral) -> bool:
    """ "a K-9 unit", "the MH-17": a figure that a hyphen ties to letters before it."""
    at = found.core
    return at >= 2 and lower[at][:1].isdigit() and lower[at - 1] in ("-", "‑") and lower[at - 2].isalpha()


def _is_date(lower: tuple[str, ...], found: Numeral, end: int) -> bool:
    traps, months = section("numbers", "traps"), word_set("numbers", "traps", "months")
    before = lower[found.first - 1] if found.first else ""
    value = found.high or 0
    if value <= 31 and found.low == found.high and (before in months or _is_month(lower, end, before)):
        return True
    is_year = traps["first_year"] <= value <= traps["last_year"] and re.fullmatch(
        "[0-9]{4}", lower[found.core]
    )
    own = lower[found.core - 1] if found.core else ""
    if is_year and value % 100 and own in traps["of_a_year"]:
        return True
    return bool(is_year) and (before in traps["years"] or before in months)


def _is_month(lower: tuple[str, ...], at: int, before: str) -> bool:
    """Whether a month stands at the word behind a number, of one that may be a verb one that fits a date: before a
    number, a mark or the end, or behind "on 12"; not "12 may be trapped"."""
    traps, word, following = section("numbers", "traps"), lower[at : at + 1], lower[at + 1 : at + 2]
    if word_set("numbers", "traps", "months").isdisjoint(word):
        return False
    dated = before in traps["of_a_day"] or not any(further[:1].isalpha() for further in following)
    return dated or word[0] not in traps["verbs"]


def is_age(lower: tuple[str, ...], found: Numeral) -> bool:
    """ "NAME, 15, was": a figure between commas after a word tells an age; so does "5- and 8-year-old"."""
    after = lower[found.last] if found.last < len(lower) else "."
    if after == "-" and lower[found.last + 1 : found.last + 2] in (("and",), ("or",), ("to",), (",",)):
        return True
    if after_ages(lower, found.first - 1):
        return True
    before = [word for word in lower[max(0, found.first - 3) : found.first] if word != "both"]
    if (found.high or 0) > section("numbers", "traps")["oldest"]:
        return False
    if before[-1:] == ["("] and after == ")":
        return not any(_is_too_old(lower, at) for at in range(1, len(lower) - 1))
    if _is_own_age(lower, found, after):
        return True
    if _is_of_two(lower, found):
        return True
    if is_behind_place(lower, found.first):
        return False
    named = before[:-1] == [] or before[-2].rstrip(".").isalpha()  # a sentence may be cut at "Jr."
    closed = after in _CLOSERS or (after in section("numbers", "traps")["alone"] and (found.low or 0) > 1)
    return before[-1:] == [","] and closed and found.first == found.core and named


def _is_of_two(lower: tuple[str, ...], found: Numeral) -> bool:
    """ "Ana and Udo Lind, 24 and 27, were": either of two figures between commas after a word."""
    first = found.first - 2 if lower[found.first - 1] == "and" else found.first
    pair = lower[max(0, first - 2) : first + 4]
    if len(pair) != 6 or found.last != found.first + 1:
        return False
    named, opened, one, joint, other, closed = pair
    figures = one.isdigit() and other.isdigit() and named.rstrip(".").isalpha()
    return figures and (opened, joint) == (",", "and") and closed in _CLOSERS


def _is_too_old(lower: tuple[str, ...], at: int) -> bool:
    """Whether a number in brackets is no age, and so no other is: "Oster ([142]) and Tolm (61)"."""
    figure = lower[at].replace(",", "")
    bare = figure.isdigit() and (lower[at - 1], lower[at + 1]) == ("(", ")")
    return bare and int(figure) > section("numbers", "traps")["oldest"]


def is_behind_place(forms: Sequence[str], at: int) -> bool:
    """Whether a number that a comma stands before has its place there, one of several: "; in [New Oster], 71"."""
    before = section("tolls", "spreads")["before"]
    first = next((word for word in range(at - 3, max(0, at - _PLACE), -1) if forms[word] in before), 0)
    return forms[at - 1] == "," and first > 0 and forms[first - 1] in (";", ",", "and")


def _is_own_age(lower: tuple[str, ...], found: Numeral, after: str) -> bool:
    """ "He's only 14": a number that somebody is, with nothing counted after it."""
    traps = section("numbers", "traps")
    before = lower[max(0, found.first - 2) : found.first]
    said = len(before) > 1 and before[0] in traps["who"] and before[1] in traps["being"]
    return said and after in _CLOSERS


def after_ages(lower: tuple[str, ...], at: int) -> bool:
    """Whether a list before a number begins with "ages": "ages 13, 17 and 19", "the ages of 13 and 17"."""
    while at > 0 and (lower[at] in (",", "and", "or", "of") or lower[at].isdigit()):
        at -= 1
    return at >= 0 and lower[at] in section("numbers", "traps")["ages"]
