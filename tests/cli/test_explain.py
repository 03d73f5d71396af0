"""The command that says why a claim is there, with the shipped model."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.command import environment


def standoff(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "standoff", *words]
    return subprocess.run(
        line, cwd=folder, env=environment(), capture_output=True, text=True, check=False, timeout=110
    )


def claims(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(standoff("read", "courier.txt", folder=folder).stdout)[
        "claims"
    ]
    return found


def test_a_file_and_its_stored_report_are_explained_alike(folder: Path) -> None:
    assert standoff("add", "courier.txt", "--db", "news.db", folder=folder).returncode == 0
    report = json.loads(standoff("reports", "--db", "news.db", "-f", "jsonl", folder=folder).stdout)["id"]
    fresh = standoff("explain", "courier.txt", "c1", "--format", "json", folder=folder)
    stored = standoff("explain", report[:6], "c1", "--db", "news.db", "--format", "json", folder=folder)
    assert (fresh.returncode, fresh.stderr) == (0, "")
    assert stored.stdout == fresh.stdout
    assert json.loads(fresh.stdout)["claim"] == claims(folder)[0]


def test_without_a_claim_all_are_listed(folder: Path) -> None:
    listed = standoff("explain", "courier.txt", folder=folder).stdout.splitlines()
    assert [line.split()[0] for line in listed] == [claim["id"] for claim in claims(folder)]
    as_json = standoff("explain", "courier.txt", "--format", "json", folder=folder)
    assert json.loads(as_json.stdout) == claims(folder)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("courier.txt", "c999"), "courier.txt: has no claim c999 (it has c1 "),
        (("none.txt", "c1"), "none.txt: "),
        ((".", "c1"), ".: is a folder (name one report in it)"),
        (("552c", "c1", "--db", "none.db"), "none.db: "),
    ],
)
def test_what_is_not_there_is_one_line(folder: Path, words: tuple[str, ...], said: str) -> None:
    done = standoff("explain", *words, folder=folder)
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert line.startswith(f"standoff: {said}")


def test_an_explanation_by_an_ontology_of_ones_own(folder: Path) -> None:
    (folder / "mine.toml").write_text('[types.seizure]\nunder = "abduction"\ntriggers = ["seized"]\n')
    shown = standoff("explain", "courier.txt", "c1", "--ontology", "mine.toml", folder=folder)
    assert shown.returncode == 0
    assert "types.seizure.triggers “seized”" in " ".join(shown.stdout.split())


def test_a_stored_report_keeps_its_date(folder: Path) -> None:
    done = standoff("explain", "552c", "--db", "news.db", "--published", "2031-05-14", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--published" in done.stderr
