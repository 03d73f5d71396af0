"""Fits the weights by which `standoff.extraction.manner.scores` decides how a value is said.

``python -m training.fit_manner --shared SHARED`` reads every report with claims made by hand, takes each claim at its
place with the model's scores, the hedges and the tense there, and prints ``extraction/data/manner_weights.toml``.
Multinomial logistic regression with a ridge, by gradient steps; no chance in it, so the same folder and model give the
same file. Claims of reports that the model learned from count once, those of ``training/heldout.txt`` `HELD_OUT` times,
because the model's scores are fair only there. With ``--check`` it prints instead how often each choice is right in
reports left out of the fit, five parts in turn, beside the hedges alone and the usual label alone.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.face import report
from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.manner.manner import manner_at
from standoff.extraction.manner.scores import POLARITY, REALIS, Group, Weights, best, ratios
from standoff.extraction.manner.tense import TENSES, tense_at
from standoff.reading import read_many
from standoff.records import Span
from training.annotated import Annotated, held_out, read_annotated, read_gold

HELD_OUT = 3.0
RIDGE = {"polarity": 0.5, "realis": 1.0}
COLUMNS = {"polarity": ("bias", "rule"), "realis": ("bias", "rule", *TENSES[1:])}
PARTS, STEPS, RATE = 5, 400, 0.05


@dataclass(frozen=True, slots=True)
class Example:
    """One gold claim: its report, what is known at its words, what it is, and what the hedges alone make of it."""

    report: str
    hedged: frozenset[str]
    learned: tuple[float, ...]
    tense: str
    gold: dict[str, str]
    ruled: dict[str, str]


def examples(reports: Sequence[Annotated]) -> Iterator[Example]:
    """The claims of reports whose slot the model has read."""
    made = [report(item.text, item.id, item.outlet, item.published) for item in reports]
    for item, reading in zip(reports, read_many(made), strict=True):
        index = ChainIndex.of(reading)
        for claim in item.claims:
            span = Span(*claim["spans"][0])
            at = index.page.stretch(span)
            row = None if at is None else _row(index.page, at, claim["slot"])
            if at is not None and row is not None:
                how = manner_at(index.page, at, claim["slot"], attributed=bool(index.chain_at(span)[1]))
                hedged = frozenset(hedge.label for hedge in how.hedges)
                learned = tuple(reading.slot_manner[row].tolist())
                ruled: dict[str, str] = {"polarity": how.polarity, "realis": how.realis}
                yield Example(item.id, hedged, learned, tense_at(index.page, at), claim, ruled)


def _row(page: Page, at: Stretch, slot: str) -> int | None:
    """The row of the slot that shares most words with a stretch."""
    table = page.reading.slots
    found, most = None, 0.0
    for row, (first, last) in enumerate(table.bounds.tolist()):
        shared = min(last, at.last) - max(first, at.first)
        share = shared / (max(last, at.last) - min(first, at.first))
        if table.names[table.labels[row]] == slot and share > most:
            found, most = row, share
    return found


def fit(found: Sequence[Example], group: Group, often: Sequence[float]) -> Weights:
    """The weights of a group, rounded as the data file has them; ``often`` says how often each example counts."""
    x = _design(found, group)
    y = np.array([[example.gold[group.name] == label for label in group.labels] for example in found], float)
    count = np.asarray(often)[:, None]
    weights, mean, square = (np.zeros(x.shape[-1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        z = x @ weights
        p = np.exp(z - z.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        slope = np.einsum("nl,nlf->f", (p - y) * count, x) + RIDGE[group.name] * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return _named(weights, group)


def _design(found: Sequence[Example], group: Group) -> np.ndarray:
    """[examples, labels, weights]: the model's ratio first, then the columns of each label but the usual one."""
    columns = COLUMNS[group.name]
    x = np.zeros((len(found), len(group.labels), 1 + len(columns) * (len(group.labels) - 1)))
    for row, example in enumerate(found):
        for at, (label, ratio) in enumerate(ratios(group, example.learned), 1):
            given = {"bias": 1.0, "rule": float(label in example.hedged), example.tense: 1.0}
            begin = 1 + (at - 1) * len(columns)
            x[row, at, 0] = ratio
            x[row, at, begin : begin + len(columns)] = [given.get(name, 0.0) for name in columns]
    return x


def _named(weights: np.ndarray, group: Group) -> Weights:
    columns = COLUMNS[group.name]
    rows = weights[1:].reshape(len(group.labels) - 1, len(columns))
    named = {
        label: {name: round(float(weight), 2) for name, weight in zip(columns, row, strict=True)}
        for label, row in zip(group.labels[1:], rows, strict=True)
    }
    return {"model": round(float(weights[0]), 2), **named}


def check(found: Sequence[Example], apart: Collection[str]) -> Iterator[str]:
    """How often each choice is right in reports that the weights were not fitted to."""
    often = [_often(example, apart) for example in found]
    for group in (POLARITY, REALIS):
        said = ["" for _ in found]
        for part in range(PARTS):
            inside = [i for i, example in enumerate(found) if _part(example.report) != part]
            weights = fit([found[i] for i in inside], group, [often[i] for i in inside])
            for i, example in enumerate(found):
                if _part(example.report) == part:
                    said[i] = best(group, weights, example.hedged, example.learned, example.tense)
        for name, held in (("held out", True), ("others", False)):
            rows = [i for i, example in enumerate(found) if (example.report in apart) is held]
            gold = [found[i].gold[group.name] for i in rows]
            choices = {
                "usual": [group.labels[0]] * len(rows),
                "hedges": [found[i].ruled[group.name] for i in rows],
                "all": [said[i] for i in rows],
            }
            shares = (f"{key} {_share(gold, choice):.3f}" for key, choice in choices.items())
            yield f"{name}, {len(rows)} claims: {group.name}: {', '.join(shares)}"


def _share(gold: Sequence[str], said: Sequence[str]) -> float:
    return sum(a == b for a, b in zip(gold, said, strict=True)) / len(gold) if gold else 0.0


def _often(example: Example, apart: Collection[str]) -> float:
    return HELD_OUT if example.report in apart else 1.0


def _part(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % PARTS


def toml(group: Group, weights: Weights) -> Iterator[str]:
    """The lines of one group in the data file."""
    yield f"\n[{group.name}]\nmodel = {weights['model']}"
    for label in group.labels[1:]:
        yield f"\n[{group.name}.{label}]"
        yield from (f"{name} = {weight}" for name, weight in weights[label].items())


def main() -> None:
    """Prints the data file, or how well the weights do."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora/ and gold/")
    parser.add_argument("--check", action="store_true", help="print accuracies instead")
    args = parser.parse_args()
    gold = args.shared / "gold" / "train"
    apart = held_out()
    found = list(examples([*read_gold(gold), *read_annotated(args.shared)]))
    if args.check:
        print("\n".join(check(found, apart)))
        return
    print("# Weights for manner/scores.py, which says what they mean.")
    print("# Made by: python -m training.fit_manner --shared SHARED")
    often = [_often(example, apart) for example in found]
    for group in (POLARITY, REALIS):
        print("\n".join(toml(group, fit(found, group, often))))


if __name__ == "__main__":
    main()
