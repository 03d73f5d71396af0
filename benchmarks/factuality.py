"""Factuality of given words: ``python -m benchmarks.factuality --data FILE.jsonl[.gz] --out PRED.jsonl``.

Each line is a sentence of words parted by spaces, with ``targets`` whose ``span1`` is [first word, last word + 1).
Looks at these only and writes the same lines with a predicted ``label``. With ``--measure`` it prints Pearson's r as
well; that alone looks at the gold labels.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.face import Json, jsonl, parser, report, write
from standoff.extraction.grammar.page import Page
from standoff.reading import read_many
from standoff.records import Reading, Span


def read(records: Iterable[Json]) -> Iterator[Reading]:
    """The reading of every sentence."""
    return read_many(report(record["text"], f"s{i}") for i, record in enumerate(records))


def words(page: Page, target: Json) -> Iterator[int]:
    """The words of a target: counted by spaces in the corpus, and by the reader otherwise. Last word first."""
    text, starts, at = page.text, [], 0
    for word in text.split(" "):
        starts.append((at, at + len(word)))
        at += len(word) + 1
    first, last = target["span1"]
    found = page.stretch(Span(starts[first][0], starts[last - 1][1]))
    yield from reversed(range(*found)) if found else ()


def predicted(records: Sequence[Json], readings: Iterable[Reading]) -> Iterator[Json]:
    """The records with our scores for labels; 0 where the reader sees no word."""
    for record, reading in zip(records, readings, strict=True):
        page = Page.of(reading)
        targets = [
            {
                "span1": target["span1"],
                "label": next((float(reading.factuality[word]) for word in words(page, target)), 0.0),
            }
            for target in record["targets"]
        ]
        yield {
            "idx": record.get("idx"),
            "file_idx": record.get("file_idx"),
            "text": record["text"],
            "targets": targets,
        }


def pearson(gold: Sequence[Json], pred: Sequence[Json]) -> float:
    """Pearson's r over all targets; 0 where one side does not vary."""
    x, y = (_labels(side) for side in (gold, pred))
    x, y = x - x.mean(), y - y.mean()
    spread = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / spread if spread else 0.0


def _labels(records: Sequence[Json]) -> NDArray[np.float64]:
    return np.array([target["label"] for record in records for target in record["targets"]], np.float64)


def main() -> None:
    """Writes the scores of every target."""
    made = parser(__doc__)
    made.add_argument("--measure", action="store_true", help="print Pearson's r against the labels of --data")
    args = made.parse_args()
    records = jsonl(args.data)
    found = list(predicted(records, read(records)))
    write(args.out, found)
    if args.measure:
        print(
            json.dumps(
                {"targets": sum(len(r["targets"]) for r in records), "pearson": pearson(records, found)}
            )
        )


if __name__ == "__main__":
    main()
