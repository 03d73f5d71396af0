"""Blame that is told in several words: "the rebels hold the colonel responsible for two deaths".

Invariant: who holds somebody responsible accuses him of all that stands between the verb and what he is to answer for.
"""

from __future__ import annotations

from standoff.extraction.chains.contents import trimmed
from standoff.extraction.chains.cues import words
from standoff.extraction.chains.frame import Frame, cue_at
from standoff.extraction.grammar.clauses import has_case, noun_phrase, passive, teller
from standoff.extraction.grammar.page import Page, compact

_WHOM = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP"))
_LONGEST = 10  # words for who is blamed


def blames(page: Page, verb: int) -> int | None:
    """The word that somebody is answerable, after a verb of holding and who that is; else ``None``."""
    unreal = words("grammar", "unreal") | {"to"}
    if page.forms[verb] not in words("grammar", "holding") or passive(page, verb):
        return None
    if any(page.forms[kid] in unreal for kid in page.children[verb] if kid < verb):
        return None
    answerable = words("grammar", "answerable")
    for word in range(verb + 2, min(verb + _LONGEST, page.bounds[page.sentence[verb]].last)):
        if page.tags[word - 1] not in _WHOM:
            return None
        if page.forms[word] in answerable:
            return word
    return None


def blaming_frames(page: Page, verb: int) -> list[Frame]:
    """The telling of a verb of holding with somebody and the word that he is answerable beside it."""
    answers, head = blames(page, verb), teller(page, verb)
    if answers is None or head is None:
        return []
    things = (kid for word in (verb, answers) for kid in page.children[word] if kid > answers)
    deeds = (word for kid in things if has_case(page, kid, ("for",)) for word in page.subtree(kid))
    told = compact(trimmed(page, sorted({*range(verb + 1, answers + 1), *deeds})))
    return [Frame(verb, cue_at(page, verb), head, (noun_phrase(page, head),), told, "accuses")]
