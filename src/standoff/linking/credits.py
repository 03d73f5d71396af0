"""Which agencies a report credits with its text: in its dateline, its byline, or a line of its own at either end."""

from __future__ import annotations

import re

from standoff.ingest.lexicon import agency
from standoff.records import Report

_DECORATION = re.compile(r"^[\s—–\-(\[/©]+|[\s)\]./]+$")
_BY = re.compile(r"^(?:by|from|source|credit)s?\s*:?\s+", re.IGNORECASE)
_LONGEST = 120  # characters of a line that is a credit
_ENDS = 3  # lines at either end of a text where credits stand


def credits_of(report: Report) -> tuple[str, ...]:
    """Names of the agencies credited, sorted; the outlet itself is not among them."""
    named = {report.dateline.agency} if report.dateline and report.dateline.agency else set()
    named |= {found for line in _lines(report) if (found := _credited(line))}
    own = agency(report.outlet or "")
    return tuple(sorted(name for name in named if name not in (own, report.outlet)))


def _lines(report: Report) -> list[str]:
    lines = [line for line in report.text.splitlines() if line.strip()]
    byline = [report.byline] if report.byline else []
    return byline + lines[:_ENDS] + lines[-_ENDS:]


def _credited(line: str) -> str | None:
    return agency(_BY.sub("", _DECORATION.sub("", line))) if len(line) <= _LONGEST else None


def same_agency(outlet: str | None, credit: str) -> bool:
    """Whether an outlet is the agency of that name."""
    return bool(outlet) and (agency(outlet or "") or outlet) == credit
