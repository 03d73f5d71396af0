"""What the caller knows of a report better than its file does; it goes before what the file says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from standoff.errors import InputError
from standoff.ingest import dates
from standoff.records.report import Report, Stamp, make_id


@dataclass(frozen=True, slots=True)
class Given:
    """Facts from outside: each replaces what the file says; ``published`` is a date as `dates.parse` reads it."""

    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    captured: str | None = None

    def complete(self, report: Report) -> Report:
        """The report with these facts and its id. Raises `InputError` when a given date is none."""
        report = replace(
            report,
            outlet=self.outlet or report.outlet,
            url=self.url or report.url,
            title=self.title or report.title,
            published=_stamp(self.published, report.name) or report.published,
            captured=_stamp(self.captured, report.name) or report.captured,
        )
        made = make_id(report.rendition, report.outlet, report.url, report.published)
        return replace(report, id=self.id or made)


def _stamp(words: str | None, name: str) -> Stamp | None:
    if not words:
        return None
    made = dates.stamp(words, "given")
    if made is None:
        raise InputError(name, f"cannot be dated {words!r}", "give the date as 2024-06-16")
    return made
