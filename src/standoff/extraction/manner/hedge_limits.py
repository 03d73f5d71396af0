"""Where the reach of a hedge ends: what is told as known however the rest is hedged, and clauses beside the hedged one.

Invariant: the answer depends on the words and the tree of one sentence alone; words are counted from its first.
"""

from __future__ import annotations

from functools import cache

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.clauses import keeps_from, turning
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS, RELATIVE
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.manner.tense import tense_at
from standoff.records import TOLL_SLOTS


def known_words(page: Page, number: int, slot: str) -> frozenset[int]:
    """The words of a sentence under which no hedge outside them reaches, for a value of a slot."""
    return _known_to_all(page, number) | _presupposed(page, number, slot) | _befallen(page, number, slot)


@once
def _known_to_all(page: Page, number: int) -> frozenset[int]:
    """Those of the words that are such for a value of any slot."""
    return (
        _relatives(page, number)
        | _added(page, number)
        | _conceded(page, number)
        | _circumstances(page, number)
        | _gone_before(page, number)
        | _withheld(page, number)
    )


def _withheld(page: Page, number: int) -> frozenset[int]:
    """What a sentence says that people are kept from, and what befell them besides, counted from its first word: "were
    denied [access to lawyers] and [beaten]" denies nothing that is told."""
    first, last = page.bounds[number]
    return frozenset(
        kid - first
        for verb in range(first, last)
        if (cue := verbs().get(page.forms[verb])) is not None
        and cue.act == "denies"
        and keeps_from(page, verb)
        for kid in page.children[verb]
        if page.relations[kid] in ("obj", "conj")
    )


def _conceded(page: Page, number: int) -> frozenset[int]:
    """The verbs of a sentence's clauses that concede something, counted from its first word: "denies it, although [two
    were killed]"."""
    marks = section("manner", "conceding")
    first, last = page.bounds[number]
    return frozenset(
        page.heads[word] - first
        for word in range(first, last)
        if page.forms[word] in marks and page.relations[word] == "mark" and page.heads[word] > word
    )


def _circumstances(page: Page, number: int) -> frozenset[int]:
    """The verbs of a sentence's clauses that tell where or while something was, counted from its first word:
    "reportedly fled to Orbel, where [rebels hold the mill]", "threatened to strike as [prices rose]"."""
    table = section("manner", "circumstances")
    first, last = page.bounds[number]
    return frozenset(
        verb - first
        for word in range(first, last)
        if page.forms[word] in (*table["always"], *table["past"])
        and page.relations[word] in ("mark", "advmod")
        and (verb := page.heads[word]) > word
        and page.relations[verb] in ("acl", "advcl")
        and page.child(verb, "nsubj") is not None
        and (page.forms[word] in table["always"] or tense_at(page, Stretch(verb, verb + 1)) == "past")
    )


def _gone_before(page: Page, number: int) -> frozenset[int]:
    """The nouns and verbs of a sentence after which something has happened, counted from its first word: "feared dead
    since [the landslide]", "may have been hit after [the guards fled]". What lies ahead may come after what does."""
    table = section("manner", "after")
    first, last = page.bounds[number]
    if not any(form in table["words"] for form in page.line(number).forms.lower):
        return frozenset()
    return frozenset(
        page.heads[word] - first
        for word in range(first, last)
        if page.forms[word] in table["words"]
        and page.relations[word] in ("case", "mark")
        and page.relations[page.heads[word]] in ("obl", "nmod", "advcl")
        and (page.forms[word] == "since" or not _lies_ahead(page, page.heads[page.heads[word]]))
    )


def _lies_ahead(page: Page, verb: int) -> bool:
    ahead = section("manner", "after")["ahead"]
    return any(page.forms[kid] in ahead for kid in page.children[verb] if kid < verb)


