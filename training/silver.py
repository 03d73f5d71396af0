"""What several readers together say of reports that nobody annotated, for one to learn ("noisy student", Xie 2020).

    python -m training.silver --shared SHARED --teachers FOLDER… --out RUN/silver.jsonl

Each teacher is a folder as `training.export` writes it. The texts are those of ECB+, MUC-4 DEV, the Gun Violence
Archive (without the incidents that `benchmarks.tolls` measures) and, for slots alone, PolNeAR; held-out reports are
left out. A line holds a report: its corpus and name, and for each of its rows the spans that the teachers make likely,
``[first, last + 1, label, mean probability]``. No word of a text is in it, and it is not kept: it is made anew.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.face import jsonl
from benchmarks.tolls import sample
from standoff.reading.graph import NEAR, load_graph, outputs, starts_forced
from standoff.reading.reader import of_spans, softmax
from standoff.reading.words import ROW, Row, rows, split_many
from standoff.records import SLOTS
from training.annotated import held_out, texts
from training.corpora import ATTRIBUTION, ENTITIES, MUC, Json, Sample

SHARES = {"ecb": 1.0, "gva": 0.3, "muc4": 0.35, "polnear": 1.0}  # how many of a corpus's reports are taken
LIKELY, SURE = 0.04, 0.5  # least probability of a span that is told; of one whose type or cue is
COUNTS = {"slots": len(SLOTS), "roles": len(MUC), "entities": len(ENTITIES)}
SEED = 3


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


class Teachers:
    """Several exported readers; each answers for one row at a time."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.sessions = [load_graph(folder / "model.onnx", 1) for folder in folders]
        self.lengths = [np.load(folder / "tables.npz")["lengths"] for folder in folders]

    def say(self, row: Row, with_attribution: bool) -> Json:
        """Likely spans of a row, the mean of all: slots, entities, attribution; types of sure slots; sure links."""
        made = [outputs(session, row, starts_forced(row)) for session in self.sessions]
        tables = dict(zip(NEAR, np.split(np.mean([m["spans"] for m in made], 0), _cuts()), strict=True))
        slots, entities = _near(tables["slots"]), _near(tables["entities"])
        kinds = np.mean([softmax(of_spans(m["kinds"], _bounds(slots))) for m in made], 0)
        said: Json = {"slots": slots, "entities": entities}
        said["types"] = [
            [round(float(x), 2) for x in p] for p, s in zip(kinds, slots, strict=True) if s[3] >= SURE
        ]
        if with_attribution:
            said["attribution"] = self._attribution(made)
            same = np.all([m["links"] == made[0]["links"] for m in made], 0)
            said["links"] = [
                [first, int(made[0]["links"][first])]
                for first, _, label, sure in said["attribution"]
                if sure >= SURE and ATTRIBUTION[label].split("-")[-1] != "cue" and same[first]
            ]
        return said

    def _attribution(self, made: Sequence[dict[str, Any]]) -> list[list[Any]]:
        place = np.arange(made[0]["attribution"].shape[1])
        apart = np.clip(place[None] - place[:, None], 0, self.lengths[0].shape[1] - 1)
        scores = np.mean(
            [m["attribution"] + length[:, apart] for m, length in zip(made, self.lengths, strict=True)], 0
        )
        scores = np.where(place[None, :, None] <= place[None, None], scores, -np.inf)
        label, first, last = np.nonzero(scores > _score(LIKELY))
        return _told(label, first, last, scores[label, first, last])


def _cuts() -> list[int]:
    return [int(end) for end in np.cumsum([COUNTS[kind] for kind in NEAR])[:-1]]


def _score(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))


def _near(scores: np.ndarray) -> list[list[Any]]:
    """Of scores [label, words after the first, first word]."""
    label, after, first = np.nonzero(scores > _score(LIKELY))
    inside = first + after < scores.shape[2]
    label, after, first = label[inside], after[inside], first[inside]
    return _told(label, first, first + after, scores[label, after, first])


def _told(label: np.ndarray, first: np.ndarray, last: np.ndarray, scores: np.ndarray) -> list[list[Any]]:
    sure = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
    return [[int(f), int(e) + 1, int(k), round(float(p), 2)]
            for k, f, e, p in zip(label, first, last, sure, strict=True)]  # fmt: skip


def _bounds(spans: Sequence[Sequence[Any]]) -> np.ndarray:
    return np.array([span[:2] for span in spans], np.int32).reshape(-1, 2)


def silver_samples(shared: Path, path: Path) -> list[Sample]:
    """The rows of a file of `main`, with the teachers' spans; each is cut as it was when they read it."""
    told = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    found: list[Sample] = []
    for record in told:
        text = texts(shared / "corpora", record["corpus"])[record["name"]]
        made = rows(text, split_many([text])[0], ROW)
        for row, said in zip(made, record["rows"], strict=True):
            sample_ = Sample(row.ids, row.cases, row.word_pieces, record["name"])
            sample_.silver = said
            found.append(sample_)
    return found


def _report(teachers: Teachers, item: tuple[str, str, str]) -> str:
    corpus, name, text = item
    made = rows(text, split_many([text])[0], ROW)
    said = [teachers.say(row, corpus != "polnear") for row in made]
    return json.dumps({"corpus": corpus, "name": name, "rows": said}, separators=(",", ":"))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora/")
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="folders of exported readers")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--reports", type=int, help="no more than so many")
    args = parser.parse_args()
    teachers = Teachers(args.teachers)
    items = list(chosen(args.shared))[: args.reports]
    with ThreadPoolExecutor(2) as pool, args.out.open("w", encoding="utf-8") as out:
        for line in pool.map(partial(_report, teachers), items):
            out.write(line + "\n")


if __name__ == "__main__":
    main()
