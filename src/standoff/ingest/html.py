"""HTML to a report: trafilatura finds the body, JSON-LD and meta elements tell of it.

The rendition is the title, the paragraphs of the body, and the captions that the body leaves out, each set apart by a
blank line. Hostile pages cost bounded time: a page too deep or too large for a tree is read by a simple linear pass,
and so is one that trips the extractor. Nothing is fetched and no entity of a page's own is expanded.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from typing import Any

from standoff.errors import EmptyInput
from standoff.ingest import dateline, layout, page_facts, page_plain
from standoff.ingest.decode import text_of, too_long
from standoff.ingest.given import Given
from standoff.ingest.lexicon import table
from standoff.ingest.raw import Raw
from standoff.records.report import Rendition, Report

_OUR_VERSION = "1"
_PLAIN = "plain-html"
_START = re.compile(
    rb"\s*(?:(?><!--.{0,2000}?-->)\s*)*+<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL
)
_XHTML = re.compile(rb"\s*<\?xml[^<>]{0,200}\?>\s*(?:<!DOCTYPE\s+html|<html)[\s>]", re.IGNORECASE)
_SUBSET = re.compile(
    r"\A(?P<first>(?>.*?<!DOCTYPE))[^<>\[\]]{0,300}\[[^\]]{0,100000}\]\s*>", re.IGNORECASE | re.DOTALL
)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_TAGS = re.compile(rb"<(?:meta|script|title|link|div|p|article|body)[\s>/]", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LOUD = ("trafilatura", "htmldate", "charset_normalizer")  # they log each oddity of a page as a warning
for _name in _LOUD:
    logging.getLogger(_name).addHandler(logging.NullHandler())
_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Body:
    """What an extraction gives: paragraphs, captions, those not among the paragraphs, what made it, the facts."""

    paragraphs: list[str]
    captions: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    extractor: str = _PLAIN
    version: str = _OUR_VERSION
    facts: page_facts.Facts = field(default_factory=page_facts.Facts)


def looks_so(data: bytes) -> bool:
    """Whether the first bytes are those of an HTML document: its opening, or a head's and body's tags in number."""
    head = data[:4096]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    head = head.replace(b"\0", b"")
    if _START.match(head) or _XHTML.match(head):
        return True
    return (
        head.lstrip().startswith(b"<")
        and not head.lstrip().startswith(b"<?xml")
        and len(_TAGS.findall(head)) >= 3
    )


def read(raw: Raw, given: Given) -> Report:
    """The report that an HTML page holds. Raises `EmptyInput` when it has no text, `InputError` when too much."""
    source = _without_xml(text_of(raw, declared=True))
    body = _extracted(source, raw.name) or Body(page_plain.paragraphs(source))
    text, title = _rendition(body)
    if not text:
        raise EmptyInput(
            raw.name, "has no text in its page", "pages that are made by a script must be saved as shown"
        )
    if len(text) > raw.limits.text_chars:
        raise too_long(raw)
    found = layout.read(text, title=title, pictured=frozenset(body.captions))
    facts = body.facts
    return given.complete(
        Report(
            id="",
            rendition=Rendition(text, body.extractor, body.version),
            parts=found.parts(),
            name=raw.name,
            outlet=facts.outlet or layout.outlet(found),
            url=facts.url,
            title=title or facts.title or found.facts.get("title"),
            byline=facts.byline or found.facts.get("byline"),
            dateline=found.dateline,
            published=facts.published or found.stamps.get("published"),
            modified=facts.modified or found.stamps.get("modified"),
            raw_sha256=raw.sha256,
            media_type="text/html",
            language=facts.language,
            items=dateline.further(text),
        )
    )


def _without_xml(source: str) -> str:
    """A page without what only XML has, which would be taken for its words: declarations of its own, marks of CDATA."""
    return _CDATA.sub(" ", _SUBSET.sub(r"\g<first> html>", source))


def _rendition(body: Body) -> tuple[str, str]:
    """The text, and the title that it begins with ("" for none)."""
    title = (body.facts.title or "")[: table("html")["limits"]["title"]]
    paragraphs = [part for part in body.paragraphs if part != title]
    if not paragraphs and not body.added:
        return "", ""
    return "\n\n".join(filter(None, [title, *paragraphs, *body.added])), title


def _extracted(source: str, name: str) -> Body | None:
    """What trafilatura makes of a page, or ``None`` where it cannot or must not try."""
    if page_plain.is_too_large(source):
        _logger.info("%s: too large for a tree, read plainly", name)
        return None
    try:
        return _with_trafilatura(source)
    except Exception:
        _logger.info("%s: trips the extractor, read plainly", name, exc_info=True)
        return None


def _with_trafilatura(source: str) -> Body | None:
    import trafilatura

    tree = trafilatura.load_html(source)
    if tree is None or page_plain.is_too_deep(tree):
        return None
    facts = page_facts.read(tree, source)
    captions = page_plain.captions(tree)
    paragraphs = _paragraphs(tree)
    if not paragraphs:
        return Body(page_plain.paragraphs(source), facts=facts)
    within = set(paragraphs)
    added = [caption for caption in captions if caption not in within]
    return Body(
        paragraphs, captions, added, "trafilatura", f"{trafilatura.__version__}+{_OUR_VERSION}", facts
    )


def _paragraphs(tree: Any) -> list[str]:
    """The paragraphs of the body, without comments below it; each on one line."""
    import trafilatura

    for fast in (True, False):
        found: Any = trafilatura.bare_extraction(tree, fast=fast, include_comments=False)
        if found is not None and found.text:
            return [line for line in map(str.strip, found.text.splitlines()) if line]
    return []
