"""Polarity and realis by one small log-linear score of what the model learned, the hedges found and the tense.

For each label but the usual one: ``bias + model x log(p(label) / p(usual)) + rule, if a hedge says it + its tense``;
the usual label (affirmed, actual) has 0, and the highest wins. ``data/manner_weights.toml`` has the weights, fitted by
``training.fit_manner``. Certainty is left to the hedges: on reports new to the model its scores added nothing.
Invariant: the answer depends on what is given and on the weights alone; on equal scores the usual label stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any, NamedTuple, cast

from standoff.extraction.lexicon import section
from standoff.extraction.manner.tense import Tense
from standoff.records import CERTAINTIES, POLARITIES, REALES
from standoff.records.claims import Polarity, Realis

LEAST = 0.03  # a probability below this says no more than this
Weights = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """Labels of which one is chosen, the usual one first; ``first`` is its column in `Reading.slot_manner`."""

    name: str
    labels: tuple[str, ...]
    first: int


POLARITY = Group("polarity", POLARITIES, 0)
REALIS = Group("realis", REALES, len(POLARITIES) + len(CERTAINTIES))


class Parts(NamedTuple):
    """What a label's score is the sum of."""

    bias: float
    model: float
    tense: float
    rule: float


def polarity_of(hedged: Collection[str], learned: Sequence[float], tense: Tense) -> Polarity:
    """Whether a value is affirmed or denied; the arguments are those of `best`."""
    return cast("Polarity", best(POLARITY, section("manner_weights", "polarity"), hedged, learned, tense))


def realis_of(hedged: Collection[str], learned: Sequence[float], tense: Tense) -> Realis:
    """Whether a value is actual, ongoing, intended or hypothetical; the arguments are those of `best`."""
    return cast("Realis", best(REALIS, section("manner_weights", "realis"), hedged, learned, tense))


def best(
    group: Group, weights: Weights, hedged: Collection[str], learned: Sequence[float], tense: str
) -> str:
    """The label of a group with the highest score.

    ``hedged`` are the labels that hedges give the value; ``learned`` is the model's probability, 0 to 1, of each
    polarity, certainty and realis, side by side, as `standoff.records.Reading.slot_manner` has them.
    """
    found, highest = group.labels[0], 0.0
    for label, ratio in ratios(group, learned):
        own = weights[label]
        rule = own["rule"] if label in hedged else 0.0
        score = own["bias"] + weights["model"] * ratio + own.get(tense, 0.0) + rule
        if score > highest:
            found, highest = label, score
    return found


def weighed(
    group: Group, weights: Weights, hedged: Collection[str], learned: Sequence[float], tense: str
) -> Iterator[tuple[str, Parts]]:
    """Each label but the usual one with the parts of its score; the arguments are those of `best`."""
    for label, ratio in ratios(group, learned):
        own: Mapping[str, float] = weights[label]
        rule = own["rule"] if label in hedged else 0.0
        yield label, Parts(own["bias"], weights["model"] * ratio, own.get(tense, 0.0), rule)


def ratios(group: Group, learned: Sequence[float]) -> list[tuple[str, float]]:
    """Each label but the usual one, with the log of its probability over the usual one's."""
    usual, *others = learned[group.first : group.first + len(group.labels)]
    least = log(max(usual, LEAST))
    return [
        (label, log(max(part, LEAST)) - least) for label, part in zip(group.labels[1:], others, strict=True)
    ]
