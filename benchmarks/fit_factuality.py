"""Fits the factuality of words: ``python -m benchmarks.fit_factuality --data TRAIN.jsonl.gz [TRAIN…] --out FILE.toml``.

Ridge regression over the rules' features; a feature is kept when enough targets have it. Only ever run on the train
parts; ``--every N`` takes each N-th sentence of the first file.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.face import jsonl
from benchmarks.factuality import read, words
from benchmarks.factuality_scores import features
from standoff.extraction.page import Page
from standoff.records import Reading

Json = dict[str, Any]
Pairs = list[tuple[dict[str, float], float]]
RIDGE, LEAST = 8.0, 5


def pairs(records: Sequence[Json], readings: Iterable[Reading]) -> Pairs:
    """Features and label of every target."""
    made: Pairs = []
    for record, reading in zip(records, readings, strict=True):
        page = Page.of(reading)
        for target in record["targets"]:
            word = next(words(page, target), None)
            if word is not None:
                made.append((features(page, word), float(target["label"])))
    return made


def fit(found: Pairs) -> dict[str, float]:
    """The weight of each feature; the bias is not drawn to zero."""
    counts = Counter(name for row, _ in found for name in row)
    names = ["bias", *sorted(name for name, count in counts.items() if count >= LEAST and name != "bias")]
    place = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(found), len(names)))
    for row, (values, _) in enumerate(found):
        for name, value in values.items():
            if name in place:
                table[row, place[name]] = value
    ridge = np.full(len(names), RIDGE)
    ridge[0] = 0.01
    labels = np.array([label for _, label in found])
    weights = np.linalg.solve(table.T @ table + np.diag(ridge), table.T @ labels)
    return dict(zip(names, np.round(weights, 3).tolist(), strict=True))


def main() -> None:
    """Writes the data file."""
    made = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    made.add_argument("--data", type=Path, nargs="+", required=True, help="train parts")
    made.add_argument("--out", type=Path, required=True)
    made.add_argument("--every", type=int, default=1, help="take each N-th sentence of the first file")
    args = made.parse_args()
    first, *others = map(jsonl, args.data)
    records = [*first[:: args.every], *(record for other in others for record in other)]
    write_weights(args.out, fit(pairs(records, read(records))))


def write_weights(path: Path, weights: dict[str, float]) -> None:
    """The weights as a data file; the smallest are left out."""
    lines = [
        "# Made by benchmarks/fit_factuality.py from UDS-IH2 and MEANTIME (train parts); do not edit.",
        "",
        "[weights]",
    ]
    lines += [f"{quoted(name)} = {value}" for name, value in weights.items() if abs(value) >= 0.02]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def quoted(name: str) -> str:
    """A name as a TOML key; none holds a line break."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    main()
