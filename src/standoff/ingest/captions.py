"""Captions: paragraphs that say what a picture shows, told by a photo credit or by how they begin."""

from __future__ import annotations

from standoff.ingest.lexicon import agency, pattern, table
from standoff.records.report import Span

_TAIL = 160  # characters; a credit is no longer


def is_caption(text: str, span: Span) -> bool:
    """Whether a paragraph is a caption: it begins as one or ends in a photo credit, and is not too long for one."""
    if span.end - span.start > table("layout")["captions"]["longest"]:
        return False
    if pattern("layout", "captions", "starts").match(text, span.start, span.end):
        return True
    tail = text[max(span.start, span.end - _TAIL) : span.end]
    return pattern("layout", "captions", "ends", end=r"\s*$").search(tail) is not None


def agency_of(text: str, span: Span) -> str | None:
    """The agency that a caption credits with the picture ("(AP Photo)"), or ``None``."""
    found = pattern("layout", "captions", "credits").search(text, *span)
    return agency(found[1]) if found else None
