"""Ways through a tree."""

from __future__ import annotations

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of, tree_path
from standoff.records.explanation import Node
from trees import reading

TREE = """
Gunmen/NOUN/2/nsubj shot/VERB/0/root a/DET/4/det guard/NOUN/2/obj ,/PUNCT/7/punct police/NOUN/7/nsubj said/VERB/2/parataxis
It/PRON/2/nsubj rained/VERB/0/root ./PUNCT/2/punct
"""  # noqa: E501


def test_a_path_goes_up_and_then_down() -> None:
    page = Page.of(reading(TREE))
    assert tree_path(page, 3, 5) == (
        Node("guard", "", ""),
        Node("shot", "up", "obj"),
        Node("said", "down", "parataxis"),
        Node("police", "down", "nsubj"),
    )


def test_a_word_leads_to_itself_and_to_no_other_sentence() -> None:
    page = Page.of(reading(TREE))
    assert tree_path(page, 1, 1) == (Node("shot", "", ""),)
    assert tree_path(page, 1, 8) == ()


def test_the_top_of_a_phrase_is_what_its_words_hang_on() -> None:
    page = Page.of(reading(TREE))
    assert top_of(page, Stretch(2, 4)) == 3
    assert top_of(page, Stretch(0, 4)) == 1
