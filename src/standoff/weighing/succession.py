"""Which values later ones took the place of: those that their own source replaced, and counts that went on.

Two values are in dispute only where both stand at the same time. The assertions of a value are given in the order of
publication. Invariant: decided from the assertions of the values alone; what has no date comes after nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standoff.settings import settings
from standoff.weighing.assertion import Assertion, keys

Group = Sequence[Assertion]
_HOUR = 3600.0


def revised_by(one: Group, other: Group) -> frozenset[str]:
    """The origins that gave the first value and, in a later report, the second; what each began to say last counts."""
    before, after = _firsts(one), _firsts(other)
    return frozenset(key for key in before.keys() & after.keys() if later(before[key], after[key]))


def given_up(one: Group, other: Group) -> bool:
    """Whether an origin of the first value gave the second instead, and nobody else has said the first since then."""
    gone = revised_by(one, other)
    if not gone:
        return False
    since = min(each.when for key, each in _firsts(other).items() if key in gone)
    return all(each.origin.key in gone or each.when <= since for each in one)


def overtaken(one: Group, other: Group) -> bool:
    """Whether the second value is a later count of what goes on being counted: a toll that rises, or the missing, who
    grow fewer too. It is told as the new count, or nobody has said the first for hours when it is first told, for most
    of a day where fewer origins say it. "None" is no early count, and what is no total is none."""
    rules = settings("weighing", "weighing")["succession"]
    first, second = one[0], other[0]
    counted = first.slot in (*rules["rising"], *rules["changing"])
    if not counted or "denied" in (first.polarity, second.polarity) or not first.size:
        return False
    if not all(each.is_dated for each in (*one, *other)) or all(each.partial for each in one):
        return False
    rises = second.size > first.size or first.slot in rules["changing"]
    return _is_new(one, other) or (rises and _hours_between(one, other) > rules[_patience(one, other)])


def _is_new(one: Group, other: Group) -> bool:
    """Whether the second value is told, after the first was last told, as what the number rose or was lowered to."""
    way = "up" if other[0].size > one[0].size else "down"
    return any(each.update == way and each.when > one[-1].when for each in other)


def _hours_between(one: Group, other: Group) -> float:
    return (other[0].when[0] - one[-1].when[0]) / _HOUR


def _patience(one: Group, other: Group) -> str:
    return "hours_if_fewer" if len(keys(other)) < len(keys(one)) else "hours"


def is_past(one: Group, others: Iterable[Group]) -> bool:
    """Whether any of the values that rival it has taken a value's place."""
    return any(given_up(one, other) or overtaken(one, other) for other in others)


def _firsts(group: Group) -> dict[str, Assertion]:
    """What each origin said first."""
    found: dict[str, Assertion] = {}
    for each in group:
        found.setdefault(each.origin.key, each)
    return found


def later(before: Assertion, after: Assertion) -> bool:
    """Whether the second assertion is of another text, which was published after that of the first."""
    return before.text != after.text and before.is_dated and before.when < after.when
