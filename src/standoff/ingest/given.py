"""What the caller knows of a report better than its file does; it goes before what the file says.

Two things bound when a report was published, whoever gives it: it was before the moment at which a web archive kept the
page, which its address has; and a date with its year in its dateline, in a line that stamps it ("Created: ...") or in
its address is when it was written, even if the page was moved long after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from standoff.errors import InputError
from standoff.ingest import dates
from standoff.records.report import Report, Stamp, make_id

_ARCHIVED = re.compile(r"/web/(?P<day>\d{8})\d{0,6}(?:[a-z]{2}_)?/http")
_MOVED = 7  # days after its own date at which a report is no more published but moved
_OWN = ("dateline", "header", "url")


@dataclass(frozen=True, slots=True)
class Given:
    """Facts from outside: each replaces what the file says; ``published`` is a date as `dates.parse` reads it, and so
    is ``undated``, when the report was published if neither ``published`` nor the file tells."""

    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    captured: str | None = None
    undated: str | None = None

    def complete(self, report: Report) -> Report:
        """The report with these facts and its id. Raises `InputError` when a given date is none."""
        url = self.url or report.url
        report = replace(
            report,
            outlet=self.outlet or report.outlet,
            url=url,
            title=self.title or report.title,
            published=_published(_stamp(self.published, report.name), report.published, url)
            or _stamp(self.undated, report.name),
            captured=_stamp(self.captured, report.name) or report.captured,
        )
        made = make_id(report.rendition, report.outlet, report.url, report.published)
        return replace(report, id=self.id or made)


def _published(given: Stamp | None, told: Stamp | None, url: str | None) -> Stamp | None:
    """When a report was published: as given, else as it tells, else as its address does; as one of these has it when
    what is given is much later, and no later than a web archive kept it."""
    own = [each for each in (told, dates.in_address(url)) if each]
    moved = (each for each in own if given and each.basis in _OWN and _days_after(given, each) > _MOVED)
    stamp, kept = next(moved, None) or given or next(iter(own), None), _archived(url)
    return kept if stamp and kept and _days_after(stamp, kept) > 0 else stamp


def _days_after(one: Stamp, other: Stamp) -> int:
    """Days from one stamp to another before it; 0 where one of them is not known to the day."""
    try:
        return (date.fromisoformat(one.value[:10]) - date.fromisoformat(other.value[:10])).days
    except ValueError:
        return 0


def _archived(url: str | None) -> Stamp | None:
    """The day on which a web archive kept a page, as its address tells."""
    found = _ARCHIVED.search(url or "")
    return dates.stamp(found["day"], "address") if found else None


def _stamp(words: str | None, name: str) -> Stamp | None:
    if not words:
        return None
    made = dates.stamp(words, "given")
    if made is None:
        raise InputError(name, f"cannot be dated {words!r}", "give the date as 2024-06-16")
    return made
