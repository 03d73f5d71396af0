"""Readings of any text, for Hypothesis: control characters, markup, quotes, very long words, overlapping spans.

Hypothesis draws the text and one number; all else is picked from that number, which is a hundred times as quick as
drawing each field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Literal, TypeVar, get_args

import numpy as np
from hypothesis import strategies as st

import made
from standoff.records import (
    ACTS,
    CERTAINTIES,
    EVENT_TYPES,
    IDENTIFICATIONS,
    KINDS,
    POLARITIES,
    REALES,
    SLOTS,
    Attribution,
    Claim,
    Dateline,
    Entity,
    Event,
    Hedge,
    Part,
    Place,
    Quantity,
    Reading,
    Report,
    Source,
    Span,
    Stamp,
    Text,
    Time,
    Value,
)
from standoff.records.claims import Level, Standing
from standoff.records.report import PartKind

T = TypeVar("T")

HOSTILE = (
    "<script>alert(1)</script>", "</style>", '"><img src=x onerror=alert(1)>', "&lt;", "&amp;", "[bold red]", "[/]",
    "[link=file:///]", "\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\x00", "\r\n", "\u2028", "\x85", "\u202e", "\u2066",
    "\ud800", "\udfff", "\ufffe", "| a | b |", "**bold**", "`code`", "[a](javascript:alert(1))", "https://evil.example/x",
    "www.evil.example", "# head", "1. one", "- item", "---", "~~~", "<b>", "\\", "\\|", "''", '"""', "…", "«»", "←",
    "\t", " " * 9, "\n\n", "w" * 400, "漢字" * 60, "é", "e\u0301", "🚒", "\u200d", "\ufeff", "\u00ad", " ",
    ". ", "She said ", "desk@evil.example",
)  # fmt: skip
DAYS = (
    "2031-03-14",
    "2031-03-01",
    "2031-03-31",
    "2031-03-14T09:30:00+02:00",
    "14 March",
    "",
    "9999-12-31",
    "0001-01-01",
)

any_text = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), max_size=14).map("".join)


class _Maker:
    """Picks the fields of one reading."""

    def __init__(self, text: str, seed: int) -> None:
        self.text, self.random = text, Random(seed)  # noqa: S311 - a test's data, not a secret

    def pick(self, options: Sequence[T]) -> T:
        return self.random.choice(options)

    def some(self, most: int) -> range:
        return range(self.random.randint(0, most))

    def words(self) -> str:
        return "".join(self.pick(HOSTILE) for _ in self.some(3))

    def perhaps(self, item: T) -> T | None:
        return self.pick((item, None))

    def spans(self) -> tuple[Span, ...]:
        ends = (sorted(self.random.randint(0, len(self.text)) for _ in range(2)) for _ in self.some(3))
        return tuple(Span(*pair) for pair in ends)

    def source(self) -> Source:
        described = tuple(self.words() for _ in self.some(2))
        return Source(self.words(), self.pick(IDENTIFICATIONS), self.pick(KINDS), self.spans(), described)

    def value(self) -> Value:
        low, high = (self.perhaps(self.random.randint(0, 10**7)) for _ in range(2))
        kind: Literal["count", "toll"] = "toll" if self.pick((True, False)) else "count"
        values: tuple[Value, ...] = (
            Entity(self.words()),
            Text(self.words()),
            Time(self.pick(DAYS), self.pick(DAYS)),
            Quantity(kind, low, high, self.pick((True, False)), self.perhaps(self.words())),
            Place(self.words()),
            Place(
                self.words(),
                self.words(),
                "XA",
                self.random.uniform(-90, 90),
                self.random.uniform(-180, 180),
                8.0,
            ),
        )
        return self.pick(values)

    def claim(self) -> Claim:
        levels = get_args(Level)
        return Claim(
            self.pick(("c1", "c2", "c3", '"c')), self.pick(("e1", "e2", "e3", "<e>")), self.pick(EVENT_TYPES),
            self.pick(SLOTS), self.value(), self.spans(), self.pick((None, "a1", "a2")),
            tuple(self.source() for _ in self.some(3)),
            self.pick(POLARITIES), self.pick(CERTAINTIES), self.pick(REALES),
            tuple(Hedge(self.words(), span, self.pick(levels)) for span in self.spans()),
        )  # fmt: skip

    def links(self) -> tuple[Attribution, ...]:
        within = (("a1", None), ("a2", "a1"), ("a3", "a4"), ("a4", "a3"), ("a5", "a5"), ("a6", "none"))
        return tuple(
            Attribution(name, outer, self.source(), self.spans(), self.pick(ACTS), self.spans())
            for name, outer in within
            if self.pick((True, False))
        )

    def events(self) -> tuple[Event, ...]:
        standings = get_args(Standing)
        return tuple(
            Event(name, self.pick(EVENT_TYPES), self.spans(), self.pick(standings))
            for name in ("e1", "e2", "e4")
            if self.pick((True, False))
        )

    def report(self) -> Report:
        bare = made.report(self.text, name=self.words(), outlet=self.perhaps(self.words()))
        cut = self.random.randint(0, len(self.text))
        kinds = get_args(PartKind)
        return replace(
            bare,
            id=self.pick((bare.id, "<id>\n")),
            parts=(Part(self.pick(kinds), Span(0, cut)), Part(self.pick(kinds), Span(cut, len(self.text)))),
            title=self.perhaps(self.words()),
            url=self.pick(
                (None, "https://example.org/a?b=1&c", "javascript:alert(1)", "https://x/\"onclick='y")
            ),
            byline=self.perhaps(self.words()),
            dateline=self.perhaps(Dateline(self.words(), self.perhaps(self.words()), Span(0, 0))),
            published=self.perhaps(Stamp(self.pick(DAYS), self.pick(("year", "month", "day")), self.words())),
            language=self.pick((None, "en", "ar", '"><b>')),
            items=self.pick(((), (cut,))),
        )

    def reading(self) -> Reading:
        words = made.plain_words(self.text)
        cut = self.random.randint(0, len(words))
        bounds = [pair for pair in ((0, cut), (cut, len(words))) if pair[0] < pair[1]]
        heads = [-1 if at in (0, cut) else (0 if at < cut else cut) for at in range(len(words))]
        return replace(
            made.bare_reading(self.text),
            report=self.report(),
            words=replace(
                words,
                sentences=np.array(bounds, np.int32).reshape(-1, 2),
                heads=np.array(heads, np.int32),
            ),
            attributions=self.links(),
            events=self.events(),
            claims=tuple(self.claim() for _ in self.some(6)),
        )


def readings() -> st.SearchStrategy[Reading]:
    """Readings of any text with any claims and attributions, also such as no extractor would make."""
    return st.builds(lambda text, seed: _Maker(text, seed).reading(), any_text, st.integers(0, 2**32))
