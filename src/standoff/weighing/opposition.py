"""Which values of one point cannot both stand, whenever each was said.

Invariant: symmetric. What is told with reserve alone, and what is no total, stands against nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.records import Value
from standoff.settings import settings
from standoff.weighing.assertion import Assertion, firm_keys
from standoff.weighing.compare import relation, within
from standoff.weighing.parties import same_things

Group = Sequence[Assertion]  # of one value, in the order of publication


def opposed(one: Group, other: Group) -> bool:
    """Whether two values of a point cannot both stand: one denies the other, or only one of them can be true."""
    if one[0].polarity != other[0].polarity:
        denied, said = (one, other) if one[0].polarity == "denied" else (other, one)
        return denies(denied[0].value, said[0].value)
    exclusive = one[0].slot in settings("weighing", "weighing")["slots"]["exclusive"]
    return exclusive and one[0].polarity == "affirmed" and apart(one, other)


def contrary(part: Group, parts: Sequence[Group]) -> list[Group]:
    """The values of which only one can be true, if this one is affirmed; if it is denied, those that affirm it: who
    comes to affirm it denies it no more."""
    denied = part[0].polarity == "denied"
    return [
        other
        for other in parts
        if other is not part and (denied or other[0].polarity == part[0].polarity) and opposed(part, other)
    ]


def denies(denied: Value, said: Value) -> bool:
    """Whether who denies the first value denies the second: the same one, or a finer one. Who says that it was not
    fourteen does not deny "at least nine"."""
    return relation(denied, said) == "equal" or within(said, denied)


def apart(one: Group, other: Group) -> bool:
    """Whether no telling of one value may be true beside one of the other. What is told with reserve alone stands
    against nothing."""
    if not (firm_keys(against(one, other)) and firm_keys(against(other, one))):
        return False
    if all(each.partial for each in one) or all(each.partial for each in other) or redefined(one, other):
        return False
    return relation(one[0].value, other[0].value) == "contradictory" and not counts_others(one, other)


def against(one: Group, other: Group) -> Group:
    """The tellings of a total that are none of another one: who tells of five and of two more tells of seven."""
    return [each for each in one if other[0].added or other[0].size - each.size not in each.on_top]


def counts_others(one: Group, other: Group) -> bool:
    """Whether two numbers of those whom something was done to count other things: "four soldiers" and "17 guards"."""
    of_targets = one[0].slot == "target_count"
    return of_targets and not any(same_things(a.words, b.words) for a in one for b in other)


def redefined(one: Group, other: Group) -> bool:
    """Whether the larger of two totals differs by those who fought or who died, whom the other does not count."""
    smaller, larger = sorted((one, other), key=lambda group: group[0].size)
    return any(larger[0].size - smaller[0].size in each.without for each in larger)
