"""Whether the clause that words stand in speaks of what was, is, goes on, will be, would be or ought to be.

Forms are told by auxiliaries and endings, for the model gives universal tags and no features; the labels are those of
Quirk et al. (1985, 4.1-4.66), cut to what tells a happening from a plan. The forms are in ``data/tenses.toml``.
Invariant: the answer depends on the words and the tree of one page alone.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import VERBS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section

Tense = Literal["past", "present", "progressive", "future", "infinitive", "would", "modal", "must"]
TENSES: tuple[Tense, ...] = (
    "past", "present", "progressive", "future", "infinitive", "would", "modal", "must",
)  # fmt: skip

_REACH = 8  # heads over a value in which its verb is sought
_BY_HELPER: tuple[Tense, ...] = ("future", "would", "modal", "must", "infinitive")


def tense_at(page: Page, at: Stretch, known: frozenset[int] = frozenset()) -> Tense:
    """The tense of the verb that governs a stretch of words; "past" where there is none, as in most news, and under
    ``known`` words that tell of what has happened by themselves."""
    word = top_of(page, at)
    for _ in range(_REACH):
        if (tense := _of_word(page, word)) is not None:
            return tense
        word = -1 if word in known else page.heads[word]
        if word < 0:
            break
    return "past"


@once
def _of_word(page: Page, word: int) -> Tense | None:
    """The tense of a word that is verbal, ``None`` for others."""
    return _of_verb(page, word) if _is_verb(page, word) else None


def _is_verb(page: Page, word: int) -> bool:
    """A verb, what a copula is joined to, or a word under "would" or its like, whatever it is tagged."""
    if page.tags[word] in VERBS or page.child(word, "cop") is not None:
        return True
    helper = page.child(word, "aux")
    return helper is not None and any(page.forms[helper] in _forms(tense) for tense in _BY_HELPER)


@once
def _of_verb(page: Page, verb: int) -> Tense:
    helpers = {page.forms[word] for word in page.children[verb] if word < verb and _helps(page, word)}
    said = next((tense for tense in _BY_HELPER if helpers & _forms(tense)), None)
    above = page.heads[verb]
    if _is_to_come(page, verb) or (page.relations[verb] == "xcomp" and _is_to_come(page, above)):
        return "future"
    if said == "infinitive" and page.relations[verb] == "xcomp" and page.forms[above] in _forms("aspectual"):
        return _of_verb(page, above) if above < verb else "past"  # "continued to shell"
    if said is not None:
        return said
    shared = _shared(page, verb) if not helpers else None
    if shared is not None:
        return shared
    form = page.forms[verb]
    if form.endswith("ing"):
        now = (
            helpers & _forms("is") or (helpers & _forms("has") and "been" in helpers) or _goes_on(page, verb)
        )
        return "progressive" if now else "past"
    if helpers:
        return "present" if helpers & _forms("is") and not helpers & _forms("has") else "past"
    bare = not form.endswith("ed") and form not in _forms("irregular_past")
    return "present" if bare and page.relations[verb] != "acl" else "past"


def _is_to_come(page: Page, verb: int) -> bool:
    """Whether a verb only tells that another is to be: "is going to [recover]", not "is going to the coast"."""
    other = page.child(verb, "xcomp") if page.forms[verb] in _forms("going") else None
    return other is not None and any(
        _helps(page, word) and page.forms[word] == "to" for word in page.children[other]
    )


def _goes_on(page: Page, verb: int) -> bool:
    """Whether what went on goes on for all that is known: "was still burning"."""
    return any(page.forms[word] in _forms("still") for word in page.children[verb] if word < verb)


def _helps(page: Page, word: int) -> bool:
    return page.relations[word] in ("aux", "cop") or (page.relations[word], page.forms[word]) == (
        "mark",
        "to",
    )


def _shared(page: Page, verb: int) -> Tense | None:
    """The tense that a joined verb without helpers takes over: "will stop and search"."""
    above = page.heads[verb]
    if page.relations[verb] != "conj" or above < 0 or page.tags[above] not in VERBS or above > verb:
        return None
    form = page.forms[verb]
    if form.endswith(("s", "ed", "ing")) or form in _forms("irregular_past"):
        return None
    over = _of_verb(page, above)
    return over if over in _BY_HELPER else None


@cache
def _forms(key: str) -> frozenset[str]:
    return frozenset(section("tenses", "forms")[key])
