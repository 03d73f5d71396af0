"""Lines of copied pages that belong to no report: menus, buttons, links to others, and what stands under the text.

Who copies a page copies these too, and a headline under "You may also like" would be read as news of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from standoff.ingest import captions
from standoff.ingest.lexicon import pattern, table
from standoff.records.report import PartKind, Span

_LINE = re.compile(r"\S[^\r\n]*")
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s*$")
_HEADLINE = 20  # words; a line under the text that has more is none


def is_furniture(text: str, line: Span) -> bool:
    """Whether a line is one of those that pages put around every text ("Advertisement", "Read also: …")."""
    words = _plain(text[slice(*line)])
    return words in _lines() or pattern("layout", "furniture", "patterns", end="$").match(words) is not None


def without_asides(words: str) -> str:
    """A line of the head without what pages say of themselves in it: "Updated 3 hours ago", "4 min read"."""
    return pattern("layout", "furniture", "asides").sub("", words)


def aside(text: str, line: Span) -> int:
    """Where the first thing that a page says of itself in a line begins; the end of the line without one."""
    found = pattern("layout", "furniture", "asides").search(text, *line)
    return found.start() if found else line.end


def parted(text: str, span: Span) -> Iterator[tuple[PartKind, Span]]:
    """A stretch of the body as what it says, the captions in it and what is furniture, in order."""
    at, end = span.start, span.start
    for found in _LINE.finditer(text, *span):
        line = Span(found.start(), found.start() + len(found[0].rstrip()))
        kind: PartKind | None = (
            "header" if is_furniture(text, line) else "caption" if captions.is_caption(text, line) else None
        )
        if kind:
            if end > at:
                yield "body", Span(at, end)
            yield kind, line
            at = line.end
        end = line.end
    if end > at:
        yield "body", Span(at, end)


def owner(text: str, line: Span) -> str | None:
    """Whose text it is by a line below it: "© 2031 Marrow Valley Courier. All rights reserved."."""
    found = pattern("layout", "furniture", "owners").match(text, *line)
    return " ".join(found["owner"].split()) if found else None


def tail(text: str, paragraphs: Sequence[Span]) -> int:
    """Where what stands under the text begins ("You may also like" and headlines): the end of the text without one.

    A line opens it that says so; no sentence may follow.
    """
    end = paragraphs[-1].end if paragraphs else 0
    begun = end
    for span in reversed(paragraphs):
        for line in reversed([Span(*found.span()) for found in _LINE.finditer(text, *span)]):
            words = text[slice(*line)].strip()
            if pattern("layout", "furniture", "tails", end="$").match(_plain(words)):
                begun = line.start
            elif not is_furniture(text, line) and (_SENTENCE.search(words) or len(words.split()) > _HEADLINE):
                return begun
    return end  # the text is no more than that


def _plain(words: str) -> str:
    return " ".join(words.strip(" \t:!>»›|").lower().split())


@cache
def _lines() -> frozenset[str]:
    return frozenset(table("layout")["furniture"]["lines"])
