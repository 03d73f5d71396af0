"""Count in how many documents each word stands: ``src/standoff/linking/data/word_counts.gz``.

    python -m training.build_word_counts --shared ../shared [--out FILE]

Documents: PolNeAR train, MUC-3 and MUC-4 dev, GUM train (open genres), the reports of ``gold/train`` but those of ECB+,
and the reports that we wrote for training, which tell of all kinds of events and not of a few wars and elections.
Only words of three documents or more are kept. The same corpora give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from standoff.linking.words import tokens
from training.annotated import OURS
from training.written import read_all

OUT = Path("src/standoff/linking/data/word_counts.gz")
CORPORA = {
    "attribution/polnear-train.jsonl.gz": "doc_id",
    "attribution/gum-open-train.jsonl.gz": "doc_id",
    "muc4/dev-texts.jsonl.gz": "id",
}
FEWEST = 3
ABOUT = "# Documents in which each word stands; see training/build_word_counts.py. An empty word counts documents.\n"


def documents(shared: Path) -> Iterator[str]:
    """The text of every document, each once."""
    for name, key in CORPORA.items():
        with gzip.open(shared / "corpora" / name, "rt", encoding="utf-8") as lines:
            yield from {row[key]: row["text"] for row in map(json.loads, lines)}.values()
    for path in sorted((shared / "gold/train").glob("*.txt")):
        if not path.name.startswith("ecb"):
            yield path.read_text("utf-8")
    yield from (report.text for report in read_all())
    for path in sorted(OURS.glob("*.txt")):
        yield path.read_text("utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    for text in documents(args.shared):
        counts.update({"", *tokens(text)})
    rows = [f"{word}\t{count}\n" for word, count in sorted(counts.items()) if count >= FEWEST]
    args.out.write_bytes(gzip.compress((ABOUT + "".join(rows)).encode("utf-8"), mtime=0))


if __name__ == "__main__":
    main()
