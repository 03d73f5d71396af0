"""Every benchmark against its floor: ``python -m benchmarks [--quick]``, one table, exit code 1 under a floor.

Floors and the hashes of the corpora that they were measured on are in `floors.toml`; a corpus that has changed fails,
since its figures would mean something else. ``--quick`` measures speed on fewer reports; all else is the same.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
FLOORS = HERE / "floors.toml"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure, its floor and the target of the issue that asks for it (both may be missing)."""

    name: str
    value: float
    floor: float | None
    target: float | None

    @property
    def passes(self) -> bool:
        """Whether the figure is at its floor or over; figures of size (``memory``) must be at it or under."""
        if self.floor is None:
            return True
        return self.value <= self.floor if "memory" in self.name else self.value >= self.floor


def run(*command: str | Path) -> str:
    """Standard output of a Python program; its errors go to ours. Exits when it fails."""
    made = subprocess.run(
        [sys.executable, *map(str, command)], stdout=subprocess.PIPE, text=True, check=False
    )
    if made.returncode:
        sys.exit(f"benchmarks: {' '.join(map(str, command))} failed with exit code {made.returncode}")
    return made.stdout


def predicted(program: str, data: Path, folder: Path) -> Path:
    """Runs a benchmark program and gives the file of its predictions."""
    out = folder / f"{program}-{data.name}.out"
    run("-m", f"benchmarks.{program}", "--data", data, "--out", out)
    return out


def scored(scorer: str, gold: Path, pred: Path, *options: str) -> Json:
    """What a scorer of ``shared/score`` says."""
    made: Json = json.loads(
        run(SHARED / "score" / f"{scorer}.py", "--gold", gold, "--pred", pred, "--json", *options)
    )
    return made


def syntax(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001 - one face for all
    """UPOS and LAS on both corpora."""
    for name in ("ewt-dev", "gum-open-dev"):
        gold = SHARED / "corpora/syntax" / f"{name}.conllu.gz"
        found = scored("syntax", gold, predicted("syntax", gold, folder))["scores"]
        yield from ((f"syntax.{name}.{m}", 100 * found[m]["f1"]) for m in ("UPOS", "LAS"))


def attribution(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """Exact pieces and linked attributions on PolNeAR; nested ones on GUM."""
    gold = SHARED / "corpora/attribution/polnear-dev.jsonl.gz"
    found = scored("attribution", gold, predicted("attribution", gold, folder), "--all-annotators")["scores"]
    for name in ("pieces source", "pieces cue", "pieces content", "linked"):
        yield f"attribution.polnear-dev.{name.replace(' ', '-')}", 100 * found[name]["f1"]
    gold = SHARED / "corpora/attribution/gum-open-dev.jsonl.gz"
    found = scored("attribution", gold, predicted("attribution", gold, folder), "--all")["scores"]
    yield "attribution.gum-open-dev.nested", 100 * found["nested"]["f1"]


def claims(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """The seed report, and the mean over the other reports of gold/dev."""
    gold = SHARED / "gold/dev"
    found = scored("claims", gold, predicted("claims", gold, folder))
    for level in ("what", "who", "how"):
        yield f"claims.seed.{level}", found["reports"]["seed"][level]["f1"]
        others = [r[level]["f1"] for name, r in found["reports"].items() if name != "seed"]
        yield f"claims.others.{level}", sum(others) / len(others)
    yield "claims.type", found["total"]["type_accuracy"]


def tolls(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """Tolls, places and dates of shootings: all 300 reports, and the half whose errors nobody read."""
    data = SHARED / "corpora/linking/gva-dev.jsonl.gz"
    found = json.loads(
        run("-m", "benchmarks.tolls", "--data", data, "--out", folder / "tolls.out", "--score")
    )
    for part, name in (("all", "tolls"), ("kept", "tolls.kept")):
        yield from ((f"{name}.{point}", share) for point, share in found[part].items())


def pages(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """Main text of real pages."""
    from benchmarks.pages import measured

    data = SHARED / "corpora/pages"
    found = [json.loads(line) for line in predicted("pages", data, folder).read_text("utf-8").splitlines()]
    yield "pages.f1", measured(data, found)["f1"]


def speed(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """The pipeline against the bare encoder."""
    data = SHARED / "corpora/linking/gva-dev.jsonl.gz"
    found = json.loads(run("-m", "benchmarks.speed", "--data", data, "--reports", "120" if quick else "500"))[
        "all"
    ]
    yield "speed.ratio", found["ratio"]
    yield "speed.memory_mib", found["memory_mib"]


BENCHMARKS: tuple[Callable[[Path, bool], Iterator[tuple[str, float]]], ...] = (
    syntax, attribution, claims, tolls, pages, speed,
)  # fmt: skip


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
    parser.add_argument("--quick", action="store_true", help="speed on fewer reports, for CI")
    parser.add_argument("--only", nargs="*", help="some of: syntax attribution claims tolls pages speed")
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
