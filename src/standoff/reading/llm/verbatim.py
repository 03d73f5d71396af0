"""Finds words in a report's text, letter for letter.

Only the shape of white space and of quotation marks may differ, since models straighten both. Invariant: a place that
is found begins and ends where words do, and what it holds is the report's own text.
"""

from __future__ import annotations

import re

from standoff.records import Report, Span

_MARKS = str.maketrans("‘’‛`´“”„«»", "'''''\"\"\"\"\"")
_WALL = "\0"  # stands for what may not be quoted, so that no words reach across it


class Verbatim:
    """The text of a report, without the parts of the kinds that are left out, ready to be searched."""

    def __init__(self, report: Report, left_out: tuple[str, ...]) -> None:
        text = report.text
        for part in report.parts:
            if part.kind in left_out:
                first, last = part.span
                text = text[:first] + _WALL * (last - first) + text[last:]
        self.shown = re.sub(f"{_WALL}+", "\n", text).strip()
        self._folded, self._places = _folded(text)

    def all(self, words: str) -> list[Span]:
        """Every place where the words stand; none for no words."""
        sought = _folded(words.replace(_WALL, " "))[0].strip()
        found: list[Span] = []
        at = self._folded.find(sought) if sought else -1
        while at >= 0:
            end = at + len(sought)
            if self._whole(at, end):
                found.append(Span(self._places[at], self._places[end - 1] + 1))
            at = self._folded.find(sought, end)
        return found

    def one(self, words: str, context: str = "") -> Span | None:
        """Where the words stand in the first place of their context; without one, where they stand if only there."""
        found = self.all(words)
        around = self.all(context)
        if around:
            return next((span for span in found if around[0].holds(span)), None)
        return found[0] if len(found) == 1 else None

    def _whole(self, first: int, last: int) -> bool:
        text = self._folded
        return not (text[first - 1 : first].isalnum() and text[first].isalnum()) and not (
            text[last : last + 1].isalnum() and text[last - 1].isalnum()
        )


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with single spaces and straight marks, and where each of its characters stood."""
    places = [at for at, char in enumerate(text) if not (char.isspace() and at and text[at - 1].isspace())]
    folded = "".join(" " if text[at].isspace() else text[at] for at in places)
    return folded.translate(_MARKS), places
