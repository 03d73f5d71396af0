"""Tolls of a whole war, told beside those of one day of it: "3,400 have been killed since the invasion began".

They are an event of their own (gold/DECISIONS.md); the words are in ``events.toml``. Invariant: only what is told
with a toll of two people and more is taken out of an event, that of a clause together, and never all that it has; what
is said to be the worst "since the war began" is of its own day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from standoff.extraction.events.totals import counts_several
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point

_REACH = 8  # words from "since" to the war, and back from it to what is said to be the worst
_OF_NOUNS = frozenset(("acl", "nmod"))


def since_wars(page: Page, points: Sequence[Point], groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The numbers of what each group has of the time since a war began, with a toll, by the word that says so."""
    marks = [word for word in page.where(("since",)) if _is_of_war(page, word)]
    for group in groups if marks else ():
        found: dict[int, list[int]] = defaultdict(list)
        for number in group:
            mark = next((mark for mark in marks if _is_told_since(page, points[number], mark)), None)
            if mark is not None:
                found[mark].append(number)
        tolls = [told for told in found.values() if any(counts_several(points[number]) for number in told)]
        if {number for told in tolls for number in told} < set(group):
            yield from tolls


def _is_of_war(page: Page, mark: int) -> bool:
    """Whether a war follows "since", and nothing before it is said to be the worst or the first since then."""
    first, last = page.bounds[page.sentence[mark]]
    after = page.forms[mark + 1 : min(last, mark + _REACH)]
    before = page.forms[max(first, mark - _REACH) : mark]
    return not word_set("events", "since", "wars").isdisjoint(after) and word_set(
        "events", "since", "worst"
    ).isdisjoint(before)


def _is_told_since(page: Page, point: Point, mark: int) -> bool:
    """Whether a value is told under the verb that "since" goes with, or behind it where it goes with a noun: "the
    number of those killed since the war began has reached [3,400]"."""
    if page.sentence[point.at.first] != page.sentence[mark]:
        return False
    over = page.heads[page.heads[mark]] if page.heads[mark] >= 0 else -1
    if over < 0:
        return False
    if page.relations[over] in _OF_NOUNS or page.tags[over] != "VERB":
        return point.at.first > mark
    top = top_of(page, point.at)
    return over in (top, *page.above(top))
