"""Moments of publication on one scale."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

from standoff.records import Time
from standoff.settings import settings

_MONTH_OR_YEAR = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?")


def moment(iso: str | None) -> float | None:
    """Seconds since 1970 of an ISO date-time (UTC where it has no zone); ``None`` for a mere date or no time."""
    if iso is None or len(iso) <= 10:
        return None
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def ordinal(iso: str) -> int | None:
    """The day of an ISO date or date-time as a proleptic ordinal; ``None`` when it is none."""
    try:
        return date.fromisoformat(iso[:10]).toordinal()
    except ValueError:
        return None


def days_told(time: Time) -> tuple[int, int] | None:
    """First and last day of a time as ordinals, where it is told to within a week."""
    first, last = ordinal(time.start), ordinal(time.end)
    widest: int = settings("linking", "linking")["times"]["widest_days"]
    return (first, last) if first is not None and last is not None and 0 <= last - first <= widest else None


@lru_cache(maxsize=1 << 14)
def published(iso: str | None) -> datetime:
    """When something was published, as far as known (the first moment of its day, month or year), for sorting; no date
    comes last."""
    words = iso or ""
    if found := _MONTH_OR_YEAR.fullmatch(words):
        words = f"{found['year']}-{found['month'] or '01'}-01"
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
