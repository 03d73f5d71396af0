"""Reports to readings: the model's decisions gathered over a report's rows and put into its arrays.

`Reader` is the protocol; `ModelReader` the one that ships. A reading depends on its report alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from standoff.reading.attribution import standing
from standoff.reading.graph import FORCE, Labels, Scored, Seen, labels, run, tables
from standoff.reading.spans import keep_apart, keep_nested
from standoff.reading.trees import best_tree, broken_sentences, crossings, uncrossed
from standoff.reading.words import Pieces, Row, rows, split_many, split_words, whole_row
from standoff.records import Reading, Report, Roles, SpanTable, Words
from standoff.records.reading import Floats, Ints

NO_SOURCES = ("header", "byline")  # parts that say nothing: facts about the report
NO_CLAIMS = (
    *NO_SOURCES,
    "dateline",
    "title",
)  # where it was filed; a headline repeats the body (CLAIMS.md 5)
Read = tuple[Row, Seen]
MANNER = (2, 6)  # where certainty and realis begin, after polarity


class Reader(Protocol):
    """Anything that reads a report: words and tree, and the spans of what is said."""

    def read(self, report: Report) -> Reading:
        """The reading of one report, before extraction. Pure: the same report gives the same reading."""
        ...


class ModelReader:
    """The shipped model. ``threads`` is how many cores one report may use."""

    def __init__(self, threads: int = 1) -> None:
        self.threads = threads

    def read(self, report: Report) -> Reading:
        """Reads one report. Raises `ModelError` when the model's files cannot be loaded."""
        pieces = split_many([report.text])[0]
        found = rows(report.text, pieces, apart=_after_headers(report, pieces.offsets))
        return _assemble(report, pieces, [(row, run(row, self.threads)) for row in found])


class Parsed(NamedTuple):
    """A sentence's tags, heads (a root its own head), relations and factuality, one each a word."""

    tags: Ints
    heads: Ints
    relations: Ints
    factuality: Floats


def parse_words(sentences: Sequence[Sequence[str]]) -> list[Parsed]:
    """What the model says of sentences whose words are given, each read by itself."""
    made = []
    for pieces in split_words(sentences):
        row = whole_row(pieces)
        forced = np.full(len(pieces.firsts), -FORCE, np.float32)
        forced[0] = FORCE
        seen = run(row, 1, forced)
        tags, _, heads, relations = _syntax([(row, seen)], len(pieces.firsts))
        made.append(Parsed(tags, heads, relations, seen.certain))
    return made


def _syntax(found: Sequence[Read], count: int) -> tuple[Ints, Ints, Ints, Ints]:
    """Tags, sentence bounds, heads (of the whole text, a root its own head) and relations of all words."""
    tags, heads, relations = (np.zeros(count, np.int32) for _ in range(3))
    starts = np.zeros(count, np.bool_)
    for row, seen in found:
        words = slice(row.first, row.last)
        tags[words], starts[words] = seen.tags, seen.starts
        heads[words], relations[words] = seen.heads + row.first, seen.relations
    first = np.flatnonzero(starts).astype(np.int32)
    sentences = np.stack((first, np.append(first[1:], count)), axis=1).astype(np.int32)
    sentence = np.cumsum(starts) - 1
    for index in broken_sentences(heads, sentence, len(first)):
        low, high = (int(x) for x in sentences[index])
        row, seen = next(pair for pair in found if pair[0].first <= low < pair[0].last)
        words = slice(low - row.first, high - row.first)
        _mend(row, seen, low, best_tree(seen.arcs[words, words]), heads, relations)
    for row, seen in found:
        crossed = crossings(heads[row.first : row.last] - row.first).any(1)
        for index in np.unique(sentence[row.first : row.last][crossed]):
            low, high = (int(x) for x in sentences[index])
            words = slice(low - row.first, high - row.first)
            made = uncrossed(heads[low:high] - low, seen.arcs[words, words])
            _mend(row, seen, low, made, heads, relations)
    return tags, sentences, heads, relations


def _mend(row: Row, seen: Seen, low: int, tree: Ints, heads: Ints, relations: Ints) -> None:
    """Gives a sentence that begins at ``low`` another tree, and its changed words the relation to their new head."""
    high = low + len(tree)
    words = slice(low - row.first, high - row.first)
    made = tree + low
    changed = np.flatnonzero(made != heads[low:high])
    heads[low:high] = made
    both = seen.relation_low[words][changed] * seen.relation_high[made[changed] - row.first]
    # einsum, since a product of matrices wakes BLAS threads, which then wait busily: more than all else takes here
    relations[low:high][changed] = (
        np.einsum("nd,ld->nl", both, tables()["weight"]) + tables()["bias"]
    ).argmax(1)


def _gather(found: Sequence[Read], kind: str) -> tuple[Ints, Ints, Floats]:
    """Spans of all rows as bounds [k, 2] in words of the text, labels [k] and scores [k]."""
    spans: list[Scored] = [getattr(seen, kind) for _, seen in found]
    firsts = [row.first + kept.firsts for kept, (row, _) in zip(spans, found, strict=True)]
    lasts = [row.first + kept.lasts + 1 for kept, (row, _) in zip(spans, found, strict=True)]
    return (
        np.stack((np.concatenate(firsts), np.concatenate(lasts)), 1).astype(np.int32),
        np.concatenate([kept.labels for kept in spans]).astype(np.int32),
        np.concatenate([kept.scores for kept in spans]),
    )


