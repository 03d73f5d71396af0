"""Captives whom only the word for them tells of: "[three hostages] were in the bank".

CLAIMS.md section 3: a toll is how many of whom. Invariant: nothing is added to words of which another fate or part is
told, nor to captives without a number or an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import PARTIES, Missing, Row, filled
from standoff.extraction.slots.told_fates import is_unreal
from standoff.extraction.values.rolls import Found
from standoff.records import COUNT_SLOTS

_RULE = "captives by their number"
_TOLD = frozenset((*COUNT_SLOTS, *PARTIES))


def with_hostages(
    page: Page, rows: Sequence[Row], tolls: Sequence[Found], missed: Sequence[Row]
) -> list[Row]:
    """The rows, with the captives, counted or known, of whom neither they nor the tree's ``tolls`` tell anything."""
    told = [at for _, at in tolls]
    found = (each for each in _counted(page) if not any(at.meets(each.at) for at in told))
    return filled(page, rows, found, missed)


def _counted(page: Page) -> Iterator[Missing]:
    for word in page.where(section("events", "fates")["people"]):
        verb = page.heads[word]
        if page.child(word, "nummod", "det") is not None and not (verb >= 0 and is_unreal(page, verb)):
            yield Missing("captive", noun_phrase(page, word), _RULE, _TOLD)
