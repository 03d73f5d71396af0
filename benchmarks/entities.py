"""Typed entity mentions: ``python -m benchmarks.entities --data FILE.conllu[.gz] --out PRED.jsonl [--measure]``.

The reader gets each document's running text, made from the word forms, and nothing else of the file; it cuts words for
itself, so a mention is right when its characters and its type are. ``--measure`` compares with the ``Entity=`` column
(GUM's: brackets over words, nested): **all** mentions, and **named** ones, those whose head is a proper noun (recall
over the gold ones so tagged, precision over the predicted ones whose head the reader tags so).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.face import Json, jsonl, lines_of, parser, report, write
from standoff.extraction.grammar.page import Page, Stretch
from standoff.reading import read_many
from standoff.records import Reading

Mention = tuple[int, int, str]
# The words of the head, of GUM's fields GRP-etype-infstat-salience-centering-minspan-link-identity.
MINSPAN = 5
_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<both>\))?|(?P<closed>[^()]+)\)")


@dataclass(slots=True)
class Document:
    """One document of a CoNLL-U file: its text, where its words stand in it, their tags and entity marks."""

    name: str
    text: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    glued: bool = True  # no space before the next word

    def add(self, form: str, tag: str, misc: str) -> None:
        """Add a word with the space before it."""
        self.text += "" if self.glued else " "
        self.places.append((len(self.text), len(self.text) + len(form)))
        self.text += form
        facts = dict(fact.partition("=")[::2] for fact in misc.split("|"))
        self.tags.append(tag)
        self.marks.append(facts.get("Entity", ""))
        self.glued = facts.get("SpaceAfter") == "No"

    def paragraph(self) -> None:
        """Begin a paragraph."""
        if self.text and not self.text.endswith("\n"):
            self.text, self.glued = f"{self.text}\n\n", True


def documents(path: Path) -> Iterator[Document]:
    """The documents of a file; multiword and empty lines are left out."""
    made = Document("")
    with lines_of(path) as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if line.startswith("# newdoc"):
                if made.text:
                    yield made
                made = Document(line.split("=")[-1].strip())
            elif line.startswith("# newpar"):
                made.paragraph()
            elif columns[0].isdigit():
                made.add(columns[1], columns[3], columns[9])
            elif line == "\n":
                made.glued = made.text.endswith("\n")
    if made.text:
        yield made


def gold(document: Document) -> Iterator[tuple[Mention, bool]]:
    """The mentions of a document's marks, and whether each is named."""
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    for word, mark in enumerate(document.marks):
        for found in _BRACKET.finditer(mark):
            facts = (found["opened"] or found["closed"]).split("-")
            if found["opened"]:
                opened.setdefault(facts[0], []).append((word, facts))
            if found["closed"] or found["both"]:
                first, known = opened[facts[0]].pop()
                yield _mention(document, first, word, known)


def _mention(document: Document, first: int, last: int, facts: list[str]) -> tuple[Mention, bool]:
    head = first + int(facts[MINSPAN].split(",")[0]) - 1 if facts[MINSPAN:] else last
    span = document.places[first][0], document.places[last][1]
    return (*span, facts[1]), document.tags[min(head, last)] == "PROPN"


def predicted(reading: Reading) -> Iterator[tuple[Mention, bool]]:
    """The mentions that the reader finds, and whether each is named."""
    table, page = reading.entities, Page.of(reading)
    for (first, last), label in zip(table.bounds.tolist(), table.labels.tolist(), strict=True):
        inside = Stretch(first, last)
        head = next((word for word in range(first, last) if not inside.holds(page.heads[word])), first)
        yield (*reading.span(first, last), table.names[label]), page.tags[head] == "PROPN"


def predictions(found: Iterable[Document]) -> Iterator[Json]:
    """One line a document: mentions as [start, end, type, named]."""
    for reading in read_many(report(document.text, document.name) for document in found):
        mentions = [[*mention, named] for mention, named in predicted(reading)]
        yield {"id": reading.report.id, "text": reading.report.text, "entities": mentions}


def measured(path: Path, found: Iterable[Json]) -> dict[str, float]:
    """F1 of all mentions and of the named ones, by character span and type."""
    said = {item["id"]: {(a, b, kind): named for a, b, kind, named in item["entities"]} for item in found}
    right, counts = {"all": [0, 0], "named": [0, 0]}, {"all": [0, 0], "named": [0, 0]}
    for document in documents(path):
        golds, preds = dict(gold(document)), said.get(document.name, {})
        for name in ("all", "named"):
            for side, (mine, others) in enumerate(((preds, golds), (golds, preds))):
                chosen = [mention for mention, named in mine.items() if named or name == "all"]
                counts[name][side] += len(chosen)
                right[name][side] += sum(mention in others for mention in chosen)
    return {name: _f1(*right[name], *counts[name]) for name in right}


def _f1(right_pred: int, right_gold: int, pred: int, total: int) -> float:
    p, r = right_pred / pred if pred else 0.0, right_gold / total if total else 0.0
    return 2 * p * r / (p + r) if p + r else 0.0


def main() -> None:
    """Writes the mentions of every document."""
    made = parser(__doc__)
    made.add_argument("--measure", action="store_true", help="print F1 against the Entity column of --data")
    args = made.parse_args()
    write(args.out, predictions(documents(args.data)))
    if args.measure:
        print(json.dumps(measured(args.data, jsonl(args.out))))


if __name__ == "__main__":
    main()
