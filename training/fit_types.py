"""Fits the weights by which `standoff.extraction.events.event_types` gives an event its type.

``python -m training.fit_types --shared SHARED`` reads the reports of ``training/heldout.txt``, whose scores are fair
since the model has not learned from them, and prints the lines of ``[types]`` in ``extraction/data/events.toml``.
A multinomial logistic regression over the types, an example for each event that holds claims made by hand; its few
weights are drawn hard towards `BEFORE`, since the held-out reports alone are few: on these and on 180 reports that an
earlier model had not seen it is right most often, and so are the weights around it. A weight of each type's own, and
the slots that an event has, made it worse on reports left out. No chance in it. With ``--check`` it prints instead how
often the type is right in reports left out of the fit, five parts in turn, beside the weights that ship.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.face import report
from standoff.extraction.events.event_types import Evidence
from standoff.extraction.extract import traced
from standoff.extraction.lexicon import section
from standoff.extraction.ontology_file import bundled
from standoff.extraction.trace import Trace
from standoff.reading import read_many
from training.annotated import Annotated, held_out, read_annotated

BEFORE = (0.3, 0.9, 0.18, 0.33)
RIDGE = 3000.0  # as certain as some thousand events make a weight
PARTS, STEPS, RATE = 5, 300, 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One event: its report, what is known for each type [types, parts], and how many gold claims have each type."""

    report: str
    evidence: np.ndarray
    gold: np.ndarray


def examples(reports: Sequence[Annotated]) -> Iterator[Example]:
    """The events of reports that hold words of gold claims of the same slot."""
    ontology = bundled()
    made = [report(item.text, item.id, item.outlet, item.published) for item in reports]
    for item, reading in zip(reports, read_many(made), strict=True):
        trace = traced(reading, ontology)
        for group in trace.groups:
            counts = _types_told(item, trace, group)
            gold = np.array([counts[name] for name in ontology.names], float)
            if gold.any():
                known = trace.types.evidence([trace.points[i] for i in group])
                yield Example(item.id, np.stack(known, 1), gold)


def _types_told(item: Annotated, trace: Trace, group: Sequence[int]) -> Counter[str]:
    """How many gold claims of each type have words in a point of the same slot."""
    points = [trace.points[i] for i in group]
    spans = [(point.slot, trace.chains.page.span(point.at)) for point in points]
    return Counter(
        claim["type"]
        for claim in item.claims
        if any(
            slot == claim["slot"] and span.start < end and start < span.end
            for slot, span in spans
            for start, end in claim["spans"][:1]
        )
    )


def fit(found: Sequence[Example]) -> np.ndarray:
    """The weight of each of `Evidence`; an event with more claims counts more, but less than each of them."""
    x = np.stack([example.evidence for example in found])
    gold = np.stack([example.gold for example in found])
    gold = gold / np.sqrt(gold.sum(1, keepdims=True))
    weights, mean, square = np.array(BEFORE), np.zeros(len(BEFORE)), np.zeros(len(BEFORE))
    for step in range(1, STEPS + 1):
        z = np.einsum("ntp,p->nt", x, weights)
        p = np.exp(z - z.max(1, keepdims=True))
        p *= gold.sum(1, keepdims=True) / p.sum(1, keepdims=True)
        slope = np.einsum("nt,ntp->p", p - gold, x) + RIDGE * (weights - BEFORE)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def named(weights: np.ndarray) -> dict[str, float]:
    """The weights beside the model's own of one, rounded as the data file has them."""
    return {
        name: round(float(weight / weights[0]), 2)
        for name, weight in zip(Evidence._fields[1:], weights[1:], strict=True)
    }


def right(found: Sequence[Example], weights: Mapping[str, float]) -> float:
    """How many of the gold claims of events have the type that weights give their event."""
    row = np.array([1.0, *(weights[name] for name in Evidence._fields[1:])])
    hits = sum(example.gold[(example.evidence @ row).argmax()] for example in found)
    return float(hits / max(1.0, sum(example.gold.sum() for example in found)))


def check(found: Sequence[Example]) -> str:
    """How often the type is right in reports that the weights were not fitted to, and with those that ship."""
    hits = total = 0.0
    for part in range(PARTS):
        inside = [example for example in found if _part(example.report) != part]
        outside = [example for example in found if _part(example.report) == part]
        count = sum(example.gold.sum() for example in outside)
        if inside and outside:
            hits += right(outside, named(fit(inside))) * count
            total += count
    shipped = right(found, section("events", "types"))
    return f"{len(found)} events, {total:.0f} claims: left out {hits / max(1.0, total):.3f}, shipped {shipped:.3f}"


def _part(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % PARTS


def main() -> None:
    """Prints the lines of the data file, or how well the weights do."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora/")
    parser.add_argument("--check", action="store_true", help="print accuracies instead")
    args = parser.parse_args()
    apart = held_out()
    found = list(examples([item for item in read_annotated(args.shared) if item.id in apart]))
    if args.check:
        print(check(found))
        return
    print("\n".join(f"{name} = {weight}" for name, weight in named(fit(found)).items()))


if __name__ == "__main__":
    main()
