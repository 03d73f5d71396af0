"""Whose act it is: what a group claims, and what others deny of it, answer one question.

Invariant: nothing is answered that no claim says, and nothing where only the claim of responsibility itself is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standoff.weighing.assertion import Assertion
from standoff.weighing.compare import relation
from standoff.weighing.parties import WHOLE

_DOERS = ("actor", "suspect")


def with_responsibility(made: Sequence[Assertion]) -> list[Assertion]:
    """The assertions, with those that say whose the act is in other words than its affiliation.

    Who claims an act says that it is theirs; who denies that one of those who claim it did it says that it is not.
    """
    claimed = [each for each in made if each.slot == "claimant" and each.polarity == "affirmed"]
    denied = [each for each in made if each.slot in _DOERS and _denies(each, claimed)]
    asked = bool(denied) or any(each.slot == "affiliation" for each in made)
    answers = [*claimed, *denied] if asked else []
    return [*made, *(replace(each, slot="affiliation", party=WHOLE) for each in answers)]


def _denies(each: Assertion, claimed: Sequence[Assertion]) -> bool:
    return each.polarity == "denied" and any(relation(each.value, one.value) == "equal" for one in claimed)
