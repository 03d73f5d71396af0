"""Which values later ones took the place of: those that their own source replaced, and counts that went on.

Two values are in dispute only where both stand at the same time. The assertions of a value are given in the order of
publication. Invariant: decided here alone (`replaced`), from the assertions of the values; what has no date comes after
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from standoff.settings import settings
from standoff.weighing.assertion import Assertion, firm_keys, keys
from standoff.weighing.opposition import Group, against, contrary, opposed

_HOUR = 3600.0


def replaced(parts: Sequence[Group]) -> frozenset[int]:
    """The places of the values that later ones took the place of: their own source gave another, the count went on, or
    they deny what is past itself."""
    gone = {place for place, part in enumerate(parts) if _is_replaced(part, parts)}
    return frozenset(gone | {place for place, part in enumerate(parts) if _denies_what_is(gone, part, parts)})


def _is_replaced(part: Group, parts: Sequence[Group]) -> bool:
    given = any(given_up(part, other) for other in contrary(part, parts))
    return given or any(overtaken(part, other) for other in parts if other is not part)


def _denies_what_is(gone: AbstractSet[int], part: Group, parts: Sequence[Group]) -> bool:
    """Whether a value is denied that is past itself, whoever said it: nobody has to deny it any more."""
    denied = [
        place for place, other in enumerate(parts) if other[0].polarity == "affirmed" and opposed(part, other)
    ]
    return part[0].polarity == "denied" and bool(denied) and set(denied) <= gone


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
    of a day where fewer origins say it. "None" is no early count; what is no total or told with reserve, none."""
    rules = settings("weighing", "weighing")["succession"]
    first, second = one[0], other[0]
    counted = first.slot in (*rules["rising"], *rules["changing"])
    if not counted or "denied" in (first.polarity, second.polarity) or not first.size:
        return False
    if not all(each.is_dated for each in (*one, *other)) or not firm_keys(other):
        return False
    if any(all(each.partial for each in part) for part in (one, other)):
        return False
    one = against(one, other)
    if not one:
        return True
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


def _firsts(group: Group) -> dict[str, Assertion]:
    """What each origin said first."""
    found: dict[str, Assertion] = {}
    for each in group:
        found.setdefault(each.origin.key, each)
    return found


def later(before: Assertion, after: Assertion) -> bool:
    """Whether the second assertion is of another text, which was published after that of the first."""
    return before.text != after.text and before.is_dated and before.when < after.when
