"""Figures that a report sets against another's: "far more than [the 40] that police counted", "compared with [40]
reported by police", "not [the 18] given by officials", "or [14], according to the hospital".

The comparison is the report's own, whoever's figure stands before it, and the figure is of whom it names; the tree
hangs such words in many ways, so they are read as they stand. The words are in ``tolls.toml``. Invariant: opener,
figure, cue and giver stand in one sentence, the opener first and outside quotations.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrase_heads import base_head
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.values.numerals import numerals_in

_GIVER = 7  # words of who gives a figure, at most
_LED = 6  # words between what sets a figure against another and that figure: "than an earlier official toll of 40"
_SOURCE_TAGS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "NUM", "PRON"))
_GIVING_ACTS = ("says", "claims", "confirms", "shows")


class Rival(NamedTuple):
    """A figure that is set against another: ``whole`` is all that sets it so, ``verb`` the word of its cue."""

    whole: Stretch
    figure: Stretch
    verb: int
    cue: Stretch
    giver: Stretch
    head: int


@once
def rival_figures(page: Page) -> Sequence[Rival]:
    """The figures that are set against another's, in text order."""
    found = (_rival(page, word) for word in page.where(_openers()) if page.quoted[word] < 0)
    return [rival for rival in found if rival is not None]


@cache
def _openers() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in section("tolls", "against")["openers"])


def _rival(page: Page, word: int) -> Rival | None:
    table, end = section("tolls", "against"), page.bounds[page.sentence[word]].last
    after = _after_opener(page, word)
    lead = word_set("tolls", "against", "lead")
    while after is not None and after < min(end, word + _LED) and page.forms[after] in lead:
        after += 1
    if after is None or after >= end:
        return None
    numeral = next(iter(numerals_in(page, after, end)), None)
    if numeral is None or numeral.first != after or page.tags[numeral.core] != "NUM":
        return None
    last = numeral.last
    while last < end and page.tags[last] in (*NOUNS, "ADJ") and page.forms[last] not in verbs():
        last += 1
    figure = Stretch(after, last)
    told = _by_account(page, figure.last, end)
    if told is None and page.forms[word] not in table["joining"]:
        told = _by_participle(page, figure.last, end) or _by_clause(page, figure.last, end)
    if told is None:
        return None
    verb, cue, giver = told
    head = base_head(page, giver)
    if head is None or page.tags[head] not in (*NOUNS, "PRON"):
        return None
    return Rival(Stretch(word, max(cue.last, giver.last)), figure, verb, cue, giver, head)


def _after_opener(page: Page, word: int) -> int | None:
    """The word behind what sets a figure against another, where it begins here."""
    phrases = (phrase.split() for phrase in section("tolls", "against")["openers"])
    sizes = (len(phrase) for phrase in phrases if page.forms[word : word + len(phrase)] == phrase)
    return next((word + size for size in sorted(sizes, reverse=True)), None)


def _by_account(page: Page, at: int, end: int) -> tuple[int, Stretch, Stretch] | None:
    """The cue and giver of a figure that is told "according to" somebody."""
    at += page.forms[at : at + 1] == [","]
    if page.forms[at : at + 2] != ["according", "to"]:
        return None
    giver = _phrase(page, at + 2, end)
    return None if giver is None else (at, Stretch(at, at + 2), giver)


def _by_participle(page: Page, at: int, end: int) -> tuple[int, Stretch, Stretch] | None:
    """The cue and giver of a figure that is told "by" somebody: "reported by police", "given earlier by the army"."""
    by = next((word for word in range(at + 1, min(at + 3, end)) if page.forms[word] == "by"), None)
    if by is None or not _gives(page.forms[at]):
        return None
    giver = _phrase(page, by + 1, end)
    return None if giver is None else (at, Stretch(at, at + 1), giver)


def _by_clause(page: Page, at: int, end: int) -> tuple[int, Stretch, Stretch] | None:
    """The cue and giver of a figure in a clause on it: "that police counted", "the government has acknowledged"."""
    at += page.forms[at : at + 1] in (["that"], ["which"])
    for verb in range(at + 1, min(at + _GIVER, end)):
        if page.tags[verb] in ("VERB", "AUX") and _gives(page.forms[verb]):
            first = verb - (page.forms[verb - 1] in ("has", "have", "had"))
            giver = Stretch(at, first)
            return (verb, Stretch(first, verb + 1), giver) if at < first else None
        if page.tags[verb] not in _SOURCE_TAGS and page.forms[verb] not in ("has", "have", "had"):
            return None
    return None


def _gives(form: str) -> bool:
    cue = verbs().get(form)
    told = cue is not None and cue.act in _GIVING_ACTS
    return told or form in section("tolls", "against")["gives"]


def _phrase(page: Page, first: int, end: int) -> Stretch | None:
    """The words of who gives a figure, from its first word to the end of its noun phrase."""
    head = base_head(page, Stretch(first, min(first + _GIVER, end)))
    if head is None:
        return None
    own = [
        word for word in page.subtree(head) if first <= word and page.forms[word] not in (",", "and", "or")
    ]
    last = head + 1
    while last in own:
        last += 1
    return Stretch(first, last)
