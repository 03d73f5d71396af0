"""Whose a noun is, beside a pronoun that may mean it: "his cell" is not he, and "his lawyer said he was beaten" tells
of whose lawyer that is.

Invariant: the answer depends on the two words, their trees and ``data/sources.toml`` alone.
"""

from __future__ import annotations

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.noun_forms import singular
from standoff.extraction.grammar.page import Page
from standoff.extraction.names.definite import owns, reference_nouns
from standoff.extraction.names.meant import HE


def is_owned(page: Page, word: int, head: int) -> bool:
    """Whether a noun is of whom a pronoun means rather: a thing of his ("his cell"), who tells what was done to him
    ("his brother said that [he] had been beaten"), or who told before another of his does."""
    noun = page.heads[word] if page.relations[word] in ("appos", "flat") else word
    owner = next((kid for kid in page.children[noun] if kid < noun and _may_own(page, kid)), None)
    if owner is None or HE.get(page.forms[owner], HE[page.forms[head]]) != HE[page.forms[head]]:
        return False
    if singular(page.forms[noun]) in reference_nouns("owned"):
        return True
    if not tells(page, noun):
        return False
    other = page.heads[head] if page.relations[head] == "nmod" else -1  # "his lawyer said so. His wife said"
    return (other >= 0 and tells(page, other)) or _undergoes(page, head)


def _may_own(page: Page, word: int) -> bool:
    return page.relations[word] == "nmod" and (page.forms[word] in HE or owns(page, word))


def _undergoes(page: Page, head: int) -> bool:
    """Whether something is done to whom a pronoun means, and it is not that he is told or given anything."""
    verb = page.heads[head]
    done = page.relations[head] == "obj" or (page.relations[head] == "nsubj" and passive(page, verb))
    cue = verbs().get(page.forms[verb])
    return (
        done
        and page.forms[verb] not in reference_nouns("receiving")
        and not (cue is not None and cue.telling)
    )


def tells(page: Page, word: int) -> bool:
    """Whether a word tells, as the subject of a verb or after "according to": "it said", "according to him"."""
    above = page.heads[word]
    if any(page.forms[kid] == "according" for kid in page.children[word]):
        return True
    return page.relations[word] == "nsubj" and above >= 0 and page.forms[above] in verbs()
