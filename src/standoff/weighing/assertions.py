"""Claims made comparable: each with its party's class, its origin, and when it was published.

Invariant: what is left out (intended, hypothetical, of another incident, part of a total) is left out for a reason that
its report tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from standoff.records import TOLL_SLOTS, Claim, Quantity, Reading, Value
from standoff.records.findings import ClaimRef
from standoff.settings import settings
from standoff.weighing.apposed import apposed
from standoff.weighing.assertion import Assertion
from standoff.weighing.cited import followed
from standoff.weighing.crowds import one_crowd, with_crowds
from standoff.weighing.definitions import counts_hit, with_definitions
from standoff.weighing.happenings import happening, own_type, with_one_kind
from standoff.weighing.nobody import with_none_beside
from standoff.weighing.origins import Origins
from standoff.weighing.parties import party_class
from standoff.weighing.parts import (
    comes_on_top,
    is_addition,
    totals,
    with_additions,
    with_one_fate,
    with_roll_calls,
    without_breakdowns,
)
from standoff.weighing.people import with_people
from standoff.weighing.responsibility import with_responsibility
from standoff.weighing.retelling import sourced
from standoff.weighing.scope import late_times, outside
from standoff.weighing.times import told_first
from standoff.weighing.updates import is_superseded, told_as_new


def assertions(readings: Sequence[Reading], origins: Origins) -> list[Assertion]:
    """The assertions of an incident's reports, oldest first."""
    apart, late, own = outside(readings), late_times(readings), own_type(readings)
    made = [
        _assertion(reading, claim, origins, own, known.get(claim.id, ""), is_main=claim.id in first)
        for reading in readings
        for first, known in [(told_first(reading), apposed(reading))]
        for claim in reading.claims
        if (reading.report.id, claim.event) not in apart
        and (reading.report.id, claim.id) not in late
        and _weighs(claim)
        and not is_superseded(reading.report, claim)
    ]
    made = list(with_one_kind(list(with_additions(made))))
    named = [each for report in _grouped(made, "report") for each in with_roll_calls(report)]
    counted = [each for report in _grouped(named, "report") for each in without_breakdowns(report)]
    fated = [each for report in _grouped(counted, "report") for each in with_one_fate(report, own)]
    known = with_people(list(with_crowds(list(one_crowd(fated)))))
    settled = [each for text in _grouped(known, "text") for each in sourced(text)]
    traced = list(
        followed(settled, {reading.report.id: origins.outlet(reading.report.id) for reading in readings})
    )
    whole = [each for report in _grouped(traced, "report") for each in totals(report)]
    counts = list(with_definitions(list(with_none_beside(whole))))
    return sorted(with_responsibility(counts), key=lambda each: each.order)


def _grouped(made: Iterable[Assertion], by: Literal["text", "report"]) -> Iterable[list[Assertion]]:
    found: dict[str, list[Assertion]] = defaultdict(list)
    for each in made:
        found[each.text if by == "text" else each.ref.report].append(each)
    return found.values()


def _weighs(claim: Claim) -> bool:
    """Whether a claim asserts its value: no plan does, no toll that is left open ("could not confirm any deaths"), and
    no time of what is denied, since who denies an act denies no day."""
    nobody = claim.slot == "claimant" and _nobody(str(claim.value))
    is_open = claim.slot in TOLL_SLOTS and claim.certainty == "unspecified"
    untimed = claim.slot == "time" and claim.polarity == "denied"
    return claim.realis in ("actual", "ongoing") and not (nobody or is_open or untimed)


def _nobody(claimant: str) -> bool:
    """Whether a claimant is some group that has no name ("no group", "a militant group")."""
    values = settings("weighing", "weighing")["values"]
    *before, last = claimant.split() or [""]
    named = any(word[0].isupper() and word.lower() not in values["determiners"] for word in before)
    return last.lower() in values["generic_claimants"] and not named


def _denied_whole(claim: Claim) -> Value:
    """What a claim says: who denies that one person met with something denies that any did."""
    value = claim.value
    if claim.polarity == "denied" and claim.slot in TOLL_SLOTS and isinstance(value, Quantity):
        return replace(value, high=None) if value.low == value.high == 1 else value
    return value


def _assertion(
    reading: Reading, claim: Claim, origins: Origins, own: str, known_as: str, *, is_main: bool
) -> Assertion:
    """A claim made comparable. ``known_as`` is the class of people that the words beside a name put it in."""
    report = reading.report
    value = _denied_whole(claim)
    if isinstance(value, Quantity) and claim.slot in TOLL_SLOTS:
        party = known_as or party_class(value.party)
    else:
        party = happening(claim, own)
    at = report.published.value if report.published else None
    return Assertion(
        claim.slot, party, value, claim.polarity, origins.of(report, claim), at, ClaimRef(report.id, claim.id),
        origins.root(report.id), claim.score, not claim.chain and claim.slot != "claimant", is_addition(report, claim),
        event=claim.event, update=told_as_new(report, claim), hit=counts_hit(report, claim),
        words=" ".join(span.quote(report.text) for span in claim.evidence), certainty=claim.certainty,
        main=own if is_main and claim.type == own else "", added=comes_on_top(report, claim, reading.claims),
    )  # fmt: skip
