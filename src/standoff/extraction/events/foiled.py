"""Attacks that somebody foiled: "police prevented [a bombing of the bridge]" is what they did, and no attack by them.

The words are in ``events.toml``. Invariant: the answer depends on a verb of foiling, whose object is a deed of violence
or a plan, and on what hangs on the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from standoff.extraction.grammar.clauses import has_case, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set


def foiled(page: Page) -> Iterator[tuple[int, int]]:
    """The verbs of foiling, each with the deed that was foiled."""
    for verb in page.where(section("events", "foiling")["verbs"]):
        if (deed := _deed(page, verb)) is not None:
            yield verb, deed


def is_foiled(page: Page, at: Stretch) -> bool:
    """Whether words are part of a deed that was foiled, so that it was only meant."""
    top = top_of(page, at)
    path = (top, *page.above(top))
    foiling = (word for word in path if page.forms[word] in word_set("events", "foiling", "verbs"))
    return any(_deed(page, verb) in path for verb in foiling)


def _deed(page: Page, verb: int) -> int | None:
    """The deed of violence or the plan that a verb of foiling was done to."""
    deed = page.child(verb, "nsubj" if passive(page, verb) else "obj")
    return deed if deed is not None and page.forms[deed] in section("events", "foiling")["deeds"] else None


def foils(page: Page, verb: int, deed: int, at: Stretch) -> bool:
    """Whether words are who foils a deed: the subject of the verb, or the agent of its passive."""
    top = top_of(page, at)
    does = page.relations[top] == "nsubj" or has_case(page, top, ("by",))
    return does and top != deed and page.heads[top] == verb


def is_of_deed(page: Page, deed: int, at: Stretch) -> bool:
    """Whether words are the deed, or hang on it: "prevented an attack on [the bridge]"."""
    top = top_of(page, at)
    return top == deed or deed in page.above(top)
