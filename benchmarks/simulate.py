"""Weighing against a known truth: ``python -m benchmarks.simulate [--points N] [--seed N]``, prints one JSON object.

Outlets of known accuracy report numbers of people: they err (often all with the same rumour), cite an agency, copy each
other's text with small edits, lag, and revise. Measured is the share of points whose first-ranked value is the true
one, for findings and for three other ways to pick: a vote a report, a vote a mention, and TruthFinder (Yin, Han and Yu
2008, "Truth discovery with multiple conflicting information providers on the web"). Then the worst outlet's reports are
copied by three more outlets, word for word but for two words, and everything is measured again.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.telling import telling
from standoff.linking.copies import copies
from standoff.linking.shingles import shingles
from standoff.records import Quantity, Reading, Source
from standoff.records.incidents import Digest
from standoff.weighing.findings import weigh

OUTLETS = 9
LENGTH = 120  # words a text
ACCURACIES = (0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5, 0.2)
REPORTING = 0.7  # how often an outlet reports a point
RUMOUR = 0.6  # of the errors about a point that are the same wrong number
CITING = 0.2  # of reports that only cite the first outlet
MENTIONS = 3  # most mentions of a value in a report


@dataclass(frozen=True, slots=True)
class Telling:
    """One outlet's report of one point: its value, its words, whom it cites, how often it says it, and its hour."""

    outlet: str
    value: int
    text: str
    cites: str | None
    mentions: int
    hour: int


def truth_and_tellings(seed: int, points: int) -> Iterator[tuple[int, list[Telling]]]:
    """The true value of each point and what outlets tell of it."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    for _ in range(points):
        true = chance.randint(3, 60)
        rumour = true + chance.choice([-2, -1, 1, 2, 5, 10])
        told: list[Telling] = []
        for number in range(OUTLETS):
            if chance.random() < REPORTING:
                told.append(_telling(chance, number, true, rumour, told))
        yield true, told


def _telling(chance: random.Random, number: int, true: int, rumour: int, told: Sequence[Telling]) -> Telling:
    name, hour, mentions = f"Outlet {number}", chance.randint(0, 20), chance.randint(1, MENTIONS)
    cited = next((each for each in told if each.outlet == "Outlet 0"), None)
    text = " ".join(f"w{chance.randint(0, 9999)}" for _ in range(LENGTH))
    if cited and chance.random() < CITING:
        return Telling(name, cited.value, text, cited.outlet, mentions, max(hour, cited.hour + 1))
    value = true
    if chance.random() > ACCURACIES[number]:
        value = rumour if chance.random() < RUMOUR else max(1, true + chance.choice([-3, 3, 4, 7, 12]))
    return Telling(name, value, text, None, mentions, hour)


def with_copies(told: Sequence[Telling], outlet: str, count: int) -> list[Telling]:
    """The tellings and ``count`` copies of what an outlet tells, each with two words changed."""
    added = []
    for each in told:
        if each.outlet == outlet:
            for number in range(count):
                words = each.text.split()
                words[30 + number], words[80 + number] = "grey", "kerb"
                text = " ".join(words)
                added.append(replace(each, outlet=f"Copier {number}", text=text, hour=each.hour + 1))
    return [*told, *added]


def ranked_first(told: Sequence[Telling]) -> int | None:
    """The value that findings rank first; among equals the one said first."""
    read = [_reading(number, each) for number, each in enumerate(told)]
    pairs = copies(_digest(number, each) for number, each in enumerate(told))
    found = weigh(read, pairs)
    value = found[0].values[0].value if found else None
    return value.low if isinstance(value, Quantity) else None


def _at(each: Telling) -> str:
    return f"2031-03-{14 + each.hour // 24:02}T{each.hour % 24:02}:00:00+00:00"


def _digest(number: int, each: Telling) -> Digest:
    return Digest(
        f"r{number:02}",
        each.outlet,
        740_000 + each.hour // 24,
        _at(each),
        shingles=tuple(shingles(each.text)),
    )


def _reading(number: int, each: Telling) -> Reading:
    chain = (Source(each.cites, "named", "media"),) if each.cites else ()
    told = [("killed", Quantity("toll", each.value, each.value))] * each.mentions
    return telling(f"r{number:02}", each.outlet, told, text=each.text, at=_at(each), chain=chain)


def voted(told: Sequence[Telling]) -> int | None:
    """The value that most reports tell, the smaller of equals."""
    return _most(Counter(each.value for each in told))


def mentioned(told: Sequence[Telling]) -> int | None:
    """The value that is mentioned most often, the smaller of equals."""
    counts: Counter[int] = Counter()
    for each in told:
        counts[each.value] += each.mentions
    return _most(counts)


def _most(counts: Counter[int]) -> int | None:
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def truth_finder(points: Sequence[Sequence[Telling]], rounds: int = 10) -> list[int | None]:
    """TruthFinder without implication between values: trust of outlets and confidence of values by turns.

    Dampening 0.3 and initial trust 0.9, as in the paper.
    """
    trust: dict[str, float] = defaultdict(lambda: 0.9)
    confidence: list[dict[int, float]] = []
    for _ in range(rounds):
        confidence = []
        for told in points:
            sums: dict[int, float] = defaultdict(float)
            for each in told:
                sums[each.value] += -math.log(max(1e-9, 1 - trust[each.outlet]))
            confidence.append({value: 1 / (1 + math.exp(-0.3 * total)) for value, total in sums.items()})
        shares: dict[str, list[float]] = defaultdict(list)
        for told, known in zip(points, confidence, strict=True):
            for each in told:
                shares[each.outlet].append(known[each.value])
        trust.update({outlet: sum(listed) / len(listed) for outlet, listed in shares.items()})
    return [min(known, key=lambda value: (-known[value], value)) if known else None for known in confidence]


def measured(points: Sequence[tuple[int, Sequence[Telling]]]) -> dict[str, float]:
    """The share of points whose first value is true, for each way to pick."""
    tellings = [told for _, told in points]
    picked = {
        "findings": [ranked_first(told) for told in tellings],
        "vote": [voted(told) for told in tellings],
        "mentions": [mentioned(told) for told in tellings],
        "truthfinder": truth_finder(tellings),
    }
    return {
        name: round(
            sum(value == true for value, (true, _) in zip(values, points, strict=True)) / len(points), 4
        )
        for name, values in picked.items()
    }


def main() -> None:
    """Prints the shares without and with copies of the worst outlet."""
    made = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    made.add_argument("--points", type=int, default=400)
    made.add_argument("--seed", type=int, default=1)
    args = made.parse_args()
    points = list(truth_and_tellings(args.seed, args.points))
    worst = f"Outlet {OUTLETS - 1}"
    copied = [(true, with_copies(told, worst, 3)) for true, told in points]
    print(json.dumps({"plain": measured(points), "three copies of the worst outlet": measured(copied)}))


if __name__ == "__main__":
    main()
