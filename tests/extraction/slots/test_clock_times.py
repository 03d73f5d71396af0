"""Clock times that the model has not, beside a value of the same verb."""

from __future__ import annotations

import trees
from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.clock_times import clock_times
from standoff.extraction.slots.rows import slot_rows

_BROKE = (
    "They/PRON/2/nsubj broke/VERB/0/root in/ADP/2/compound at/ADP/6/case 9/NUM/6/nummod a.m/NOUN/2/obl "
    "on/ADP/8/case Monday/PROPN/2/obl ~./PUNCT/2/punct"
)
_GOT = (
    "It/PRON/2/nsubj said/VERB/0/root around/ADP/5/case 3/NUM/5/nummod p.m/NOUN/2/obl ~,/PUNCT/2/punct it/PRON/8/nsubj "
    "received/VERB/2/ccomp a/DET/10/det call/NOUN/8/obj ~./PUNCT/2/punct"
)


def _found(line: str, *slots: tuple[str, str]) -> list[tuple[str, str]]:
    page = Page.of(trees.reading(line, slots=[(*slot, 0.9) for slot in slots]))
    rows = slot_rows(page)
    table = {(row.slot, page.quote(row.at)) for row in rows}
    return sorted(table - {*slots})


def test_it_is_of_the_event_of_a_value_that_holds_its_verb() -> None:
    assert _found(_BROKE, ("observation", "broke in")) == [("time", "9 a.m on Monday")]
    assert _found(_BROKE, ("actor", "They")) == []


def test_the_verb_is_that_of_what_is_said() -> None:
    assert _found(_GOT, ("response", "it received a call")) == [("time", "3 p.m")]


def test_none_is_added_to_a_sentence_that_has_a_time() -> None:
    assert _found(_BROKE, ("observation", "broke in"), ("time", "9 a.m on Monday")) == []
    page = Page.of(trees.reading(_BROKE))
    assert list(clock_times(page, [])) == []
