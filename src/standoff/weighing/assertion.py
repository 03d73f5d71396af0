"""One claim made comparable.

Invariant: every assertion names the claim that it is made of.
"""

from __future__ import annotations

from dataclasses import dataclass

from standoff.linking.moments import published
from standoff.records import Quantity, Value
from standoff.records.claims import Polarity
from standoff.records.findings import ClaimRef, Origin
from standoff.weighing.updates import Way


@dataclass(frozen=True, slots=True)
class Assertion:
    """One origin saying one value of one point, for a class of people if it is a toll.

    ``text`` is the report whose words it is (the original of a copy); ``own`` tells that no source is named for it;
    ``partial`` that its number is no total, so that another number does not contradict it. ``without`` are how many
    attackers a total of all people may leave out, or of the dead a number of those ``hit`` may count, as the reports
    give them. ``words`` are those that say it, ``event`` is the event's id in its report, ``update`` which way the
    number is told to have changed.
    """

    slot: str
    party: str
    value: Value
    polarity: Polarity
    origin: Origin
    at: str | None
    ref: ClaimRef
    text: str
    score: float = 1.0
    own: bool = False
    partial: bool = False
    without: frozenset[int] = frozenset()
    event: str = ""
    update: Way = ""
    hit: bool = False
    words: str = ""

    @property
    def order(self) -> tuple[float, str, ClaimRef]:
        """Sorts assertions by when they were published; dates without a clock come first on their day,
        and what has no date before all."""
        return published(self.at).timestamp() if self.at else 0.0, self.at or "", self.ref

    @property
    def size(self) -> int:
        """The number that it is at least, or at most where no least is told; 0 for what is no number."""
        value = self.value
        if not isinstance(value, Quantity):
            return 0
        return value.low if value.low is not None else value.high or 0
