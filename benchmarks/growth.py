"""What linking one more report costs as the store grows: ``python -m benchmarks.growth [--sizes N …] [--memory]``.

Makes a stream of digests, 300 a day: at any time 120 incidents are reported on, each with its own names and words
beside common words, which are drawn by how many documents hold them, and names that come up again and again for as long
as the stream goes on. Links each report as it comes, in a new database or (``--memory``) without one.
Prints a JSON line for each size: the mean milliseconds of processor time a report over the last thousand before it, and
the peak memory in MiB. A store of a thousand reports is three days old; from the tenth thousand on it is older than the
window in which reports are compared by their words.

Only the last ``--linked`` reports before each size are linked; those before them are stored in bulk, so that they are
found as all others are but have no links of their own. ``--linked`` as large as the largest size links all.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, islice, pairwise
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa
from rich.console import Console
from rich.progress import track

from benchmarks.face import Json
from standoff.linking.copies import compare
from standoff.linking.linker import Linker, links
from standoff.linking.words import weighed
from standoff.records.incidents import Digest, Spot
from standoff.store import open_store
from standoff.store.digest_rows import rows_of

DAILY = 300  # reports a day
OPEN = 120  # incidents that are reported at one time
NAMES, WORDS = 8, 30  # own names and words of an incident
# Names that recur: two reports that have no incident in common share two of them once in 100,000 pairs, as two reports
# of the Gun Violence Archive would if there were fifty such beats.
RECURRING, RECURRING_TOLD, FALL = 20_000, 3, 0.7
LENGTH = 80  # common words a report
LINKED = 2_000  # an incident is reported on for four days, which is 1,200 reports
WINDOW = 1_000  # reports that a mean is taken over
SHINGLES = 150
BULK = 1_000  # reports stored in one transaction


class Simulated(NamedTuple):
    """An incident's own names, its words, and where it is."""

    names: list[str]
    words: list[str]
    spot: Spot


def stream(seed: int, count: int) -> Iterator[Digest]:
    """So many digests, by day. With one report in ten an incident ends, and a new one takes its place."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    open_now = [_incident(chance, number) for number in range(OPEN)]
    for number in range(count):
        at = chance.randrange(OPEN)
        if chance.random() < 0.1:
            open_now[at] = _incident(chance, OPEN + number)
        yield _digest(chance, number, open_now[at])


@cache
def _vocabulary() -> tuple[list[str], list[int]]:
    """Words and in how many documents each stands, from the table that linking weighs words by."""
    packed = (files("standoff.linking") / "data" / "word_counts.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").splitlines()
    counts = [line.split("\t") for line in lines if not line.startswith(("#", "\t"))]
    return [word for word, _ in counts], list(accumulate(int(count) for _, count in counts))


def _common(chance: random.Random, count: int) -> list[str]:
    words, sums = _vocabulary()
    return chance.choices(words, cum_weights=sums, k=count)


@cache
def _recurring() -> list[float]:
    """Sums of how often each name recurs, the n-th as n to the power of ``-FALL`` (Zipf)."""
    return list(accumulate(place**-FALL for place in range(1, RECURRING + 1)))


def _incident(chance: random.Random, number: int) -> Simulated:
    names = [f"name{number}x{place}" for place in range(NAMES)]
    spot = Spot(chance.uniform(-60, 60), chance.uniform(-180, 180), 10.0)
    return Simulated(names, chance.choices(_vocabulary()[0], k=WORDS), spot)


def _digest(chance: random.Random, number: int, incident: Simulated) -> Digest:
    known = chance.choices(range(RECURRING), cum_weights=_recurring(), k=RECURRING_TOLD)
    told = Counter([*chance.sample(incident.names, 6), *(f"known{place}" for place in known)])
    text = told + Counter(chance.sample(incident.words, 20)) + Counter(_common(chance, LENGTH))
    return Digest(
        f"r{number:07}",
        day=740_000 + number // DAILY,
        words=tuple(weighed(text).items()),
        names=tuple(weighed(told).items()),
        spots=(incident.spot,),
        shingles=tuple(range(number * SHINGLES, (number + 1) * SHINGLES)),  # no copies
    )


class InMemory:
    """Links a report with those before it, in memory."""

    def __init__(self) -> None:
        self._linker = Linker()

    def fill(self, digests: Iterable[Digest]) -> None:
        """Add reports that are not measured."""
        for digest in digests:
            self._linker.add(digest)

    def add(self, digest: Digest) -> None:
        """Link one more report."""
        self._linker.add(digest)


class InStore:
    """Links a report with those before it in a new database; copies are looked for too."""

    def __init__(self, path: Path) -> None:
        self._store = open_store(str(path))
        self._path = path

    def fill(self, digests: Iterable[Digest]) -> None:
        """Store digests with their keys, without links."""
        engine = sa.create_engine(f"sqlite:///{self._path}")
        for some in batched(digests, BULK):
            rows: dict[sa.Table, list[Json]] = defaultdict(list)
            for digest in some:
                for table, found in rows_of(digest, (), ()):
                    rows[table] += found
            with engine.begin() as connection:
                for table, found in rows.items():
                    connection.execute(table.insert(), found)
        engine.dispose()

    def add(self, digest: Digest) -> None:
        """Link one more report."""
        store = self._store.incidents
        copied = [copy for other in store.sharing_text(digest) if (copy := compare(digest, other))]
        store.relate(digest, links(digest, store.candidates(digest)), copied)


def measured(sizes: Sequence[int], into: InMemory | InStore, seed: int, linked: int) -> Iterator[Json]:
    """Milliseconds of processor time a report, and MiB, as each size is reached. Making the stream is not counted."""
    made = iter(
        track(
            stream(seed, max(sizes)),
            description="linking",
            total=max(sizes),
            console=Console(stderr=True),
            transient=True,
        )
    )
    for done, size in pairwise((0, *sorted(sizes))):
        into.fill(islice(made, max(0, size - linked - done)))
        spent: deque[float] = deque(maxlen=WINDOW)
        for digest in islice(made, min(linked, size - done)):
            begin = time.process_time()
            into.add(digest)
            spent.append(time.process_time() - begin)
        mean = round(1000 * sum(spent) / len(spent), 3)
        yield {"reports": size, "ms_a_report": mean, "memory_mib": round(_peak_mib())}


def batched(digests: Iterable[Digest], size: int) -> Iterator[list[Digest]]:
    """So many at a time."""
    rest = iter(digests)
    return iter(lambda: list(islice(rest, size)), [])


def _peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main() -> None:
    """Prints the figures."""
    made = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    made.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    made.add_argument("--memory", action="store_true", help="link in memory, without a database")
    made.add_argument("--linked", type=int, default=LINKED, help="how many before each size are linked")
    made.add_argument("--seed", type=int, default=1)
    args = made.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        into = InMemory() if args.memory else InStore(Path(folder) / "growth.db")
        for found in measured(args.sizes, into, args.seed, args.linked):
            print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
