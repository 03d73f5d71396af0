"""Whom something was told, where that may be a medium: "told X", "said in an interview with X".

Invariant: a hearer is a word of the verb's own sentence.
"""

from __future__ import annotations

from standoff.extraction.chains.cues import Cue, words
from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.chains.telling_nouns import by_whom, got_by
from standoff.extraction.grammar.clauses import has_case, noun_phrase
from standoff.extraction.grammar.page import Page

_OWN = frozenset(("this", "our"))
_COPY, _GOT = [",", "a", "copy", "of", "which"], 9  # behind a text, and within how many words somebody got it


def hearer_of(page: Page, verb: int, cue: Cue | None = None) -> int | None:
    """Whom it was told, when it may be a medium: "told X", "speaking to X", "said in an interview with X"; without a
    ``cue`` of a verb that tells only with its number ("put the toll at six")."""
    hearer = page.child(verb, "iobj") or page.child(verb, "obj") if cue and cue.telling else None
    if hearer is None and not (cue and cue.citing):
        hearer = _listener(page, verb)
    return hearer if hearer is not None and may_publish(page, hearer) else None


def holder_of(page: Page, source: int) -> int | None:
    """By whom what tells was got, seen or passed on, which may be a medium: "a memo obtained by X", "the verdict, a
    copy of which was seen by X", "the army's version, relayed by X"; or by whom it was asked for: "accounts gathered
    by X"."""
    got = (
        word
        for word in (*page.children[source], *_beyond_copy(page, source))
        if page.forms[word] in words("nouns", "getting")
        or (_is_passed_on(page, word) and noun_kind(page.forms[source]) != "imagery")
    )
    agents = [agent for kid in got if (agent := by_whom(page, kid)) is not None]
    agents += [kid for kid in page.children[source] if page.relations[kid] == "nmod" and got_by(page, kid)]
    return next((agent for agent in agents if may_publish(page, agent)), None)


def is_gathered(page: Page, verb: int) -> bool:
    """Whether a participle says that somebody brought together what others tell: "testimonies [collected] by X"."""
    return page.forms[verb] in words("nouns", "gathering") and page.relations[verb] == "acl"


def _is_passed_on(page: Page, verb: int) -> bool:
    relayed = page.forms[verb] in words("nouns", "relaying") and page.relations[verb] == "acl"
    return relayed or is_gathered(page, verb)


def copied(page: Page, source: int) -> int | None:
    """The text that a copy which tells is of: "a copy of [the report] says"."""
    if page.forms[source] not in words("nouns", "copies") or page.forms[source + 1 : source + 2] != ["of"]:
        return None
    text = page.child(source, "nmod")
    return text if text is not None and text > source and page.tags[text] == "NOUN" else None


def _beyond_copy(page: Page, source: int) -> range:
    """The words after "a copy of which" behind a text: "a letter, a copy of which [was seen by X]"."""
    first = noun_phrase(page, source).last
    words_after = page.forms[first : first + len(_COPY)]
    return range(first + len(_COPY), min(first + _GOT, len(page))) if words_after == _COPY else range(0)


def may_publish(page: Page, hearer: int) -> bool:
    """Whether who was told may be another medium: no pronoun, no court, and not "this newspaper", the outlet itself."""
    own = not _OWN.isdisjoint(page.forms[max(0, hearer - 3) : hearer])
    none = words("nouns", "no_medium") | words("nouns", "sitting")
    return page.tags[hearer] != "PRON" and page.forms[hearer] not in none and not own


def _carrier(page: Page, statement: int) -> int | None:
    """Who carried a statement: "said in a statement published by X"."""
    carrying = (kid for kid in page.children[statement] if page.forms[kid] in words("nouns", "carrying"))
    return next((agent for kid in carrying if (agent := by_whom(page, kid)) is not None), None)


def _listener(page: Page, verb: int) -> int | None:
    for child in page.children[verb]:
        if page.relations[child] == "obl" and page.named(child) and has_case(page, child, ("to",)):
            return child  # "stated to X"
        talk = page.relations[child] == "advcl" and page.forms[child] in words("nouns", "talking")
        if talk or (page.relations[child] == "obl" and page.forms[child] in words("nouns", "talks")):
            if (carrier := _carrier(page, child)) is not None:
                return carrier
            for kid in page.children[child]:
                cases = {page.forms[word] for word in page.children[kid] if page.relations[word] == "case"}
                if page.relations[kid] in ("obl", "nmod") and cases & {"to", "with", "for"}:
                    return kid
    return None
