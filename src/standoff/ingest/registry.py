"""Every format that is read, in the order in which they are tried, and the way from a file to a `Report`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from standoff.errors import InputError
from standoff.ingest import html, text
from standoff.ingest.given import Given
from standoff.ingest.raw import DEFAULT, Limits, Raw, take, unpacked
from standoff.records.report import Report


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: how it is told (endings of names, and first bytes) and the function that reads it."""

    name: str
    suffixes: frozenset[str]
    sniff: Callable[[bytes], bool]
    read: Callable[[Raw, Given], Report]


FORMATS = (
    Format("html", frozenset({".html", ".htm", ".xhtml", ".shtml"}), html.looks_so, html.read),
    Format("text", frozenset({".txt", ".text", ".md", ".asc", ""}), lambda _: True, text.read),
)

# Files that are plainly something else when the caller names one; a folder's are passed over.
_DATA = {
    ".json": "is JSON data, not a report",
    ".jsonl": "is JSON data, not a report",
    ".xml": "is XML data, not a report",
    ".csv": "is a table, not a report",
}
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|feed|rdf:RDF|svg|newsItem|nitf)\b")
SIDE_FILES = frozenset(_DATA)


def load_bytes(
    data: bytes, name: str = "", *, given: Given | None = None, limits: Limits = DEFAULT
) -> Report:
    """The report that some bytes hold.

    ``name`` is what the report is called in messages, and its ending helps to tell the format (content goes first);
    ``given`` holds facts that go before what the bytes say. Raises `EmptyInput` or `InputError`.
    """
    name = name or "(bytes)"
    raw = unpacked(data, name, limits)
    return _format(raw).read(raw, given or Given())


def load(path: str | Path, *, given: Given | None = None, limits: Limits = DEFAULT) -> Report:
    """The report in a file (plain text or HTML, or either in gzip). Raises `EmptyInput` or `InputError`."""
    try:
        with Path(path).open("rb") as stream:
            data = take(stream, str(path), limits)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            str(path), f"cannot be read: {reason}", "check the name and who may read it"
        ) from error
    return load_bytes(data, str(path), given=given, limits=limits)


def _format(raw: Raw) -> Format:
    """By content where it is plain, else by the ending of the name, else plain text."""
    for form in FORMATS[:-1]:
        if form.sniff(raw.data):
            return form
    found = next((form for form in FORMATS if raw.suffix in form.suffixes), FORMATS[-1])
    data = _DATA.get(raw.suffix) or (_DATA[".xml"] if found is FORMATS[-1] and _XML.match(raw.data) else None)
    if data:
        raise InputError(raw.name, data, "only text and HTML are read")
    return found
