"""Which attributions say that somebody did not tell: "Reuters could not verify the reports".

Their act is that of the cue's verb, "confirms" there. Invariant: a pure function of the words and trees of a reading.
"""

from __future__ import annotations

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.clauses import negation
from standoff.extraction.grammar.page import Page
from standoff.records import Attribution, Reading


def negated(reading: Reading) -> frozenset[str]:
    """The ids of the attributions with a "not" on the verb of the cue that has their act."""
    page = Page.of(reading)
    return frozenset(link.id for link in reading.attributions if _is_negated(page, link))


def _is_negated(page: Page, link: Attribution) -> bool:
    words = (word for at in filter(None, map(page.stretch, link.cue)) for word in range(*at))
    acting = (word for word in words if (cue := verbs().get(page.forms[word])) and cue.act == link.act)
    return any(negation(page, word) is not None for word in acting)
