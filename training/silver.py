"""Reports that nobody annotated, and what teachers (`training.teachers`) say of them.

The texts are those of ECB+, MUC-4 DEV, PolNeAR and the Gun Violence Archive (without the incidents that
`benchmarks.tolls` measures), held-out reports left out, and the sentences of EWT and GUM. A line holds a report: its
corpus and name, and for each of its rows what the teachers make likely: spans ``[first, last + 1, label,
probability]``, heads and relations of words. No word of a text is in it, and it is not kept: it is made anew.
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.face import jsonl
from benchmarks.tolls import sample
from standoff.reading.graph import FORCE, starts_forced
from standoff.reading.reader import of_spans, softmax
from standoff.reading.words import ROW, Row, rows, split_many
from standoff.records import CERTAINTIES, POLARITIES
from training.annotated import held_out, texts
from training.corpora import ATTRIBUTION, Json, Sample, syntax_samples

SHARES = {"ecb": 1.0, "gva": 0.3, "muc4": 0.6, "polnear": 0.35}  # how many of a corpus's reports are taken
TREES = {"ewt": "syntax/ewt-train.conllu.gz", "gum": "syntax/gum-open-train.conllu.gz"}
LIKELY, SURE = 0.04, 0.5  # least probability of what is told; of a span whose type or cue is
SEED = 3
MANNERS = np.cumsum([len(POLARITIES), len(CERTAINTIES)])  # where each kind of manner ends but the last

# Corpus, name, rows, and what is added to the scores of each row's sentence starts.
Read = tuple[str, str, list[Sample], list[np.ndarray]]


def chosen(shared: Path) -> Iterator[tuple[str, str, str]]:
    """Corpus, name and text of the reports that are read."""
    out = held_out()
    reports = jsonl(shared / "corpora/linking/gva-dev.jsonl.gz")
    records = jsonl(shared / "corpora/linking/gva-dev-incidents.jsonl.gz")
    measured = {r["incident"] for r in sample(reports, (r["incident"] for r in records))}
    unread = {r["id"] for r in reports if r["incident"] in measured}
    for corpus, share in SHARES.items():
        found = texts(shared / "corpora", corpus)
        names = sorted(name for name in found if f"{corpus}/{name}" not in out and name not in unread)
        for name in sorted(random.Random(SEED).sample(names, round(share * len(names)))):
            yield corpus, name, found[name]


def treebank(shared: Path) -> Iterator[tuple[str, str, list[Sample]]]:
    """Corpus, document and rows of the sentences that have trees."""
    for corpus, path in TREES.items():
        found = syntax_samples(shared / "corpora" / path, SEED, False)
        for name, group in groupby(found, key=lambda s: s.document):
            yield corpus, name, list(group)


def of_row(row: Row, name: str) -> Sample:
    return Sample(row.ids, row.cases, row.word_pieces, name)


def spans_of(scores: dict[str, np.ndarray], words: int) -> Json:
    """Likely slots, entities and attributions of a row of so many words; types of sure slots; cues of sure spans.

    ``scores`` has tables [labels, W, words after the first] of slots and entities, [labels, W, W] of attribution,
    [W, W] of links, and what the first and last word say of a slot: ``kinds`` [W, 2 types], ``manner`` [W, 2 d];
    ``same`` [W, 2, W, 2] how well a first or last word and another agree that their slots are of one event.
    """
    said: Json = {}
    for kind in ("slots", "entities", "attribution"):
        table = scores[kind][:, :words]
        label, first, after = np.nonzero(table > math.log(LIKELY / (1 - LIKELY)))
        last = after if kind == "attribution" else first + after
        right = (last < words) & (last >= first)
        sure = 1 / (1 + np.exp(-np.clip(table[label, first, after], -30, 30)))
        said[kind] = [
            [int(f), int(e) + 1, int(k), round(float(p), 2)]
            for f, e, k, p in zip(first[right], last[right], label[right], sure[right], strict=True)
        ]
    bounds = np.array([slot[:2] for slot in said["slots"] if slot[3] >= SURE], np.int32).reshape(-1, 2)
    said["types"] = _chances(of_spans(scores["kinds"], bounds))
    manner = np.split(of_spans(scores["manner"], bounds), MANNERS, 1)
    said["manner"] = [
        [p for part in parts for p in part] for parts in zip(*map(_chances, manner), strict=True)
    ]
    said["same"] = _same(scores["same"], bounds)
    cue = scores["links"][:words, :words].argmax(-1)
    said["links"] = [
        [first, int(cue[first])]
        for first, _, label, sure in said["attribution"]
        if sure >= SURE and ATTRIBUTION[label].split("-")[-1] != "cue"
    ]
    return said


def _chances(scores: np.ndarray) -> list[list[float]]:
    """Of scores [n, kinds]."""
    return [[round(float(p), 2) for p in row] for row in softmax(scores)] if len(scores) else []


def _same(agree: np.ndarray, bounds: np.ndarray) -> list[list[Any]]:
    """Pairs of sure slots and how likely they are of one event."""
    first, last = bounds[:, 0], bounds[:, 1] - 1
    ends = (first, 0), (last, 1)
    score = sum(agree[a[:, None], i, b[None], j] for a, i in ends for b, j in ends)
    pairs = zip(*np.triu_indices(len(bounds), 1), strict=True)
    return [[int(i), int(j), round(1 / (1 + math.exp(-float(score[i, j]))), 2)] for i, j in pairs]


def silver_samples(shared: Path, path: Path) -> list[Sample]:
    """The rows of a file of `training.teachers`, with what they say; each is cut as it was when they read it."""
    trees = {(corpus, name): found for corpus, name, found in treebank(shared)}
    samples: list[Sample] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            corpus, name = record["corpus"], record["name"]
            if corpus in TREES:
                made = trees[corpus, name]
            else:
                text = texts(shared / "corpora", corpus)[name]
                made = [of_row(row, name) for row in rows(text, split_many([text])[0], ROW)]
            for one, said in zip(made, record["rows"], strict=True):
                samples.append(Sample(one.ids, one.cases, one.word_pieces, one.document, silver=said))
    return samples


def reports_read(shared: Path) -> Iterator[Read]:
    """All that teachers read."""
    for corpus, name, samples in treebank(shared):
        yield corpus, name, samples, [_known(s) for s in samples]
    for corpus, name, text in chosen(shared):
        found = rows(text, split_many([text])[0], ROW)
        yield corpus, name, [of_row(row, name) for row in found], [starts_forced(row) for row in found]


def _known(sample_: Sample) -> np.ndarray:
    forced = np.full(len(sample_.word_pieces), -FORCE, np.float32)
    forced[sample_.starts] = FORCE
    return forced
