"""Deeds told in one sentence that are events of their own: "activists [captured in 2023] were freed on Wednesday".

The model gathers what stands together. A word for what the law or captors do to somebody (seize, charge, try, free)
tells of what hangs on it, and another such word of another event; so does the crime that somebody is tried for.
Invariant: points leave an event only for one of the same sentence that their own deed is of, or for a new one where the
event tells there of a deed over theirs; words that tell no deed stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from standoff.extraction.grammar.clauses import has_case, passive
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS, RELATIVE
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.trace import Point
from standoff.records import EVENT_TYPES, TOLL_SLOTS

_PARTS = frozenset(("time", "place", "target", "target_count", *TOLL_SLOTS))
_LEGAL = frozenset(("sentence", "charge"))
_PEOPLE = frozenset(("person", "organization", None))  # what a patient may be


class Deed(NamedTuple):
    """What a point is of: the word for it, the type that it names, and whether it is a crime that is tried."""

    word: int
    kind: str
    crime: bool


def joined(page: Page, points: Sequence[Point], groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The points of each group that has its deed's parts brought in from others: those of the event, of those that have
    any points of the deed, which the model takes for it."""
    owner = {number: place for place, group in enumerate(groups) for number in group}
    by_word: dict[int, list[int]] = defaultdict(list)
    for number in owner:
        if (deed := _deed(page, points[number])) and not deed.crime:
            by_word[deed.word].append(number)
    if not by_word:
        return
    legal, kinds = section("events", "deeds"), [_read_kind(page, points, group) for group in groups]
    for word, numbers in by_word.items():
        places = [owner[number] for number in numbers]
        fitting = [place for place in places if kinds[place] == _named()[page.forms[word]]]
        for number in numbers:
            if fitting and points[number].slot in _PARTS and kinds[owner[number]] not in legal:
                owner[number] = max(sorted(fitting), key=fitting.count)
    gathered: dict[int, set[int]] = defaultdict(set)
    for number, place in owner.items():
        gathered[place].add(number)
    yield from (sorted(group) for place, group in gathered.items() if not group <= set(groups[place]))


def deeds(page: Page, points: Sequence[Point], groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The points of each deed that a group tells under others of one sentence."""
    for group in groups:
        told: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        depth: dict[int, int] = {}
        for number in group:
            if deed := _deed(page, points[number]):
                told[page.sentence[deed.word]]["crime" if deed.crime else deed.kind].append(number)
                depth[number] = len(page.above(deed.word))
        for kinds in told.values():
            first = min(kinds, key=lambda kind: min(depth[number] for number in kinds[kind]))
            for kind, numbers in kinds.items():
                parts = _PARTS if kind == "crime" else _PARTS | _LEGAL
                apart = [number for number in numbers if points[number].slot in parts]
                if kind != first and apart:
                    yield apart


def own_deed(page: Page, points: Sequence[Point], kind: str) -> str | None:
    """The type of the one deed of all these points, where they have one, but for suspects, who may be told of by
    themselves; of a crime only where their event is taken for the trial."""
    found = [(point, _deed(page, point)) for point in points]
    deeds = [deed for point, deed in found if deed or point.slot != "suspect"]
    kinds = {deed.kind for deed in deeds if deed}
    if len(kinds) != 1 or not all(deeds):
        return None
    crimes = all(deed.crime for deed in deeds if deed)
    return kinds.pop() if not crimes or kind in section("events", "deeds") else None


def _read_kind(page: Page, points: Sequence[Point], group: Sequence[int]) -> str:
    """What the model takes the event of some points for."""
    rows = [points[number].row for number in group]
    return EVENT_TYPES[int(page.reading.slot_types[rows].sum(0).argmax())]


def _deed(page: Page, point: Point) -> Deed | None:
    """The deed that a point is of; a charge names a crime and is of what is told over it."""
    return _deed_at(page, point.at, point.slot in _LEGAL)


@once
def _deed_at(page: Page, at: Stretch, legal: bool) -> Deed | None:
    """The deed of the first verb or word for a deed over words, the one that they hang on perhaps."""
    top = top_of(page, at)
    for word in page.above(top) if legal else (top, *page.above(top)):
        form = page.forms[word]
        if form in _named():
            return Deed(word, _named()[form], False) if _befalls_people(page, word) else None
        if form in _crimes() and not legal:
            return Deed(word, _crimes()[form], True)
        if page.tags[word] == "VERB":
            return None
    return None


def _befalls_people(page: Page, word: int) -> bool:
    """Whether what a word for a deed is done to may be people: "the towns captured in May" are none."""
    undergoes = page.tags[word] != "VERB" or passive(page, word) or page.child(word, "obj") is None
    if page.forms[word] in word_set("events", "deed_words", "with_with") and not undergoes:
        return any(has_case(page, kid, ("with",)) for kid in page.children[word])
    whom = page.child(word, *(("nsubj", "nmod") if undergoes else ("obj",)))
    if whom is not None and page.forms[whom] in RELATIVE:
        whom = page.heads[word]
    return whom is None or page.tags[whom] not in NOUNS or page.entity_labels.get(whom) in _PEOPLE


@cache
def _named() -> Mapping[str, str]:
    """The type that each word for what is done to somebody names."""
    return {word: kind for kind, words in section("events", "deeds").items() for word in words}


@cache
def _crimes() -> Mapping[str, str]:
    """The type that each word for a crime names."""
    return {word: kind for kind, words in section("events", "crimes").items() for word in words}
