"""Whose act the one was that the sentence before tells of: "… killed 40 in 2029. The Ash Brigade claimed that attack."

A report that ends on an older happening tells in the next breath who was behind it, with a demonstrative that points
back at it; by its slots alone that would be told of the news. Invariant: only what is said of whose act it was, in a
sentence without a time of its own, is drawn to the sentence before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.trace import Point
from standoff.records import TOLL_SLOTS

_POINTING = ("that", "those")
_WHOSE = frozenset(("actor", "claimant", "suspect", "affiliation", "motive", "observation", "status"))


def pointed_back(page: Page, points: Sequence[Point], groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The points of each group that has what is said of whose act it was brought in from others."""
    anchors = dict(_anchors(page, points))
    owner = {number: place for place, group in enumerate(groups) for number in group}
    gathered: dict[int, list[int]] = defaultdict(list)
    for number, anchor in anchors.items():
        if owner[number] != owner[anchor]:
            gathered[owner[anchor]].append(number)
    yield from (sorted([*groups[place], *more]) for place, more in gathered.items())


def _anchors(page: Page, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """What is said of whose act it was in sentences that point back, each with a point told right before that: the last
    toll, or the last of all."""
    pointing = pointing_sentences(page)
    if not pointing:
        return
    told: dict[int, list[int]] = defaultdict(list)
    for number, point in enumerate(points):
        told[page.sentence[point.at.first]].append(number)
    for sentence in pointing:
        here, before = told[sentence], told[sentence - 1]
        if before and not any(points[number].slot == "time" for number in here):
            tolls = [number for number in before if points[number].slot in TOLL_SLOTS]
            yield from ((number, (tolls or before)[-1]) for number in here if points[number].slot in _WHOSE)


@once
def pointing_sentences(page: Page) -> frozenset[int]:
    """The sentences that point back at a happening; what they tell is of its time."""
    found = (word for word in page.where(_POINTING) if _points_at_happening(page, word))
    return frozenset(page.sentence[word] for word in found)


def _points_at_happening(page: Page, word: int) -> bool:
    """Whether a word is the demonstrative of a noun for what happened: "[that] attack", "many of [those] killings"."""
    noun = page.heads[word]
    names = word_set("events", "openings", "happenings") | word_set("events", "openings", "news")
    return page.relations[word] == "det" and noun > word and page.forms[noun] in names
