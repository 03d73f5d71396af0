"""The head of a phrase that is known by its words alone."""

from __future__ import annotations

import trees
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrase_heads import base_head

OFFICER = "The/DET/2/det officer/NOUN/4/nsubj there/ADV/4/advmod named/VERB/0/root them/PRON/4/obj"


def test_an_article_alone_is_the_phrase_that_it_opens() -> None:
    page = Page.of(trees.reading(OFFICER))
    assert base_head(page, Stretch(0, 1)) == 1
    assert base_head(page, Stretch(0, 2)) == 1
    assert base_head(page, Stretch(4, 5)) == 4
