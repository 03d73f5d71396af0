"""What a mention stands for: a pronoun, or "the group".

Invariant: what stands for itself keeps its own words.
"""

from __future__ import annotations

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.names.coreference import Parties
from standoff.extraction.names.definite import DEFINITE, is_qualified, reference_nouns
from standoff.records import Reading

DESCRIBING = ("ADJ", "VERB", "NOUN", "ADV")
SPEAKING = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"))


def resolve_mention(
    reading: Reading, first: int, last: int, *, parties: Parties | None = None, speaker: str | None = None
) -> str:
    """The words that a mention stands for: a pronoun's antecedent, the name of "the group", else its own words.

    ``first`` and ``last`` are the mention's words, half-open. ``speaker`` is who says them, for "I" and "we" (see
    `chains.ChainIndex.speaker_at`). Give ``parties`` when several mentions of one reading are asked for.
    """
    parties = parties or Parties(Page.of(reading))
    page = parties.page
    own = page.quote(Stretch(first, last))
    if _is_body(page, first, last):
        body = parties.resolve(last - 1)
        return body.text if body.proper else own
    if last - first != 1 or page.tags[first] not in ("PRON", "DET"):
        return own
    if page.forms[first] in SPEAKING:
        return speaker or own
    party = parties.resolve(first)
    return own if party.head == first else party.text


def _is_body(page: Page, first: int, last: int) -> bool:
    """Whether a mention is no more than "the group", with what it is like: "the banned militant group"."""
    noun = last - 1
    plain = page.forms[first] in DEFINITE and all(
        page.tags[word] in DESCRIBING
        and not page.capital(word)
        and page.forms[word] not in reference_nouns("counted")
        for word in range(first + 1, noun)
    )
    return plain and page.forms[noun] in reference_nouns("body") and not is_qualified(page, noun)
