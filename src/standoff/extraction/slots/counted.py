"""How many they were who did it or whom it was done to, where the words for them begin with their number.

`actor_count` and `target_count` need a number (gold/DECISIONS.md). Invariant: a row stands at the words of an actor or
target, with its number, where the model has no count and no toll; of actors only people are counted, of targets things
too ("shelled ten homes").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.slots.row import Row, words_of
from standoff.extraction.values.numeral import Numeral
from standoff.extraction.values.numerals import find_numerals
from standoff.extraction.values.rolls import no_people
from standoff.records import TOLL_SLOTS

_COUNTED = {"actor": "actor_count", "target": "target_count"}
_KNOWN = ("the", "these", "those")  # before a number of those who have been told of
_BEFORE = 5  # words of a number that may stand before its noun: "between 10 and 15 gunmen"
_NUMBER = 3  # words before people in which their number would stand
_COLLECTIVE = (
    12  # what nouns of number say at least: "a dozen", "hundreds"; "several" and "a group" say too little
)


def counts(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    """How many they were, where an actor or target begins with its number: "six inmates", "dozens of shops"; "the two
    men" have been told of before, and a number of the 2nd brigade or of a clock counts nobody."""
    tolls = words_of(row for row in rows if row.slot in TOLL_SLOTS)
    counted = {slot: tolls | words_of(row for row in rows if row.slot == slot) for slot in _COUNTED.values()}
    things = no_people(page)
    for row in rows:
        slot = _COUNTED.get(row.slot)
        numeral = _opening(page, row.at) if slot else None
        if slot is None or numeral is None or not _counts_new(page, numeral, top_of(page, row.at)):
            continue
        people = row.slot == "target" or top_of(page, row.at) not in things
        if people and counted[slot].isdisjoint(range(row.at.first - _NUMBER, row.at.last)):
            at = Stretch(min(numeral.first, row.at.first), row.at.last)
            yield row._replace(slot=slot, at=at, rule="the number of those that the model reads")


def _counts_new(page: Page, numeral: Numeral, top: int) -> bool:
    """Whether a number counts those that a phrase is about, and names them for the first time."""
    core = numeral.core
    if page.tags[core] == "NUM":
        counted = page.heads[core] == top and page.relations[core] == "nummod"
    else:
        counted = core == top or page.heads[top] == core
    return counted and set(page.forms[max(0, numeral.first - 1) : core]).isdisjoint(_KNOWN)


def _opening(page: Page, at: Stretch) -> Numeral | None:
    """The number above one that a phrase begins with, or that stands right before it."""
    sentence = page.bounds[page.sentence[at.first]]
    if at.last > sentence.last:
        return None
    words = page.line(page.sentence[at.first]).words
    first, last = at.first - sentence.first, at.last - sentence.first
    for numeral in find_numerals(words, max(0, first - _BEFORE), last):
        here = Numeral(*_shifted(numeral, sentence.first))
        if numeral.first <= first <= numeral.last + 1 and numeral.last < last and _is_exact(page, here):
            return here
    return None


def _is_exact(page: Page, numeral: Numeral) -> bool:
    """Whether a number is above one and tells how many they are: "five of the accused" does not."""
    of = page.forms[numeral.last] == "of"
    if page.tags[numeral.core] == "NUM":
        return (numeral.low or 0) > 1 and not of
    known = numeral.last + 1 < len(page) and page.forms[numeral.last + 1] in _KNOWN
    return (numeral.low or 0) >= _COLLECTIVE and of and not known


def _shifted(numeral: Numeral, by: int) -> tuple[int, int, int, int | None, int | None, bool]:
    return numeral.first + by, numeral.last + by, numeral.core + by, numeral.low, numeral.high, numeral.approx
