"""One person whom a noun and the words beside it tell of: "a third victim, a teenage boy", "the guard, Idris Lomar".

The two are one toll: by the name where one has it, by what stands beside a noun that says no more than that it is
somebody, else by the noun. Invariant: only tolls of one person in one slot, of which the second stands right behind the
comma after the first and ends its phrase, become one; names side by side are a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import nouns
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.trace import Point
from standoff.records import Quantity
from standoff.records.explanation import Reason

_WHY = Reason("one person, whom a noun and the words beside it tell of")
_JOINED = (["and"], ["or"], ["&"], ["as"])


def told_once(page: Page, points: Sequence[Point]) -> list[Point]:
    """The points, a toll of one person whom a further noun beside the first describes once."""
    found = list(points)
    by_start = {(point.slot, point.at.first): number for number, point in enumerate(found) if _is_one(point)}
    lost: set[int] = set()
    for number, point in enumerate(points):
        beside = by_start.get((point.slot, point.at.last + 1))
        if (
            not _is_one(point)
            or beside is None
            or number in lost
            or not _describes(page, point, points[beside])
        ):
            continue
        other = points[beside]
        party = other.value if _says_less(page, point, other) else point.value
        at = Stretch(point.at.first, other.at.last)
        found[number] = replace(point, at=at, value=party, why=(*point.why, _WHY))
        lost.add(beside)
    return [point for number, point in enumerate(found) if number not in lost]


def _is_one(point: Point) -> bool:
    value = point.value
    return isinstance(value, Quantity) and value.kind == "toll" and value.low == value.high == 1


def _describes(page: Page, point: Point, other: Point) -> bool:
    """Whether a toll is set beside another, and is no next item of a list."""
    end = page.bounds[page.sentence[point.at.first]].last
    if other.at.last > end or page.forms[point.at.last] != ",":
        return False
    after = page.forms[other.at.last : min(end, other.at.last + 2)]
    listed = after[:1] in _JOINED or (
        after[:1] == [","] and (after[1:] in _JOINED or _opens(page, other.at.last + 1))
    )
    named = all(page.tags[top_of(page, one.at)] == "PROPN" for one in (point, other))
    return not listed and not named


def _opens(page: Page, word: int) -> bool:
    """Whether a word may begin a next item of a list."""
    return any(tag in ("DET", "PROPN", "NUM") for tag in page.tags[word : word + 1])


def _says_less(page: Page, point: Point, other: Point) -> bool:
    """Whether the noun says no more than that it is somebody, or the words beside it are a name."""
    top, beside = top_of(page, point.at), top_of(page, other.at)
    return page.forms[top] in nouns("somebody") or (
        page.tags[beside] == "PROPN" and page.tags[top] != "PROPN"
    )
