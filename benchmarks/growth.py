"""What linking one more report costs as the store grows: ``python -m benchmarks.growth [--sizes N …] [--store FILE]``.

Makes a stream of digests: incidents come up on every day and are reported for some days after, each with its own names
and words among those of a fixed vocabulary. Links each report as it comes, in memory or (``--store``) in a database.
Prints, for each size, the mean milliseconds a report over the last thousand before it, and the peak memory in MiB.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.progress import track

from benchmarks.face import Json
from standoff.linking.copies import compare
from standoff.linking.linker import Linker, links
from standoff.linking.words import weighed
from standoff.records.incidents import Digest, Spot
from standoff.store import open_store

DAILY = 300  # reports a day
OPEN = 120  # incidents that are reported at one time
NAMES, WORDS, VOCABULARY = 8, 30, 20_000  # own names and words of an incident; common words
LENGTH = 160  # words a report
WINDOW = 1_000  # reports that a mean is taken over
SHINGLES = 150


def stream(seed: int, count: int) -> Iterator[Digest]:
    """So many digests, by day. One incident in fifty reports ends, and a new one takes its place."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    open_now = [_incident(chance, number) for number in range(OPEN)]
    for number in range(count):
        at = min(int(chance.expovariate(6 / OPEN)), OPEN - 1)  # a few incidents have most of the reports
        if chance.random() < 0.02:
            open_now[at] = _incident(chance, OPEN + number)
        yield _digest(chance, number, open_now[at])


def _incident(chance: random.Random, number: int) -> tuple[list[str], list[str], Spot]:
    names = [f"name{number}x{place}" for place in range(NAMES)]
    words = [f"term{chance.randrange(VOCABULARY)}" for _ in range(WORDS)]
    return names, words, Spot(chance.uniform(-60, 60), chance.uniform(-180, 180), 10.0)


def _digest(chance: random.Random, number: int, incident: tuple[list[str], list[str], Spot]) -> Digest:
    names, words, spot = incident
    told = Counter(chance.sample(names, 6))
    common = (f"term{int(VOCABULARY * chance.random() ** 3)}" for _ in range(LENGTH))
    text = told + Counter(chance.sample(words, 20)) + Counter(common)
    return Digest(
        f"r{number:07}",
        day=740_000 + number // DAILY,
        words=tuple(weighed(text).items()),
        names=tuple(weighed(told).items()),
        spots=(spot,),
        shingles=tuple(sorted(chance.getrandbits(63) for _ in range(SHINGLES))),
    )


def in_memory() -> Callable[[Digest], object]:
    """What links a report with those before it, in memory."""
    return Linker().add


def in_store(path: Path) -> Callable[[Digest], object]:
    """What links a report with those before it, in a database; copies are looked for too."""
    store = open_store(str(path))

    def add(made: Digest) -> None:
        copied = [copy for other in store.incidents.sharing_text(made) if (copy := compare(made, other))]
        store.incidents.relate(made, links(made, store.incidents.candidates(made)), copied)

    return add


def measured(sizes: list[int], add: Callable[[Digest], object], seed: int) -> Json:
    """Milliseconds a report and MiB at each size. Making the stream is not counted."""
    spent: deque[float] = deque(maxlen=WINDOW)
    found: Json = {}
    made = track(stream(seed, max(sizes)), description="linking", total=max(sizes), transient=True)
    for number, digest in enumerate(made, 1):
        begin = time.perf_counter()
        add(digest)
        spent.append(time.perf_counter() - begin)
        if number in sizes:
            found[str(number)] = {
                "ms_a_report": round(1000 * sum(spent) / len(spent), 3),
                "memory_mib": round(_peak_mib()),
            }
    return found


def _peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main() -> None:
    """Prints the figures."""
    made = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    made.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    made.add_argument("--store", type=Path, help="a new database to link in, instead of memory")
    made.add_argument("--seed", type=int, default=1)
    args = made.parse_args()
    add = in_store(args.store) if args.store else in_memory()
    print(json.dumps(measured(args.sizes, add, args.seed)))


if __name__ == "__main__":
    main()
