"""What a total of all people counts: with or without the attackers or those whom they fought, and, of those who were
hit, with or without the dead.

Invariant: no number changes; what it may leave out is only told beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from standoff.linking.words import tokens
from standoff.records import TOLL_SLOTS, Claim, Report
from standoff.settings import settings
from standoff.weighing.assertion import Assertion
from standoff.weighing.beside import after
from standoff.weighing.parties import ATTACKERS, FIGHTING, WHOLE

_DEATHS = "killed"
_BESIDE = 24  # characters after a number in which "were shot" stands
_AFTER = 2  # words after it that may be those


def with_definitions(made: Sequence[Assertion]) -> Iterator[Assertion]:
    """Totals of all people, each with the numbers that it may or may not count: of the attackers, or of them and those
    whom they fought, if that is less than the total itself; how many were hit, with how many of them died."""
    fallen: dict[tuple[str, str], set[int]] = defaultdict(set)
    for each in made:
        if each.polarity == "affirmed" and each.size:
            fallen[each.slot, each.party].add(each.size)
    dead = frozenset(fallen.get((_DEATHS, WHOLE), ()))
    for each in made:
        whole = each.party == WHOLE and each.slot in TOLL_SLOTS
        without = dead if each.hit else _apart_from(each, fallen)
        yield replace(each, without=without) if whole else each


def _apart_from(each: Assertion, fallen: Mapping[tuple[str, str], set[int]]) -> frozenset[int]:
    attackers = fallen.get((each.slot, ATTACKERS), set())
    fighting = {size for party in FIGHTING for size in fallen.get((each.slot, party), ())}
    both = {one + other for one in attackers for other in fighting}
    return frozenset({*attackers, *(size for size in both if size < each.size)})


def counts_hit(report: Report, claim: Claim) -> bool:
    """Whether a number is that of the people who were hit, whatever became of them: "sixteen people were shot"."""
    if claim.slot != "injured":
        return False
    rules = settings("weighing", "weighing")["definitions"]
    words: set[str] = set()
    for place in claim.evidence:
        words.update(tokens(place.quote(report.text)))
        words.update(tokens(after(report.text, place, _BESIDE))[:_AFTER])
    return not words.isdisjoint(rules["hit"]) and words.isdisjoint(rules["hurt"])
