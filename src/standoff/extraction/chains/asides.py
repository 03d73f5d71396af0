"""What is denied in an aside on what was just told: "residents blamed herders, an accusation that the association
denied", "a figure disputed by doctors", "which their union denies", "a toll that the army called a lie".

Who denies stands before the verb and the noun right before that, whatever the tree makes of either, which hangs such
asides in many ways. Invariant: noun, denier and verb stand in one sentence, in this order, or the denier last.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.telling_nouns import by_whom
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section

_OPEN = frozenset((",", "–", "—", "--", "-"))
_WITHIN = 12  # words from the noun to the verb
_CALLED = 8  # words from the verb to the word that says that a thing is false
_ENDS = frozenset((",", ";", "that", "and", "but"))


class Aside(NamedTuple):
    """The word that points back to what was told, and the head of who denies that."""

    noun: int
    denier: int


@once
def denied_asides(page: Page) -> Sequence[tuple[int, Aside]]:
    """The verbs of a page that deny an aside, in text order, each with that."""
    found = [(verb, denied_aside(page, verb)) for verb in page.where(_denying())]
    return [(verb, aside) for verb, aside in found if aside is not None]


@cache
def _denying() -> frozenset[str]:
    denying = (form for form, cue in verbs().items() if cue.act == "denies")
    return frozenset((*denying, *section("manner", "falsehoods")["verbs"]))


@once
def denied_aside(page: Page, verb: int) -> Aside | None:
    """The aside that a verb of denial denies, or a verb calls false, if it does."""
    cue = verbs().get(page.forms[verb])
    if page.tags[verb] != "VERB":
        return None
    if not _calls_false(page, verb):
        if cue is None or cue.act != "denies":
            return None
        if any(page.relations[kid] in ("obj", "ccomp") and kid > verb for kid in page.children[verb]):
            return None
    return _by_agent(page, verb) or _by_subject(page, verb)


def whole_aside(page: Page, verb: int) -> Stretch | None:
    """The aside that a verb outside a quotation denies, with the mark before it: "[, a toll the owners dispute]"."""
    aside = denied_aside(page, verb) if page.quoted[verb] < 0 else None
    if aside is None:
        return None
    end = page.bounds[page.sentence[verb]].last
    last = next((word for word in range(verb, end) if page.forms[word] in _OPEN), end)
    return Stretch(noun_phrase(page, aside.noun).first - 1, last)


def _calls_false(page: Page, verb: int) -> bool:
    """Whether a verb calls something false that stands before it: "called a fabrication", "dismissed by X as false"."""
    table = section("manner", "falsehoods")
    if page.forms[verb] not in table["verbs"]:
        return False
    last = min(verb + _CALLED, page.bounds[page.sentence[verb]].last)
    clause = takewhile(lambda word: page.forms[word] not in _ENDS, range(verb + 1, last))
    return any(page.forms[word] in table["words"] for word in clause)


def _by_agent(page: Page, verb: int) -> Aside | None:
    """ "A figure [hotly] disputed by doctors"."""
    agent = by_whom(page, verb)
    noun = verb - 1
    while noun > 0 and page.tags[noun] in ("ADV", "AUX"):
        noun -= 1
    return Aside(noun, agent) if agent is not None and agent > verb and opens_aside(page, noun) else None


def _by_subject(page: Page, verb: int) -> Aside | None:
    """ "A charge [that] the army has denied", "which the army denies"."""
    begin = page.bounds[page.sentence[verb]].first
    before = [kid for kid in page.children[verb] if page.relations[kid] == "nsubj" and kid < verb]
    if not before or page.forms[before[-1]] in ("that", "which"):
        return None
    noun = noun_phrase(page, before[-1]).first - 1
    if noun > begin and page.forms[noun] in ("that", "which") and page.forms[noun - 1] not in _OPEN:
        noun -= 1
    near = noun > begin and verb - noun <= _WITHIN
    return Aside(noun, before[-1]) if near and opens_aside(page, noun) else None


def opens_aside(page: Page, noun: int) -> bool:
    """Whether a word names a telling and begins an aside with its article, or is a "which" that does."""
    if page.forms[noun] == "which":
        return page.forms[noun - 1] in _OPEN
    first = noun_phrase(page, noun).first
    named = page.forms[noun] in section("cues", "backward")["nouns"] and page.tags[noun] == "NOUN"
    return named and first > 0 and page.forms[first - 1] in _OPEN and page.forms[first] not in ("the", "this")
