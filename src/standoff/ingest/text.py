"""Plain text to a report. The rendition is the decoded text as it stands, so spans index the file's own characters."""

from __future__ import annotations

from standoff.ingest import dateline, layout
from standoff.ingest.decode import text_of
from standoff.ingest.given import Given
from standoff.ingest.raw import Raw
from standoff.records.report import Rendition, Report

EXTRACTOR, VERSION = "plain", "1"


def read(raw: Raw, given: Given) -> Report:
    """The report that a plain text file holds. Raises `InputError` when it is no text."""
    text = text_of(raw, declared=False)
    found = layout.read(text)
    stamps = found.stamps
    return given.complete(
        Report(
            id="",
            rendition=Rendition(text, EXTRACTOR, VERSION),
            parts=found.parts(),
            name=raw.name,
            outlet=layout.outlet(found),
            url=found.facts.get("url"),
            title=found.facts.get("title"),
            byline=found.facts.get("byline"),
            dateline=found.dateline,
            published=stamps.get("published") or stamps.get("modified") or stamps.get("issued"),
            modified=stamps.get("modified"),
            captured=stamps.get("captured"),
            raw_sha256=raw.sha256,
            media_type="text/plain",
            language=found.facts.get("language"),
            items=dateline.further(text),
        )
    )
