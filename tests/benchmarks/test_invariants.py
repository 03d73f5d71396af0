"""The program that checks every text of the corpora."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from benchmarks import invariants
from benchmarks.invariants import Tally, checked, table
from benchmarks.texts import Document, documents
from standoff.errors import InputError

TREES = """\
# newdoc id = first
# newpar id = p1
# text = Rain fell.
1\tRain\t_
# text = It stopped.
1\tIt\t_
# newpar id = p2
# text = Snow fell.
# newdoc id = second
# text = Hail fell.
"""


def write(path: Path, *records: object) -> None:
    path.parent.mkdir(exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(record) + "\n" for record in records)


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A corpus of each form."""
    twice = {"doc_id": "d1", "text": "Rain fell.", "publisher": "Courier", "date": "2031-03-14"}
    write(tmp_path / "told" / "a.jsonl.gz", twice, twice, {"doc_id": "d2", "text": " "})
    write(tmp_path / "told" / "keys.jsonl.gz", {"id": "k", "killed": 2})
    write(tmp_path / "facts" / "b.jsonl.gz", *({"text": f"Rain fell {i} times ."} for i in range(25)))
    (tmp_path / "trees.conllu").write_text(TREES, encoding="utf-8")
    (tmp_path / "page.html").write_text("<html><body><p>A bridge fell on Sunday, police said.</p>")
    (tmp_path / "plain.txt").write_text("Rain fell.")
    (tmp_path / "table.csv").write_text("id,killed")
    return tmp_path


def test_every_text_of_every_form_is_found_once(corpora: Path) -> None:
    names = [(item.corpus.rpartition("/")[2], item.name) for item in documents(corpora)]
    assert sorted(names) == [
        ("*.html", "page.html"), ("a.jsonl.gz", "d1"), ("b.jsonl.gz", "sentences 1 to 20"),
        ("b.jsonl.gz", "sentences 21 to 25"), ("plain.txt", "plain.txt"), ("trees.conllu", "first"),
        ("trees.conllu", "second"),
    ]  # fmt: skip
    assert len(list(documents(corpora, limit=1))) == 5


def test_sentences_of_a_document_are_joined_and_facts_are_kept(corpora: Path) -> None:
    found = {item.name: item.report for item in documents(corpora)}
    tree, told = found["first"], found["d1"]
    assert not isinstance(tree, InputError)
    assert not isinstance(told, InputError)
    assert tree.text == "Rain fell. It stopped.\n\nSnow fell."
    assert (told.outlet, told.published and told.published.value) == ("Courier", "2031-03-14")


def test_what_ingest_refuses_is_counted_and_breaks_no_promise(corpora: Path) -> None:
    refused = Document("c", "d", InputError("d", "is not text"))
    counted = [(tally, broken) for _, tally, broken in checked([refused, *documents(corpora)], 1)]
    assert counted[0] == (Tally(1, refused=1), [])
    assert all(tally.twice == 1 and broken == [] for tally, broken in counted[1:])


def test_a_reading_that_fails_is_a_breach(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invariants, "breaches", lambda reading: ["c1: has no evidence"])
    monkeypatch.setattr(sys, "argv", ["invariants", "--data", str(corpora / "plain.txt")])
    assert invariants.main() == 1


def test_the_table_ends_with_the_sum() -> None:
    shown = table({"one": Tally(1, words=1000), "two": Tally(2, words=500, broken=3)}).splitlines()
    assert shown[-1].split() == ["all", "3", "0", "1,500", "0", "0", "3"]
