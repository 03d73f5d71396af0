"""Gold files of claims (CLAIMS.md section 5): each with its text, and where a claim's quote stands in that."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from benchmarks.face import Json
from standoff.records import Span


def gold_files(folder: Path, names: Collection[str] | None = None) -> Iterator[tuple[Json, str]]:
    """Each gold file of a folder (all, or those of the given ids) with its text, in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        data: Json = json.loads(path.read_text("utf-8"))
        if names is None or data["id"] in names:
            yield data, (folder / data["text_file"]).read_bytes().decode("utf-8")


def place(claim: Json, text: str) -> Span:
    """Where the quote stands: inside its context, which stands once in the text."""
    context = str(claim.get("context") or claim["quote"])
    start = text.index(context) + context.index(claim["quote"])
    return Span(start, start + len(claim["quote"]))
