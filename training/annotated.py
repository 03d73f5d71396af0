"""Claims of reports as places in their texts, most of which are not ours to pass on (`training/data/annotated.jsonl`).

    python -m training.annotated --shared SHARED                             checks the file and counts
    python -m training.annotated --shared SHARED --held-out FOLDER           writes the held-out reports as gold files
    python -m training.annotated --shared SHARED --gold FOLDER --meta META   adds a folder of gold files

A line holds a report: the corpus and its name there, a hash of its text, outlet and date, and claims in the form of
``CLAIMS.md`` section 5, but every word of the report is told by its offsets: ``at`` are the places of quotes; ``text``,
``party`` and a link's ``name`` are the stretches that make them up, or null where the text lacks a word of them.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.gold import gold_files, place

FILE = Path(__file__).parent / "data" / "annotated.jsonl"
PLAIN = {"polarity": "affirmed", "certainty": "certain", "realis": "actual"}
CORPORA = {  # file, key of the name, key of the text
    "ecb": ("linking/ecbplus-dev.jsonl.gz", "id", "text"),
    "gva": ("linking/gva-dev.jsonl.gz", "id", "text"),
    "gum": ("attribution/gum-open-train.jsonl.gz", "doc_id", "text"),
    "muc4": ("muc4/dev-texts.jsonl.gz", "id", "text"),
    "polnear": ("attribution/polnear-train.jsonl.gz", "doc_id", "text"),
}
PAGES = "pages/ground-truth.json"
OURS = Path(__file__).parent / "data" / "wires"  # written by us: a text file each
HELD_OUT = Path(__file__).parent / "heldout.txt"  # ids of reports that no training learns from

Json = dict[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True)
class Annotated:
    """A report with its claims: as gold files have them, each with ``spans``, the places of its quotes, too."""

    id: str
    text: str
    outlet: str | None
    published: str | None
    claims: list[Json]


def read_gold(folder: Path) -> Iterator[Annotated]:
    """Reports of a folder of gold files, by name."""
    for record, text in gold_files(folder):
        claims = [claim | {"spans": places(claim, text)} for claim in record["claims"]]
        yield Annotated(record["id"], text, record.get("outlet"), record.get("published"), claims)


def places(claim: Json, text: str) -> list[Span]:
    """Where the quotes of a gold claim stand."""
    quotes = (claim, *({"quote": quote} for quote in claim.get("also") or []))
    return [(at.start, at.end) for at in (place(quote, text) for quote in quotes)]


@cache
def texts(corpora: Path, corpus: str) -> dict[str, str]:
    """The texts of a corpus by name."""
    if corpus == "wires":
        return {path.stem: path.read_bytes().decode("utf-8") for path in OURS.glob("*.txt")}
    if corpus == "pages":
        pages = json.loads((corpora / PAGES).read_text("utf-8"))
        return {name: page["articleBody"] for name, page in pages.items()}
    file, name, text = CORPORA[corpus]
    with gzip.open(corpora / file, "rt", encoding="utf-8") as lines:
        return {record[name]: record[text] for record in map(json.loads, lines)}


def held_out() -> frozenset[str]:
    return frozenset(HELD_OUT.read_text("utf-8").split())


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def with_texts(shared: Path, file: Path) -> Iterator[tuple[str, Json, str]]:
    """The name, the record and the text of each line of a file of places. Raises `ValueError` when a corpus has another
    text than the one that was annotated."""
    for line in file.read_text("utf-8").splitlines():
        record = json.loads(line)
        text = texts(shared / "corpora", record["corpus"])[record["name"]]
        name = f"{record['corpus']}/{record['name']}"
        if fingerprint(text) != record["hash"]:
            raise ValueError(f"{name}: not the text that was annotated")
        yield name, record, text


def read_annotated(shared: Path, file: Path = FILE) -> Iterator[Annotated]:
    """The reports of the file with their texts. Raises `ValueError` when a corpus has another text."""
    for name, record, text in with_texts(shared, file):
        claims = [_with_words(claim, text) for claim in record["claims"]]
        yield Annotated(name, text, record["outlet"], record["published"], claims)


def _with_words(claim: Json, text: str) -> Json:
    def words(parts: list[Span] | None) -> str:
        return " ".join(word for start, end in parts or () for word in text[start:end].split())

    spans = [tuple(at) for at in claim["at"]]
    value = {key: words(part) if key in ("text", "party") else part for key, part in claim["value"].items()}
    if "text" in value:  # an antecedent that stands nowhere: the quote speaks for it
        value["text"] = value["text"] or words(spans[:1])
    chain = [link | {"name": words(link["name"])} for link in claim["chain"]]
    return {**PLAIN, **claim, "value": value, "chain": chain, "spans": spans, "quote": text[slice(*spans[0])]}


def without_words(gold: Annotated, corpus: str, name: str) -> Json:
    """A report as the file has it: no word of its text."""

    def find(words: str) -> Span | None:
        loose = r"\s+".join(map(re.escape, words.split()))
        found = re.search(loose, gold.text) or re.search(loose, gold.text, re.IGNORECASE)
        return found.span() if found else None

    def spans(words: str) -> list[Span] | None:
        parts = [words] if find(words) else words.split()
        found = [at for part in parts if (at := find(part))]
        return found if len(found) == len(parts) else None

    claims = []
    for claim in gold.claims:
        value = {k: spans(v) if k in ("text", "party") else v for k, v in claim["value"].items()}
        chain = [link | {"name": spans(link["name"])} for link in claim["chain"]]
        made = {"event": claim["event"], "type": claim["type"], "slot": claim["slot"], "at": claim["spans"],
                "value": value, "chain": chain}  # fmt: skip
        claims.append(made | {key: claim[key] for key, usual in PLAIN.items() if claim[key] != usual})
    return {"corpus": corpus, "name": name, "hash": fingerprint(gold.text), "outlet": gold.outlet,
            "published": gold.published, "claims": claims}  # fmt: skip


def write_gold(report: Annotated, folder: Path) -> None:
    """A report as gold files have it: its text and a JSON file, for `score/claims.py`."""
    name = report.id.replace("/", "-")
    claims = []
    for claim in report.claims:
        made = {key: value for key, value in claim.items() if key not in ("at", "spans", "quote")}
        first, *others = (report.text[start:end] for start, end in claim["spans"])
        also = [quote for quote in others if report.text.count(quote) == 1]
        made |= {"quote": first, "context": _alone(report.text, *claim["spans"][0])}
        claims.append(made | ({"also": also} if also else {}))
    record = {"id": name, "outlet": report.outlet, "published": report.published, "text_file": f"{name}.txt",
              "claims": claims}  # fmt: skip
    (folder / f"{name}.txt").write_bytes(report.text.encode())
    (folder / f"{name}.json").write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")


def _alone(text: str, start: int, end: int) -> str:
    """The shortest stretch around a quote, grown evenly, that stands once in the text and holds the quote once."""
    first, last = start, end
    while (first, last) != (0, len(text)) and (
        text.count(text[first:last]) > 1 or text[first].isspace() or text[last - 1].isspace()
    ):
        first, last = max(0, first - 1), min(len(text), last + 1)
    return text[first:last]


def add(folder: Path, meta: dict[str, Json]) -> None:
    """Appends a folder of gold files; ``meta`` has the corpus and name of each by its file's name."""
    with FILE.open("a", encoding="utf-8") as out:
        for gold in read_gold(folder):
            made = without_words(gold, meta[gold.id]["corpus"], meta[gold.id]["doc"])
            out.write(json.dumps(made, separators=(",", ":")) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora/")
    parser.add_argument("--gold", type=Path, help="folder of gold files to add")
    parser.add_argument("--meta", type=Path, help="JSON object: corpus and doc of each gold file by its name")
    parser.add_argument("--held-out", type=Path, help="folder that the held-out reports are written to")
    args = parser.parse_args()
    if args.gold:
        add(args.gold, json.loads(args.meta.read_text("utf-8")))
    found = list(read_annotated(args.shared))
    if args.held_out:
        args.held_out.mkdir(parents=True, exist_ok=True)
        for report in found:
            if report.id in held_out():
                write_gold(report, args.held_out)
    slots = Counter(claim["slot"] for report in found for claim in report.claims)
    print(f"{len(found)} reports, {sum(slots.values())} claims: {dict(slots.most_common())}")


if __name__ == "__main__":
    main()
