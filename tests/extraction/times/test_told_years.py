"""A year counts for a whole sentence where each of its values hangs on it, and it is not the report's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.times.told_years import year_told
from standoff.records.report import Stamp
from trees import reading

# "It is the worst fire since 2001 , when two men died at a mill"
WORST = (
    "It/PRON/5/nsubj is/AUX/5/cop the/DET/5/det worst/ADJ/5/amod fire/NOUN/0/root since/ADP/7/case {year}/NUM/5/nmod "
    ",/PUNCT/12/punct when/ADV/12/advmod two/NUM/11/nummod men/NOUN/12/nsubj died/VERB/7/acl at/ADP/15/case "
    "a/DET/15/det mill/NOUN/12/obl"
)
FIRE, MEN, MILL = Stretch(2, 5), Stretch(9, 11), Stretch(13, 15)
# "Bly , in office since 2001 , was shot": he was not shot in that year
IN_OFFICE = (
    "Bly/PROPN/8/nsubj ,/PUNCT/4/punct in/ADP/4/case office/NOUN/1/nmod since/ADP/6/case 2001/NUM/4/nmod "
    ",/PUNCT/4/punct shot/VERB/0/root two/NUM/10/nummod men/NOUN/8/obj"
)


def page(tree: str, published: str | None = "2024-05-15") -> Page:
    made = reading(tree)
    stamp = Stamp(published, "day", "header") if published else None
    return Page.of(replace(made, report=replace(made.report, published=stamp)))


@pytest.mark.parametrize("values", [[FIRE], [MEN], [FIRE, MEN, MILL]])
def test_all_values_of_a_sentence_are_of_the_year_that_they_hang_on(values: list[Stretch]) -> None:
    assert year_told(page(WORST.format(year="2001")), values) == "2001"


@pytest.mark.parametrize(
    ("year", "published"), [("2024", "2024-05-15"), ("2001", None), ("200", "2024-05-15")]
)
def test_the_reports_own_year_no_date_and_no_year_tell_nothing(year: str, published: str | None) -> None:
    assert year_told(page(WORST.format(year=year), published), [FIRE, MEN]) is None


def test_a_year_of_something_else_in_the_sentence_is_not_that_of_its_values() -> None:
    assert year_told(page(IN_OFFICE), [Stretch(8, 10)]) is None
    assert year_told(page(IN_OFFICE), [Stretch(0, 1), Stretch(8, 10)]) is None
