"""No noun is a pronoun."""

from __future__ import annotations

from standoff.extraction.grammar.page import Page
from trees import reading


def test_a_noun_that_is_read_as_a_pronoun_is_a_noun() -> None:
    page = Page.of(reading("They/PRON/2/nsubj shot/VERB/0/root soldiers/PRON/2/obj"))
    assert page.tags == ["PRON", "VERB", "NOUN"]
