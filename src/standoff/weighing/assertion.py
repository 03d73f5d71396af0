"""One claim made comparable.

Invariant: every assertion names the claim that it is made of.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from standoff.linking.moments import ordinal, published
from standoff.records import Quantity, Value
from standoff.records.claims import Certainty, Polarity
from standoff.records.findings import ClaimRef, Origin
from standoff.weighing.updates import Way


@dataclass(frozen=True, slots=True)
class Assertion:
    """One origin saying one value of one point, for a class of people if it is a toll.

    ``text`` is the report whose words it is (the original of a copy); ``own`` tells that no source is named for it;
    ``partial`` that its number is no total, so that another number does not contradict it; ``added`` that it comes
    on top of another of its slot ("two more"), and ``on_top`` are the numbers that its report adds to it.
    ``without`` are how many attackers a total of all people may leave out, or of the dead a number of those ``hit``
    may count, as the reports give them. ``words`` are those that say it, ``event`` is the event's id in its report,
    ``update`` which way the number is told to have changed. ``certainty`` is how firmly it is said. ``main`` is the
    type of its happening, if it is the time that its report tells first of that, and that is what the report and
    the incident are mainly about.
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
    certainty: Certainty = "certain"
    main: str = ""
    added: bool = False
    on_top: frozenset[int] = frozenset()

    @property
    def when(self) -> tuple[float, bool]:
        """When it was published, in seconds since 1970, and whether that is told by the clock: a day is its first
        moment and comes before its hours. What has no day, but a month say, comes before all (minus infinity)."""
        return _moment(self.at)

    @property
    def is_dated(self) -> bool:
        """Whether the day on which it was published is known."""
        return self.when[0] > -math.inf

    @property
    def order(self) -> tuple[float, bool, ClaimRef]:
        """Sorts assertions by when they were published."""
        return *self.when, self.ref

    @property
    def is_firm(self) -> bool:
        """Whether it is said without reserve: not "may have", "probably", "it is not clear whether"."""
        return self.certainty == "certain"

    @property
    def size(self) -> int:
        """The number that it is at least, or at most where no least is told; 0 for what is no number."""
        value = self.value
        if not isinstance(value, Quantity):
            return 0
        return value.low if value.low is not None else value.high or 0

    @property
    def whom(self) -> str:
        """The words for whom its number is; nothing where it has none, or is none."""
        return (self.value.party or "") if isinstance(self.value, Quantity) else ""


@lru_cache(maxsize=1 << 14)
def _moment(at: str | None) -> tuple[float, bool]:
    if at is None or ordinal(at) is None:
        return -math.inf, False
    return published(at).timestamp(), len(at) > len("2031-03-14")


def keys(told: Iterable[Assertion]) -> frozenset[str]:
    """The origins of some assertions."""
    return frozenset(each.origin.key for each in told)


def firm_keys(told: Iterable[Assertion]) -> frozenset[str]:
    """The origins of some assertions that say so without reserve."""
    return keys(each for each in told if each.is_firm)