def _added(page: Page, number: int) -> frozenset[int]:
    """The participles of a sentence by which who denies tells something else, counted from its first word: "rejected
    that, [saying] help had come"."""
    first, last = page.bounds[number]
    return frozenset(
        word - first
        for word in range(first, last)
        if page.forms[word].endswith("ing")
        and page.relations[word] in ("advcl", "parataxis", "conj")
        and (cue := verbs().get(page.forms[word])) is not None
        and cue.act == "says"
        and (above := verbs().get(page.forms[page.heads[word]])) is not None
        and above.act == "denies"
    )


def _relatives(page: Page, number: int) -> frozenset[int]:
    """The verbs of a sentence's relative clauses, counted from its first word: what these tell is taken for known,
    however the rest is hedged ("may have caused the fire that killed two")."""
    first, last = page.bounds[number]
    if RELATIVE.isdisjoint(page.line(number).forms):
        return frozenset()
    return frozenset(
        page.heads[word] - first
        for word in range(first, last)
        if page.forms[word] in RELATIVE
        and (page.relations[word] == "nsubj" or (page.relations[word] == "obj" and _set_off(page, word)))
        and _is_relative(page, page.heads[word])
    )


def _set_off(page: Page, word: int) -> bool:
    """Whether a relative clause only adds to what it hangs on: ", which [they shot down]"."""
    return page.forms[word] == "which" and page.forms[word - 1] == ","


def _is_relative(page: Page, verb: int) -> bool:
    """Whether a verb is that of a relative clause, or is told in one: "which X says [was shot down]"."""
    over = page.heads[verb]
    told = page.relations[verb] == "ccomp" and over >= 0 and page.forms[over] in verbs()
    return page.relations[over if told else verb] in ("acl", "advcl")


def _presupposed(page: Page, number: int, slot: str) -> frozenset[int]:
    """The definite nouns of a sentence to which something is linked, counted from its first word: what they tell has
    happened, however the link is hedged ("could be part of [the attack on the mill]"). A motive is what is linked."""
    if slot == "motive" or _linking().isdisjoint(page.line(number).forms):
        return frozenset()
    definite = section("manner", "links")["definite"]
    first, last = page.bounds[number]
    return frozenset(
        word - first
        for word in range(first, last)
        if page.tags[word] in NOUNS
        and page.relations[word] in ("obl", "obj", "nmod")
        and page.heads[word] < word  # not whose link it is
        and page.forms[page.heads[word]] in _linking()
        and any(page.forms[child] in definite for child in page.children[word])
    )


def _befallen(page: Page, number: int, slot: str) -> frozenset[int]:
    """The people of a sentence of whom a participle says that a toll's fate befell them, counted from its first word:
    "[the miners] killed in the blast could have been saved"."""
    fates = word_set("parties", "tolls", slot) if slot in TOLL_SLOTS else frozenset()
    first, last = page.bounds[number]
    return frozenset(
        page.heads[word] - first
        for word in range(first, last)
        if page.forms[word] in fates
        and page.relations[word] == "acl"
        and page.tags[word] in ("VERB", "ADJ")
        and first <= page.heads[word] < word
        and not any(page.relations[kid] in ("aux", "nsubj", "mark") for kid in page.children[word])
    )


@once
def joined_clauses(page: Page, number: int) -> frozenset[int]:
    """The verbs of a sentence's clauses that are joined to another, set beside it, or tell when or why it was, and have
    a subject of their own, or turn to what else somebody tells, counted from its first word: what modifies the other
    verb says nothing of them ("it could not be confirmed and six had died", "six are feared dead after a bus
    crashed")."""
    first, last = page.bounds[number]
    return frozenset(word - first for word in range(first, last) if _is_joined_clause(page, word))


def _is_joined_clause(page: Page, word: int) -> bool:
    relation, owned = page.relations[word], page.child(word, "nsubj") is not None
    if relation in ("conj", "parataxis"):
        return owned or turning(page, word) is not None
    marks = (page.forms[kid] for kid in page.children[word] if page.relations[kid] in ("mark", "advmod"))
    return relation == "advcl" and owned and not word_set("manner", "beside", "marks").isdisjoint(marks)


@cache
def _linking() -> frozenset[str]:
    return frozenset(section("manner", "links")["words"])
