"""Totals over several happenings: "five people were shot in separate shootings", "40 homicides so far this year", "the
ninth to be murdered this year".

Such a total is an event of its own, each happening another (gold/DECISIONS.md). The words are in ``events.toml``.
Invariant: only tolls of two people and more are taken out of an event, with whom they count and when and where, and
never all that it has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from standoff.extraction.grammar.lines import says
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.trace import Point
from standoff.extraction.values.tallies import tally_deed, tally_of
from standoff.records import Place, Quantity, Time


def totals(page: Page, points: Sequence[Point], groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The numbers of the tolls of each sentence that tells a total, by group."""
    sentences = {page.sentence[point.at.first] for point in points if counts_several(point)}
    telling = {sentence for sentence in sentences if _tells_total(page, sentence)}
    for group in groups:
        found: dict[int, list[int]] = defaultdict(list)
        for number in group:
            sentence = page.sentence[points[number].at.first]
            if sentence in telling and counts_several(points[number]):
                found[sentence].append(number)
        for numbers in found.values():
            tolls = [points[number] for number in numbers]
            numbers += [n for n in group if n not in numbers and _is_of(page, points[n], tolls)]
        own = list(found.values())
        for toll, *told in _tallies(page, points, group):
            if toll not in chain(*own):
                own.append([toll])
            part = next(numbers for numbers in own if toll in numbers)
            part += [number for number in told if number not in chain(*own)]
        if {*chain(*own)} < {*group}:
            yield from own


def _tallies(page: Page, points: Sequence[Point], group: Sequence[int]) -> Iterator[list[int]]:
    """Each toll of a tally told by an ordinal, with what is told under its deed: when and where."""
    for number in group:
        words = range(*points[number].at) if counts_several(points[number]) else ()
        noun = next((word for word in words if tally_of(page, word)), None)
        deed = tally_deed(page, noun) if noun is not None else None
        if deed is not None:
            told = (other for other in group if isinstance(points[other].value, Time | Place))
            yield [number, *(other for other in told if deed in page.above(points[other].at.first))]


def _is_of(page: Page, point: Point, tolls: Sequence[Point]) -> bool:
    """Whether a point is whom one of some tolls counts, or when or where that was."""
    if any(toll.at.covers(point.at) for toll in tolls):
        return True
    verbs = {_verb_over(page, toll.at) for toll in tolls}
    return isinstance(point.value, Time | Place) and _verb_over(page, point.at) in verbs - {None}


def _verb_over(page: Page, at: Stretch) -> int | None:
    top = top_of(page, at)
    return next((word for word in (top, *page.above(top)) if page.tags[word] == "VERB"), None)


def counts_several(point: Point) -> bool:
    """Whether a point is a toll of two people or more."""
    value = point.value
    return isinstance(value, Quantity) and value.kind == "toll" and (value.low or 0) > 1


def _tells_total(page: Page, sentence: int) -> bool:
    return says(page.line(sentence).forms, section("events", "totals")["cues"])
