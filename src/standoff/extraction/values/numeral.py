"""A number as words say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numeral:
    """Words ``first`` up to but not ``last`` that say a number; ``None`` is an open end.

    ``core`` is where the number itself begins, after words such as "at least"; ``entries`` are the keys of
    ``numbers.toml`` that gave the interval, bounds first.
    """

    first: int
    last: int
    core: int
    low: int | None
    high: int | None
    approx: bool = False
    entries: tuple[str, ...] = ()
