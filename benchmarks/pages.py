"""News pages to article texts: what ingest makes of each page of a folder, and how near it is to the true bodies.

    python -m benchmarks.pages --data PAGES_DIR --out PRED.jsonl [--score]

Writes one ``{"id", "text", "published"}`` a page (``*.html`` or ``*.html.gz``; the id is the name without its endings).
The text is the body with its dateline, without title and captions. The predictor looks at the pages only; ``--score``
reads ``ground-truth.json`` beside them afterwards and prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.shingles import score
from standoff.errors import InputError
from standoff.ingest import load
from standoff.records.report import Report

_BODY = ("dateline", "body")


def body(report: Report) -> str:
    """The body of a report, its stretches apart by a blank line, the dateline before it."""
    return "\n\n".join(part.span.quote(report.text) for part in report.parts if part.kind in _BODY)


def predictions(folder: Path) -> Iterator[dict[str, Any]]:
    """One prediction a page, in the order of names; a page that cannot be read gives an empty text and is told of."""
    for page in sorted([*folder.glob("*.html"), *folder.glob("*.html.gz")]):
        name = page.name.removesuffix(".gz").removesuffix(".html")
        try:
            report = load(page)
        except InputError as error:
            print(error, file=sys.stderr)
            yield {"id": name, "text": "", "published": None}
            continue
        published = report.published.value if report.published else None
        yield {"id": name, "text": body(report), "published": published}


def measured(folder: Path, found: list[dict[str, Any]]) -> dict[str, float]:
    """Precision, recall and F1 of the predictions against ``ground-truth.json``."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    bodies = {page: facts.get("articleBody", "") for page, facts in truth.items()}
    result = score(bodies, {item["id"]: item["text"] for item in found})
    dated = sum(item["published"] is not None for item in found)
    return {**{key: round(value, 4) for key, value in result._asdict().items()}, "dated": dated}


def main(arguments: list[str] | None = None) -> int:
    """Write the predictions; 0 when all went well."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pages", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--data", type=Path, required=True, metavar="PAGES_DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="PRED.jsonl")
    parser.add_argument("--score", action="store_true", help="also print the score against ground-truth.json")
    options = parser.parse_args(arguments)
    found = list(predictions(options.data))
    lines = (json.dumps(item, ensure_ascii=False) + "\n" for item in found)
    options.out.write_text("".join(lines), encoding="utf-8")
    if options.score:
        print(json.dumps(measured(options.data, found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
