"""What the values of one point add up to: agreed, disputed, single-sourced, denied or revised, and by which rule.

Invariant: a dispute is between origins whose values stand at the same time; what a later value took the place of is
shown, and is no side of a dispute.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from standoff.records import TOLL_SLOTS
from standoff.records.findings import Status
from standoff.settings import settings
from standoff.weighing.assertion import Assertion, firm_keys, keys
from standoff.weighing.compare import is_ceiling, relation
from standoff.weighing.opposition import Group, counts_others, opposed, redefined
from standoff.weighing.parties import ATTACKERS
from standoff.weighing.succession import given_up, revised_by


def status(parts: Sequence[Group], gone: Collection[int]) -> tuple[Status, str]:
    """What the values add up to, and the rule that says so. ``gone`` are the places of those that later ones took the
    place of (`standoff.weighing.succession.replaced`)."""
    against = [(a, b) for a, b in combinations(parts, 2) if opposed(a, b)]
    rivals = [(a, b) for a, b in against if a[0].polarity == b[0].polarity]
    revisers = _revisers(rivals)
    past = [parts[place] for place in gone]
    if any(keys(a) != keys(b) and a not in past and b not in past for a, b in rivals):
        later = "".join(f"; {name} gave another value later" for name in revisers)
        return "disputed", f"different origins give values that cannot both be true{later}"
    if any(a not in past and b not in past for a, b in rivals):
        return (
            "disputed",
            "one origin gave values that cannot both be true, and nothing tells which was later",
        )
    if rivals:
        return "revised", _succession(revisers)
    if confirmed := _confirmed(against):
        return "revised", f"{', '.join(confirmed)} denied it first and says it now"
    if all(part[0].polarity == "denied" for part in parts) or (against and not _overcome(parts)):
        return "denied", _denial(parts)
    affirmed = [part for part in parts if _bears_out(part[0])]
    several = parts[0][0].slot in settings("weighing", "weighing")["slots"]["several"]
    pools = [firm_keys(part) if several else _pool(part, affirmed, past) for part in affirmed]
    without = settings("weighing", "weighing")["definitions"]["without"].get(parts[0][0].slot, ATTACKERS)
    note = f"; totals with and without the {without}" if _redefined(parts) else ""
    if (most := max(map(len, pools), default=0)) > 1:
        return "agreed", f"{most} independent origins, none against{note}"
    return "single_source", f"{_alone(parts)}{note}"


def _bears_out(first: Assertion) -> bool:
    """Whether a value can bear out one that is coarser: no denial does, no ceiling, and nothing that comes on top."""
    return first.polarity == "affirmed" and not is_ceiling(first.value) and not first.added


def _alone(parts: Sequence[Group]) -> str:
    """Why no value has a second origin."""
    told = [each for part in parts for each in part]
    firm = firm_keys(told)
    if not firm:
        return "nobody says it without reserve"
    if len(firm) > 1:
        return "no value has more than one origin"
    if firm != keys(told):
        return "one origin says it without reserve"
    several = len({each.ref.report for each in told}) > 1
    return "one origin, however many relay it" if several else "one origin, in one report"


def _pool(part: Group, parts: Sequence[Group], past: Sequence[Group]) -> frozenset[str]:
    """The origins of a value and of those beside it, but for numbers of other things and, where one is past, others."""
    beside = [other for other in parts if not counts_others(part, other)]
    return frozenset().union(
        *(
            firm_keys(other)
            for other in beside
            if not (_differ(part, other) and (part in past or other in past))
        )
    )


def _differ(one: Group, other: Group) -> bool:
    return relation(one[0].value, other[0].value) == "contradictory"


def _confirmed(against: Sequence[tuple[Group, Group]]) -> list[str]:
    """Who denied what he affirms now, where nobody else goes on denying it."""
    pairs = [
        (a, b) if a[0].polarity == "denied" else (b, a) for a, b in against if a[0].polarity != b[0].polarity
    ]
    if not pairs or not all(given_up(denied, affirmed) for denied, affirmed in pairs):
        return []
    return sorted({each.origin.name for denied, _ in pairs for each in denied})


def _revisers(rivals: Sequence[tuple[Group, Group]]) -> list[str]:
    """The names of the origins that gave one of two values after the other."""
    found: dict[str, str] = {}
    for pair in rivals:
        for one, other in (pair, pair[::-1]):
            gone = revised_by(one, other)
            found |= {
                each.origin.key: each.origin.name for each in reversed(other) if each.origin.key in gone
            }
    return sorted(set(found.values()))


def _succession(revisers: Sequence[str]) -> str:
    if revisers:
        return f"{', '.join(revisers)} gave another value later"
    return "a later count took the place of an earlier one"


def _denial(parts: Sequence[Group]) -> str:
    names: dict[str, str] = {}
    for each in (each for part in parts if part[0].polarity == "denied" for each in part):
        names.setdefault(each.origin.key, each.origin.name)
    return f"by {', '.join(names.values())}"


def _redefined(parts: Sequence[Group]) -> bool:
    return any(redefined(a, b) for a, b in combinations(parts, 2))


def _overcome(parts: Sequence[Group]) -> bool:
    """Whether several origins gave a toll, that which most give, only after this one or one like it was last denied.

    Tolls alone are confirmed as time goes on; blame that many repeat stays denied."""
    denials = [each.when for part in parts if part[0].polarity == "denied" for each in part if each.is_dated]
    affirmed = (part for part in parts if part[0].polarity != "denied")
    leading = max(affirmed, key=lambda part: len(keys(part)), default=[])
    if not leading or leading[0].slot not in TOLL_SLOTS or not denials:
        return False
    return len(keys(leading)) > 1 and all(max(denials) < each.when for each in leading)
