"""Words counted by spaces are scored by what stands around them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import factuality
from benchmarks.factuality import pearson, predicted, read, words
from standoff.extraction.grammar.page import Page


def record(text: str, *spans: tuple[int, int], label: float = 0.0) -> dict[str, Any]:
    return {"text": text, "targets": [{"span1": list(span), "label": label} for span in spans], "idx": 7}


def scores(*texts: tuple[str, int]) -> list[float]:
    records = [record(text, (word, word + 1)) for text, word in texts]
    return [item["targets"][0]["label"] for item in predicted(records, read(records))]


def test_a_target_is_found_though_the_reader_cuts_words_elsewhere() -> None:
    item = record("They didn't go to New-Town .", (2, 3), (4, 5))
    page = Page.of(next(read([item])))
    found = [[page.words[word] for word in words(page, target)] for target in item["targets"]]
    assert found[0] == ["go"]
    assert "".join(reversed(found[1])) == "New-Town"


def test_what_happened_scores_over_what_may_and_over_what_did_not() -> None:
    happened, may, did_not = scores(
        ("The guards opened the gate .", 2),
        ("The guards may open the gate .", 3),
        ("The guards did not open it .", 4),
    )
    assert happened > max(may, did_not) + 1


def test_the_label_of_the_data_is_not_looked_at() -> None:
    one, other = (record("Guards sang .", (1, 2), label=label) for label in (-3.0, 3.0))
    [first], [second] = (list(predicted([item], read([item]))) for item in (one, other))
    assert first == second
    assert first["idx"] == 7


def test_pearson_is_one_for_a_line_and_nothing_where_nothing_varies() -> None:
    sides = [[record("a b c", (i, i + 1), label=label)] for i, label in enumerate((1.0, 2.0, 4.0))]
    gold = [item for side in sides for item in side]
    line = [record("a b c", (0, 1), label=-2 * item["targets"][0]["label"] + 1) for item in gold]
    assert pearson(gold, gold) == pytest.approx(1)
    assert pearson(gold, line) == pytest.approx(-1)
    assert pearson(gold, [record("a", (0, 1), label=1.0)] * 3) == 0


def test_the_program_writes_a_line_for_each_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data, out = tmp_path / "data.jsonl", tmp_path / "out.jsonl"
    data.write_text(json.dumps(record("Guards sang .", (1, 2), label=3.0)) + "\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["x", "--data", str(data), "--out", str(out), "--measure"])
    factuality.main()
    assert json.loads(capsys.readouterr().out) == {"targets": 1, "pearson": 0.0}
    [line] = out.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["targets"][0]["span1"] == [1, 2]
