"""What every benchmark program shares: its arguments, reading corpora, writing predictions."""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO, cast

from standoff.extraction import extract
from standoff.ingest.given import Given
from standoff.ingest.registry import load_bytes
from standoff.reading import read_many
from standoff.records import Reading, Report

Json = dict[str, Any]


def parser(doc: str | None, *, out: bool = True) -> argparse.ArgumentParser:
    """``--data`` and ``--out``, with the program's docstring as help."""
    made = argparse.ArgumentParser(description=(doc or "").split("\n")[0])
    made.add_argument("--data", type=Path, required=True, help="the corpus: a file or folder")
    if out:
        made.add_argument("--out", type=Path, required=True, help="where the predictions go")
    return made


def lines_of(path: Path) -> TextIO:
    """The lines of a text file, gzipped or not."""
    if path.suffix == ".gz":
        return cast("TextIO", gzip.open(path, "rt", encoding="utf-8"))
    return path.open(encoding="utf-8")


def jsonl(path: Path) -> list[Json]:
    """The objects of a JSON Lines file, gzipped or not."""
    with lines_of(path) as lines:
        return [json.loads(line) for line in lines if line.strip()]


def report(
    text: str, name: str, outlet: str | None = None, published: str | None = None, url: str | None = None
) -> Report:
    """A report of a corpus text, under the corpus's own id."""
    given = Given(name, outlet=outlet, url=url, published=published)
    return load_bytes(text.encode("utf-8"), f"{name}.txt", given=given)


def readings(reports: Iterable[Report]) -> Iterator[Reading]:
    """The whole pipeline over reports, in their order."""
    return read_many(reports, extract)


def write(path: Path, records: Iterable[Json]) -> None:
    """JSON Lines; no character is escaped, so that offsets can be read off."""
    with path.open("w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
