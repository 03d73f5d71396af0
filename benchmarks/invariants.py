"""The promises on every text there is: ``python -m benchmarks.invariants --data CORPORA [--limit N] [--twice N]``.

Runs the whole reader and extractor over every text under a folder, checks each reading (`promises`), and reads every
n-th once more, alone, which must give the same bytes. Prints a line for each breach, with its corpus and document, and
a table; exits with 1 when a promise is broken.
"""

from __future__ import annotations

import sys
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.face import parser
from benchmarks.promises import breaches
from benchmarks.texts import Document, documents
from standoff import flow
from standoff.errors import InputError
from standoff.publish.safety import to_json
from standoff.records import Reading, Report

_SHOWN = 5  # breaches of one document


@dataclass(frozen=True, slots=True)
class Tally:
    """What was read of one corpus: how much, how many texts ingest refused, and the breaches."""

    documents: int = 0
    refused: int = 0
    words: int = 0
    claims: int = 0
    twice: int = 0
    broken: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def checked(found: Iterable[Document], every: int) -> Iterator[tuple[Document, Tally, list[str]]]:
    """What each document comes to, and its breaches; every ``every``-th is read twice (0: none)."""
    waiting: deque[Document] = deque()

    def loaded() -> Iterator[Report | InputError]:
        for item in found:
            waiting.append(item)
            yield item.report

    for number, made in enumerate(flow.read_stream(loaded())):
        item = waiting.popleft()
        if isinstance(made, InputError):
            refused = made is item.report
            yield item, Tally(1, refused=refused, broken=not refused), [] if refused else [str(made)]
            continue
        twice = every > 0 and number % every == 0
        broken = list(breaches(made))
        if twice and _bytes(flow.read(made.report)) != _bytes(made):
            broken.append("read twice, it gives two readings")
        yield item, Tally(1, 0, len(made.words), len(made.claims), twice, len(broken)), broken


def _bytes(reading: Reading) -> str:
    return to_json(reading.to_json())


def table(tallies: Mapping[str, Tally]) -> str:
    """One line a corpus, and their sum."""
    rows = [*tallies.items(), ("all", sum(tallies.values(), Tally()))]
    width = max(len(name) for name, _ in rows)
    head = "".join(f"{name:>10}" for name in Tally.__slots__)
    lines = [
        f"{name:{width}}{''.join(f'{getattr(tally, column):>10,}' for column in Tally.__slots__)}"
        for name, tally in rows
    ]
    return "\n".join([f"{'corpus':{width}}{head}", *lines])


def _with_bar(found: Sequence[Document]) -> Iterator[Document]:
    """The documents as they are drawn, with a bar on a terminal."""
    from rich.console import Console
    from rich.progress import track

    shown = sys.stderr.isatty()
    yield from track(found, "Reading", console=Console(stderr=True), disable=not shown)


def main() -> int:
    """Reads and checks; 1 when a promise is broken."""
    made = parser(__doc__, out=False)
    made.add_argument("--limit", type=int, metavar="N", help="the most documents of one file")
    made.add_argument("--twice", type=int, default=20, metavar="N", help="read every n-th twice; 0: none")
    args = made.parse_args()
    tallies: dict[str, Tally] = defaultdict(Tally)
    found = list(documents(args.data, args.limit))
    for item, tally, broken in checked(_with_bar(found), args.twice):
        tallies[item.corpus] += tally
        for line in broken[:_SHOWN]:
            print(f"{item.corpus}, {item.name}: {line}", file=sys.stderr)
    print(table(tallies))
    return 1 if any(tally.broken for tally in tallies.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
