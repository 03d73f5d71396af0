"""Values of one point put together, each with the origins that say it, and the order in which they stand.

Who says a value also says every coarser one ("five" and "three or more", a town and its country). First stands the
finest value that two or more origins say so, more than are against it: what the Admiralty scale calls probably true
or better (`standoff.weighing.grades`). The others follow by how many origins say them, and last, the latest first,
those whose place a later value took (`standoff.weighing.succession`), which are against none. Invariant: no value is
declared the true one, and the order does not depend on that of the reports.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from standoff.records import CERTAINTIES, Entity, Value
from standoff.records.claims import Polarity
from standoff.records.findings import Origin, Standpoint
from standoff.settings import settings
from standoff.weighing.assertion import Assertion, firm_keys, keys
from standoff.weighing.compare import is_ceiling, relation, within
from standoff.weighing.grades import credibility
from standoff.weighing.names import shown_name
from standoff.weighing.parties import same_things
from standoff.weighing.succession import is_past, overtaken, revised_by

Group = list[Assertion]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A value with its origins by key, those of them that say it with reserve only, those that have said another
    since, those that imply it, those against it, those whose values cannot stand beside it, be it one of several or
    not, how many values it is finer than, and whether a later one took its place."""

    part: Group
    said: dict[str, Origin]
    reserved: frozenset[str]
    left: frozenset[str]
    implied: dict[str, Origin]
    against: frozenset[str]
    rivals: frozenset[str]
    depth: int
    past: bool

    @property
    def rank(self) -> tuple[bool, float, bool, bool, int, int, str, tuple[float, bool], str]:
        support = len(self.said.keys() - self.reserved) + len(self.implied)
        first = self.part[0]
        strong = support > 1 and support > len(self.rivals)
        told = -self.part[-1].when[0] if self.past else 0.0
        part = is_ceiling(first.value) or all(each.partial for each in self.part)
        return (
            self.past, told, part, not strong, -self.depth if strong else 0, -support, first.polarity, first.when,
            str(first.value),
        )  # fmt: skip


def same_value(one: Assertion, other: Assertion) -> bool:
    """Whether two assertions say one value."""
    return one.polarity == other.polarity and relation(one.value, other.value) == "equal"


def alike(group: Group, same: Callable[[Assertion, Assertion], bool]) -> list[Group]:
    """The assertions joined wherever two are the same, directly or through others, by the first of each.

    ``same`` looks at values and polarity alone, so that each different value is compared once.
    """
    told: dict[tuple[Value, Polarity], Group] = {}
    for each in group:
        told.setdefault((each.value, each.polarity), []).append(each)
    parts: list[Group] = []  # of one assertion for each different value
    for first, *_ in told.values():
        joined = [part for part in parts if any(same(first, other) for other in part)]
        parts = [part for part in parts if part not in joined]
        parts.append([*(other for part in joined for other in part), first])
    whole = [[each for first in part for each in told[first.value, first.polarity]] for part in parts]
    ordered = [sorted(part, key=lambda each: each.order) for part in whole]
    return sorted(ordered, key=lambda part: part[0].order)


def opposed(one: Group, other: Group) -> bool:
    """Whether two values of a point cannot both stand: one denies the other, or only one of them can be true."""
    if one[0].polarity != other[0].polarity:
        denied, said = (one, other) if one[0].polarity == "denied" else (other, one)
        return denies(denied[0].value, said[0].value)
    exclusive = one[0].slot in settings("weighing", "weighing")["slots"]["exclusive"]
    return exclusive and one[0].polarity == "affirmed" and _apart(one, other)


def denies(denied: Value, said: Value) -> bool:
    """Whether who denies the first value denies the second: the same one, or a finer one. Who says that it was not
    fourteen does not deny "at least nine"."""
    return relation(denied, said) == "equal" or within(said, denied)


def _apart(one: Group, other: Group) -> bool:
    """Whether no telling of one value may be true beside one of the other. What is told with reserve alone stands
    against nothing."""
    if not (firm_keys(one) and firm_keys(other)):
        return False
    if all(each.partial for each in one) or all(each.partial for each in other) or redefined(one, other):
        return False
    return relation(one[0].value, other[0].value) == "contradictory" and not counts_others(one, other)


def counts_others(one: Group, other: Group) -> bool:
    """Whether two numbers of those whom something was done to count other things: "four soldiers" and "17 guards"."""
    of_targets = one[0].slot == "target_count"
    return of_targets and not any(same_things(a.words, b.words) for a in one for b in other)


