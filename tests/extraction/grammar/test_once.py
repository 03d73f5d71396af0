"""What is worked out of a page once."""

from __future__ import annotations

from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page
from trees import reading

TREE = "Two/NUM/2/nummod men/NOUN/3/nsubj fell/VERB/0/root ./PUNCT/3/punct"


def test_a_rule_is_asked_of_the_same_words_once_and_of_each_page_anew() -> None:
    asked: list[tuple[Page, int]] = []

    @once
    def over(page: Page, word: int) -> int:
        asked.append((page, word))
        return page.heads[word]

    first, second = (Page.of(reading(TREE)) for _ in range(2))
    assert [over(first, 0), over(first, 0), over(first, 1), over(second, 0)] == [1, 1, 2, 1]
    assert asked == [(first, 0), (first, 1), (second, 0)]
