"""What befell before, told beside the news: "near the square, where a bomb killed six in March".

A clause on "where", or on how long "after" it the news came, with a day of its own is of that day; what stands around
it in its sentence is not. What an anniversary is of is no news. Invariant: a clause leaves an event only where the
rest of it has another day, and what is remembered only where there is a rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.clauses import has_case
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point
from standoff.records import TOLL_SLOTS, Time


@once
def aside(page: Page) -> dict[int, int]:
    """The words of clauses that tell what befell a place or came before the news, each with the verb of its clause."""
    found: dict[int, int] = {}
    for word in page.where(("where", "after")):
        verb = page.heads[word]
        if verb >= 0 and verb > word and (page.forms[word] == "where" or _long_after(page, word)):
            found.update((inner, verb) for inner in page.subtree(verb) if inner > word)
    return found


def backstories(page: Page, points: Sequence[Point], groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The points of each group that are told in such a clause, where its day is none of the rest."""
    clauses = aside(page)
    if not clauses:
        return
    for group in groups:
        told = {number: clauses.get(points[number].at.first, -1) for number in group}
        for verb in {*told.values()} - {-1}:
            own = [number for number, clause in told.items() if clause == verb]
            if _is_of_other_day(points, own, [number for number in group if number not in own]):
                yield own


def remembered(page: Page, points: Sequence[Point], groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The points of each group that tell what an anniversary is of, where people came to harm: "the tenth anniversary
    of [the raid that killed 31]", not "of the National Guard in the capital"."""
    for noun in page.where(word_set("events", "remembrance", "nouns")):
        told = any(has_case(page, kid, ("of",)) for kid in page.children[noun])
        inner = {word for word in page.subtree(noun) if word > noun} if told else set()
        for group in groups:
            own = [number for number in group if points[number].at.first in inner]
            if len(own) < len(group) and any(points[number].slot in TOLL_SLOTS for number in own):
                yield own


def _is_of_other_day(points: Sequence[Point], own: Sequence[int], rest: Sequence[int]) -> bool:
    """Whether what is told in a clause has a time, and more than that, and the rest has others alone."""
    inner, outer = (
        [value for number in numbers if isinstance(value := points[number].value, Time)]
        for numbers in (own, rest)
    )
    apart = all(
        one.end[:10] < two.start[:10] or two.end[:10] < one.start[:10] for one in inner for two in outer
    )
    return bool(inner) and bool(outer) and apart and len(own) > len(inner)


def _long_after(page: Page, word: int) -> bool:
    """Whether "after" follows a measure of time: "days after"."""
    return page.forms[word - 1] in word_set("events", "openings", "measures") if word else False
