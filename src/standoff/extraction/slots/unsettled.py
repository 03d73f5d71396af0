"""How it stands, where a clause says that something is not known, or that somebody is still at it: `status`.

"It is not clear who" is a status (gold/DECISIONS.md, "How"), with the question that is open; the model often reads only
what is asked, as if it had been seen. The words are in ``events.toml``. Invariant: what is not known has one row, in a
sentence of which the model reads something.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from standoff.extraction.chains.cues import words as cue_words
from standoff.extraction.grammar.clauses import negation, noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.slots.row import SEEN, Row, nearest, with_missed

_OPEN = "what is said not to be known, or to come"
_GOES_ON = "what somebody is still finding out"
_LONGEST = 30  # words; a longer stretch is most often a wrong tree
_FOUND = frozenset(("observation", "response"))
_TOLD = SEEN | {"motive"}
_BE = frozenset(("is", "are", "was", "were", "'s", "’s", "'re", "’re", "been"))


def with_unsettled(page: Page, rows: Sequence[Row], missed: Sequence[Row] = ()) -> list[Row]:
    """The rows, with what is not known as status, and what is still going on or to come as status too; ``missed`` are
    rows that the model just misses."""
    found = [*_open(page), *_to_come(page)] if rows or missed else []
    kept = [_settled(page, row) for row in rows if not any(_within(page, row, at) for at in found)]
    return [*kept, *_further(page, with_missed(page, rows, missed), kept, found)]


def _settled(page: Page, row: Row) -> Row:
    """The row, a status if it is one by what its words say."""
    goes_on = row.slot in _FOUND and _goes_on(page, top_of(page, row.at))
    return row._replace(slot="status", rule=_GOES_ON) if goes_on else row


def _within(page: Page, row: Row, at: Stretch) -> bool:
    """Whether a row tells, as something seen, what a question asks or that it is open, or a reason that is asked for;
    of what somebody declines to say nothing is told."""
    kept_back = not word_set("events", "unsettled", "declining").isdisjoint(page.forms[slice(*at)])
    return ((kept_back or row.slot == "motive") and at.covers(row.at)) or (
        row.slot in _FOUND and (at.covers(row.at) or row.at.covers(at))
    )


def _tells(row: Row, at: Stretch) -> bool:
    """Whether a row tells of what is not known already; what is only part of the question does not."""
    return row.at.meets(at) and (row.slot == "status" or (row.slot in _TOLD and not at.covers(row.at)))


def _further(
    page: Page, told: Mapping[int, Sequence[Row]], kept: Sequence[Row], found: Sequence[Stretch]
) -> Iterator[Row]:
    """A status for each stretch of ``found``; ``told`` are the rows of each sentence."""
    for at in found:
        near = told.get(page.sentence[at.first])
        if near and not any(_tells(row, at) for row in kept):
            row = nearest(near, at)
            yield row._replace(slot="status", at=at, rule=_OPEN)


def _to_come(page: Page) -> Iterator[Stretch]:
    """What is under investigation, and numbers that are expected to rise."""
    table = section("events", "unsettled")
    for noun in page.where(table["inquiries"]):
        if page.forms[noun - 1] == "under" and noun:
            yield Stretch(noun - 1, noun + 1)
    for verb in page.where(table["rising"]):
        over = page.heads[verb]
        figure = page.child(over, "nsubj") if page.relations[verb] == "xcomp" and over >= 0 else None
        if figure is not None and page.forms[figure] in cue_words("nouns", "counted"):
            yield Stretch(noun_phrase(page, figure).first, verb + 1)


def _open(page: Page) -> Iterator[Stretch]:
    """The clauses that say that something is not known."""
    words = section("events", "unsettled")
    for word in page.where((*words["doubtful"], *words["known"])):
        doubtful = (
            page.forms[word] in words["doubtful"] or negation(page, word) is not None or _declined(page, word)
        )
        if doubtful and (at := _question(page, word, _asked(page, word))) is not None:
            yield at


def _asked(page: Page, word: int) -> int | None:
    """What somebody does not know: a clause, or a thing ("its age", "what kind")."""
    clause = page.child(word, "csubj", "ccomp") or _asked_about(page, word)
    thing = page.child(word, "obj")
    return thing if clause is None and thing is not None and page.tags[thing] == "NOUN" else clause


def _asked_about(page: Page, word: int) -> int | None:
    """The clause behind "on whether"."""
    clauses = (kid for kid in page.children[word] if kid > word and page.relations[kid] == "advcl")
    return next(
        (kid for kid in clauses if any(page.forms[mark] == "whether" for mark in page.children[kid])), None
    )


def _question(page: Page, word: int, asked: int | None) -> Stretch | None:
    """A word for not knowing, with who does not know before it and the question after it."""
    told = page.heads[word] if _declined(page, word) else word
    who = page.child(told, "nsubj")
    listed = word_set("events", "unsettled", "anyone")
    marked = any(
        page.forms[kid] in ("if", "unless") for kid in page.children[word] if page.relations[kid] == "mark"
    )
    if asked is None or asked < word or marked or (who is not None and page.forms[who] in listed):
        return None
    opening = (
        kid for kid in page.children[told] if kid < told and page.relations[kid] in ("aux", "cop", "advmod")
    )
    first = min(opening, default=told)
    if who is not None and who < first and page.relations[who] == "nsubj" and page.forms[who] != "it":
        first = noun_phrase(page, who).first
    last = _end(page, asked)
    at = Stretch(first, last)
    return at if at.last - at.first <= _LONGEST else None


def _end(page: Page, asked: int) -> int:
    """The end of a question: before a joined clause with a subject of its own, and before words that are not of it."""
    apart = frozenset(
        kid
        for kid in page.children[asked]
        if kid > asked
        and (
            page.relations[kid] in ("parataxis", "punct")
            or (page.relations[kid] == "conj" and page.child(kid, "nsubj") is not None)
        )
    )
    inside = [each for each in page.subtree(asked, apart) if each >= asked]
    return next((one + 1 for one, after in pairwise(inside) if after != one + 1), inside[-1] + 1)


def _declined(page: Page, word: int) -> bool:
    """Whether somebody will not say a thing: "declined to say whether"."""
    above = page.heads[word]
    return (
        page.relations[word] == "xcomp"
        and above >= 0
        and page.forms[above] in section("events", "unsettled")["declining"]
    )


def _goes_on(page: Page, verb: int) -> bool:
    """Whether somebody is still finding out: "police are still trying to learn why"."""
    kids = page.children[verb]
    still = any(page.forms[kid] == "still" and kid < verb for kid in kids)
    be = any(page.forms[kid] in _BE and page.relations[kid] in ("aux", "cop") for kid in kids)
    return still and be and page.forms[verb] in section("events", "unsettled")["inquiring"]
