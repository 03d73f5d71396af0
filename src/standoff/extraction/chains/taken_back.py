"""What an outlet takes back of its own: "an earlier version of this story said", "we wrongly reported that"; and what
somebody said and took back in the same sentence: "the office said so but later retracted the statement".

It is their own word, and withdrawn (gold/DECISIONS.md, "Settled later"). The words are in ``manner.toml``.
Invariant: what others said, earlier or wrongly, is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from standoff.extraction.chains.link import Link
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section

_OURS = frozenset(("this", "our", "we"))


def mark_taken_back(page: Page, found: Iterable[Link]) -> None:
    """Marks the tellings that are the outlet's own, with the word that says so as what calls them false."""
    for link in found:
        if link.told and link.act == "says" and (word := _taken_back(page, link.verb)) is not None:
            link.own, link.false = True, word
        elif link.told and link.false is None and (word := _retracted(page, link.verb)) is not None:
            link.false = word


def _retracted(page: Page, verb: int) -> int | None:
    """The verb by which who told a thing takes it back: joined to that of telling, or one whose object the telling is:
    "retracted his claim that ...", "walked back a statement that ..."."""
    table = section("manner", "withdrawn")
    if page.forms[verb] in table["retracted"] and page.tags[verb] == "NOUN":
        return page.heads[verb] if _retracts(page, page.heads[verb]) else None
    if _retracts(page, verb):
        thing = page.child(verb, "obj", "obl")
        return verb if thing is not None and page.forms[thing] in table["retracted"] else None
    for kid in page.children[verb]:
        if page.relations[kid] == "conj" and _retracts(page, kid):
            thing = page.child(kid, "obj")
            if (
                page.child(kid, "nsubj") is None
                and thing is not None
                and page.forms[thing] in table["retracted"]
            ):
                return kid
    return None


def _retracts(page: Page, verb: int) -> bool:
    """Whether a verb takes back what was said: "retracted", "walked back"."""
    table = section("manner", "withdrawn")
    back = page.forms[verb : verb + 2] if verb >= 0 else []
    return bool(back) and (back[0] in table["retracting"] or " ".join(back) in table["retracting"])


def _taken_back(page: Page, verb: int) -> int | None:
    """The word by which a telling is one of the outlet's that holds no more; ``None`` of any other."""
    table, kids = section("manner", "withdrawn"), page.children[verb]
    who = page.child(verb, "nsubj")
    if page.tags[verb] != "VERB" or any(page.forms[kid] == "as" for kid in kids):
        return None  # "as we first reported"
    texts = [kid for kid in kids if page.forms[kid] in table["texts"]]
    earlier = (word for text in texts for word in page.children[text] if page.forms[word] in table["earlier"])
    for word in earlier:
        if _is_ours(page, page.heads[word]) or (who is not None and page.forms[who] in _OURS):
            return word
    if who is None or not (page.forms[who] in _OURS or (who in texts and _is_ours(page, who))):
        return None
    wrongly = table["wrongly"] if page.forms[who] == "we" else (*table["wrongly"], *table["before"])
    return next((kid for kid in kids if page.forms[kid] in wrongly), None)


def _is_ours(page: Page, text: int) -> bool:
    """Whether a text is the outlet's: "our earlier report", "a previous version of this story", or any in a line that
    is called a correction."""
    near = (text, *(kid for kid in page.children[text] if page.relations[kid] == "nmod"))
    if any(page.forms[mark] in _OURS for word in near for mark in page.children[word]):
        return True
    first = page.bounds[page.sentence[text]].first
    label = (
        first if page.forms[first - 1] != ":" else max(0, first - 2)
    )  # "Correction: | An earlier post said"
    return page.forms[label] in section("manner", "withdrawn")["corrections"]
