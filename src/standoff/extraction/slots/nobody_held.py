"""That nobody is under arrest, where a verb denies it: "have not made any arrests", "do not have a suspect in custody".

gold/DECISIONS.md: "no one in custody" is `arrested` 0–0. Invariant: a stretch begins at the negation and ends with the
word of arrest, and names nobody in particular: "the driver is not in custody" tells of one man.
"""

from __future__ import annotations

from collections.abc import Iterator

from standoff.extraction.grammar.clauses import negation
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import VERBS
from standoff.extraction.lexicon import section
from standoff.extraction.values.rolls import Found

_DEEPEST = 3  # heads over a word of custody in which the verb that is denied is looked for


def nobody_held(page: Page) -> Iterator[Found]:
    """The stretches that say that nobody was arrested, whom a verb with a negation has for its object."""
    table = section("tolls", "nobody")
    for word in page.where((*table["arrests"], *table["custody"])):
        verb = word
        for _ in range(_DEEPEST):
            verb = page.heads[verb]
            if verb < 0 or page.tags[verb] in VERBS:
                break
        whom = page.child(verb, "obj") if verb >= 0 else None
        if whom is None or not (page.forms[word] in table["custody"] or whom == word):
            continue
        denied = negation(page, verb)
        anyone = page.forms[whom] in table["anyone"] or any(
            page.forms[kid] in table["any"] for kid in page.children[whom]
        )
        if denied is not None and denied < whom and anyone and whom <= word:
            yield "arrested", Stretch(denied, word + 1)
