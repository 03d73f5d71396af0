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
from standoff.records.findings import Origin, Standpoint, Status
from standoff.settings import settings
from standoff.weighing.assertion import Assertion, firm_keys, keys
from standoff.weighing.compare import is_ceiling, relation, within
from standoff.weighing.grades import credibility
from standoff.weighing.names import shown_name
from standoff.weighing.opposition import apart, contrary, opposed
from standoff.weighing.succession import revised_by

Group = list[Assertion]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A value with its origins by key, those of them that say it with reserve only, those that have said another
    since, those that imply it, those against it, whether any denies it, those whose values cannot stand beside it, be
    it one of several or not, how many values it is finer than, and whether a later one took its place."""

    part: Group
    said: dict[str, Origin]
    reserved: frozenset[str]
    left: frozenset[str]
    implied: dict[str, Origin]
    against: frozenset[str]
    is_denied: bool
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
    """Whether two assertions say one value; "two more" are not "two"."""
    alike = one.polarity == other.polarity and one.added == other.added
    return alike and relation(one.value, other.value) == "equal"


def alike(group: Group, same: Callable[[Assertion, Assertion], bool]) -> list[Group]:
    """The assertions joined wherever two are the same, directly or through others, by the first of each.

    ``same`` looks at values, polarity and whether they come on top of others alone, so that each different value is
    compared once.
    """
    told: dict[tuple[Value, Polarity, bool], Group] = {}
    for each in group:
        told.setdefault(_looks(each), []).append(each)
    parts: list[Group] = []  # of one assertion for each different value
    for first, *_ in told.values():
        joined = [part for part in parts if any(same(first, other) for other in part)]
        parts = [part for part in parts if part not in joined]
        parts.append([*(other for part in joined for other in part), first])
    whole = [[each for first in part for each in told[_looks(first)]] for part in parts]
    ordered = [sorted(part, key=lambda each: each.order) for part in whole]
    return sorted(ordered, key=lambda part: part[0].order)


def _looks(each: Assertion) -> tuple[Value, Polarity, bool]:
    return each.value, each.polarity, each.added


def ranked(parts: Sequence[Group], past: Collection[int]) -> tuple[Standpoint, ...]:
    """The values of a point, each a group of assertions, in their order. ``past`` are the places of those that later
    ones took the place of (`standoff.weighing.succession.replaced`)."""
    gone = frozenset(id(parts[place]) for place in past)
    return tuple(map(_standpoint, sorted(_weighed(parts, gone), key=lambda each: each.rank)))


def _weighed(parts: Sequence[Group], past: Collection[int]) -> Iterator[_Weighed]:
    for part in parts:
        others = [other for other in parts if other is not part]
        said = _origins([part])
        left = frozenset[str]().union(*(revised_by(part, other) for other in contrary(part, parts)))
        finer = [other for other in others if _implies(other, part)]
        firm = _origins([[each for each in other if each.is_firm] for other in finer])
        implied = {key: origin for key, origin in firm.items() if key not in said}
        standing = [other for other in others if id(other) not in past or id(part) in past]
        against = _keys(other for other in standing if opposed(part, other))
        is_denied = any(opposed(part, other) for other in standing if other[0].polarity == "denied")
        rivals = _keys(other for other in standing if _rival(part, other))
        own = {*said, *implied}
        yield _Weighed(
            part, said, keys(part) - firm_keys(part), left, implied, against - own | left & against,
            is_denied, rivals - own,
            sum(_implies(part, other) for other in others), id(part) in past,
        )  # fmt: skip


def _keys(parts: Iterable[Group]) -> frozenset[str]:
    return frozenset[str]().union(*map(keys, parts))


def _rival(one: Group, other: Group) -> bool:
    return opposed(one, other) or (one[0].polarity == other[0].polarity and apart(one, other))


def _implies(one: Group, other: Group) -> bool:
    """Whether who says the first value says the second; who says "five" does not bear out "up to thirty"."""
    affirmed = one[0].polarity == other[0].polarity == "affirmed" and one[0].added == other[0].added
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
        part[0].added,
        _status(each) if part[0].slot in settings("weighing", "weighing")["slots"]["several"] else None,
    )


def _status(each: _Weighed) -> Status:
    """What one of several values adds up to by itself."""
    if each.past:
        return "revised"
    if each.is_denied or each.part[0].polarity == "denied":
        return "denied"
    return "agreed" if len(each.said.keys() - each.reserved) + len(each.implied) > 1 else "single_source"


def _most_told(part: Group) -> Value:
    """The wording of a value that most reports have, of those the first; a group or body that is listed with its names
    by the usual one."""
    reports: dict[Value, set[str]] = {}
    for each in part:
        reports.setdefault(each.value, set()).add(each.ref.report)
    value = max(reports, key=lambda value: len(reports[value]))
    return Entity(shown_name(value.text)) if isinstance(value, Entity) else value
