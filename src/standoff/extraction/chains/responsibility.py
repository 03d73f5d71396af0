"""Who claims or denies an act as his own: "claimed responsibility", "claimed the attack", "denied any role", "denied
that it was behind it".

Who tells of another's part claims or denies nothing of his own. Invariant: such a link tells not of the act but whose
it is, as decided by the object of its verb, or by a clause of a denial whose subject is who denies.
"""

from __future__ import annotations

from standoff.extraction.chains.cues import words
from standoff.extraction.chains.link import Link, inside
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page
from standoff.extraction.names.coreference import Parties

_OWNING = ("'s", "’s", "'", "’", "by")


def of_responsibility(page: Page, parties: Parties, link: Link) -> bool:
    """Whether an attribution claims or denies responsibility."""
    if link.act not in ("claims", "denies", "confirms") or anothers_part(page, parties, link) is not None:
        return False
    named = _part(page, link) is not None
    return named or (link.act == "denies" and _disowns(page, parties, link))


def anothers_part(page: Page, parties: Parties, link: Link) -> int | None:
    """Whose part in an act somebody tells of, where it is not his own: "the envoy denied [Vareland]'s involvement"."""
    thing = _part(page, link)
    if thing is None or link.head is None:
        return None
    own = parties.resolve(link.head).text
    owners = (
        kid
        for kid in page.children[thing]
        if page.relations[kid] == "nmod" and any(page.forms[mark] in _OWNING for mark in page.children[kid])
    )
    return next((owner for owner in owners if parties.resolve(owner).text != own), None)


def _part(page: Page, link: Link) -> int | None:
    """The word for a part in an act that somebody claims or denies."""
    # the tree may take the noun for a clause
    relations = ("nsubj",) if passive(page, link.verb) else ("obj", "ccomp")
    thing = page.child(link.verb, *relations)
    named = words("nouns", "responsibility")
    named |= words("nouns", "claimed_acts") if link.act == "claims" else frozenset()
    return thing if thing is not None and page.forms[thing] in named else None


def _disowns(page: Page, parties: Parties, link: Link) -> bool:
    """Whether who denies something says that they themselves are not behind it, or responsible for it."""
    clause = _denied_clause(page, link)
    if clause is None or link.head is None:
        return False
    guilt, who = words("nouns", "guilt"), page.child(clause, "nsubj")
    if not any(page.forms[word] in guilt for word in (clause, *page.children[clause])):
        return False
    return who is None or parties.resolve(who).text == parties.resolve(link.head).text


def _denied_clause(page: Page, link: Link) -> int | None:
    """The predicate of what is denied, which the tree may take for an adjunct: "denied on Monday [that it was
    behind it]"."""
    clause = page.child(link.verb, "ccomp", "xcomp")
    marked = (
        kid for kid in page.children[link.verb] if inside(link.content, kid) and page.child(kid, "mark")
    )
    return clause if clause is not None else next(marked, None)
