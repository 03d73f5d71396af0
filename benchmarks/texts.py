"""Every text of a folder of corpora as a report, whatever form its file has.

JSON Lines with a text a record; sentences a record (those of factuality), joined; CoNLL-U, its sentences joined to
documents; pages of HTML and plain texts. Files without a text (keys, tables of incidents or claims) give nothing.
Invariant: nothing but texts, ids, dates and outlets is looked at; a document that stands twice in a file (two people
annotated it) is given once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from benchmarks.face import Json, lines_of, report
from standoff.errors import EmptyInput, InputError
from standoff.ingest import load
from standoff.records import Report

_TEXTS, _IDS = ("text", "doctext"), ("id", "doc_id", "docid")
_JOINED = 20  # sentences to a document where the corpus has none
_SENTENCE = "# text = "


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a corpus: the file's name, the document's, and the report, or why there is none."""

    corpus: str
    name: str
    report: Report | InputError


def documents(folder: Path, limit: int | None = None) -> Iterator[Document]:
    """Every text under a folder, or of one file, files in the order of their names; ``limit`` is the most a file.

    The pages of a folder count as one file. Texts with nothing in them are no documents.
    """
    for found in _files(folder):
        seen: dict[str, Document] = {}
        for item in found:
            if len(seen) == limit:
                break
            if item.name not in seen and not isinstance(item.report, EmptyInput):
                seen[item.name] = item
                yield item


def _files(folder: Path) -> Iterator[Iterator[Document]]:
    paths = [folder] if folder.is_file() else sorted(path for path in folder.rglob("*") if path.is_file())
    pages = [path for path in paths if ".html" in path.suffixes]
    for parent in dict.fromkeys(path.parent for path in pages):
        yield (_loaded(f"{parent.name}/*.html", path) for path in pages if path.parent == parent)
    for path in paths:
        corpus = f"{path.parent.name}/{path.name}"
        if ".jsonl" in path.suffixes:
            yield _of_records(corpus, path)
        elif ".conllu" in path.suffixes:
            yield _of_trees(corpus, path)
        elif path.suffix == ".txt":
            yield iter([_loaded(corpus, path)])


def _of_records(corpus: str, path: Path) -> Iterator[Document]:
    with lines_of(path) as lines:
        records = (json.loads(line) for line in lines if line.strip())
        first: Json = next(records, {})
        if not _first(first, *_TEXTS):
            return
        everything = chain([first], records)
        if not _first(first, *_IDS):
            yield from _of_sentences(corpus, (record["text"] for record in everything))
            return
        for record in everything:
            name, text = str(_first(record, *_IDS)), _first(record, *_TEXTS) or ""
            yield _made(corpus, name, text, record.get("publisher"), _first(record, "published", "date"))


def _first(record: Json, *names: str) -> str | None:
    return next((record[name] for name in names if record.get(name) is not None), None)


def _of_sentences(corpus: str, sentences: Iterator[str]) -> Iterator[Document]:
    first = 1
    while some := list(islice(sentences, _JOINED)):
        yield _made(corpus, f"sentences {first} to {first + len(some) - 1}", "\n".join(some))
        first += _JOINED


def _of_trees(corpus: str, path: Path) -> Iterator[Document]:
    """The documents of CoNLL-U: the sentences of a paragraph in a line, paragraphs a blank line apart."""
    name, paragraphs = "", list[list[str]]()
    with lines_of(path) as lines:
        for line in chain(lines, ["# newdoc"]):
            if line.startswith("# newdoc"):
                if any(paragraphs):
                    yield _made(
                        corpus,
                        name,
                        "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences),
                    )
                name, paragraphs = line.partition("=")[2].strip(), [[]]
            elif line.startswith("# newpar"):
                paragraphs.append([])
            elif line.startswith(_SENTENCE):
                paragraphs[-1].append(line[len(_SENTENCE) :].strip())


def _made(
    corpus: str, name: str, text: str, outlet: str | None = None, published: str | None = None
) -> Document:
    try:
        return Document(corpus, name, report(text, name, outlet, published))
    except InputError as error:
        return Document(corpus, name, error)


def _loaded(corpus: str, path: Path) -> Document:
    try:
        return Document(corpus, path.name, load(path))
    except InputError as error:
        return Document(corpus, path.name, error)
