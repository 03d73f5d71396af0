"""Readings from trees written by hand: one line a sentence, ``form/TAG/head/relation`` a word, heads counted from 1."""

from __future__ import annotations

import numpy as np

from standoff.records import SLOTS, Part, Reading, Rendition, Report, Span, SpanTable, Words

ROLES = ("source", "cue", "content", "inner-source", "inner-cue", "inner-content")
Row = tuple[int, int, str, int]


def reading(
    trees: str,
    spans: list[tuple[str, str, str]] | None = None,
    outlet: str | None = None,
    slots: list[tuple[str, str, float]] | None = None,
) -> Reading:
    """A reading of the trees' words, joined by single spaces, sentences by single line ends.

    A form that begins with ``~`` stands close to the one before. ``spans`` are (role, words, words of the cue it
    belongs to or ""), each found at its first place in the text; ``slots`` are (slot, words, score), all of one event,
    an attack; of words named again the next place is meant.
    """
    lines = [[item.rsplit("/", 3) for item in line.split()] for line in trees.strip().splitlines()]
    text = "\n".join(" ".join(form for form, *_ in line) for line in lines).replace(" ~", "")
    words = _words(text, lines)
    table = _table(text, words, spans or [])
    report = Report("r", Rendition(text, "made", "1"), (Part("body", Span(0, len(text))),), outlet=outlet)
    found = _slots(text, words, slots or [])
    types, manner, events = (np.zeros((len(found.labels), width), np.float32) for width in (22, 10, 8))
    types[:, 0], events[:, 0] = 1, 9
    return Reading(report, words, _nothing(("person",)), table, found, types, manner, events)


def _slots(text: str, words: Words, slots: list[tuple[str, str, float]]) -> SpanTable:
    bounds: list[tuple[int, int]] = []
    seen: dict[tuple[str, str], int] = {}
    for slot, quote, _ in slots:
        start = text.index(quote, seen.get((slot, quote), 0))
        seen[slot, quote] = start + 1
        inside = [
            i for i, (a, b) in enumerate(words.offsets.tolist()) if start <= a and b <= start + len(quote)
        ]
        bounds.append((inside[0], inside[-1] + 1))
    return SpanTable(
        np.array(bounds, np.int32).reshape(-1, 2),
        np.array([SLOTS.index(slot) for slot, _, _ in slots], np.int32),
        np.array([score for *_, score in slots], np.float32),
        np.full(len(slots), -1, np.int32),
        SLOTS,
    )


def _nothing(names: tuple[str, ...]) -> SpanTable:
    none = np.zeros(0, np.int32)
    return SpanTable(none.reshape(0, 2), none, np.zeros(0, np.float32), none, names)


def _words(text: str, lines: list[list[list[str]]]) -> Words:
    offsets: list[tuple[int, int]] = []
    sentences: list[tuple[int, int]] = []
    tags: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    cursor = 0
    for line in lines:
        first = len(offsets)
        for form, tag, head, relation in line:
            start = text.index(form.removeprefix("~"), cursor)
            cursor = start + len(form.removeprefix("~"))
            offsets.append((start, cursor))
            tags.append(tag)
            heads.append(first + int(head) - 1 if int(head) else -1)
            relations.append(relation)
        sentences.append((first, len(offsets)))
    tag_names, relation_names = tuple(sorted(set(tags))), tuple(sorted(set(relations)))
    return Words(
        np.array(offsets, np.int32).reshape(-1, 2),
        np.array(sentences, np.int32).reshape(-1, 2),
        np.array([tag_names.index(tag) for tag in tags], np.int32),
        np.array(heads, np.int32),
        np.array([relation_names.index(relation) for relation in relations], np.int32),
        tag_names,
        relation_names,
    )


def _table(text: str, words: Words, spans: list[tuple[str, str, str]]) -> SpanTable:
    rows: list[Row] = []
    for role, quote, cue in spans:
        first, last = _at(text, words, quote)
        rows.append((first, last, role, _at(text, words, cue)[0] if cue else -1))
    rows.sort()
    return SpanTable(
        np.array([row[:2] for row in rows], np.int32).reshape(-1, 2),
        np.array([ROLES.index(row[2]) for row in rows], np.int32),
        np.ones(len(rows), np.float32),
        np.array([row[3] for row in rows], np.int32),
        ROLES,
    )


def _at(text: str, words: Words, quote: str) -> tuple[int, int]:
    start = text.index(quote)
    inside = [
        number
        for number, (first, last) in enumerate(words.offsets.tolist())
        if first < start + len(quote) and last > start
    ]
    return inside[0], inside[-1] + 1


def where(made: Reading, quote: str) -> Span:
    """The first place of the words."""
    start = made.report.text.index(quote)
    return Span(start, start + len(quote))
