"""Every task in one table: ``python -m benchmarks.quality --out docs/quality.md`` (``make bench-model``).

The rows, with published figures and targets, are in ``quality.toml``. Invariant: every figure of the page was measured
in this run, by the shipped model, on dev parts.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.measures import BENCHMARKS, SHARED
from standoff.reading.graph import cores
from standoff.reading.words import model_folder

Row = Mapping[str, Any]
ROWS = Path(__file__).parent / "quality.toml"
HEAD = ("| task | measure | figure | published | target | |", "|---|---|---|---|---|---|")
INTRODUCTION = (
    "# Quality",
    "",
    "Made by `make bench-model`; do not edit. All figures are of the shipped model (int8) on dev parts, F1 and",
    "accuracy in per cent unless they are under 1. Published figures are mostly of test parts and of models of 110",
    "million parameters and more, one for each task.",
    "",
)


def rows() -> list[Row]:
    """The rows of the table, in order."""
    found: list[Row] = tomllib.loads(ROWS.read_text("utf-8"))["row"]
    return found


def page(figures: Mapping[str, float]) -> str:
    """The page in Markdown; a row whose figure was not measured is left out."""
    lines = [line(row, figures) for row in rows() if row["figure"] in figures]
    model = model_folder() / "model.onnx"
    mark = hashlib.sha256(model.read_bytes()).hexdigest()[:12]
    size = f"{model.stat().st_size / (1 << 20):.1f} MiB"
    about = f"Model: one graph, {size}, SHA-256 {mark}…; measured on {cores()} cores, no GPU."
    return "\n".join([*INTRODUCTION, about, "", *HEAD, *lines, ""])


def line(row: Row, figures: Mapping[str, float]) -> str:
    """One row. ``over`` names the figure that the target is a distance from."""
    value, target = figures[row["figure"]], row.get("target")
    base = figures.get(row.get("over", ""), 0.0)
    wanted = "–" if target is None else f"{shown(base)} + {target}" if base else shown(target)
    short = target is not None and missed(row["figure"], value, base + target)
    cells = (
        row["task"],
        row["measure"],
        shown(value),
        row.get("anchor", "–"),
        wanted,
        "missed" if short else "",
    )
    return f"| {' | '.join(cells)} |"


def missed(name: str, value: float, target: float) -> bool:
    """Whether a figure falls short of its target; where less is better (sizes, errors, how many times dearer something
    gets), whether it exceeds it."""
    return value > target if name.endswith(("mib", "-off", "-times")) else value < target


def shown(value: float) -> str:
    """A figure as people write it."""
    return f"{value:.2f}" if abs(value) < 2 else f"{value:,.0f}" if value >= 1000 else f"{value:.1f}"


def main() -> int:
    """Measures everything and writes the page."""
    made = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    made.add_argument("--out", type=Path, required=True)
    made.add_argument("--only", nargs="*", help="some of: " + " ".join(each.__name__ for each in BENCHMARKS))
    args = made.parse_args()
    if not SHARED.exists():
        sys.exit("benchmarks: no folder shared/ beside the project, so there are no corpora to measure on")
    figures: dict[str, float] = {}
    wanted = args.only or {row["figure"].split(".")[0] for row in rows()}
    with tempfile.TemporaryDirectory() as folder:
        for benchmark in BENCHMARKS:
            if benchmark.__name__ in wanted:
                figures.update(benchmark(Path(folder), False))
    args.out.write_text(page(figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
