"""Reads the reports that we wrote for training, whose words carry their own annotation (`training/data/README.md`).

    python -m training.written FILE…    checks files and shows what they hold

A file holds reports, each begun by ``=== id``; then ``published:``, ``outlet:`` and ``events:`` lines, an empty line,
and the body. In the body ``[labels|words]`` marks a stretch; marks may nest. Labels, divided by ``;``, are a slot with
its event and flags (``killed e1 prob``) or a part of an attribution (``S1`` source, ``C1`` cue, ``T1`` content,
``S2<1`` where attribution 2 lies within what attribution 1 says).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from standoff.records import EVENT_TYPES, SLOTS

FOLDER = Path(__file__).parent / "data" / "reports"
SHORT = Path(__file__).parent / "data" / "short"  # one construction each, marked as gold marks
FLAGS = {
    "den": ("polarity", "denied"),
    "prob": ("certainty", "probable"),
    "poss": ("certainty", "possible"),
    "unsp": ("certainty", "unspecified"),
    "ongo": ("realis", "ongoing"),
    "int": ("realis", "intended"),
    "hyp": ("realis", "hypothetical"),
}
_PART = re.compile(r"([SCT])(\d+)(?:<(\d+))?")
_HEADER = re.compile(r"(published|outlet|events): *(.*)")
_EVENT = re.compile(r"e\d+")


@dataclass(frozen=True)
class Slot:
    """One marked value: where its words stand, its slot, event and manner."""

    start: int
    end: int
    slot: str
    event: str
    polarity: str = "affirmed"
    certainty: str = "certain"
    realis: str = "actual"


@dataclass
class Said:
    """One attribution: the places of its source, cue and content, and the attribution that it lies within."""

    outer: str | None = None
    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Written:
    """One report of ours: its text without marks, and what the marks say."""

    id: str
    published: str = ""
    outlet: str = ""
    events: dict[str, str] = field(default_factory=dict)
    text: str = ""
    slots: list[Slot] = field(default_factory=list)
    said: dict[str, Said] = field(default_factory=dict)


class MarkError(ValueError):
    """A mark that cannot be read; the message names the report and the words."""


def read_written(path: Path) -> list[Written]:
    """All reports of a file. Raises `MarkError` at the first one that cannot be read."""
    chunks = re.split(r"^=== *(\S+) *$", path.read_text("utf-8"), flags=re.MULTILINE)
    return [_report(name, body.strip("\n")) for name, body in zip(chunks[1::2], chunks[2::2], strict=True)]


def read_all(folder: Path = FOLDER) -> list[Written]:
    """The reports of every file, by file name."""
    return [report for path in sorted(folder.glob("*.txt")) for report in read_written(path)]


def _report(name: str, chunk: str) -> Written:
    report = Written(name)
    head, _, body = chunk.partition("\n\n")
    for line in head.splitlines():
        match = _HEADER.fullmatch(line.strip())
        if not match:
            raise MarkError(f"{name}: not a header line: {line!r}")
        if match[1] == "events":
            report.events = {
                e: kind
                for e, _, kind in (item.strip().partition(" ") for item in match[2].split(",") if item)
            }
        else:
            setattr(report, match[1], match[2].strip())
    for event, kind in report.events.items():
        if kind not in EVENT_TYPES or not _EVENT.fullmatch(event):
            raise MarkError(f"{name}: unknown event {event} {kind!r}")
    _read_marks(report, body.strip())
    _check(report)
    return report


def _read_marks(report: Written, body: str) -> None:
    out: list[str] = []
    size, open_, i = 0, list[tuple[int, str]](), 0
    while i < len(body):
        char = body[i]
        if char == "[":
            bar = body.find("|", i)
            if bar < 0 or "[" in body[i + 1 : bar] or "]" in body[i:bar] or bar - i > 120:
                raise MarkError(f"{report.id}: a mark without labels: {body[i : i + 50]!r}")
            open_.append((size, body[i + 1 : bar]))
            i = bar
        elif char == "]":
            if not open_:
                raise MarkError(f"{report.id}: closes nothing: {body[max(0, i - 50) : i + 1]!r}")
            start, labels = open_.pop()
            _add(report, start, size, labels, "".join(out)[start:])
        else:
            out.append(char)
            size += 1
        i += 1
    if open_:
        raise MarkError(f"{report.id}: never closed: {open_[-1][1]!r}")
    report.text = "".join(out)
    report.slots.sort(key=lambda s: (s.start, s.end, s.slot))


def _add(report: Written, start: int, end: int, labels: str, words: str) -> None:
    if words != words.strip() or not words:
        raise MarkError(f"{report.id}: a mark begins or ends with a space: {labels!r} {words!r}")
    for label in labels.split(";"):
        part = _PART.fullmatch(label.strip())
        if part:
            said = report.said.setdefault(part[2], Said())
            said.outer = part[3] or said.outer
            {"S": said.source, "C": said.cue, "T": said.content}[part[1]].append((start, end))
            continue
        slot, event, *flags = [*label.split(), "", ""][: max(2, len(label.split()))]
        if slot not in SLOTS or event not in report.events or any(f not in FLAGS for f in flags):
            raise MarkError(f"{report.id}: unknown label {label.strip()!r} on {words!r}")
        report.slots.append(Slot(start, end, slot, event, **dict(FLAGS[f] for f in flags)))


def _check(report: Written) -> None:
    if not report.text:
        raise MarkError(f"{report.id}: no text")
    for number, said in report.said.items():
        if not said.cue or not (said.content or said.source):
            raise MarkError(f"{report.id}: attribution {number} has no cue, or neither source nor content")
        if said.outer and said.outer not in report.said:
            raise MarkError(f"{report.id}: attribution {number} lies within {said.outer}, which is not there")
    unused = set(report.events) - {slot.event for slot in report.slots}
    if unused:
        raise MarkError(f"{report.id}: events without a value: {sorted(unused)}")


def count_lines(reports: list[Written]) -> Iterator[str]:
    slots = Counter(s.slot for r in reports for s in r.slots)
    kinds = Counter(kind for r in reports for kind in r.events.values())
    words = sum(len(r.text.split()) for r in reports)
    said = sum(len(r.said) for r in reports)
    yield f"{len(reports)} reports, {words} words, {slots.total()} values, {said} attributions"
    yield "slots: " + ", ".join(f"{k} {n}" for k, n in slots.most_common())
    yield "events: " + ", ".join(f"{k} {n}" for k, n in kinds.most_common())


def main() -> int:
    """Checks the files that are named; 1 if one cannot be read."""
    reports, bad = [], 0
    for name in sys.argv[1:]:
        try:
            reports += read_written(Path(name))
        except (MarkError, OSError, UnicodeDecodeError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            bad = 1
    print("\n".join(count_lines(reports)))
    return bad


if __name__ == "__main__":
    sys.exit(main())
