"""Words that are no figures and yet say how many: "several", "at least", "or more", "to"; from ``numbers.toml``.

Invariant: of the phrases of a table that begin at a word, the longest is found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TypeVar

from standoff.extraction.lexicon import section

_Said = TypeVar("_Said")


@dataclass(frozen=True, slots=True)
class Bound:
    """What a phrase beside a number does to its ends; ``None`` opens one."""

    low: int | None
    high: int | None
    approx: bool
    entry: str

    def apply(self, low: int | None, high: int | None, approx: bool) -> tuple[int | None, int | None, bool]:
        """The ends of a number with the phrase beside it, and whether it is only about right."""
        below = None if self.low is None or low is None else low + self.low
        above = None if self.high is None or high is None else high + self.high
        return below, above, approx or self.approx


class Phrases(dict[str, _Said]):
    """What phrases say; ``longest`` has the words that they begin with, and how long the longest of each is."""

    def __init__(self, phrases: Mapping[str, _Said]) -> None:
        super().__init__(phrases)
        self.longest: dict[str, int] = {}
        for phrase in phrases:
            first, *rest = phrase.split()
            self.longest[first] = max(self.longest.get(first, 0), 1 + len(rest))


def longest_at(lower: Sequence[str], at: int, last: int, phrases: Phrases[_Said]) -> str:
    """The longest of the phrases that stands at a word, or the empty string."""
    if at >= last:
        return ""
    longest = phrases.longest.get(lower[at])
    for size in range(min(longest, last - at), 0, -1) if longest else ():
        text = " ".join(lower[at : at + size])
        if text in phrases:
            return text
    return ""


@cache
def intervals() -> Phrases[tuple[int, int | None]]:
    """Phrases that are numbers by themselves, with their ends: "several"."""
    return Phrases(
        {
            words: (low, None if high < 0 else high)
            for words, (low, high) in section("numbers", "intervals").items()
        }
    )


@cache
def shares() -> Phrases[Fraction]:
    """Parts of a number that is told behind them: "half"."""
    return Phrases({words: Fraction(*part) for words, part in section("numbers", "shares").items()})


@cache
def joins() -> Phrases[None]:
    """What stands between the ends of a range."""
    return Phrases(dict.fromkeys(section("numbers", "ranges")["joins"]))


@cache
def bounds_before() -> Phrases[Bound]:
    """What stands before a number: "at least"."""
    return _bound_table("before")


@cache
def bounds_after() -> Phrases[Bound]:
    """What stands after a number: "or more"."""
    return _bound_table("after")


def _bound_table(key: str) -> Phrases[Bound]:
    return Phrases(
        {
            words: Bound(row.get("low"), row.get("high"), row.get("approx", False), f"{key}.{words}")
            for row in section("numbers", key)
            for words in row["words"]
        }
    )
