"""Every benchmark against its floor: ``python -m benchmarks [--quick]``, one table, exit code 1 under a floor.

Floors and the hashes of the corpora that they were measured on are in `floors.toml`; a corpus that has changed fails,
since its figures would mean something else. ``--quick`` measures speed on fewer reports, links no shootings and
grows no store; all else is the same.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measures import BENCHMARKS, SHARED
from benchmarks.quality import missed

FLOORS = Path(__file__).parent / "floors.toml"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure, its floor and the target of the issue that asks for it (both may be missing)."""

    name: str
    value: float
    floor: float | None
    target: float | None

    @property
    def passes(self) -> bool:
        """Whether the figure does not miss its floor, where it has one."""
        return self.floor is None or not missed(self.name, self.value, self.floor)


def check_corpora(known: dict[str, str]) -> list[str]:
    """The corpora whose files are not those that the floors were measured on."""
    return [name for name, digest in known.items() if digest_of(SHARED / name) != digest]


def digest_of(path: Path) -> str:
    """SHA-256 of a file, or of a folder's files with their names, in order; of nothing when it is missing."""
    digest = hashlib.sha256()
    for item in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if item.is_file():
            digest.update(item.name.encode() + b"\0" + hashlib.sha256(item.read_bytes()).digest())
    return digest.hexdigest()


def table(measures: list[Measure]) -> str:
    """One line a figure."""

    def shown(value: float | None) -> str:
        return "–" if value is None else f"{value:.3f}" if abs(value) < 2 else f"{value:.1f}"

    width = max(len(m.name) for m in measures)
    lines = [f"{'measure':{width}} {'figure':>8} {'floor':>8} {'target':>8}"]
    for m in measures:
        figures = " ".join(f"{shown(value):>8}" for value in (m.value, m.floor, m.target))
        lines.append(f"{m.name:{width}} {figures}{'' if m.passes else '  UNDER THE FLOOR'}")
    return "\n".join(lines)


def main() -> int:
    """Runs what is asked for and prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--quick", action="store_true", help="speed on fewer reports, no shootings, no growth, for CI"
    )
    parser.add_argument(
        "--only", nargs="*", help="some of: " + " ".join(each.__name__ for each in BENCHMARKS)
    )
    args = parser.parse_args()
    if not SHARED.exists():
        print(
            "benchmarks: no folder shared/ beside the project, so there are no corpora to measure on; nothing done"
        )
        return 0
    known = tomllib.loads(FLOORS.read_text("utf-8"))
    if changed := check_corpora(known["corpora"]):
        sys.exit(
            f"benchmarks: other data than the floors were measured on: {', '.join(changed)}; measure anew"
        )
    measures = []
    with tempfile.TemporaryDirectory() as folder:
        for benchmark in BENCHMARKS:
            if not args.only or benchmark.__name__ in args.only:
                for name, value in benchmark(Path(folder), args.quick):
                    measures.append(
                        Measure(name, value, known["floors"].get(name), known["targets"].get(name))
                    )
    print(table(measures))
    return 0 if all(m.passes for m in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
