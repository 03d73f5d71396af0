"""Whether words that tell say that somebody did not tell: "Reuters could not verify the reports"."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.clauses import negation
from standoff.extraction.grammar.page import Page, Stretch
from standoff.records.claims import Act


def is_negated(page: Page, cue: Iterable[Stretch], act: Act) -> bool:
    """Whether a "not" is on the verb of a cue that has its act, "confirms" there."""
    words = (word for at in cue for word in range(*at))
    acting = (word for word in words if (kind := verbs().get(page.forms[word])) and kind.act == act)
    return any(negation(page, word) is not None for word in acting)
