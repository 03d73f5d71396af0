"""Whom a bare number counts: those of the number before it, in "six guards were killed and one was captured".

Invariant: only tolls without a party get one, and only from a toll of their own sentence that stands before them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.phrases import nouns
from standoff.extraction.trace import Point
from standoff.extraction.values.numerals import find_numerals
from standoff.records import Quantity
from standoff.records.explanation import Reason

_NOBODY, _NO_ONE = ("nobody", "no-one"), ["no", "one"]  # these are people at large
_BETWEEN = 16  # words between two numbers of the same people
_WHY = Reason("whom the number before it in the sentence counts")


def with_shared_parties(page: Page, points: Iterable[Point]) -> list[Point]:
    """The points, tolls that are a bare number with the party of the toll before them."""
    found = list(points)
    tolls = [number for number, point in enumerate(found) if _counts(point)]
    for before, after in pairwise(sorted(tolls, key=lambda number: found[number].at)):
        one, other = found[before].value, found[after].value
        if not isinstance(one, Quantity) or not isinstance(other, Quantity) or other.party:
            continue
        if one.party and _may_be_of(one, other) and _goes_on(page, found[before], found[after]):
            value = replace(other, party=one.party)
            found[after] = replace(found[after], value=value, why=(*found[after].why, _WHY))
    return found


def _counts(point: Point) -> bool:
    return isinstance(point.value, Quantity) and point.value.kind == "toll"


def _may_be_of(one: Quantity, other: Quantity) -> bool:
    """Whether a number may count whom another names: "44" are no "75-year-old woman", and "none" is not one of her."""
    return one.high != 1 or other.low == other.high == 1


def _goes_on(page: Page, before: Point, after: Point) -> bool:
    """Whether a number with no noun follows in the same sentence ("... and one was missing")."""
    near = 0 <= after.at.first - before.at.last <= _BETWEEN
    if not near or page.sentence[before.at.first] != page.sentence[after.at.first]:
        return False
    if (
        page.forms[after.at.first].startswith(_NOBODY)
        or page.forms[after.at.first : after.at.first + 2] == _NO_ONE
    ):
        return False
    words = page.words[after.at.first : after.at.last]
    numerals = find_numerals(words, 0, len(words))
    return bool(numerals) and numerals[0].first == 0 and not _counts_things(page, after, numerals[0].last)


def _counts_things(page: Page, point: Point, last: int) -> bool:
    """Whether a number counts what its own noun names, or is some of those that "of" names; "nine injured" names
    nobody."""
    at = point.at.first + last
    if at >= point.at.last or page.forms[at] in nouns("fates"):
        return False
    return page.tags[at] in ("NOUN", "PROPN", "ADJ") or page.forms[at] == "of"
