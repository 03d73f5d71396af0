"""Who claims or denies an act as his own: "claimed responsibility", "claimed the attack", "denied any role", "its
denial of any link", "denied that it was behind it", "said it had nothing to do with it".

Who tells of another's part claims or denies nothing of his own. Invariant: such a link tells not of the act but whose
it is, as decided by the object of its verb, or by a clause that it tells whose subject is who tells it, or theirs.
"""

from __future__ import annotations

from typing import Literal

from standoff.extraction.chains.cues import words
from standoff.extraction.chains.link import Link, inside
from standoff.extraction.chains.telling_nouns import topic
from standoff.extraction.grammar.clauses import negation, passive
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.lexicon import section
from standoff.extraction.names.coreference import Parties

Answer = Literal["claims", "denies"]
ANSWERING = ("claims", "denies", "confirms", "says")
_OWNING = ("'s", "’s", "'", "’", "by")
_THEIRS = ("its", "their", "our")
NOTHING = ["nothing", "to", "do", "with"]


def answer(page: Page, parties: Parties, link: Link) -> Answer | None:
    """Whether an attribution claims or denies responsibility, or neither."""
    if link.act not in ANSWERING or anothers_part(page, parties, link) is not None:
        return None
    if link.act == "says":
        return "denies" if _disowns(page, parties, link) else None
    if _part(page, link) is None and not (link.act == "denies" and _disowns(page, parties, link)):
        return None
    return "denies" if link.act == "denies" else "claims"


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
    if link.act == "says":
        return None
    # the tree may take the noun for a clause
    relations = ("nsubj",) if passive(page, link.verb) else ("obj", "ccomp")
    thing = link.verb if page.tags[link.verb] in NOUNS else page.child(link.verb, *relations)
    if thing is not None and page.forms[thing] in section("manner", "falsehoods")["nouns"]:
        thing = topic(page, thing)  # "its denial of any role", "issued a denial of any role"
    named = words("nouns", "responsibility")
    disowns = (
        page.forms[link.verb] in words("nouns", "disowning")
        and thing is not None
        and page.tags[thing] in NOUNS
    )
    if link.act == "claims" or disowns:
        named |= words("nouns", "claimed_acts")
    named |= words("nouns", "ties") if link.act == "denies" else frozenset()
    return thing if thing is not None and page.forms[thing] in named else None


def _disowns(page: Page, parties: Parties, link: Link) -> bool:
    """Whether who tells or denies something says that they themselves are not behind it, or had no part in it."""
    clause = _told_clause(page, link)
    if clause is None or link.head is None or not _is_own(page, parties, clause, link.head):
        return False
    guilt = words("nouns", "guilt")
    guilty = any(page.forms[word] in guilt for word in (clause, *page.children[clause]))
    if link.act == "denies":
        return guilty
    act = page.child(clause, "obj")
    guilty = guilty or (act is not None and page.forms[act] in words("nouns", "claimed_acts"))
    return (guilty and negation(page, clause) is not None) or _had_no_part(page, clause)


def _is_own(page: Page, parties: Parties, clause: int, head: int) -> bool:
    """Whether a clause has no subject of its own, or one who is the teller, or the teller's: "[its fighters] were"."""
    who = page.child(clause, "nsubj")
    who = page.child(clause, "expl") if who is None else who
    if who is None:
        return True
    owner = next((kid for kid in page.children[who] if page.forms[kid] in _THEIRS), None)
    own = parties.resolve(head).text
    return own in (parties.resolve(who).text, "" if owner is None else parties.resolve(owner).text)


def _had_no_part(page: Page, verb: int) -> bool:
    """Whether a verb has it that there was no part in an act: "had no hand in", "had nothing to do with"."""
    if page.forms[verb + 1 : verb + 1 + len(NOTHING)] == NOTHING:
        return True
    part = page.child(verb, "obj")
    named = words("nouns", "responsibility") | words("nouns", "ties")
    return (
        part is not None
        and page.forms[part] in named
        and any(page.forms[kid] == "no" for kid in page.children[part])
    )


def of_disowning(page: Page, link: Link, word: int) -> bool:
    """Whether a word is the predicate by which a link's teller has no part in an act, or hangs on it."""
    clause = _told_clause(page, link)
    return clause is not None and clause in (word, page.heads[word])


def _told_clause(page: Page, link: Link) -> int | None:
    """The predicate of what is told or denied, which the tree may take for an adjunct: "denied on Monday [that it was
    behind it]"."""
    clause = page.child(link.verb, "ccomp", "xcomp")
    marked = (
        kid for kid in page.children[link.verb] if inside(link.content, kid) and page.child(kid, "mark")
    )
    return clause if clause is not None else next(marked, None)
