"""Citations followed into the report that they cite: what a paper has from an agency rests on whom the agency names.

A paper that cites an agency for a value adds no origin: the value is that of the source that the cited report gives
for it. So does an outlet that tells itself what it had from a source before; what it tells itself beside citing an
agency for other values is its own, as analysts count it. A source whose name is told in the citation stays as it is
told, unless the cited report has other values from it and this one from another. Invariant: only reports that were
published by then are followed, and of the sources that fit the first that gives the very value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from standoff.linking.words import tokens
from standoff.records import Quantity
from standoff.records.findings import Origin
from standoff.weighing.assertion import Assertion
from standoff.weighing.compare import relation, within
from standoff.weighing.names import name_id
from standoff.weighing.origins import OUTLET, UNNAMED

Point = tuple[str, str, str, str]  # outlet, slot, party, polarity


def followed(made: Sequence[Assertion], outlets: Mapping[str, str]) -> Iterator[Assertion]:
    """The assertions, with the source of the cited report where there is one. ``outlets`` are the outlets of reports,
    as `name_id` has them."""
    told: dict[Point, list[Assertion]] = defaultdict(list)
    speak: dict[str, set[str]] = defaultdict(set)
    for each in sorted(made, key=lambda each: each.order):
        speak[each.text].add(each.origin.key)
        if not each.own and not each.origin.key.startswith(OUTLET):
            told[outlets[each.text], each.slot, each.party, each.polarity].append(each)
    for each in made:
        own = outlets[each.text]
        names = {own} if each.own else _cited(each) - {own}
        found = [
            other
            for name in sorted(names)
            for other in told[name, each.slot, each.party, each.polarity]
            if _retells(each, other) and (_is_open(each) or each.origin.key in speak[other.text])
        ]
        if any(other.origin.key == each.origin.key for other in found):
            found = []
        source = min(found, key=lambda other: (_differs(each, other), other.order), default=None)
        yield replace(each, origin=replace(source.origin, through=_through(each))) if source else each


def _cited(each: Assertion) -> frozenset[str]:
    """The outlets that an assertion comes through."""
    last = {each.origin.key.removeprefix(OUTLET)} if _rests_on_outlet(each) else set[str]()
    return frozenset({*map(name_id, each.origin.through), *last})


def _through(each: Assertion) -> tuple[str, ...]:
    """What a value was relayed by, with the outlet that was its source so far."""
    last = (each.origin.name,) if _rests_on_outlet(each) else ()
    return (*each.origin.through, *last)


def _rests_on_outlet(each: Assertion) -> bool:
    """Whether the source of a value is another outlet, so that it is open whom that has it from."""
    return each.origin.key.startswith(OUTLET) and not each.own


def _retells(each: Assertion, other: Assertion) -> bool:
    """Whether the first assertion is the second one told again."""
    if other.when > each.when or other.ref.report == each.ref.report:
        return False
    if each.own:
        return relation(each.value, other.value) == "equal"
    if each.origin.key.startswith(UNNAMED) and not _may_be(each.origin, other.origin):
        return False
    return (
        relation(each.value, other.value) == "equal"
        or within(other.value, each.value)
        or _same_least(each, other)
    )


def _differs(each: Assertion, other: Assertion) -> bool:
    return relation(each.value, other.value) != "equal"


def _is_open(each: Assertion) -> bool:
    """Whether a citation leaves open whom the outlet that it cites has it from: it names nobody, or not by name."""
    return each.own or each.origin.key.startswith((OUTLET, UNNAMED))


def _may_be(nameless: Origin, told: Origin) -> bool:
    """Whether a source without a name may be another one: it is of no other kind, or called by some of its words."""
    words = set(tokens(nameless.name))
    return (
        "unknown" in (nameless.kind, told.kind)
        or nameless.kind == told.kind
        or words <= set(tokens(told.name))
    )


def _same_least(each: Assertion, other: Assertion) -> bool:
    """Whether two numbers differ by "at least" alone, which is lost as often as not where a number is told again."""
    one, two = each.value, other.value
    return (
        isinstance(one, Quantity) and isinstance(two, Quantity) and one.low is not None and one.low == two.low
    )
