"""Real reports that were marked as our own are (`training.written`), kept as places in their texts, which are not ours.

    python -m training.marked --shared SHARED                                checks the file and counts
    python -m training.marked --shared SHARED --add FILE… --names NAMES      adds reports of files with marks

A line of `training/data/marked.jsonl` holds a report: the corpus and its name there, a hash of its text, its events and
types, its slots ``[start, end, slot, event, polarity, certainty, realis]`` and its attributions, all as offsets.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, astuple
from pathlib import Path

from training.annotated import Json, fingerprint, texts, with_texts
from training.written import Said, Slot, Written, count_lines, read_all, read_written

FILE = Path(__file__).parent / "data" / "marked.jsonl"
OURS = Path(__file__).parent / "data" / "marked"  # written by us, marked in the same way
ROUND = str.maketrans("[]", "()")  # a text's own brackets, which are marks in ours


def all_marked(shared: Path) -> list[Written]:
    """Real reports and our own that have values, each marked where a source first gives it. Reports without any
    (politics, fame) were marked more strictly than gold does: they would teach silence."""
    return [report for report in (*read_marked(shared), *read_all(OURS)) if report.slots]


def read_marked(shared: Path, file: Path = FILE) -> Iterator[Written]:
    """The reports of the file with their texts. Raises `ValueError` when a corpus has another text."""
    for name, record, text in with_texts(shared, file):
        slots = [Slot(*slot) for slot in record["slots"]]
        said = {number: _said(part) for number, part in record["said"].items()}
        yield Written(name, events=record["events"], text=text, slots=slots, said=said)


def _said(part: Json) -> Said:
    return Said(part["outer"], *([tuple(at) for at in part[k]] for k in ("source", "cue", "content")))


def without_words(report: Written, corpus: str, name: str, text: str) -> Json:
    """A report as the file has it. Raises `ValueError` when its words are not those of ``text``."""
    ours = [i for i, char in enumerate(report.text) if not char.isspace()]
    theirs = [i for i, char in enumerate(text) if not char.isspace()]
    if [report.text[i] for i in ours] != [text[i].translate(ROUND) for i in theirs]:
        raise ValueError(f"{report.id}: not the words of {corpus}/{name}")
    place = dict(zip(ours, theirs, strict=True))

    def moved(start: int, end: int) -> tuple[int, int]:
        return place[start], place[end - 1] + 1

    slots = [[*moved(slot.start, slot.end), *astuple(slot)[2:]] for slot in report.slots]
    said = {
        number: {k: v if k == "outer" else [moved(*at) for at in v] for k, v in asdict(part).items()}
        for number, part in report.said.items()
    }
    return {"corpus": corpus, "name": name, "hash": fingerprint(text), "events": report.events, "slots": slots,
            "said": said}  # fmt: skip


def add(shared: Path, files: list[Path], names: dict[str, list[str]]) -> None:
    """Appends the reports of files; ``names`` has the corpus and the name there of each."""
    with FILE.open("a", encoding="utf-8") as out:
        for report in (report for file in files for report in read_written(file)):
            corpus, name = names[report.id]
            text = texts(shared / "corpora", corpus)[name]
            out.write(json.dumps(without_words(report, corpus, name, text), separators=(",", ":")) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora/")
    parser.add_argument("--add", type=Path, nargs="*", default=[], help="files with marks to add")
    parser.add_argument(
        "--names", type=Path, help="JSON object: [corpus, name there] of each report by its name"
    )
    args = parser.parse_args()
    if args.add:
        add(args.shared, args.add, json.loads(args.names.read_text("utf-8")))
    print("\n".join(count_lines(list(read_marked(args.shared)))))


if __name__ == "__main__":
    main()
