"""Figures that their source revised."""

from __future__ import annotations

import pytest

from standoff.extraction import extract
from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from standoff.extraction.values.revisions import revisions
from trees import reading

DOWN = (
    "Divers/NOUN/2/nsubj {verb}/VERB/0/root the/DET/4/det toll/NOUN/2/obj to/ADP/6/case {new}/NUM/2/obl "
    "from/ADP/8/case {old}/NUM/2/obl ./PUNCT/2/punct"
)
CHANGE = (
    "Divers/NOUN/2/nsubj revised/VERB/0/root the/DET/5/det death/NOUN/5/compound toll/NOUN/2/obj from/ADP/7/case "
    "19/NUM/5/nmod to/ADP/9/case 17/NUM/7/nmod ./PUNCT/2/punct"
)
EARLIER = (
    "Divers/NOUN/2/nsubj lowered/VERB/0/root their/PRON/5/nmod {kind}/ADJ/5/amod figure/NOUN/2/obj of/ADP/7/case "
    "15/NUM/5/nmod dead/ADJ/7/amod to/ADP/10/case 12/NUM/2/obl ./PUNCT/2/punct"
)


def figures(tree: str) -> list[tuple[str, str, str]]:
    page = Page.of(reading(tree))
    return [(made.slot, page.quote(made.old), page.quote(made.new)) for made in revisions(page)]


def polarities(tree: str, old: str, new: str) -> dict[int | None, str]:
    made = extract(reading(tree, slots=[("killed", old, 0.9), ("killed", new, 0.9)]))
    return {claim.value.low: claim.polarity for claim in made.claims if claim.slot == "killed"}  # type: ignore[union-attr]


def test_the_figure_before_stands_behind_from_or_goes_to_another() -> None:
    assert figures(DOWN.format(verb="lowered", new="12", old="15")) == [("killed", "15", "12")]
    assert figures(CHANGE) == [("killed", "19", "17")]
    assert figures(EARLIER.format(kind="earlier")) == [("killed", "15", "12")]
    assert figures(EARLIER.format(kind="final")) == [("killed", "15", "12")]
    assert figures(EARLIER.format(kind="final").replace("to/ADP", "in/ADP")) == []


@pytest.mark.parametrize(("old", "new", "polarity"), [("15", "12", "denied"), ("12", "15", "affirmed")])
def test_who_lowers_a_figure_denies_it_and_who_raises_it_does_not(old: str, new: str, polarity: str) -> None:
    found = polarities(DOWN.format(verb="revised", new=new, old=old), old, new)
    assert found == {int(old): polarity, int(new): "affirmed"}


def test_only_tolls_are_revised() -> None:
    assert figures(DOWN.format(verb="lowered", new="12", old="15").replace("toll", "flag")) == []


def test_a_text_that_breaks_off_behind_the_verb_revises_nothing() -> None:
    assert figures("Officials/NOUN/2/nsubj raised/VERB/0/root the/DET/2/dep") == []


def test_a_toll_that_the_model_reads_over_both_figures_is_cut_to_the_old_one() -> None:
    page = Page.of(reading(EARLIER.format(kind="earlier"), slots=[("killed", "15 dead to 12", 0.5)]))
    assert [page.quote(row.at) for row in slot_rows(page)] == ["15"]
