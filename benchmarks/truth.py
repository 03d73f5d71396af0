"""Weighing against known truths: ``python -m benchmarks.truth --data FILE [--hierarchy FILE] --out PRED.jsonl``.

``--data`` is ``heritages-claims.csv`` (where each of 785 sites lies, as web sites tell it; ``--hierarchy`` says which
place lies in which) or ``books-claims.txt`` (the authors of each book, as shops tell them), gzipped or not. Each row is
a report of one claim, so nothing tells copies. Written is the value that the finding ranks first: a place, or as many
authors as the first-ranked number says, the best-told ones. ``--truth FILE`` scores it beside a plain vote: of places
``right`` (the place or a coarser one), and ``finest`` (the finest true place that anybody tells); of books ``right``
(all authors and no others).
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.progress import track

from benchmarks.face import Json, jsonl, lines_of, parser, write
from benchmarks.telling import telling
from standoff.extraction.places.names import name_key
from standoff.records import Entity, Place, Quantity, Value
from standoff.records.findings import Finding
from standoff.weighing.findings import weigh


class Row(NamedTuple):
    """One source's value of one thing."""

    thing: str
    source: str
    value: str


Told = Mapping[str, Sequence[Row]]
Paths = Mapping[str, Sequence[str]]


def rows(path: Path) -> Told:
    """The rows by the thing that they are about, in the order of the file."""
    found: dict[str, list[Row]] = defaultdict(list)
    with lines_of(path) as lines:
        for cells in list(csv.reader(lines, skipinitialspace=True))[1:]:
            row = Row(cells[0], cells[1], cells[2]) if len(cells) == 3 else Row(cells[2], cells[5], cells[4])
            found[row.thing].append(row)
    return found


def hierarchy(path: Path | None) -> Paths:
    """Each place's path of names, itself first; of several places of one name the one listed first."""
    if path is None:
        return {}
    with lines_of(path) as lines:
        nodes = {row["ID"]: row for row in csv.DictReader(lines)}
    found: dict[str, Sequence[str]] = {}
    for node in nodes.values():
        names = []
        while node["parentID"] != "-1":
            names.append(node["name"])
            node = nodes[node["parentID"]]
        if names:
            found.setdefault(names[0], names)
    return found


def place(told: Sequence[Row], paths: Paths) -> str:
    """The place that comes first."""
    names = {", ".join(paths.get(row.value, [row.value])): row.value for row in told}
    phrases = {value: phrase for phrase, value in names.items()}
    found = _weighed(told, {row.value: [("place", Place(phrases[row.value]))] for row in told})
    return names[str(found["place"].values[0].value)]


def authors(told: Sequence[Row]) -> list[str]:
    """The authors that come first, sorted: as many as the first number says. Who leaves authors out denies none, so a
    list of three says "three or more"."""
    lists = {row.value: people(row.value) for row in told}
    values: dict[str, Sequence[tuple[str, Value]]] = {
        value: [
            ("actor_count", Quantity("count", len(named), None)),
            *(("actor", Entity(name)) for name in named),
        ]
        for value, named in lists.items()
        if named
    }
    found = _weighed(told, values)
    if "actor" not in found:
        return []
    first = found["actor_count"].values[0].value
    most = first.low or 0 if isinstance(first, Quantity) else 0
    return sorted(str(value.value) for value in found["actor"].values[:most])


def people(text: str) -> list[str]:
    """The surnames in a list of authors, however it is written: "Lint, Ada; Vane, M." or "Ada Lint, Mirko Vane"."""
    listed = re.split(r"[;/&]|\band\b|\bwith\b", re.sub(r"\(.*?\)", " ", html.unescape(text)))
    names = [part for part in listed if name_key(part) and name_key(part) != "not available"]
    surnames = [name for part in names for name in _surnames(part)]
    return list(dict.fromkeys(surnames))


def _surnames(part: str) -> Iterator[str]:
    """Of "Lint, Ada" one surname, of "Ada Lint, Mirko Vane" two: there the first comma has several words before it."""
    pieces = [piece for piece in map(name_key, part.split(",")) if piece]
    if len(pieces) > 1 and " " in pieces[0]:
        yield from (piece.split()[-1] for piece in pieces)
    elif len(pieces) > 1:
        yield pieces[0]
    elif pieces:
        yield pieces[0].split()[-1]


def _weighed(told: Sequence[Row], values: Mapping[str, Sequence[tuple[str, Value]]]) -> dict[str, Finding]:
    readings = [
        telling(f"r{number:04}", row.source, values[row.value])
        for number, row in enumerate(told)
        if row.value in values
    ]
    return {finding.slot: finding for finding in weigh(readings)}


def judged(data: Told, paths: Paths) -> Iterator[Json]:
    """One record a thing: what is ranked first, and what a plain vote picks (the first of equals by name)."""
    for thing, told in track(
        sorted(data.items()), description="weighing", console=Console(stderr=True), transient=True
    ):
        votes = Counter(row.value for row in told)
        voted = min(votes, key=lambda value: (-votes[value], value))
        if paths:
            yield {"id": thing, "first": place(told, paths), "vote": voted, "told": sorted(votes)}
        else:
            yield {"id": thing, "first": authors(told), "vote": sorted(people(voted))}


def measured(found: Sequence[Json], truth: Path, paths: Paths) -> Json:
    """Shares of the things whose truth is known, for findings and for the vote."""
    with lines_of(truth) as lines:
        known = {cells[0]: cells[-1] for cells in csv.reader(lines, skipinitialspace=True)}
    scored = [each for each in found if each["id"] in known]
    sides: Json = {}
    for name, key in (("findings", "first"), ("vote", "vote")):
        marks = [_marks(each, each[key], known[each["id"]], paths) for each in scored]
        sides[name] = {mark: round(sum(each[mark] for each in marks) / len(marks), 4) for mark in marks[0]}
    return sides | {"things": len(scored)}


def _marks(each: Json, picked: str | list[str], true: str, paths: Paths) -> dict[str, bool]:
    if not isinstance(picked, str):
        return {"right": sorted(people(true)) == picked}
    fitting = [name for name in each["told"] if f",{name}," in f",{true},"]
    finest = max((len(paths.get(name, [name])) for name in fitting), default=0)
    right = picked in fitting
    return {"right": right, "finest": right and len(paths.get(picked, [picked])) == finest}


def main() -> None:
    """Writes what comes first, and prints how often it is true when the truth is given."""
    made = parser(__doc__)
    made.add_argument("--hierarchy", type=Path, help="which place lies in which: ID, name, parentID")
    made.add_argument("--truth", type=Path, help="the true values, to score by")
    args: argparse.Namespace = made.parse_args()
    paths = hierarchy(args.hierarchy)
    write(args.out, judged(rows(args.data), paths))
    if args.truth:
        print(json.dumps(measured(jsonl(args.out), args.truth, paths)))


if __name__ == "__main__":
    main()
