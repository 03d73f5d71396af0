"""Numbers of people told place by place or day by day: "six died in Arden, [four] in Tolm and [two] on the coast", "in
Arden six were held; in Tolm, [four]", "were held, in Arden ([six]) and Tolm ([four])".

The first is told with what befell them, and the others share it. Invariant: a further number stands behind a comma or
"and" and right before a preposition, as the first does before its own, and nothing but its place lies between; or it
stands by itself right behind its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.extraction.values.no_counts import is_behind_place
from standoff.extraction.values.numerals import numerals_in
from standoff.extraction.values.rolls import Found

_OTHER = ("VERB", "AUX", "SCONJ", "PRON", "NUM")  # tags of words that tell of something else
_JOINTS = (",", "and")


def spread(page: Page, tolls: Iterable[Found]) -> Iterator[Found]:
    """The numbers that go on from tolls (slot and stretch) at other places or times, each as a toll of that slot."""
    known = sorted(tolls, key=_by_place)
    for sentence, group in groupby(known, lambda toll: page.sentence[toll[1].first]):
        told, last = list(group), page.bounds[sentence].last
        for numeral in numerals_in(page, told[0][1].last, last):
            at = Stretch(numeral.first, numeral.last)
            before = [toll for toll in told if toll[1].first < at.first]
            if before and not any(at.meets(other) for _, other in told) and _goes_on(page, before[-1][1], at):
                told.append((before[-1][0], at))
                told.sort(key=_by_place)
                yield before[-1][0], at


def _by_place(toll: Found) -> tuple[Stretch, str]:
    """Text order; of fates at one place, by name."""
    return toll[1], toll[0]


def _goes_on(page: Page, before: Stretch, at: Stretch) -> bool:
    """Whether a number goes on from the toll before it: "[96 died] in Arden, [71] in Tolm"."""
    if _is_of_place(page, at):
        return True
    if not is_share(page, at.last) or page.forms[at.first - 1] not in _JOINTS:
        return False
    begin = before.last
    while begin < at.first and page.tags[begin] in ("AUX", "VERB", "ADV"):
        begin += 1
    between = range(begin, at.first - 1)
    return is_share(page, begin) and all(page.tags[word] not in _OTHER for word in between)


def _is_of_place(page: Page, at: Stretch) -> bool:
    """Whether a number stands by itself behind its place: "; in Tolm, [71];", "and Tolm ([71])"."""
    opens, closes = page.forms[at.first - 1], page.forms[at.last : at.last + 1]
    if opens == "(":
        return closes == [")"] and page.entity_labels.get(at.first - 2) == "place"
    first = page.bounds[page.sentence[at.first]].first
    closed = closes in ([], [";"], ["."], [","], ["and"])
    return closed and is_behind_place(page.forms[first : at.last], at.first - first)


def places_of(page: Page, at: Stretch) -> Iterator[Stretch]:
    """The place of a number that is one of several told place by place: "nine in [Tolm]"."""
    noun = page.heads[at.last] if is_share(page, at.last) else -1
    if noun > at.last and page.relations[at.last] == "case" and page.entity_labels.get(noun) == "place":
        yield noun_phrase(page, noun)


def is_share(page: Page, after: int) -> bool:
    """Whether the word after a number makes it one of several told place by place: "seven [in] Arden"."""
    return after < len(page) and page.forms[after] in section("tolls", "spreads")["before"]
