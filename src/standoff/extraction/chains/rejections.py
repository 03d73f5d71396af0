"""Claims that are told only to be rejected: "the army denied the rebels' claim that ...", "dismissed rumours that ...".

Invariant: a telling by a noun that is the object of a denial is nobody's and goes, or its source's own; it is never
something that the denier tells.
"""

from __future__ import annotations

from collections.abc import Iterable

from standoff.extraction.chains.link import Link
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page


def with_rejected(page: Page, found: Iterable[Link]) -> list[Link]:
    """The links without the claims of nobody that are denied; those of somebody are marked with who denies them."""
    tellings = list(found)
    denials = {link.verb: link for link in tellings if link.act == "denies" and link.told and link.source}
    kept = []
    for link in tellings:
        denial = denials.get(_denied_by(page, link))
        if denial is None or denial.head == link.head:
            kept.append(link)
        elif link.head not in (link.verb, None):
            link.rejecter = denial.verb
            kept.append(link)
    return kept


def _denied_by(page: Page, link: Link) -> int:
    """The verb whose object, or subject in the passive, a telling by a noun is; -1 where there is none."""
    noun = link.verb
    verb, relation = page.heads[noun], page.relations[noun]
    if page.tags[noun] != "NOUN" or verb < 0:
        return -1
    if page.tags[verb] == "ADJ" and page.forms[verb - 1] == "as":
        verb = page.heads[verb]  # "dismissed as baseless a claim that ..."
    done = relation == "nsubj" and passive(page, verb)
    return verb if done or relation not in ("nsubj", "conj") else -1
