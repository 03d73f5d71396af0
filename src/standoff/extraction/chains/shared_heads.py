"""Sources that share their noun: "military and rebel sources" are two parties (gold/DECISIONS.md, "Settled later").

Invariant: each of the words joined by "and" names a kind of party or a land by itself, right before the noun.
"""

from __future__ import annotations

from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.grammar.noun_forms import plural
from standoff.extraction.grammar.page import Page
from standoff.extraction.places.lexicon import people_words

_MODIFIERS = frozenset(("amod", "compound", "nmod", "conj"))


def sharing(page: Page, head: int) -> tuple[int, int] | None:
    """The two words before a plural noun that are joined by "and", each of which tells whose it is."""
    one, other = head - 3, head - 1
    if one < 0 or page.forms[head - 2] != "and" or not plural(page.forms[head]):
        return None
    if page.sentence[one] != page.sentence[head] or not all(
        _tells_whose(page, word) for word in (one, other)
    ):
        return None
    return one, other


def _tells_whose(page: Page, word: int) -> bool:
    whose = noun_kind(page.forms[word]) is not None or page.forms[word] in people_words()
    return whose and page.relations[word] in _MODIFIERS and not plural(page.forms[word])
