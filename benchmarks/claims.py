"""Claims of gold reports: ``python -m benchmarks.claims --data GOLD_DIR --out PRED.jsonl``.

Reads every ``*.txt``, with outlet and date from the ``.json`` beside it; never its claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.face import parser, readings, report, write
from benchmarks.gold import gold_files
from standoff.records import Report


def gold_reports(folder: Path, names: set[str] | None = None) -> Iterator[Report]:
    """The reports of a gold folder (all, or those of the given ids), in the order of their names."""
    for facts, text in gold_files(folder, names):
        yield report(text, facts["id"], facts["outlet"], facts["published"])


def main() -> None:
    """Writes the claims of every report."""
    made = parser(__doc__)
    made.add_argument("--only", type=Path, help="file with the ids to read, one a line")
    args = made.parse_args()
    names = set(args.only.read_text("utf-8").split()) if args.only else None
    write(args.out, (reading.to_json() for reading in readings(gold_reports(args.data, names))))


if __name__ == "__main__":
    main()
