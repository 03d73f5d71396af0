"""Whether the order of arrival changes anything: ``python -m benchmarks.order --data DOSSIER_DIR|FILE.jsonl[.gz]``.

Reads the reports once (``--reports`` of them), then stores them in ``--shuffles`` orders, each linked as it comes.
Compared with the order given are the incidents (the same sets of reports), the findings of each, and the codes: each
incident must have one code of its own, so that the codes of two orders map one to one, and every code ever given must
lead to an incident. Prints one JSON object; the exit code is 1 when anything differs.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import track

from benchmarks.dossier import dossier
from benchmarks.face import Json, jsonl, parser, readings
from benchmarks.linking import stream
from standoff.linking.copies import compare, copies
from standoff.linking.digest import digest
from standoff.linking.linker import Group, links
from standoff.records import Reading, Report
from standoff.records.findings import Finding
from standoff.records.incidents import Digest
from standoff.store import open_store
from standoff.weighing.findings import weigh

Weighed = dict[Group, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one order comes to: each incident's reports with its code, and with its findings."""

    codes: Mapping[Group, str]
    findings: Mapping[Group, tuple[Finding, ...]]

    def differs(self, other: Outcome) -> list[str]:
        """What is not the same: ``incidents``, ``findings``, ``codes``."""
        wrong = {
            "incidents": set(self.codes) != set(other.codes),
            "findings": self.findings != other.findings,
            "codes": len(set(other.codes.values())) != len(other.codes),
        }
        return [name for name, differs in wrong.items() if differs]


def reports(data: Path, most: int | None) -> list[Report]:
    """The reports of a dossier, or the first of a corpus by date."""
    found = dossier(data) if data.is_dir() else list(stream(jsonl(data)))
    return found[:most]


def outcome(order: Sequence[Reading], digests: Mapping[str, Digest], weighed: Weighed) -> Outcome:
    """Stores the reports in this order, and weighs each incident with its reports in this order.

    ``weighed`` keeps what reports in one order came to, for the next time that they come in that order.
    """
    store = open_store("sqlite://")
    try:
        for reading in order:
            made = digests[reading.report.id]
            copied = [copy for other in store.incidents.sharing_text(made) if (copy := compare(made, other))]
            store.incidents.relate(made, links(made, store.incidents.candidates(made)), copied)
        codes = {group: code for code, group in store.incidents.incidents()}
        code_of = {name: code for group, code in codes.items() for name in group}
    finally:
        store.close()
    inside: dict[str, list[Reading]] = {code: [] for code in codes.values()}
    for reading in order:
        inside[code_of[reading.report.id]].append(reading)
    return Outcome(codes, {group: _findings(inside[code], digests, weighed) for group, code in codes.items()})


def _findings(
    inside: Sequence[Reading], digests: Mapping[str, Digest], weighed: Weighed
) -> tuple[Finding, ...]:
    names = tuple(reading.report.id for reading in inside)
    if names not in weighed:
        weighed[names] = weigh(inside, copies(map(digests.__getitem__, names)))
    return weighed[names]


def measured(read: Sequence[Reading], shuffles: int, seed: int) -> Json:
    """How many orders gave something else than the first, by what differs."""
    digests = {reading.report.id: digest(reading) for reading in read}
    weighed: Weighed = {}
    first = outcome(read, digests, weighed)
    wrong = {"incidents": 0, "findings": 0, "codes": 0}
    chance = random.Random(seed)  # noqa: S311 - an order, no secret
    for _ in track(range(shuffles), description="shuffling", console=Console(stderr=True), transient=True):
        order = chance.sample(list(read), len(read))
        for name in first.differs(outcome(order, digests, weighed)):
            wrong[name] += 1
    return {"reports": len(read), "incidents": len(first.codes), "shuffles": shuffles, "different": wrong}


def main() -> int:
    """Prints what differed."""
    made = parser(__doc__, out=False)
    made.add_argument("--shuffles", type=int, default=20)
    made.add_argument("--reports", type=int, default=500, help="at most so many")
    made.add_argument("--seed", type=int, default=1)
    args = made.parse_args()
    chosen = reports(args.data, args.reports)
    read = list(
        track(
            readings(chosen),
            description="reading",
            total=len(chosen),
            console=Console(stderr=True),
            transient=True,
        )
    )
    found = measured(read, args.shuffles, args.seed)
    print(json.dumps(found))
    return int(any(found["different"].values()))


if __name__ == "__main__":
    sys.exit(main())
