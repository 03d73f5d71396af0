"""Incidents of a stream of reports: ``python -m benchmarks.linking --data FILE.jsonl[.gz] --out PRED.jsonl``.

Reads the reports in the order of their dates, each linked as it comes with those before it. Writes ``id`` and
``incident`` (the smallest id among its reports). Of the corpus it looks at id, text, title, url and date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.face import Json, jsonl, parser, readings, report, write
from standoff.errors import EmptyInput
from standoff.linking.digest import digest
from standoff.linking.linker import Linker
from standoff.records import Report


def stream(rows: list[Json]) -> Iterator[Report]:
    """The reports with a text, by date; those without a date come last."""
    for row in sorted(rows, key=lambda row: (row["published"] is None, row["published"], row["id"])):
        try:
            made = report(row["text"], row["id"], published=row["published"])
        except EmptyInput:
            continue
        yield replace(made, title=row.get("title") or made.title, url=row.get("url"))


def main() -> None:
    """Writes the incident of every report."""
    args = parser(__doc__).parse_args()
    linker = Linker()
    for reading in readings(stream(jsonl(args.data))):
        linker.add(digest(reading))
    write(args.out, ({"id": name, "incident": group[0]} for group in linker.groups() for name in group))


if __name__ == "__main__":
    main()
