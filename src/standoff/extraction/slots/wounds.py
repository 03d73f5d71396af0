"""Wounds as what is seen: those of the dead are no second toll, and who is taken away with some is one thing seen.

The model reads "four bodies, [all with bullet wounds]" as people hurt besides, and "[taken to the clinic] with [burns]"
as two observations. The words are in ``events.toml``. Invariant: no word that an observation had is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import word_set
from standoff.extraction.slots.row import Row, by_sentence

_OF_DEAD = "wounds that the dead have"
_ONE = "what was seen, with the wounds that are told beside it"


def with_wounds(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, wounds of the dead as observations, and observations joined by "with" as one."""
    told = by_sentence(page, rows)
    seen = [
        row._replace(slot="observation", rule=_OF_DEAD)
        if row.slot == "injured" and _is_of_dead(page, row, told[page.sentence[row.at.first]])
        else row
        for row in rows
    ]
    begun = {row.at.first: row for row in seen if row.slot == "observation"}
    ends = {
        row.at.last: row for row in begun.values() if page.forms[row.at.last : row.at.last + 1] == ["with"]
    }
    second = {
        row: begun[at + 1] for at, row in ends.items() if at + 1 in begun and _hurts(page, begun[at + 1])
    }
    joined = set(second.values())
    return [_joined(row, second) for row in seen if row not in joined]


def _is_of_dead(page: Page, row: Row, told: Sequence[Row]) -> bool:
    """Whether a row of people hurt counts none of its own, but is of bodies that are told before it."""
    part, *after = _words(page, row)
    bodies = word_set("events", "wounds", "bodies")
    of_them = part in word_set("events", "wounds", "parts") and after[:1] == ["with"]
    return of_them and any(
        other.slot == "killed"
        and other.at.last <= row.at.first
        and not bodies.isdisjoint(_words(page, other))
        for other in told
    )


def _hurts(page: Page, row: Row) -> bool:
    """Whether a row is of wounds, of which nothing further is told ("burns over half of her body")."""
    return page.forms[row.at.last - 1] in word_set("events", "wounds", "harms")


def _words(page: Page, row: Row) -> list[str]:
    return page.forms[row.at.first : row.at.last]


def _joined(row: Row, second: Mapping[Row, Row]) -> Row:
    """A row to the end of the last that hangs on it by "with"."""
    last, score = row, row.score
    while last in second:
        last = second[last]
        score = max(score, last.score)
    return row if last is row else row._replace(at=row.at._replace(last=last.at.last), score=score, rule=_ONE)
