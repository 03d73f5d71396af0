"""Fit the weights of the features that link reports (``[weights]`` of ``src/standoff/linking/data/linking.toml``).

    python -m training.fit_linking --data ../shared/corpora/linking/gva-dev.jsonl.gz [--reports 1453]

Reads the first clean reports, pairs those of every second incident (by a hash of its id) as the linker would, and
prints the weights of a logistic regression with an L2 penalty. The other incidents are left to check with.
"""

from __future__ import annotations

import argparse
import json
from hashlib import md5
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.face import jsonl, readings
from benchmarks.linking import stream
from standoff.linking.candidates import CandidateIndex
from standoff.linking.digest import digest
from standoff.linking.features import features
from standoff.records.incidents import Digest

PENALTY = 1 / 3


def chosen(incident: str) -> bool:
    return md5(incident.encode(), usedforsecurity=False).digest()[0] % 2 == 0


def pairs(digests: list[Digest], incident: dict[str, str]) -> tuple[list[str], Any, Any]:
    """Names of the features, their values a row a pair, and whether each pair is of one incident."""
    index, rows, same, names = CandidateIndex(), [], [], []
    for each in digests:
        for other in index.find(each):
            found = list(features(each, other))
            names = [feature.name for feature in found]
            rows.append([feature.value for feature in found])
            same.append(incident[each.report] == incident[other.report])
        index.add(each)
    return names, np.array(rows), np.array(same, float)


def fitted(rows: Any, same: Any, steps: int = 30) -> Any:
    """Bias and weights by Newton's method; the bias is not penalised."""
    rows = np.hstack([np.ones((len(rows), 1)), rows])
    penalty = PENALTY * np.eye(rows.shape[1])
    penalty[0, 0] = 0.0
    weights = np.zeros(rows.shape[1])
    for _ in range(steps):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - same) + penalty @ weights
        weights -= np.linalg.solve((rows * (likely * (1 - likely))[:, None]).T @ rows + penalty, slope)
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--reports", type=int, default=1453)
    args = parser.parse_args()
    kept = [row for row in jsonl(args.data)[: args.reports] if row["clean"] and chosen(row["incident"])]
    digests = [digest(reading) for reading in readings(stream(kept))]
    names, rows, same = pairs(digests, {row["id"]: row["incident"] for row in kept})
    print(json.dumps(dict(zip(["bias", *names], fitted(rows, same).round(2).tolist(), strict=True))))


if __name__ == "__main__":
    main()
