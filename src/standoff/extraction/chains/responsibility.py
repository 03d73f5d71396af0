"""Who claims or denies an act as his own: "claimed responsibility", "denied any role", "denied that it was behind it".

Invariant: such a link tells not of the act but whose it is, as decided by the object of its verb,
or by a clause of a denial whose subject is who denies.
"""

from __future__ import annotations

from standoff.extraction.chains.cues import words
from standoff.extraction.chains.link import Link
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page
from standoff.extraction.names.coreference import Parties


def of_responsibility(page: Page, parties: Parties, link: Link) -> bool:
    """Whether an attribution claims or denies responsibility."""
    if link.act not in ("claims", "denies", "confirms"):
        return False
    thing = page.child(link.verb, "nsubj" if passive(page, link.verb) else "obj")
    named = thing is not None and page.forms[thing] in words("nouns", "responsibility")
    return named or (link.act == "denies" and _disowns(page, parties, link))


def _disowns(page: Page, parties: Parties, link: Link) -> bool:
    """Whether who denies something says that they themselves are not behind it, or responsible for it."""
    clause = page.child(link.verb, "ccomp", "xcomp")
    if clause is None or link.head is None:
        return False
    guilt, who = words("nouns", "guilt"), page.child(clause, "nsubj")
    if not any(page.forms[word] in guilt for word in (clause, *page.children[clause])):
        return False
    return who is None or parties.resolve(who).text == parties.resolve(link.head).text
