"""Fit the weights of the features that link reports (``[weights]`` of ``src/standoff/linking/data/linking.toml``).

    python -m training.fit_linking --data ../shared/corpora/linking/gva-dev.jsonl.gz [--reports 1453] [--only news]

Reads the first clean reports, pairs those of every second incident (by a hash of its id) as the linker would, and
prints the weights of a logistic regression with an L2 penalty. The other incidents are left to check with.
With ``--only`` one feature is fitted, the weights of the others being those that ship.
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
from standoff.settings import settings

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


def fitted_alone(values: Any, others: Any, same: Any, steps: int = 60) -> float:
    """The weight of one feature by Newton's method, given the log odds that the others come to."""
    weight = 0.0
    for _ in range(steps):
        likely = 1 / (1 + np.exp(-(others + weight * values)))
        slope = (values * (likely - same)).sum() + PENALTY * weight
        weight -= slope / ((values**2 * likely * (1 - likely)).sum() + PENALTY)
    return weight


def alone(name: str, names: list[str], rows: Any, same: Any) -> float:
    """The weight of the named feature, those of the others as they ship."""
    weights = settings("linking", "linking")["weights"]
    place = names.index(name)
    kept = np.array([weights[each] if each != name else 0.0 for each in names])
    return fitted_alone(rows[:, place], weights["bias"] + rows @ kept, same)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--reports", type=int, default=1453)
    parser.add_argument("--only", metavar="FEATURE")
    args = parser.parse_args()
    kept = [row for row in jsonl(args.data)[: args.reports] if row["clean"] and chosen(row["incident"])]
    digests = [digest(reading) for reading in readings(stream(kept))]
    names, rows, same = pairs(digests, {row["id"]: row["incident"] for row in kept})
    if args.only:
        print(json.dumps({args.only: round(alone(args.only, names, rows, same), 2)}))
        return
    print(json.dumps(dict(zip(["bias", *names], fitted(rows, same).round(2).tolist(), strict=True))))


if __name__ == "__main__":
    main()
