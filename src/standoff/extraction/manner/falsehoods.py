"""What somebody calls false: "called the reports baseless", "dismissed that as a lie", "called false by Y"; and what is
told to be so: "reports of six dead were wrong", "it is not true that six died".

Who calls it so denies it, as one who "denied" it does. Invariant: the verb, the claim and the word for its falsehood
stand in one sentence; the words are in ``manner.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from standoff.extraction.grammar.clauses import negation, passive
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.lexicon import section, word_set

_NAMED = frozenset(("obj", "xcomp", "ccomp", "obl", "advcl", "advmod", "dep", "appos"))


class Falsehood(NamedTuple):
    """The noun for what is called false, and the word that says so."""

    noun: int
    word: int


def called_false(page: Page, verb: int) -> Falsehood | None:
    """What a verb calls false, if it does: a claim, a report or the like, or a word that points back to one."""
    table = section("manner", "falsehoods")
    if page.forms[verb] not in word_set("manner", "falsehoods", "verbs") or page.tags[verb] != "VERB":
        return None
    told = _pointing_back()
    relation = "nsubj" if passive(page, verb) else "obj"
    noun = next(
        (k for k in page.children[verb] if page.relations[k] == relation and page.forms[k] in told), None
    )
    if noun is None:
        return _in_clause(page, verb)
    last = page.bounds[page.sentence[verb]].last
    for word in range(verb + 1, last):
        told_after = word > noun or page.forms[word - 1] == "as"  # "dismissed as false a claim"
        false = told_after and page.forms[word] in table["words"]
        if false and (_is_said_of(page, word, verb) or _ends_clause(page, noun, word)):
            return Falsehood(noun, word)
    return None


def _in_clause(page: Page, verb: int) -> Falsehood | None:
    """As `called_false`, where the tree makes a clause of it: "called [the accusation absurd]"."""
    clause = page.child(verb, "ccomp", "xcomp")
    noun = None if clause is None or clause < verb else page.child(clause, "nsubj")
    if (
        clause is None
        or noun is None
        or not verb < noun < clause
        or page.child(clause, "cop", "mark") is not None
    ):
        return None
    false = page.forms[clause] in section("manner", "falsehoods")["words"]
    return Falsehood(noun, clause) if false and page.forms[noun] in _pointing_back() else None


@once
def all_told_false(page: Page) -> frozenset[int]:
    """The nouns and pronouns of a page that are `told_false`, and the verbs of clauses that are."""
    named = (word for word in page.where(_pointing_back()) if told_false(page, word))
    return frozenset((*named, *_false_clauses(page)))


def _false_clauses(page: Page) -> Iterator[int]:
    """The verbs of clauses that are told to be false: "it is not true that [soldiers fired first]"."""
    table = section("manner", "falsehoods")
    for word in page.where((*table["of_clauses"], *table["of_clauses_true"])):
        clause = page.child(word, "csubj", "ccomp")
        if clause is None or clause < word or page.child(word, "cop") is None:
            continue
        it = any(page.forms[kid] == "it" for kid in page.children[word] if kid < word)
        false = (page.forms[word] in table["of_clauses"]) != (negation(page, word) is not None)
        if it and false:
            yield clause


@cache
def _pointing_back() -> frozenset[str]:
    return word_set("cues", "backward", "nouns") | word_set("cues", "backward", "pronouns")


def told_false(page: Page, noun: int) -> bool:
    """Whether a noun for a claim, a report or the like, or a pronoun that points back to one, is told to be false:
    "reports of six dead were wrong", "the claim proved false", "this is absolutely not true"."""
    told = page.heads[noun]
    if told < noun or page.relations[noun] != "nsubj" or page.forms[noun] not in _pointing_back():
        return False
    table = section("manner", "falsehoods")
    shown = page.child(told, "xcomp", "obj") if page.forms[told] in table["proving"] else told
    if shown is None:
        return False
    negated = any(negation(page, word) is not None for word in (told, shown))
    is_predicate = shown != told or page.child(told, "cop") is not None
    return is_predicate and page.forms[shown] in (table["true"] if negated else table["words"])


def _is_said_of(page: Page, word: int, verb: int) -> bool:
    """Whether a word is what a verb calls something, or describes that ("fake news"): by the tree, or behind "as"
    wherever the tree hangs it."""
    over = page.heads[word]
    while page.relations[word] in ("conj", "amod") and over >= 0 and over != verb:
        word, over = over, page.heads[over]
    if over == verb:
        return page.relations[word] in _NAMED
    return "as" in page.forms[max(verb, word - 2) : word] and verb in page.above(word)


def _ends_clause(page: Page, noun: int, word: int) -> bool:
    """Whether a word stands behind a noun's whole clause, wherever the tree hangs it: "called [reports that its planes
    had bombed a clinic] baseless"."""
    last = page.bounds[page.sentence[noun]].last
    behind = all(page.tags[each] == "PUNCT" for each in range(word + 1, last))
    return behind and page.forms[noun + 1] == "that" and page.tags[word] != "VERB"


def told_as_false(page: Page, found: Falsehood) -> tuple[Stretch, ...]:
    """What is called false: the claim with all that hangs on it, but the word that calls it so; and its clause where
    the tree hangs that on the verb."""
    told = [*page.subtree(found.noun), *_loose_clause(page, found)]
    return compact([word for word in told if found.word not in told or word < found.word])


def _loose_clause(page: Page, found: Falsehood) -> list[int]:
    """The words of a "that" clause behind a claim, which the tree hangs on the verb: behind the word ("dismissed as
    false a claim that") or with the word in it."""
    verb = page.heads[found.noun]
    loose = [
        kid
        for kid in page.children[verb]
        if page.relations[kid] == "ccomp"
        and kid > found.noun
        and (found.noun > found.word or found.word in page.subtree(kid))
    ]
    said = [kid for kid in loose if any(page.forms[mark] == "that" for mark in page.children[kid])]
    return [word for clause in said[:1] for word in page.subtree(clause)]
