"""What grammar alone tells of whether points are of one event, as constraints on their clustering ("must-link" and
"cannot-link", Wagstaff et al. 2001).

What somebody does with force is of his event, and nobody is both who did it and whom it was done to: a crowd marches in
one event and is dispersed in another, with those who do that. Who foils an attack has no part in it, nor is it of the
day when somebody testified about it. Who is arrested or tried for a deed is not whom it was done to. Nor is anybody
killed in an arrest or a trial, or freed where people are taken (CLAIMS.md, section 2): of 1349 events with dead in
annotated reports 7 had an arrest or a charge, of 213 with captives or people freed 4 had both.

Invariant: scores of two points change only where the same words are an actor in the one and a target in the other,
where the one is the deed of the other, foils it or is charged with it, or where their slots exclude each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from standoff.extraction.events.foiled import foiled, foils, is_of_deed
from standoff.extraction.events.grouping import Scores
from standoff.extraction.grammar.clauses import has_case, passive, shared_verbs
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.crowds import user_of_force
from standoff.extraction.slots.suspected import accusations
from standoff.extraction.trace import Point
from standoff.records import TOLL_SLOTS, Quantity

_SIDES = {"actor": 0, "actor_count": 0, "target": 1, "target_count": 1}
_UNDERGONE = frozenset(("target", "target_count", *TOLL_SLOTS))
_DEEDS = frozenset(("observation", "motive"))
_SURE = 1e6  # a score that no others outweigh


def constrained(page: Page, points: Sequence[Point], scores: Scores) -> Scores:
    """The scores that pairs of points are of one event, so low that no event has both parts of a crowd, and so high
    that each has what its actors do."""
    told = scores.copy()
    for one, other in (*_deeds(page, points), *_by_doers(page, points), *_charged(page, points)):
        told[one, other] = told[other, one] = _SURE
    apart = (*_sides(points), *_foiled(page, points), *_accused(page, points), *_testified(page, points))
    for one, other in apart:
        told[one, other] = told[other, one] = -_SURE
    for one, other in _exclusive(points):
        told[one, other] = told[other, one] = told[one, other] + section("events", "exclusive")["score"]
    return told


def _exclusive(points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """What befalls people in events of different types, where it befell any: death and arrest, capture and release."""
    sides = section("events", "exclusive")["slots"]
    told: dict[str, list[int]] = defaultdict(list)
    for number, point in enumerate(points):
        if not isinstance(point.value, Quantity) or point.value.high != 0:
            told[point.slot].append(number)
    for ones, others in sides:
        numbers = [number for slot in others for number in told.get(slot, ())]
        yield from ((one, other) for slot in ones for one in told.get(slot, ()) for other in numbers)


def _deeds(page: Page, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """What is done with force, and who does it."""
    actors = [number for number, point in enumerate(points) if point.slot == "actor"]
    for number, point in enumerate(points):
        who = user_of_force(page, point.at) if point.slot in _DEEDS else None
        if who is not None:
            yield from ((number, actor) for actor in actors if points[actor].at.holds(who))


def _by_doers(page: Page, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """Whom a passive verb befell that is joined to another of his, and who did it: "[he] ran but was caught by
    [guards]"."""
    doers = [number for number, point in enumerate(points) if point.slot == "actor"]
    targets = ((number, point.at) for number, point in enumerate(points) if point.slot == "target")
    for number, at in targets:
        verbs = shared_verbs(page, top_of(page, at)) if doers else []
        agents = [
            kid
            for verb in verbs[1:]
            if passive(page, verb)
            for kid in page.children[verb]
            if has_case(page, kid, ("by",))
        ]
        yield from ((number, doer) for doer in doers for agent in agents if points[doer].at.holds(agent))


def _accused(page: Page, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """Who is called accused, as the target of an arrest or trial, and whom the deed was done to: "[a nurse] accused of
    poisoning [patients] was held"."""
    for number, deed in _accusations(page, points):
        yield from (
            (number, other)
            for other, point in enumerate(points)
            if point.slot in _UNDERGONE and point.at.first in deed and other != number
        )


def _charged(page: Page, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """Who is called accused, as the target of an arrest or trial, and what of: "[a nurse] accused of [arson] was
    held"."""
    for number, deed in _accusations(page, points):
        yield from (
            (number, other)
            for other, point in enumerate(points)
            if point.slot == "charge" and point.at.first in deed
        )


def _testified(page: Page, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """When somebody testified, and what he testified: "she testified [Wednesday] that [he] was shot"."""
    for verb in page.where(section("events", "testimony")["verbs"]):
        clauses = (kid for kid in page.children[verb] if page.relations[kid] == "ccomp")
        told = {word for clause in clauses for word in page.subtree(clause)}
        days = {kid for kid in page.children[verb] if page.relations[kid] == "obl"} - told
        times = [
            number
            for number, point in enumerate(points)
            if point.slot == "time" and not days.isdisjoint(range(*point.at))
        ]
        deeds = [number for number, point in enumerate(points) if times and point.at.first in told]
        yield from ((one, other) for one in times for other in deeds)


def _accusations(page: Page, points: Sequence[Point]) -> Iterator[tuple[int, set[int]]]:
    """The targets who are called accused, each with the words for what of."""
    for number, point in enumerate(points):
        if point.slot == "target":
            called = accusations(page, top_of(page, point.at))
            yield number, {word for kid in called for word in page.subtree(kid)}


def _foiled(page: Page, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """Who foils a deed, and what that was and was aimed at."""
    for verb, deed in foiled(page):
        foilers = [
            number
            for number, point in enumerate(points)
            if point.slot == "actor" and foils(page, verb, deed, point.at)
        ]
        told = [number for number, point in enumerate(points) if foilers and is_of_deed(page, deed, point.at)]
        yield from ((one, other) for one in foilers for other in told)


def _sides(points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """The same words as who did it, with an actor in them, and as whom it was done to."""
    sides: dict[Stretch, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, point in enumerate(points):
        if point.slot in _SIDES:
            sides[point.at][_SIDES[point.slot]].append(number)
    both = {at: pair for at, pair in sides.items() if all(pair)}
    actors = [point.at for point in points if point.slot == "actor"] if both else []
    for at, (doers, targets) in both.items():
        if any(at.covers(actor) for actor in actors):
            yield from ((one, other) for one in doers for other in targets)
