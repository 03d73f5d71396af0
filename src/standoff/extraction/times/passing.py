"""Times of what is said of somebody in passing: "the mayor, elected in 2019, was shot on Monday".

A clause on a noun that tells nothing else of the news dates what its own verb tells, which is no event of the report.
Invariant: a time goes only where its sentence gives another, far from it, outside such a clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.trace import Point
from standoff.records import Time

_CLAUSES = frozenset(("acl", "advcl"))
_DAY = len("2024-06-16")


def without_passing(page: Page, points: Sequence[Point]) -> list[Point]:
    """The points without times of clauses that tell nothing else, far from those of the news."""
    return [point for point in points if not _is_passing(page, point, points)]


def in_passing(page: Page, word: int) -> int | None:
    """The verb of the clause on a noun, no happening, that a word hangs on: "[elected] in 2019"."""
    verb = page.heads[word]
    if (
        verb < 0
        or page.tags[verb] != "VERB"
        or page.relations[verb] not in _CLAUSES
        or page.child(verb, "mark") is not None
    ):
        return None
    noun = page.heads[verb]
    if page.relations[verb] == "advcl":
        if page.child(verb, "nsubj") is not None:
            return None
        subject = page.child(noun, "nsubj")
        noun = noun if subject is None else subject
    return None if page.entity_labels.get(noun) == "event" else verb


def _is_passing(page: Page, point: Point, points: Sequence[Point]) -> bool:
    if not isinstance(point.value, Time):
        return False
    verb = in_passing(page, top_of(page, point.at))
    if verb is None or _is_deed_of_two(page, verb):
        return False
    clause = {*page.subtree(verb)}
    beside = [other for other in points if page.sentence[other.at.first] == page.sentence[verb]]
    told = any(other.at.first in clause and not isinstance(other.value, Time) for other in beside)
    return not told and any(
        isinstance(other.value, Time) and other.at.first not in clause and _are_far(point.value, other.value)
        for other in beside
    )


def _is_deed_of_two(page: Page, verb: int) -> bool:
    """Whether the clause and what is told around it are both what law or captors do to somebody, each an event: "who
    were [kidnapped] in March were released"."""
    deeds = {form for forms in section("events", "deeds").values() for form in forms}
    main = page.heads[page.heads[verb]] if page.relations[verb] == "acl" else page.heads[verb]
    return page.forms[verb] in deeds and main >= 0 and page.forms[main] in deeds


def _are_far(one: Time, other: Time) -> bool:
    """Whether a time ends long before another begins."""
    end, begin = (date.fromisoformat(moment[:_DAY]) for moment in (one.end, other.start))
    return bool((begin - end).days > section("times", "passing")["days"])
