"""Tolls that are set against others."""

from __future__ import annotations

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rival_figures import with_rival_figures
from standoff.extraction.slots.rows import read_rows
from trees import reading

TREE = (
    "Nurses/NOUN/2/nsubj counted/VERB/0/root 31/NUM/4/nummod dead/NOUN/2/obj ,/PUNCT/2/punct against/ADP/7/case "
    "15/NUM/2/obl reported/VERB/7/acl by/ADP/10/case police/NOUN/8/obl"
)


def rows(*slots: tuple[str, str, float]) -> list[tuple[str, str]]:
    page = Page.of(reading(TREE, slots=list(slots)))
    return [(row.slot, page.quote(row.at)) for row in with_rival_figures(page, read_rows(page))]


def test_a_figure_set_against_a_toll_is_one_too_whatever_else_is_read_of_it() -> None:
    toll = ("killed", "31 dead", 0.9)
    assert rows(toll) == [("killed", "31 dead"), ("killed", "15")]
    assert rows(toll, ("observation", "against 15 reported by police", 0.4)) == rows(toll)
    assert rows(toll, ("injured", "15", 0.4)) == rows(toll)


def test_a_figure_is_set_against_no_other_where_no_number_of_people_is_told() -> None:
    assert rows(("actor", "Nurses", 0.9)) == [("actor", "Nurses")]
