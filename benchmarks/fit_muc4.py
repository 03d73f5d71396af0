"""Fits how likely words fill a MUC-4 role: ``python -m benchmarks.fit_muc4 --data TRAIN.jsonl.gz --out FILE.toml``.

Logistic regression by role, with a ridge, by Newton's method; then the threshold of each role that gives the best F1
on the same documents. Only ever run on the train part. ``--readings FILE`` keeps the readings (pickle) for next time.
"""

from __future__ import annotations

import pickle
import re
import string
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.face import jsonl, parser, readings, report
from benchmarks.muc4_fillers import ROLES, Candidate, candidates
from standoff.records import Reading

Json = dict[str, Any]
Floats = NDArray[np.float64]
RIDGE, STEPS, LEAST = 3.0, 25, 12  # a feature is kept when that many candidates have it
_MARKS = str.maketrans("", "", string.punctuation)


def normal(words: str) -> str:
    """The form in which the scorer compares mentions."""
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", words.lower().translate(_MARKS)).split())


def labelled(records: Sequence[Json], read: Iterable[Reading]) -> list[tuple[Candidate, frozenset[str]]]:
    """Every candidate with the roles that the document's key gives its words."""
    made = []
    for record, reading in zip(records, read, strict=True):
        roles: dict[str, set[str]] = {}
        for template in record["templates"]:
            for role in ROLES:
                for entity in template[role]:
                    for mention, _ in entity:
                        roles.setdefault(normal(mention), set()).add(role)
        made += [(found, frozenset(roles.get(normal(found.words), ()))) for found in candidates(reading)]
    return made


def fitted(features: Floats, right: Floats) -> Floats:
    """Weights of a logistic regression; the first column, the bias, is not drawn to zero."""
    ridge = np.full(features.shape[1], RIDGE)
    ridge[0] = 0.01
    weights = np.zeros(features.shape[1])
    for _ in range(STEPS):
        found = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        slope = features.T @ (found - right) + ridge * weights
        bend = (features * (found * (1 - found))[:, None]).T @ features + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return weights


def best_threshold(scores: Floats, right: Floats, total: int) -> float:
    """The score at and over which taking all gives the best F1 against ``total`` right ones."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + total)
    return float(scores[order][int(f1.argmax())])


def fit(pairs: Sequence[tuple[Candidate, frozenset[str]]]) -> Json:
    """Weights and thresholds by role."""
    made: Json = {"thresholds": {}, "weights": {}}
    for role in ROLES:
        mine = [(found.features, role in roles) for found, roles in pairs if role in found.roles]
        counts: dict[str, int] = {}
        for features, _ in mine:
            for name in features:
                counts[name] = counts.get(name, 0) + 1
        names = ["bias", *sorted(name for name, n in counts.items() if n >= LEAST and name != "bias")]
        table = np.array([[features.get(name, 0.0) for name in names] for features, _ in mine])
        right = np.array([float(flag) for _, flag in mine])
        weights = fitted(table, right)
        scores = 1 / (1 + np.exp(-(table @ weights)))
        made["weights"][role] = dict(zip(names, np.round(weights, 3).tolist(), strict=True))
        made["thresholds"][role] = round(best_threshold(scores, right, int(right.sum())), 3)
    return made


def toml(made: Json) -> str:
    """The fitted numbers as a data file."""
    lines = ["# Made by benchmarks/fit_muc4.py from MUC-4 DEV (gtt-train); do not edit.", "", "[thresholds]"]
    lines += [f"{role} = {value}" for role, value in made["thresholds"].items()]
    for role, weights in made["weights"].items():
        lines += ["", f"[weights.{role}]", *(f'"{name}" = {value}' for name, value in weights.items())]
    return "\n".join(lines) + "\n"


def kept(path: Path | None, records: Sequence[Json]) -> list[Reading]:
    """The readings of the documents, from the file where they were kept, if there is one."""
    if path and path.exists():
        found: list[Reading] = pickle.loads(path.read_bytes())  # noqa: S301 - our own file
        return found
    read = list(readings(report(record["doctext"], record["docid"]) for record in records))
    if path:
        path.write_bytes(pickle.dumps(read))
    return read


def main() -> None:
    """Writes the data file."""
    made = parser(__doc__)
    made.add_argument("--readings", type=Path, help="keep the readings there, or take them from there")
    args = made.parse_args()
    records = jsonl(args.data)
    args.out.write_text(toml(fit(labelled(records, kept(args.readings, records)))), encoding="utf-8")


if __name__ == "__main__":
    main()
