"""The way from one word to another through the tree of their sentence.

Invariant: a path goes up from the first word and then down to the second; it visits no word twice, whatever the tree.
"""

from __future__ import annotations

from itertools import pairwise

from standoff.extraction.grammar.page import Page, Stretch
from standoff.records.explanation import Node


def top_of(page: Page, at: Stretch) -> int:
    """The word of a stretch that the others hang on: the first whose head lies outside."""
    first, last = at
    heads = page.heads
    for word in range(first, last):
        if not first <= heads[word] < last:
            return word
    return first


def first_of_list(page: Page, word: int) -> int:
    """The first item of the list that a word is in; the word itself where it is in none."""
    while page.relations[word] == "conj" and page.heads[word] >= 0:
        word = page.heads[word]
    return word


def tree_path(page: Page, start: int, end: int) -> tuple[Node, ...]:
    """The words from one to the other with the relations between them; empty when they are of two trees."""
    ups, downs = [start, *page.above(start)], [end, *page.above(end)]
    meeting = next((word for word in ups if word in downs), None)
    if meeting is None:
        return ()
    rising = ups[: ups.index(meeting) + 1]
    falling = downs[: downs.index(meeting)][::-1]
    nodes = [Node(page.words[start], "", "")]
    nodes += [Node(page.words[word], "up", page.relations[below]) for below, word in pairwise(rising)]
    nodes += [Node(page.words[word], "down", page.relations[word]) for word in falling]
    return tuple(nodes)
