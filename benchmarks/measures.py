"""What each benchmark comes to: runs a program of this folder on a corpus, scores what it writes, gives named figures.

Each function of `BENCHMARKS` takes a folder for its predictions and whether to be quick, and gives (name, figure).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import standoff
from benchmarks.face import Json, jsonl, write

SHARED = Path(__file__).resolve().parents[2] / "shared"


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
    """The seed report, the mean over all reports of gold/dev and their claims taken together, and the reports that
    training holds out."""
    gold = SHARED / "gold/dev"
    found = scored("claims", gold, predicted("claims", gold, folder))
    reports = found["reports"].values()
    for level in ("what", "who", "how"):
        yield f"claims.seed.{level}", found["reports"]["seed"][level]["f1"]
        yield f"claims.dev.{level}", sum(report[level]["f1"] for report in reports) / len(reports)
    yield "claims.dev.type", sum(report["type_accuracy"] or 0.0 for report in reports) / len(reports)
    yield "claims.dev.all-types", found["total"]["type_accuracy"]
    held = folder / "held-out"
    run("-m", "training.annotated", "--shared", SHARED, "--held-out", held)
    total = scored("claims", held, predicted("claims", held, folder))["total"]
    yield from ((f"claims.held-out.{level}", total[level]["f1"]) for level in ("what", "who", "how"))
    yield "claims.held-out.type", total["type_accuracy"]


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
    yield "speed.words_a_second", found["pipeline_words_a_second"]
    yield "speed.memory_mib", found["memory_mib"]


def entities(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """Typed mentions on GUM: all, and named ones only."""
    from benchmarks.entities import measured

    gold = SHARED / "corpora/syntax/gum-open-dev.conllu.gz"
    found = measured(gold, jsonl(predicted("entities", gold, folder)))
    yield from ((f"entities.gum-open-dev.{name}", 100 * value) for name, value in found.items())


def muc4(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """Role fillers, templates, and how sure the report is of organisations; beside it what one label for all gets."""
    corpus = SHARED / "corpora/muc4"
    gold, keys = corpus / "gtt-dev.jsonl.gz", [corpus / f"{name}-keys.jsonl.gz" for name in ("tst1", "tst2")]
    pred = predicted("muc4", gold, folder)
    found = scored("muc4", gold, pred, "--keys", *map(str, keys))
    yield "muc4.gtt-dev.ree", 100 * found["scores"]["REE micro"]["f1"]
    yield "muc4.gtt-dev.gtt", 100 * found["scores"]["GTT micro"]["f1"]
    yield "muc4.gtt-dev.confidence", 100 * found["org_accuracy"]
    same = folder / "one-label.jsonl"
    write(same, map(one_label, jsonl(pred)))
    found = scored("muc4", gold, same, "--keys", *map(str, keys))
    yield "muc4.gtt-dev.confidence-one-label", 100 * found["org_accuracy"]


def one_label(record: Json) -> Json:
    """The prediction with the most frequent label of MUC-4's keys for every organisation."""
    templates = [
        template | {"OrgConfidence": dict.fromkeys(template["OrgConfidence"], "REPORTED AS FACT")}
        for template in record["templates"]
    ]
    return record | {"templates": templates}


def factuality(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """Pearson's r on both corpora."""
    from benchmarks.factuality import pearson

    for name in ("uds_ih2-dev", "meantime-dev"):
        gold = SHARED / "corpora/factuality" / f"{name}.jsonl.gz"
        yield f"factuality.{name}", pearson(jsonl(gold), jsonl(predicted("factuality", gold, folder)))


def linking(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:
    """B-cubed F1 of incidents: ECB+ sub-topics, out of domain; unless quick also the clean reports of shootings."""
    for name, options in (("ecbplus-dev", ()), ("gva-dev", ("--clean",)))[: 1 if quick else 2]:
        gold = SHARED / "corpora/linking" / f"{name}.jsonl.gz"
        found = scored("linking", gold, predicted("linking", gold, folder), *options)
        yield f"linking.{name}", found["b3_f1"]


def dossier(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """Incidents, copies and findings of the dossier; ``origins-off`` is better when it is less."""
    data = SHARED / "gold/dossiers/dhaka"
    found = scored("dossier", data / "expectations.json", predicted("dossier", data, folder))
    for name in ("B-cubed", "copies", "findings"):
        yield f"dossier.{name.lower()}", found["scores"][name]["f1"]
    yield "dossier.found", found["scores"]["findings"]["r"]
    yield "dossier.status", found["status_accuracy"]
    yield "dossier.origins-off", found["origins_MAE"]


def simulate(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """The share of first-ranked values that are true, without and with copies of the worst outlet."""
    plain, copied = json.loads(run("-m", "benchmarks.simulate")).values()
    yield "simulate.findings", plain["findings"]
    yield "simulate.findings-copied", copied["findings"]


def truth(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """Places of heritage sites that are right (or coarser), the finest ones among them, and authors of books."""
    corpus = SHARED / "corpora/truth"
    for name, claims, known, more in (
        ("heritages", "heritages-claims.csv.gz", "heritages-groundtruths.csv.gz",
         ("--hierarchy", corpus / "heritages-hierarchy.csv.gz")),
        ("books", "books-claims.txt.gz", "books-golden.csv.gz", ()),
    ):  # fmt: skip
        out = folder / f"{name}.jsonl"
        options = ("--data", corpus / claims, "--truth", corpus / known, "--out", out, *more)
        found = json.loads(run("-m", "benchmarks.truth", *options))["findings"]
        yield from ((f"truth.{name}.{mark}", share) for mark, share in found.items())


def order(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """The share of shuffles that change nothing: of the dossier, unless quick also of 500 reports of shootings."""
    corpora = {"dossier": "gold/dossiers/dhaka", "gva-500": "corpora/linking/gva-dev.jsonl.gz"}
    for name in list(corpora)[: 1 if quick else 2]:
        found = json.loads(run("-m", "benchmarks.order", "--data", SHARED / corpora[name]))
        yield f"order.{name}", 1 - max(found["different"].values()) / found["shuffles"]


def growth(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """How many times dearer a report is to link at a hundred thousand stored reports than at ten thousand, and the
    memory that it takes; unless quick."""
    if quick:
        return
    lines = run("-m", "benchmarks.growth", "--sizes", "10000", "100000").splitlines()
    ten, hundred = map(json.loads, lines)
    yield "growth.cost-times", hundred["ms_a_report"] / ten["ms_a_report"]
    yield "growth.memory_mib", hundred["memory_mib"]


def size(folder: Path, quick: bool) -> Iterator[tuple[str, float]]:  # noqa: ARG001
    """Everything that ships, in MiB: the package's files."""
    package = Path(standoff.__file__).parent
    files = (path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    yield "size.mib", sum(path.stat().st_size for path in files) / (1 << 20)


BENCHMARKS: tuple[Callable[[Path, bool], Iterator[tuple[str, float]]], ...] = (
    syntax, entities, attribution, claims, tolls, muc4, factuality, pages, linking, dossier, simulate, truth, order,
    growth, speed, size,
)  # fmt: skip
