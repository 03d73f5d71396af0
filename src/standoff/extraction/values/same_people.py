"""Whom a bare number counts: those of the number before it, in "six guards were killed and one was captured"; those
whom the sentence before tells of, in "Gunmen ambushed a group of miners. Three were killed".

Invariant: only tolls without a party get one, from a toll of their own sentence that stands before them, or from the
only people that the sentence before has as a target, where it counts nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import nouns
from standoff.extraction.grammar.tags import VERBS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.trace import Point
from standoff.extraction.values.numerals import find_numerals
from standoff.records import Entity, Quantity
from standoff.records.explanation import Reason

_NOBODY, _NO_ONE = ("nobody", "no-one"), ["no", "one"]  # these are people at large
_JOINED: tuple[list[str], ...] = ([], [","], ["and"], [",", "and"])
_OF_THEM = (["of", "them"], ["of", "whom"])
_BETWEEN = 16  # words between two numbers of the same people
_WHY = Reason("whom the number before it in the sentence counts")
_WHY_BEFORE = Reason("the only people that the sentence before tells of")


def with_shared_parties(page: Page, points: Iterable[Point]) -> list[Point]:
    """The points, tolls that are a bare number with the party of the toll before them."""
    found = _after_targets(page, list(points))
    tolls = [number for number, point in enumerate(found) if _counts(point)]
    for before, after in _whole_before(page, found, sorted(tolls, key=lambda number: found[number].at)):
        one, other = found[before].value, found[after].value
        if not isinstance(one, Quantity) or not isinstance(other, Quantity) or other.party:
            continue
        if one.party and _may_be_of(one, other) and _goes_on(page, found[before], found[after]):
            value = replace(other, party=one.party)
            found[after] = replace(found[after], value=value, why=(*found[after].why, _WHY))
    return found


def _whole_before(page: Page, points: Sequence[Point], tolls: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each of some tolls with the one before it; of "17 people, three of them children, and two more" 17 and two, and
    of "17 people, including a child and two women, and hurting six" 17 and six."""
    before: int | None = None
    end = -1  # where the last part ends
    for number in tolls:
        if before is not None:
            yield before, number
        at = points[number].at
        part = _is_part(page, at.first) or (end >= 0 and page.forms[end : at.first] in _JOINED)
        end = at.last if part else -1
        before = before if part and before is not None else number


def _is_part(page: Page, first: int) -> bool:
    """Whether a number is of some of those before it: "three of them", "including three"."""
    opening = page.forms[first - 1] if first else ""
    return page.forms[first + 1 : first + 3] in _OF_THEM or opening in section("parties", "parts")["words"]


def _after_targets(page: Page, points: Sequence[Point]) -> list[Point]:
    """The points, a bare number that opens a sentence with whom alone the sentence before tells of as harmed."""
    return [
        replace(point, value=replace(point.value, party=party), why=(*point.why, _WHY_BEFORE))
        if isinstance(point.value, Quantity) and (party := _told_of(page, points, point))
        else point
        for point in points
    ]


def _told_of(page: Page, points: Sequence[Point], point: Point) -> str | None:
    """The only people of the sentence before, of a toll that opens its own with a bare number and a verb."""
    sentence, first = page.sentence[point.at.first], point.at.first
    opens = first == page.bounds[sentence].first and page.tags[first] == "NUM"
    bare = opens and page.tags[min(first + 1, len(page) - 1)] in VERBS
    if not bare or not isinstance(point.value, Quantity) or point.value.kind != "toll" or point.value.party:
        return None
    before = [other for other in points if page.sentence[other.at.first] == sentence - 1]
    told = {party for other in before if (party := _people(page, other)) is not None}
    counted = any(isinstance(other.value, Quantity) and other.value.kind == "toll" for other in before)
    return told.pop() if len(told) == 1 and not counted else None


def _people(page: Page, point: Point) -> str | None:
    """Whom a target tells of, where they are several, without "a group of"."""
    if point.slot != "target" or not isinstance(point.value, Entity):
        return None
    top, kinds = top_of(page, point.at), page.entity_labels
    gathered = page.forms[top] in nouns("partitive") or page.forms[top] in nouns("gatherings")
    member = page.child(top, "nmod") if gathered else None
    if member is not None and kinds.get(member) == "person":
        first, last = noun_phrase(page, member)
        return page.quote(Stretch(first + (page.tags[first] == "DET"), last))
    several = page.forms[top].endswith("s") or page.forms[top] in nouns("plural")
    return point.value.text if several and page.tags[top] == "NOUN" and kinds.get(top) == "person" else None


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
    others = page.forms[at] == "of" and page.forms[at : at + 2] not in _OF_THEM
    return others or page.tags[at] in ("NOUN", "PROPN", "ADJ")
