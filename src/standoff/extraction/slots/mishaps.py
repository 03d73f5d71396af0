"""What went wrong by itself: "the shell accidentally exploded" has "accidentally exploded" as an observation.

That it was no deed is what gold tells of it (gold/DECISIONS.md, "Events"), and the model passes it over now and then.
Invariant: a row stands on the adverb with its verb and an object or particle right behind, where no other tells of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import SEEN, Missing, Row, filled

_RULE = "what went wrong by itself"
_PARTICLES = ("ADP", "ADV")  # "went off"
_BETWEEN = 2  # words of a stretch that are neither adverb nor verb


def with_mishaps(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, with the verbs of mishaps as observations."""
    adverbs = page.where(section("events", "mishaps")["adverbs"]) if rows else ()
    found = (Missing("observation", Stretch(adverb, adverb + 1), _RULE, SEEN) for adverb in adverbs)
    made = filled(page, rows, found)
    return [row._replace(at=_gone_wrong(page, row.at.first)) if row.rule == _RULE else row for row in made]


def _gone_wrong(page: Page, adverb: int) -> Stretch:
    """The adverb with its verb and what is right behind that; alone where the verb is far."""
    verb = page.heads[adverb]
    if verb < 0 or page.tags[verb] != "VERB" or abs(verb - adverb) > _BETWEEN + 1:
        return Stretch(adverb, adverb + 1)
    behind = verb + 1
    hangs = behind in page.children[verb] and behind != adverb
    belongs = hangs and (page.relations[behind] == "obj" or page.tags[behind] in _PARTICLES)
    return Stretch(min(adverb, verb), (behind if belongs else max(adverb, verb)) + 1)
