"""Where quotations stand in a text, by their marks alone.

Invariant: quotations stand in order and do not overlap; none goes on over the end of a paragraph.
"""

from __future__ import annotations

import re

from standoff.records import Span

# The last four are “ and ” read as Windows-1252 instead of UTF-8, once with the unmapped byte lost.
_MARKS = re.compile(
    "[\"\u201c\u201d\u00ab\u00bb\u201e]|``|(?<!\\w)''|''(?!\\w)"
    "|\u00e2\u20ac\u0153|\u00e2\u20ac[\u009d\ufffd]|\n[ \\t]*\n"
)
_OPENING = frozenset(("\u201c", "\u00ab", "\u201e", "``", "\u00e2\u20ac\u0153"))
CLOSING = frozenset(("\u201d", "\u00bb", "''", "\u00e2\u20ac\u009d", "\u00e2\u20ac\ufffd"))


def quotation_spans(text: str) -> list[Span]:
    """Where quotations stand, marks included. Single quotation marks are left alone: they look like apostrophes."""
    found: list[Span] = []
    begun: int | None = None
    for match in _MARKS.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        if mark[0] == "\n":
            if begun is not None:
                found.append(Span(begun, start))
            begun = None
        elif begun is None:
            begun = start if _may_open(text, mark, end) or _opens(text, start, end) else None
        elif mark not in _OPENING and not _opens(text, start, end):
            found.append(Span(begun, end))
            begun = None
    return found


def _may_open(text: str, mark: str, end: int) -> bool:
    # A closing mark without an opening one is a leftover, not the start of a quotation to the end of the paragraph.
    return mark in _OPENING or (mark not in CLOSING and end < len(text))


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a straight mark stands as an opening one does. Within a quotation it is then only repeated, as
    newspapers do at each paragraph, also where the paragraphs have run together."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return text[start:end] in ('"', "''") and before in ("", " ", "\n", "(") and after.isalnum()
