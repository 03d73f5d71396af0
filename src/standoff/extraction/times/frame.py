"""Periods of days, and the frame that a time expression is read in.

Invariant: a period's first day is never after its last day, and both are days of the Gregorian calendar.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from standoff.records.explanation import Reason

Grain = Literal["day", "night", "weekend", "week", "month", "season", "year", "decade", "span"]
Tense = Literal["past", "future", "planned"] | None


@dataclass(frozen=True, slots=True)
class Period:
    """Days ``first`` to ``last``, both included, and the unit that the words name; a night begins on its first day.

    ``why`` are the rules that gave it.
    """

    first: date
    last: date
    grain: Grain = "day"
    why: tuple[Reason, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it begins ({self.first})")


@dataclass(frozen=True, slots=True)
class Frame:
    """What the words are counted from: the day ``base``, the tense, the time last spoken of.

    ``exact`` is false when only the month or year of ``base`` is known: then days counted from it are unknown.
    """

    base: date
    tense: Tense = None
    anchor: Period | None = None
    exact: bool = True

    def back(self, base: date) -> Frame:
        """The same words counted back from another day."""
        return Frame(base, "past", self.anchor, exact=True)

    def floats(self) -> bool:
        """Whether what counts on has nothing to count from: no time was spoken of, and what is told is not to come."""
        return self.anchor is None and self.tense not in ("future", "planned")

    def reference(self) -> Period:
        """The time last spoken of, or else the base."""
        return self.anchor or Period(self.base, self.base)


def day(at: date, grain: Grain = "day") -> Period:
    """One day as a period."""
    return Period(at, at, grain)


def month(year: int, number: int) -> Period:
    """A calendar month; ``number`` may run over the year's end either way (0 is December of the year before)."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def week(at: date) -> Period:
    """Monday to Sunday around a day."""
    monday = at - timedelta(days=at.weekday())
    return Period(monday, monday + timedelta(days=6), "week")


def months_from(at: date, count: int) -> date:
    """The same day ``count`` months on, or that month's last day."""
    there = month(at.year, at.month + count)
    return there.first.replace(day=min(at.day, there.last.day))


def shifted(at: date, unit: str, count: int) -> date:
    """The day ``count`` units after ``at``. ``unit`` is hour, day, fortnight, week, month, year or decade."""
    if unit in ("month", "year", "decade"):
        return months_from(at, count * {"month": 1, "year": 12, "decade": 120}[unit])
    return at + timedelta(days=count * {"hour": 0, "day": 1, "fortnight": 14, "week": 7}[unit])


def weekday_beside(at: date, weekday: int, way: int) -> date:
    """The first such weekday (0 is Monday) after a day, or of ``way`` -1 the last before it."""
    return at + timedelta(days=way * ((way * (weekday - at.weekday()) - 1) % 7 + 1))


def nth_weekday(within: Period, weekday: int, nth: int) -> date:
    """The so-many-th such weekday (0 is Monday) of a stretch; of -1 the last. Raises `ValueError` where it has none."""
    edge = within.last + timedelta(days=1) if nth < 0 else within.first - timedelta(days=1)
    way = -1 if nth < 0 else 1
    found = weekday_beside(edge, weekday, way) + timedelta(days=7 * (nth - way))
    if not within.first <= found <= within.last:
        raise ValueError(f"no weekday {weekday} number {nth} from {within.first} to {within.last}")
    return found


def around(at: date, unit: str) -> Period:
    """The unit that holds a day: "two years ago" is a whole year, "three weeks ago" a day."""
    if unit == "month":
        return month(at.year, at.month)
    return year(at.year) if unit in ("year", "decade") else day(at)
