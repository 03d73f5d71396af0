"""Runs the shipped graph, one row at a time.

The graph's activations are quantised with one scale a tensor, so rows that shared a run would change one another's
results; and the tensors of one row fit a core's cache, which makes it the quickest way too
(docs/decisions/0003-batches.md).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from standoff.errors import ModelError
from standoff.reading.cases import SMALL
from standoff.reading.words import CLOSERS, SENTENCE_ENDS, Row, model_folder, tokenizer
from standoff.records.reading import Floats, Ints

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

OUTPUTS = (
    "tags starts arcs heads relations relation_low relation_high certain attribution links spans kinds manner event"
).split()
NEAR = ("slots", "roles", "entities")  # kinds of spans whose scores lie in one table, ``spans``, in its order
LINKED = 1.5  # so much less may a span of an attribution score that is linked with one that stands (`attribution.py`)
FAINT = 1.2  # so much less than the least score a faint slot may have: one in ten (`Reading.faint`)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
FORCE = 1000.0  # added to the sentence-start score of a word that must, or must not, begin a sentence


@dataclass(frozen=True, slots=True)
class Labels:
    """Names that the graph's numbers stand for, and the least score of a span by kind; of attributions by label."""

    upos: tuple[str, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]
    attribution: tuple[str, ...]
    slots: tuple[str, ...]
    roles: tuple[str, ...]
    types: tuple[str, ...]
    manner: tuple[str, ...]
    least: dict[str, float]


class Scored(NamedTuple):
    """Spans of n labels, first and last words [n] each, and their scores [n]."""

    labels: Ints
    firsts: Ints
    lasts: Ints
    scores: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What the graph says of a row of w words.

    ``tags``, ``starts``, ``heads``, ``relations`` and ``links`` [w]; ``arcs`` [w, w]; ``relation_*`` [w, d];
    ``certain`` [w] how certain it is that what a word names happened, -3 to 3; the spans of each kind that score
    enough; ``kinds``, ``manner`` and ``event`` [w, 2 d] what a word says of a slot that begins with it, then of one
    that ends with it: a slot's own is the sum.
    """

    tags: Ints
    starts: NDArray[np.bool_]
    arcs: Floats
    heads: Ints
    relations: Ints
    relation_low: Floats
    relation_high: Floats
    certain: Floats
    attribution: Scored
    links: Ints
    slots: Scored
    roles: Scored
    entities: Scored
    kinds: Floats
    manner: Floats
    event: Floats


@cache
def labels() -> Labels:
    """The shipped model's labels. Raises `ModelError` when the file is missing or of another form."""
    path = model_folder() / "labels.json"
    try:
        data: dict[str, Any] = json.loads(path.read_text("utf-8"))
        least = data.pop("least")
        return Labels(**{key: tuple(value) for key, value in data.items()}, least=least)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ModelError(f"{path.name}: cannot be read ({error}); install Standoff again") from error


@cache
def tables() -> dict[str, Floats]:
    """What is added to the graph's scores here: ``weight`` [relations, d] and ``bias`` [relations] of a relation to
    another head, and ``lengths`` [labels, words] of attribution's spans. Raises `ModelError` like `labels`."""
    path = model_folder() / "tables.npz"
    try:
        with np.load(path) as data:
            return {name: data[name] for name in ("weight", "bias", "lengths")}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path.name}: cannot be read ({error}); install Standoff again") from error


@cache
def session(threads: int) -> InferenceSession:
    """The shipped graph, loaded once for each number of threads that one run may use."""
    return load_graph(model_folder() / "model.onnx", threads)


