"""Clock times that the model does not mark: "they broke in at about 9.15 a.m.", "around 3 p.m., it received a call".

Invariant: only a time that gives an hour, in a sentence that has no other, is added, and only where words of a value
hold its verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.slots.idle import is_idle
from standoff.extraction.slots.row import Row, by_sentence, nearest
from standoff.extraction.times.clocks import take_clocks
from standoff.extraction.times.spans import find_times
from standoff.extraction.times.words import tokenise

_SCORE = 0.5  # of a time that the grammar finds and the model does not
_HALVES = ("am", "pm")


def clock_times(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    """The further rows, one a clock time, each of the event of the value nearest to it."""
    told = by_sentence(page, rows)
    for number, near in told.items():
        if any(row.slot == "time" for row in near):
            continue
        first, last = page.bounds[number]
        for begin, end in find_times(page.forms[first:last]):
            at = Stretch(first + begin, first + end)
            held = [row for row in near if row.at.holds(_verb(page, at))]
            if held and _has_hour(page, at) and not is_idle(page, "time", at):
                yield nearest(held, at)._replace(
                    slot="time",
                    at=at,
                    score=_SCORE,
                    rule="a clock time beside a value, which the model has not",
                )


def _verb(page: Page, at: Stretch) -> int:
    """The verb of a time: of "they said on Sunday around 3 p.m., they got a call" the verb of what is said."""
    verb = page.heads[top_of(page, at)]
    said = page.child(verb, "ccomp") if verb >= 0 and page.forms[verb] in verbs() else None
    return verb if said is None or said < at.first else said


def _has_hour(page: Page, at: Stretch) -> bool:
    """Whether words give an hour with its half of the day."""
    clocks, _ = take_clocks(tokenise(page.quote(at)))
    return any(clock.half in _HALVES for clock in clocks)
