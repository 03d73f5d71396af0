"""The number that a toll is put at: "put the number of injured at 17", "the toll rose to more than 40".

The model marks the words before it at times; then its row is moved. Invariant: a row is moved within its sentence only,
to a number that no other toll holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.chains.cues import words
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import QUOTES
from standoff.extraction.slots.row import Row, words_of
from standoff.extraction.values.changes import changed
from standoff.extraction.values.numerals import numerals_in
from standoff.records import TOLL_SLOTS

_REACH = 16  # words from "number" to its number


def at_figures(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, tolls that only say what is counted at their number; without those whose number has a row already, or
    is not told ("claimed that [the number of dead] was higher")."""
    held = words_of(row for row in rows if row.slot in TOLL_SLOTS)
    for row in rows:
        figure = figure_of(page, row.at) if row.slot in TOLL_SLOTS else None
        if figure is None and not (row.slot in TOLL_SLOTS and _is_untold(page, row.at)):
            yield row
        elif figure is not None and not any(word in held for word in range(*figure)):
            yield row._replace(at=figure, rule="the number that a count is put at")


def _is_untold(page: Page, at: Stretch) -> bool:
    """Whether words begin with "the number" of some people, or "a toll", and hold none."""
    opener, noun = page.forms[at.first], page.forms[at.first + 1 : at.first + 2]
    told = words("nouns", "counted") if opener == "the" else words("nouns", "counted_out")
    opens = opener in ("the", "a", "an") and not told.isdisjoint(noun)
    return opens and at.last - at.first > 1 and not numerals_in(page, *at)


def figure_of(page: Page, at: Stretch) -> Stretch | None:
    """The number that follows words of counting that hold none: "the number of wounded ... is now 25"; else None."""
    begins = at.first - 2 if page.forms[at.first - 1] == "of" else at.first  # "the number of | people killed"
    counted = any(page.forms[word] in words("nouns", "counted") for word in range(max(begins, 0), at.last))
    if not counted or at.last > page.bounds[page.sentence[at.first]].last:
        return None
    figure = None if numerals_in(page, *at) else figure_after(page, at.last)
    counts = figure is not None and page.tags[min(figure.last, len(page) - 1)] not in ("NOUN", "PROPN", "ADJ")
    return figure if counts else None  # "at 12 Harbour Road" counts something else


def figure_after(page: Page, word: int) -> Stretch | None:
    """The first number from a word on, in its sentence, that stands behind "at", "to", "is" and the like; of a change
    the new one."""
    if word >= len(page):
        return None
    last = page.bounds[page.sentence[word]].last
    for numeral in numerals_in(page, word, min(last, word + _REACH)):
        both = changed(page.words, numeral)
        at = Stretch(*both[1]) if both else Stretch(numeral.first, numeral.last)
        before = [form for form in page.forms[word : at.first] if form not in QUOTES][-2:]
        bound = " ".join(page.words[numeral.first + 1 : numeral.core])  # "put it [as] high as 60"
        if not words("nouns", "put_at").isdisjoint((*before[-1:], " ".join(before), bound)):
            return at
    return None
