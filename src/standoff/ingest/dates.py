"""Dates and times as headers, pages, their addresses and datelines write them, to ISO 8601 with their precision.

Pure: no clock, so nothing relative ("yesterday") is read, and a date without a year gives nothing.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache

from standoff.ingest.lexicon import table
from standoff.records.report import Precision, Stamp

_FIRST_YEAR, _LAST_YEAR = 1605, 2199  # the first newspaper's year; pages with no date write 0001-01-01
_WIDEST = 14  # hours that a clock is set before or behind UTC, at most: Line Islands
_LONGEST = 80  # characters; no date is longer, and what is longer is not tried
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ]+(?P<hour>\d\d?):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<zone>Z|[+-]\d\d:?\d\d|[+-]\d\d|[A-Za-z]{2,4})?)?)?"
)
_IN_PATH = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d?)/(?P<day>\d\d?)(?=[/.]|$)"
    r"|[/-](?P<year_>(?:19|20)\d\d)[/-](?P<month_>\d\d)[/-](?P<day_>\d\d)(?=[/\-_.]|$)"
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)")


def months() -> str:
    """The names of months as alternatives of a pattern, the longest first."""
    return "|".join(sorted(table("dates")["months"], key=len, reverse=True))


def _day() -> str:
    name = rf"(?P<name{{n}}>{months()})\.?"
    weekday = rf"(?:(?:{'|'.join(table('dates')['weekdays']['names'])})\.?\s*,?\s+)?"
    year = r"(?P<year{n}>\d{{4}}|\d\d(?!\s*:))"
    forms = (
        rf"{name}\s*(?P<day{{n}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?\s*,?\s+{year}",
        rf"(?P<day{{n}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?[ -]*{name},?[ -]+{year}",
        r"(?P<first{n}>\d{{1,2}})\s*/\s*(?P<second{n}>\d{{1,2}})\s*/\s*(?P<year{n}>\d{{4}}|\d\d)",
        r"(?P<year{n}>\d{{4}})/(?P<month{n}>\d\d?)/(?P<day{n}>\d\d?)",
        r"(?<!\d)(?P<year{n}>\d{{4}})-(?P<month{n}>\d\d)-(?P<day{n}>\d\d)",
        r"(?<!\d)(?P<day{n}>\d\d?)\.(?P<month{n}>\d\d?)\.(?P<year{n}>\d{{4}})",
    )
    return weekday + "(?:" + "|".join(form.format(n=n) for n, form in enumerate(forms)) + ")"


def _clock() -> str:
    zones = "|".join(sorted(table("dates")["zones"], key=len, reverse=True))
    return (
        r"(?P<hour>\d{1,2})\s*[:.]\s*(?P<minute>\d\d)(?:\s*:\s*(?P<sec>\d\d))?(?:\s*(?P<half>[ap])\.?\s*m\b\.?)?"
        rf"(?:\s*(?P<zone>[+-]\d\d:?\d\d|(?:{zones})\b))?"
    )


@cache
def moment() -> re.Pattern[str]:
    """A written date with its year, with a clock time before or after it or none. Case does not matter."""
    clock, later = _clock(), re.sub(r"\?P<(\w+)>", r"?P<\1_>", _clock())
    return re.compile(
        rf"(?:{clock}\s*,?\s+)?{_day()}(?:\s*(?:,|\||/|T|-|–|(?:last\s+)?(?:updated\s+)?\bat\b)?\s*{later})?",
        re.IGNORECASE,
    )


@cache
def month_of_year() -> re.Pattern[str]:
    """A written month with its year: "May 2024"."""
    return re.compile(rf"(?P<name>{months()})\.?,?\s+(?P<year>\d{{4}})", re.IGNORECASE)


def parse(words: str) -> tuple[str, Precision] | None:
    """ISO 8601 value and precision of a date or moment, or ``None`` when it is none or its day is ambiguous."""
    words = words.strip()
    if not words or len(words) > _LONGEST:
        return None
    if found := _ISO.fullmatch(words):
        return _made(found.groupdict())
    if found := _COMPACT.fullmatch(words):
        return _made(found.groupdict())
    found = moment().fullmatch(words) or month_of_year().fullmatch(words)
    return _made(_parts(found)) if found else None


def stamp(words: str, basis: str) -> Stamp | None:
    """The date as a `Stamp`, or ``None`` where `parse` gives nothing."""
    found = parse(words)
    return Stamp(*found, basis) if found else None


def in_address(url: str | None) -> Stamp | None:
    """The day that the path of an address has: ".../2016/06/25/...", ".../2016-06-25-..."."""
    found = _IN_PATH.search(url or "")
    if not found:
        return None
    year, month, day = (found[name] or found[f"{name}_"] for name in ("year", "month", "day"))
    return stamp(f"{year}-{month:0>2}-{day:0>2}", "url")


def _parts(found: re.Match[str]) -> dict[str, str | None]:
    """One value a key, whichever way the date was written."""
    parts: dict[str, str | None] = {}
    for key, value in found.groupdict().items():
        if value is not None:
            parts[key.rstrip("_0123456789")] = value
    if "first" in parts:
        parts["day"], parts["month"] = _order(int(parts["first"] or 0), int(parts.pop("second") or 0), parts)
    parts["second"] = parts.pop("sec", None)
    return parts


def _order(first: int, second: int, parts: dict[str, str | None]) -> tuple[str | None, str | None]:
    """Day and month of 04/09/2012: month first where the clock has a.m. or p.m. (US), else only if plain."""
    if first > 12 or first == second:
        return str(first), str(second)
    if second > 12 or parts.get("half"):
        return str(second), str(first)
    return None, None


def _made(parts: dict[str, str | None]) -> tuple[str, Precision] | None:
    """ISO 8601 from year, month or name, day, hour, minute, second, half and zone. ``None`` if there is no such day."""
    year, month = _year(parts["year"] or ""), int(parts.get("month") or _month(parts.get("name")))
    hour = _hour(parts.get("hour"), parts.get("half"))
    minute, second = int(parts.get("minute") or 0), int(parts.get("second") or 0)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        # Without a zone on purpose: the zone stays as it is written, or unknown.
        when = datetime(year, month, int(parts.get("day") or 1), hour or 0, minute, second).isoformat()  # noqa: DTZ001
    except ValueError:
        return None
    if parts.get("day") is None:
        return (when[:7], "month") if "first" not in parts else None
    if hour is None:
        return when[:10], "day"
    zone = _zone(parts.get("zone"))
    return (f"{when}{zone}", "second") if parts.get("second") else (f"{when[:16]}{zone}", "minute")


def _year(digits: str) -> int:
    """Two digits as POSIX has them: 69 to 99 are of the twentieth century."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year > 68 else 2000)


def _month(name: str | None) -> int:
    months: dict[str, int] = table("dates")["months"]
    return months.get((name or "").lower(), 0)


def _hour(digits: str | None, half: str | None) -> int | None:
    if digits is None:
        return None
    hour = int(digits)
    return hour % 12 + (12 if half.lower() == "p" else 0) if half and hour <= 12 else hour


def _zone(words: str | None) -> str:
    """The offset from UTC; nothing for a zone that is not known or cannot be."""
    if not words:
        return ""
    if words[0] in "+-":
        hours, minutes = int(words[1:3]), int(words[3:].lstrip(":") or 0)
        possible = hours * 60 + minutes <= _WIDEST * 60 and minutes < 60
        return f"{words[0]}{hours:02}:{minutes:02}" if possible else ""
    return str(table("dates")["zones"].get(words.lower(), ""))
