"""The benchmark of pages: its measure, its form, and its floor on real pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.pages import main, measured, predictions
from benchmarks.shingles import agreement, score


def test_shingles_count_runs_of_four_words() -> None:
    assert agreement("a b c d e", "a b c d x") == (1, 1, 1)
    assert agreement("", "") == (0, 0, 0)


def test_the_score_is_the_harmonic_mean_of_mean_precision_and_mean_recall() -> None:
    result = score({"1": "a b c d", "2": "a b c d e"}, {"1": "a b c d", "2": "a b c d"})
    assert (result.precision, result.recall, result.pages) == (1.0, 0.75, 2)
    assert result.f1 == pytest.approx(2 * 0.75 / 1.75)


def test_each_page_gives_one_line_and_a_bad_one_an_empty_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b.html").write_bytes(b"\0")
    (tmp_path / "a.html").write_text("<html><body><p>TELLIS (AP) — A bridge fell on Sunday, police said.</p>")
    assert main(["--data", str(tmp_path), "--out", str(tmp_path / "out.jsonl")]) == 0
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [(line["id"], line["text"]) for line in lines] == [
        ("a", "TELLIS (AP) —\n\nA bridge fell on Sunday, police said."),
        ("b", ""),
    ]
    assert "b.html: is not readable text" in capsys.readouterr().err


@pytest.mark.shared
def test_the_bodies_of_real_pages_are_found(shared: Path) -> None:
    pages = shared / "corpora" / "pages"
    assert measured(pages, list(predictions(pages)))["f1"] >= 0.93
