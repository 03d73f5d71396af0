"""Tags that a list or the tree belies."""

from __future__ import annotations

from standoff.extraction.grammar.page import Page
from trees import reading


def test_a_noun_that_is_read_as_a_pronoun_is_a_noun() -> None:
    page = Page.of(reading("They/PRON/2/nsubj shot/VERB/0/root soldiers/PRON/2/obj"))
    assert page.tags == ["PRON", "VERB", "NOUN"]


def test_an_adverb_is_no_noun_and_a_noun_with_an_article_no_verb() -> None:
    page = Page.of(
        reading(
            "They/PRON/2/nsubj freed/VERB/0/root a/DET/4/det woman/VERB/2/obj possibly/NOUN/6/advmod hurt/ADJ/4/acl "
            "the/DET/8/det running/VERB/2/ccomp"
        )
    )
    assert page.tags[3:6] == ["NOUN", "ADV", "ADJ"]
    assert page.tags[7] == "VERB", "a clause may have an article: the tree leaves it a verb"
