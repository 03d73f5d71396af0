"""Claims made comparable: each with its party's class, its origin, and when it was published.

Invariant: every assertion names the claim that it is made of; what is left out (intended, hypothetical, background) is
left out for a reason that the claim itself tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from standoff.linking.moments import moment
from standoff.linking.words import tokens
from standoff.records import TOLL_SLOTS, Claim, Quantity, Reading, Report, Value
from standoff.records.claims import Polarity
from standoff.records.findings import ClaimRef, Origin
from standoff.settings import settings
from standoff.weighing.origins import Origins
from standoff.weighing.parties import WHOLE, party_class


@dataclass(frozen=True, slots=True)
class Assertion:
    """One origin saying one value of one point; ``text`` is the report whose words it is (the original of a copy)."""

    slot: str
    party: str
    value: Value
    polarity: Polarity
    origin: Origin
    at: str | None
    ref: ClaimRef
    text: str
    score: float = 1.0
    partial: bool = False

    @property
    def order(self) -> tuple[float, str, ClaimRef]:
        """Sorts assertions by when they were published; dates without a clock come first on their day."""
        return moment(self.at) or 0.0, self.at or "", self.ref


def assertions(readings: Sequence[Reading], origins: Origins) -> list[Assertion]:
    """The assertions of an incident's reports, oldest first."""
    made = [
        _assertion(reading.report, claim, origins)
        for reading in readings
        for claim in reading.claims
        if _weighs(reading, claim)
    ]
    told: dict[str, list[Assertion]] = defaultdict(list)
    for each in _settled(made):
        told[each.ref.report].append(each)
    whole = [
        each
        for report in told.values()
        for each in report
        if not any(_part_of(each, other) for other in report)
    ]
    return sorted(whole, key=lambda each: each.order)


def _part_of(one: Assertion, other: Assertion) -> bool:
    """Whether one number is a part of another, or says less: of two that one source gives in one report for one party
    the smaller; of two that a report gives for whomever, the smaller if it names no party."""
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity) or one.slot != other.slot:
        return False
    if "denied" in (one.polarity, other.polarity) or _size(one.value) >= _size(other.value):
        return False
    same = one.party == other.party and one.origin.key == other.origin.key
    return same or (one.party == WHOLE and one.slot in TOLL_SLOTS)


def _size(value: Quantity) -> int:
    return value.low if value.low is not None else value.high or 0


def _weighs(reading: Reading, claim: Claim) -> bool:
    background = {event.id for event in reading.events if event.standing == "background"}
    generic = settings("weighing", "weighing")["values"]["generic_claimants"]
    nobody = (
        claim.slot == "claimant" and tokens(str(claim.value))[-1:] and tokens(str(claim.value))[-1] in generic
    )
    return claim.event not in background and claim.realis in ("actual", "ongoing") and not nobody


def _assertion(report: Report, claim: Claim, origins: Origins) -> Assertion:
    value = claim.value
    party = party_class(value.party) if isinstance(value, Quantity) and claim.slot in TOLL_SLOTS else WHOLE
    at = report.published.value if report.published else None
    return Assertion(
        claim.slot, party, value, claim.polarity, origins.of(report, claim), at, ClaimRef(report.id, claim.id),
        origins.root(report.id), claim.score,
    )  # fmt: skip


def _settled(made: Sequence[Assertion]) -> Iterator[Assertion]:
    """A toll without a party is that of the one party for which the same number is told elsewhere."""
    named: dict[tuple[str, int | None, int | None], set[str]] = defaultdict(set)
    for each in made:
        if each.party != WHOLE and isinstance(each.value, Quantity) and _size(each.value) > 1:
            named[each.slot, each.value.low, each.value.high].add(each.party)
    for each in made:
        parties: set[str] = set()
        if each.party == WHOLE and isinstance(each.value, Quantity):
            parties = named[each.slot, each.value.low, each.value.high]
        yield replace(each, party=next(iter(parties))) if len(parties) == 1 else each
