"""Claims that are told only to be rejected: "the army denied the rebels' claim that ...", "dismissed rumours that ...",
"reports of six dead were wrong, police said".

Invariant: a telling by a noun that is the object of a denial, or is told to be false, is nobody's and goes, or its
source's own; it is never something that the denier tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standoff.extraction.chains.link import Link
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page
from standoff.extraction.manner.falsehoods import told_false


def with_rejected(page: Page, found: Iterable[Link]) -> list[Link]:
    """The links without the claims of nobody that are denied; those of somebody are marked with who denies them."""
    tellings = list(found)
    denials = {link.verb: link for link in tellings if link.act == "denies" and link.told and link.source}
    kept = []
    for link in tellings:
        denial = denials.get(_denied_by(page, link)) or _told_false_by(page, link, tellings)
        if denial is None or denial.head == link.head:
            if link.head != link.verb or not told_false(page, link.verb):
                kept.append(link)
        elif link.head not in (link.verb, None):
            link.rejecter = denial.verb
            kept.append(link)
    verbs = {link.verb for link in kept}
    for link in kept:
        link.rejecter = link.rejecter if link.rejecter in verbs else None  # nobody's claim rejects nothing
    return kept


def _told_false_by(page: Page, link: Link, tellings: Sequence[Link]) -> Link | None:
    """Who tells that a telling by a noun is false, by the innermost clause that is told."""
    noun = link.verb
    if not told_false(page, noun):
        return None
    around = [
        one
        for one in tellings
        if one is not link and one.source and any(part.holds(noun) for part in one.content)
    ]
    return max(around, key=lambda one: min(part.first for part in one.content), default=None)


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