def _after_headers(report: Report, offsets: Ints) -> frozenset[int]:
    """The first word after each header: what the header lines say is no context of the text."""
    ends = [part.span.end for part in report.parts if part.kind == "header"]
    return frozenset(int(word) for word in np.searchsorted(offsets[:, 0], ends))


def _in_text(report: Report, offsets: Ints, bounds: Ints, left_out: tuple[str, ...]) -> NDArray[np.bool_]:
    """Which spans begin in none of the parts of these kinds."""
    begins = offsets[bounds[:, 0], 0]
    inside = np.zeros(len(bounds), np.bool_)
    for part in report.parts:
        if part.kind in left_out:
            inside |= (begins >= part.span.start) & (begins < part.span.end)
    return ~inside


def _sigmoid(scores: Floats) -> Floats:
    return (1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)


def _table(
    bounds: Ints, names: Ints, scores: Floats, kept: Ints, known: tuple[str, ...], links: Ints
) -> SpanTable:
    return SpanTable(bounds[kept], names[kept], _sigmoid(scores[kept]), links, known)


def _assemble(report: Report, pieces: Pieces, found: Sequence[Read]) -> Reading:
    known = labels()
    count = len(pieces.firsts)
    if not count:
        return _nothing(report, known)
    tags, sentences, heads, relations = _syntax(found, count)
    roots = heads == np.arange(count)
    words = Words(pieces.offsets, sentences, tags, np.where(roots, -1, heads).astype(np.int32), relations,
                  known.upos, known.relations)  # fmt: skip
    bounds, names, scores = _gather(found, "entities")
    kept = keep_nested(bounds, scores)
    entities = _table(bounds, names, scores, kept, known.entities, np.full(len(kept), -1, np.int32))
    attribution = _attribution(report, found, known, pieces.offsets)
    bounds, names, scores = _gather(found, "slots")
    kept = keep_apart(bounds, names, scores)
    kept = kept[_in_text(report, pieces.offsets, bounds[kept], NO_CLAIMS)]
    slots = _table(bounds, names, scores, kept, known.slots, np.full(len(kept), -1, np.int32))
    return Reading(report, words, entities, attribution, slots, *_facts(found, slots.bounds),
                   factuality=np.concatenate([seen.certain for _, seen in found]),
                   faint=scores[kept] <= known.least["slots"],
                   roles=_roles(report, found, known, pieces.offsets))  # fmt: skip


def _roles(report: Report, found: Sequence[Read], known: Labels, offsets: Ints) -> Roles:
    bounds, names, scores = _gather(found, "roles")
    kept = keep_apart(bounds, names, scores)
    kept = kept[_in_text(report, offsets, bounds[kept], NO_SOURCES)]
    spans = _table(bounds, names, scores, kept, known.roles, np.full(len(kept), -1, np.int32))
    types, _, event = _facts(found, spans.bounds)
    return Roles(spans, types, event)


def _facts(found: Sequence[Read], bounds: Ints) -> tuple[Floats, Floats, Floats]:
    """Event type [k, 22] and manner [k, 10] as probabilities, and event embedding [k, d] of each span."""
    kinds, manner, event = (
        of_spans(np.concatenate([getattr(seen, name) for _, seen in found]), bounds)
        for name in ("kinds", "manner", "event")
    )
    parts = [softmax(part) for part in np.split(manner, MANNER, axis=1)]
    return softmax(kinds), np.concatenate(parts, axis=1), event


def of_spans(words: Floats, bounds: Ints) -> Floats:
    """What first and last word say together; ``words`` [w, 2 d] has what each says as first and as last."""
    half = words.shape[1] // 2
    made: Floats = words[bounds[:, 0], :half] + words[bounds[:, 1] - 1, half:]
    return made


def softmax(scores: Floats) -> Floats:
    """Probabilities of each row of scores [n, labels]."""
    raised: Floats = np.exp(scores - scores.max(1, keepdims=True))
    made: Floats = raised / raised.sum(1, keepdims=True)
    return made


def _attribution(report: Report, found: Sequence[Read], known: Labels, offsets: Ints) -> SpanTable:
    """Attribution spans, each source and content linked to the first word of its cue, if its cue is a cue."""
    bounds, names, scores = _gather(found, "attribution")
    links = np.full(len(offsets), -1, np.int32)
    for row, seen in found:
        links[row.first : row.last] = seen.links + row.first
    least = np.array([known.least[name] for name in known.attribution], np.float32)
    kept = standing(bounds, names, scores - least[names], links)
    kept = kept[_in_text(report, offsets, bounds[kept], NO_SOURCES)]
    first = bounds[kept, 0]
    is_cue = np.array([name.endswith("cue") for name in known.attribution])[names[kept]]
    begins_cue = np.zeros(len(offsets), np.bool_)
    begins_cue[first[is_cue]] = True
    to = links[first]
    linked = np.where(begins_cue[to] & ~is_cue, to, -1).astype(np.int32)
    return _table(bounds, names, scores, kept, known.attribution, linked)


def _nothing(report: Report, known: Labels) -> Reading:
    none, pair = np.zeros(0, np.int32), np.zeros((0, 2), np.int32)

    def empty(names: tuple[str, ...]) -> SpanTable:
        return SpanTable(pair, none, np.zeros(0, np.float32), none, names)

    words = Words(pair, pair, none, none, none, known.upos, known.relations)
    types, manner, event = (
        np.zeros((0, width), np.float32) for width in (len(known.types), len(known.manner), 0)
    )
    tables = empty(known.entities), empty(known.attribution), empty(known.slots)
    return Reading(report, words, *tables, types, manner, event)
