"""The exact words of a claim, with a little of what stands around them.

Invariant: the marked pieces are the report's text at the claim's own offsets; what is left out is an ellipsis.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from standoff.records import Reading, Span

AROUND = 60  # characters of context on either side: some ten words, enough to see who did what to whom
LONGEST = 240  # characters of one marked piece; about three lines of a page
ELLIPSIS = "…"
MARKS = ("«", "»")

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quote; ``marked`` are those that carry the value."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Pieces in text order, and the spans that the marked ones stand for (untrimmed)."""

    spans: tuple[Span, ...]
    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        """The words on one line, those that carry the value between `MARKS`."""
        told = (f"{MARKS[0]}{piece.text}{MARKS[1]}" if piece.marked else piece.text for piece in self.pieces)
        return " ".join("".join(told).split())


class Quoter:
    """Makes quotes from one reading; context stays in the sentence, paragraph and part."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.report.text
        parts = {
            bound for part in reading.report.parts for bound in part.span if 0 <= bound <= len(self.text)
        }
        found = {*_sentence_bounds(reading), *_paragraph_bounds(self.text)}
        self.bounds = sorted({0, len(self.text), *parts, *found})

    def quote(self, spans: Iterable[Span]) -> Quote:
        """The words at ``spans`` (in any order, perhaps overlapping), each marked, with context at both ends."""
        found = tuple(sorted(span for span in spans if 0 <= span.start < span.end <= len(self.text)))
        merged = _merged(found)
        if not merged:
            return Quote((), ())
        pieces = [Piece(self._before(merged[0].start))]
        for span, following in zip(merged, [*merged[1:], None], strict=True):
            pieces.append(Piece(_shortened(span.quote(self.text)), marked=True))
            if following:
                pieces.append(Piece(self._between(span.end, following.start)))
        pieces.append(Piece(self._after(merged[-1].end)))
        return Quote(found, tuple(piece for piece in pieces if piece.text))

    def _before(self, end: int) -> str:
        start = max(self.bounds[bisect_right(self.bounds, end) - 1], 0)
        words = self.text[start:end].lstrip()
        return words if len(words) <= AROUND else ELLIPSIS + _last_words(words, AROUND)

    def _after(self, start: int) -> str:
        place = bisect_right(self.bounds, start - 1) if start else 0
        end = self.bounds[min(place, len(self.bounds) - 1)]
        words = self.text[start:end].rstrip()
        return words if len(words) <= AROUND else _first_words(words, AROUND) + ELLIPSIS

    def _between(self, start: int, end: int) -> str:
        words = self.text[start:end]
        if len(words) <= 2 * AROUND:
            return words
        half = AROUND // 2
        return f"{_first_words(words, half)} {ELLIPSIS} {_last_words(words, half)}"


def _sentence_bounds(reading: Reading) -> Iterable[int]:
    words = reading.words
    for first, _ in words.sentences.tolist():
        if first < len(words):
            yield int(words.offsets[first, 0])


def _paragraph_bounds(text: str) -> Iterable[int]:
    return (found.end() for found in _PARAGRAPH.finditer(text))


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _shortened(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    half = LONGEST // 2
    return f"{_first_words(words, half)} {ELLIPSIS} {_last_words(words, half)}"


def _first_words(words: str, most: int) -> str:
    """The longest start of at most ``most`` characters that ends at a word's end; a very long word is cut."""
    cut = words[:most]
    if not words[most].isspace():
        space = max(cut.rfind(" "), cut.rfind("\n"))
        cut = cut[:space] if space > 0 else cut
    return cut.rstrip()


def _last_words(words: str, most: int) -> str:
    """As `_first_words`, from the end."""
    cut = words[-most:]
    if not words[-most - 1].isspace():
        spaces = [place for place in (cut.find(" "), cut.find("\n")) if place >= 0]
        cut = cut[min(spaces) + 1 :] if spaces and min(spaces) + 1 < len(cut) else cut
    return cut.lstrip()