def redefined(one: Group, other: Group) -> bool:
    """Whether the larger of two totals differs by those who fought or who died, whom the other does not count."""
    smaller, larger = sorted((one, other), key=lambda group: group[0].size)
    return any(larger[0].size - smaller[0].size in each.without for each in larger)


def ranked(parts: Sequence[Group]) -> tuple[Standpoint, ...]:
    """The values of a point, each a group of assertions, in their order."""
    return tuple(map(_standpoint, sorted(_weighed(parts), key=lambda each: each.rank)))


def _weighed(parts: Sequence[Group]) -> Iterator[_Weighed]:
    past = {id(part) for part in parts if is_past(part, _contrary(part, parts))}
    past |= {id(part) for part in parts if _denies_what_is(past, part, parts)}
    for part in parts:
        others = [other for other in parts if other is not part]
        said, contrary = _origins([part]), _contrary(part, parts)
        left = frozenset[str]().union(*(revised_by(part, other) for other in contrary))
        finer = [other for other in others if _implies(other, part)]
        firm = _origins([[each for each in other if each.is_firm] for other in finer])
        implied = {key: origin for key, origin in firm.items() if key not in said}
        standing = [other for other in others if id(other) not in past or id(part) in past]
        against = _keys(other for other in standing if opposed(part, other))
        rivals = _keys(other for other in standing if _rival(part, other))
        stale = id(part) in past or any(overtaken(part, other) for other in others)
        own = {*said, *implied}
        yield _Weighed(
            part, said, keys(part) - firm_keys(part), left, implied, against - own | left & against, rivals - own,
            sum(_implies(part, other) for other in others), stale,
        )  # fmt: skip


def _denies_what_is(past: Collection[int], part: Group, parts: Sequence[Group]) -> bool:
    """Whether a value is denied that is past itself, whoever said it: nobody has to deny it any more."""
    denied = [other for other in parts if other[0].polarity == "affirmed" and opposed(part, other)]
    return part[0].polarity == "denied" and bool(denied) and all(id(other) in past for other in denied)


def _contrary(part: Group, parts: Sequence[Group]) -> list[Group]:
    """The values of which only one can be true, if this one is affirmed; if it is denied, those that affirm it: who
    comes to affirm it denies it no more."""
    denied = part[0].polarity == "denied"
    return [
        o
        for o in parts
        if (denied or o[0].polarity == part[0].polarity) and o is not part and opposed(part, o)
    ]


def _keys(parts: Iterable[Group]) -> frozenset[str]:
    return frozenset[str]().union(*map(keys, parts))


def _rival(one: Group, other: Group) -> bool:
    return opposed(one, other) or (one[0].polarity == other[0].polarity and _apart(one, other))


def _implies(one: Group, other: Group) -> bool:
    """Whether who says the first value says the second; who says "five" does not bear out "up to thirty"."""
    affirmed = one[0].polarity == other[0].polarity == "affirmed"
    return affirmed and not is_ceiling(other[0].value) and within(one[0].value, other[0].value)


def _origins(parts: Sequence[Group]) -> dict[str, Origin]:
    """Origins by key, as each was first told."""
    told = sorted((each for part in parts for each in part), key=lambda each: each.order, reverse=True)
    found = {each.origin.key: each.origin for each in told}
    return {key: found[key] for key in sorted(found)}


def _standpoint(each: _Weighed) -> Standpoint:
    part = each.part
    stamps = [one.at for one in part if one.at]
    held = [origin for key, origin in each.said.items() if key not in each.left | each.reserved]
    return Standpoint(
        _most_told(part),
        part[0].polarity,
        tuple(each.said.values()),
        tuple(dict.fromkeys(one.ref for one in part)),
        stamps[0] if stamps else None,
        stamps[-1] if stamps else None,
        credibility([*held, *each.implied.values()], len(each.against)),
        tuple(each.implied.values()),
        each.past,
        min((one.certainty for one in part), key=CERTAINTIES.index),
        tuple(origin for key, origin in each.said.items() if key in each.reserved),
    )


def _most_told(part: Group) -> Value:
    """The wording of a value that most reports have, of those the first; a group or body that is listed with its names
    by the usual one."""
    reports: dict[Value, set[str]] = {}
    for each in part:
        reports.setdefault(each.value, set()).add(each.ref.report)
    value = max(reports, key=lambda value: len(reports[value]))
    return Entity(shown_name(value.text)) if isinstance(value, Entity) else value
