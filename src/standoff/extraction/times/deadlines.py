"""Times that something is to be done by or at, which lie ahead of the news: "gave the junta [until Friday] to step
down", "a deadline of [Saturday]", "would not permit a march called for [Wednesday]".

Invariant: the answer depends on the words between a time and the first verb over it.
"""

from __future__ import annotations

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import VERBS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import word_set


def is_deadline(page: Page, at: Stretch) -> bool:
    """Whether somebody is given up to a time, or a deadline is of it."""
    top = top_of(page, at)
    if _has(page, top, "of") and page.forms[page.heads[top]] in word_set("times", "deadlines", "nouns"):
        return True
    until = False
    for word in (top, *page.above(top)):
        if page.tags[word] in VERBS:
            return until and page.forms[word] in word_set("times", "deadlines", "giving")
        until = until or _has(page, word, "until")
    return False


def is_appointed(page: Page, at: Stretch) -> bool:
    """Whether something is called or planned "for" a time, whatever comes of it."""
    if "for" not in page.forms[max(0, at.first - 1) : at.first + 1]:
        return False
    over = (word for word in page.above(top_of(page, at)) if page.tags[word] in (*VERBS, "ADJ"))
    return page.forms[next(over, at.first)] in word_set("times", "deadlines", "appointing")


def _has(page: Page, word: int, case: str) -> bool:
    return any(page.forms[kid] == case for kid in page.children[word])
