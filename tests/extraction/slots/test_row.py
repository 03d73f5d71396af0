"""Rows that are near to words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.slots.row import Missing, Nearest, Row, filled, nearest
from trees import reading

ROWS = st.lists(
    st.builds(lambda number, first: Row(number, "killed", Stretch(first, first + 2), 0.5),
              st.integers(0, 4), st.integers(0, 12)), min_size=1, max_size=8)  # fmt: skip


@given(ROWS, st.integers(0, 14))
def test_the_nearest_of_many_rows_is_the_nearest(rows: list[Row], first: int) -> None:
    at = Stretch(first, first + 1)
    assert Nearest(rows).to(at) == nearest(rows, at)


def test_what_a_rule_finds_is_of_the_event_of_the_row_by_which_the_model_just_misses_it() -> None:
    page = Page.of(reading("Police/NOUN/2/nsubj probed/VERB/0/root arson/NOUN/2/obj"))
    read, missed = Row(0, "response", Stretch(0, 2), 0.5), Row(1, "charge", Stretch(2, 3), 0.2)
    found = [Missing("charge", Stretch(2, 3), "a rule")]
    assert [row.number for row in filled(page, [read], found, [missed])] == [0, 1]
    assert [row.number for row in filled(page, [read], found, [missed._replace(slot="motive")])] == [0, 0]


def test_what_a_rule_finds_of_what_was_told_before_is_of_the_last_event_of_the_sentences_before() -> None:
    tree = "Fire/NOUN/2/nsubj spread/VERB/0/root ./PUNCT/2/punct\nClerks/NOUN/2/nsubj left/VERB/0/root"
    page = Page.of(reading(tree))
    read, missing = Row(7, "target", Stretch(0, 1), 0.5), Missing("suspect", Stretch(3, 4), "a rule")
    assert filled(page, [read], [missing]) == [read]
    assert [row.number for row in filled(page, [read], [missing._replace(after=True)])] == [7, 7]
