"""One slot span on its way to a claim."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from standoff.extraction.grammar.page import Page, Stretch

# slots that say who has which part
PARTIES = frozenset(("actor", "affiliation", "target", "claimant", "suspect"))
# slots whose value is a text: what somebody is said to have seen, done or suffered, and why and how that is dealt with
SEEN = frozenset(("observation", "response", "status", "damage"))
TEXTS = SEEN | {"motive", "charge", "sentence"}


class Row(NamedTuple):
    """One slot span: its own number in the model's table or that of the row it comes from, words and score."""

    number: int
    slot: str
    at: Stretch
    score: float
    rule: str = ""  # what found or put it right, where the model did not read it so


def nearest(rows: Iterable[Row], at: Stretch) -> Row:
    """Of one row or more that whose words begin the fewest words from where others do; the first of equals."""
    return min(rows, key=lambda row: (abs(row.at.first - at.first), row.number))


class Nearest:
    """Finds, of many rows, the `nearest` to words, in a few steps however many they are."""

    def __init__(self, rows: Iterable[Row]) -> None:
        best: dict[int, tuple[int, int, Row]] = {}  # by the word that they begin with; with number and place
        for place, row in enumerate(rows):
            found = row.number, place, row
            best[row.at.first] = min(found, best.get(row.at.first, found))
        self._firsts = sorted(best)
        self._rows = [best[first] for first in self._firsts]

    def to(self, at: Stretch) -> Row:
        """The nearest to a stretch; of one row or more."""
        place = bisect_left(self._firsts, at.first)
        beside = self._rows[max(0, place - 1) : place + 1]
        return nearest((row for _, _, row in sorted(beside, key=lambda found: found[1])), at)


def words_of(rows: Iterable[Row]) -> set[int]:
    """All words of rows."""
    return {word for row in rows for word in range(*row.at)}


def by_sentence(page: Page, rows: Iterable[Row]) -> Mapping[int, list[Row]]:
    """The rows of each sentence by its number, in their order; none for a sentence that has none."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[page.sentence[row.at.first]].append(row)
    return found


def with_missed(page: Page, rows: Iterable[Row], missed: Iterable[Row]) -> Mapping[int, list[Row]]:
    """As `by_sentence`; a sentence of which the model reads nothing has the rows that it just misses."""
    found = {number: told for number, told in by_sentence(page, rows).items() if told}
    further = by_sentence(page, missed)
    return {number: found.get(number) or further[number] for number in {*found, *further}}


class Missing(NamedTuple):
    """Words that a rule finds to fill a slot, unless a row of it, or of one of other slots, stands on them already;
    ``after`` says that what they tell may be of what was told in sentences before."""

    slot: str
    at: Stretch
    rule: str
    unless: Collection[str] = ()
    after: bool = False


def filled(
    page: Page, rows: Sequence[Row], found: Iterable[Missing], missed: Iterable[Row] = ()
) -> list[Row]:
    """Rows with those for what rules find, each of the event of the row by which the model just ``missed`` it, else of
    the nearest row of its sentence; of a sentence of which the model reads nothing that is one that it just missed, or
    one of the sentences before where what is found tells of those. Where there is none nothing is added; a row that is
    there already has the rule for its own, so that it stands however unsure the model is."""
    missed = list(missed)
    told = with_missed(page, rows, missed)
    every = list(found)
    rules = {(each.slot, each.at): each.rule for each in every}
    made = [row if row.rule else row._replace(rule=rules.get((row.slot, row.at), "")) for row in rows]
    for slot, at, rule, unless, after in every:
        here = page.sentence[at.first]
        before = max((number for number in told if number < here), default=here) if after else here
        near = told.get(here) or told.get(before)
        if near and not any((row.slot == slot or row.slot in unless) and row.at.meets(at) for row in made):
            own = [row for row in missed if row.slot == slot and row.at.meets(at)]
            made.append(nearest(own or near, at)._replace(slot=slot, at=at, rule=rule))
    return made