def load_graph(path: Path, threads: int) -> InferenceSession:
    """A graph, ready to run as it stands: the export has fused all that gains from it, which would take three times
    as long here as all the rest. Raises `ModelError` when it cannot be loaded."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own, without a common parent
        raise ModelError(f"{path.name}: cannot be loaded ({error}); install Standoff again") from error


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(row: Row, threads: int, forced: Floats | None = None) -> Seen:
    """One row through the graph. ``forced`` [w] is added to its sentence-start scores, else `starts_forced` is."""
    made = outputs(session(threads), row, starts_forced(row) if forced is None else forced)
    made["attribution"] = _apart(made["attribution"])
    made |= _near(made.pop("spans"))
    return Seen(**made)


def outputs(
    graph: InferenceSession, row: Row, forced: Floats, names: Sequence[str] = OUTPUTS
) -> dict[str, Any]:
    """What a graph says of a row, by the names of its outputs; ``forced`` as `run` has it."""
    given = {
        "ids": row.ids[None].astype(np.int64),
        "cases": row.cases[None].astype(np.int64),
        "mask": np.ones((1, len(row.ids)), np.bool_),
        "word_pieces": row.word_pieces.astype(np.int64),
        "forced": forced,
    }
    return dict(zip(names, graph.run(names, given), strict=True))


def starts_forced(row: Row) -> Floats:
    """[w] `FORCE` where a sentence begins, as with a paragraph and after a closed sentence; ``-FORCE`` where none does:
    after a comma, after the first words of a paragraph unless a mark parts them ("In 2021, more", "But on Monday"), and
    between words that no mark parts, with a small letter or a weekday, and within words with hyphens."""
    words = len(row.word_pieces)
    known = _telling_starts()
    first, small = row.ids[row.word_pieces], row.cases[row.word_pieces] == SMALL
    begins = np.append(row.paragraphs, 0)
    forced = np.zeros(words + 2, np.float32)
    forced[1 : words + 1][first == known.comma] = -FORCE
    forced[begins + 1] = -FORCE
    second = begins[begins + 1 < words] + 1
    forced[second[~known.ends[first[second]]] + 1] = -FORCE
    going_on = known.spoken[first[:-1]] & (known.days[first[1:]] | (known.lettered[first[1:]] & small[1:]))
    forced[1:words][going_on] = -FORCE
    forced[row.bound] = -FORCE
    forced[begins] = FORCE
    forced[row.closed] = FORCE
    return forced[:words]


class _Telling(NamedTuple):
    """The word piece of a comma, and of every word piece: whether it is a mark that may end a sentence, begins
    with a letter or figure, begins with a letter, is a weekday."""

    comma: int
    ends: NDArray[np.bool_]
    spoken: NDArray[np.bool_]
    lettered: NDArray[np.bool_]
    days: NDArray[np.bool_]


@cache
def _telling_starts() -> _Telling:
    pieces = tokenizer().get_vocab()
    ends = SENTENCE_ENDS | CLOSERS | frozenset(":;-–—")

    def those(holds: Callable[[str], bool]) -> NDArray[np.bool_]:
        found = np.zeros(len(pieces), np.bool_)
        found[[number for piece, number in pieces.items() if holds(piece)]] = True
        return found

    return _Telling(
        pieces.get(",", 0),
        those(ends.__contains__),
        those(lambda piece: piece[0].isalnum()),
        those(lambda piece: piece[0].isalpha()),
        those(WEEKDAYS.__contains__),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Limits:
    """What spans are worth and must score: least scores of the labels of `NEAR` [labels, 1, 1] and where each kind
    begins among them; what its length adds to an attribution's span [labels, words], and what its score with that must
    be at least [labels], without it [labels, 1, 1]."""

    near: Floats
    begins: tuple[int, ...]
    lengths: Floats
    whole: Floats
    apart: Floats


@cache
def _limits() -> Limits:
    known = labels()
    counts = [len(getattr(known, kind)) for kind in NEAR]
    least = [known.least[kind] - (FAINT if kind == "slots" else 0.0) for kind in NEAR]
    near = np.repeat(np.array(least, np.float32), counts)
    lengths: Floats = tables()["lengths"]
    apart = np.array([known.least[name] - LINKED for name in known.attribution], np.float32)
    begins = (0, *np.cumsum(counts).tolist())
    return Limits(near[:, None, None], begins, lengths, apart, (apart - lengths.max(1))[:, None, None])


def _near(scores: Floats) -> dict[str, Scored]:
    """Of spans that are scored as [label, words after the first, first word], those that score enough, by kind."""
    _, longest, words = scores.shape
    limits = _limits()
    at = np.flatnonzero(scores > limits.near)
    name, rest = np.divmod(at, longest * words)
    after, first = np.divmod(rest, words)
    inside = np.flatnonzero(first + after < words)
    name, first, after, good = name[inside], first[inside], after[inside], scores.reshape(-1)[at[inside]]
    cuts = np.searchsorted(name, limits.begins).tolist()
    return {
        kind: Scored(
            name[low:high] - limits.begins[k], first[low:high], (first + after)[low:high], good[low:high]
        )
        for k, (kind, low, high) in enumerate(zip(NEAR, cuts, cuts[1:], strict=False))
    }


def _apart(scores: Floats) -> Scored:
    """Of spans that are scored as [label, first word, last word] but for their length, those that score enough."""
    words = scores.shape[1]
    limits = _limits()
    at = np.flatnonzero(scores > limits.apart)
    name, rest = np.divmod(at, words * words)
    first, last = np.divmod(rest, words)
    inside = np.flatnonzero(first <= last)
    name, first, last, at = name[inside], first[inside], last[inside], at[inside]
    length = np.minimum(last - first, limits.lengths.shape[1] - 1)
    whole = scores.reshape(-1)[at] + limits.lengths[name, length]
    good = np.flatnonzero(whole > limits.whole[name])
    return Scored(name[good], first[good], last[good], whole[good])
