"""Pages without an extractor: one linear pass over the tags, for pages that no tree should be built of.

Also what guards the extractor (`is_too_large`, `is_too_deep`) and the captions that it leaves out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from standoff.ingest.lexicon import table

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,30})(?P<rest>[^<>]*)>")
_CODE = re.compile(r"<(script|style)\b", re.IGNORECASE)
_QUOTED = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_ASIDE = "ancestor::aside or ancestor::nav or ancestor::footer or ancestor::header[not(ancestor::article)]"
_WITHIN = "ancestor::article or ancestor::main or ancestor::*[@itemprop='articleBody']"
_CAPTIONS = f"//figcaption[({_WITHIN}) and not({_ASIDE})]"


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(table("html")["elements"][kind])


def is_too_large(source: str) -> bool:
    """Whether a page has more tags, or a tag with more attributes, than a tree is built of. Linear in its length."""
    limits = table("html")["limits"]
    if source.count("<") > 2 * limits["elements"]:
        return True
    # libxml2 compares each attribute with all before it.
    tags = _QUOTED.sub("=", "".join(_without_code(source)))
    return re.search(rf"<[a-zA-Z][^<>]{{{limits['tag']},}}", tags) is not None


def _without_code(source: str) -> Iterator[str]:
    """A page without what stands in its scripts and styles; the rest of it after one that is never closed."""
    lower, at = source.lower(), 0
    for found in _CODE.finditer(source):
        if found.start() < at:
            continue
        yield source[at : found.start()]
        end = lower.find(f"</{found[1].lower()}", found.end())
        at = len(source) if end < 0 else end
    yield source[at:]


def is_too_deep(tree: Any) -> bool:
    """Whether an lxml tree has more elements, or more levels, than the extractor takes in reasonable time."""
    from lxml.etree import iterwalk

    limits = table("html")["limits"]
    depth = count = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > limits["depth"] or count > limits["elements"]:
            return True
    return False


def paragraphs(source: str) -> list[str]:
    """All visible text of a page, one string a block, white space made single. Linear in the page's length."""
    pieces: list[str] = []
    for words, breaks in _runs(source):
        if breaks:
            pieces.append("\n")
        pieces.append(_unescaped(words).replace("\n", " "))
    lines = "".join(pieces).split("\n")
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _runs(source: str) -> Iterator[tuple[str, bool]]:
    """Text between tags, and whether a new block begins before it; comments and what is no text left out."""
    lower, at, breaks = source.lower(), 0, False
    while at < len(source):
        start = source.find("<", at)
        if start < 0:
            yield source[at:], breaks
            return
        if start > at:
            yield source[at:start], breaks
            breaks = False
        at, block = _after(source, lower, start)
        breaks = breaks or block
        if at == start:  # a "<" that opens nothing is text
            yield "<", breaks
            at, breaks = start + 1, False


def _after(source: str, lower: str, start: int) -> tuple[int, bool]:
    """Where the tag, comment or unread element at ``start`` ends, and whether it ends a block."""
    if source.startswith("<!--", start):
        end = source.find("-->", start + 4)
        return (len(source) if end < 0 else end + 3), False
    tag = _TAG.match(source, start)
    if not tag:
        is_markup = source.startswith(("<!", "<?", "</"), start)
        end = source.find(">", start) if is_markup else start - 1
        return (len(source) if end < 0 and is_markup else end + 1), False
    name = tag["name"].lower()
    if name in _names("skipped") and not tag["end"]:
        end = lower.find(f"</{name}", tag.end())
        return (len(source) if end < 0 else end), True
    return tag.end(), name in _names("block")


def _unescaped(words: str) -> str:
    try:
        return html.unescape(words)
    except ValueError:  # a character reference with thousands of digits
        return words


def captions(tree: Any) -> list[str]:
    """The captions of the article's pictures (an lxml tree), in order, each once; teasers' captions left out."""
    limits = table("html")["limits"]
    found: dict[str, None] = {}
    for element in tree.xpath(_CAPTIONS):
        words = " ".join("".join(element.itertext()).split())
        if len(words) <= limits["caption"] and len(words.split()) >= limits["caption_words"]:
            found.setdefault(words)
    return list(found)[: limits["captions"]]
