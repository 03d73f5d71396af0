"""Runs the shipped graph on the rows of one text.

The graph's activations are quantised with one scale a tensor, so a row's result depends on the rows beside it. Rows of
different reports therefore never share a batch: the same report gives the same bytes whatever is read with it
(docs/decisions/0003-batches.md).
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from standoff.errors import ModelError
from standoff.reading.words import Row, model_folder
from standoff.records.reading import Floats, Ints

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

BATCH = 24  # rows a run at most: more fills no more of two cores and takes memory
FORCE = 1000.0  # added to the sentence-start score of a word that must, or must not, begin a sentence


@dataclass(frozen=True, slots=True)
class Labels:
    """Names that the graph's numbers stand for, and the least score of a span by kind."""

    upos: tuple[str, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]
    attribution: tuple[str, ...]
    slots: tuple[str, ...]
    types: tuple[str, ...]
    manner: tuple[str, ...]
    least: dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What the graph says of a batch of rows, padded; ``*_at`` [n, 4] are row, label, first and last word."""

    tags: Ints
    starts: NDArray[np.bool_]
    arcs: Floats
    heads: Ints
    relations: Ints
    relation_low: Floats
    relation_high: Floats
    entity_at: Ints
    entity_score: Floats
    attribution_at: Ints
    attribution_score: Floats
    links: Ints
    slot_at: Ints
    slot_score: Floats
    slot_type: Floats
    slot_manner: Floats
    slot_event: Floats


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
def session(threads: int) -> InferenceSession:
    """The graph, loaded once for each number of threads that one run may use."""
    import onnxruntime

    path = model_folder() / "model.onnx"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = True
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own, without a common parent
        raise ModelError(f"{path.name}: cannot be loaded ({error}); install Standoff again") from error


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(rows: Sequence[Row], threads: int, forced: Sequence[Floats] | None = None) -> Seen:
    """One batch through the graph. ``forced`` gives scores to add to each word's sentence start, else paragraphs do."""
    pieces = max(len(row.ids) for row in rows)
    words = max(len(row.word_pieces) for row in rows)
    ids = np.zeros((len(rows), pieces), np.int64)
    mask = np.zeros((len(rows), pieces), np.bool_)
    places = np.zeros((len(rows), words), np.int64)
    word_mask = np.zeros((len(rows), words), np.bool_)
    starts = np.zeros((len(rows), words), np.float32)
    for i, row in enumerate(rows):
        ids[i, : len(row.ids)] = row.ids
        mask[i, : len(row.ids)] = True
        places[i, : len(row.word_pieces)] = row.word_pieces
        word_mask[i, : len(row.word_pieces)] = True
        if forced is None:
            starts[i, 0] = FORCE
            starts[i, row.paragraphs] = FORCE
        else:
            starts[i, : len(forced[i])] = forced[i]
    least = labels().least
    low = np.array([least["entities"], least["attribution"], least["slots"]], np.float32)
    given = {
        "ids": ids,
        "mask": mask,
        "word_pieces": places,
        "word_mask": word_mask,
        "forced": starts,
        "low": low,
    }
    return Seen(*session(threads).run(None, given))
