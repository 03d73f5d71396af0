"""The benchmark of tolls: its sample, what it takes from a reading, and what it calls right."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.tolls import main, measured, sample

RECORD = {
    "incident": "1", "date": "May 3, 2015", "state": "Nevada", "city_or_county": "Reno", "num_killed": 1,
    "num_injured": 2,
}  # fmt: skip
RIGHT = {
    "id": "a", "killed": 1, "injured": 2, "place": "Sparks", "region": "Nevada", "latitude": 39.53,
    "longitude": -119.75, "date": "2015-05-03",
}  # fmt: skip


def row(name: str, incident: str, published: str, *, clean: bool = True, text: str = "") -> dict[str, Any]:
    return {
        "id": name,
        "incident": incident,
        "published": published,
        "clean": clean,
        "text": text,
        "part": "read",
    }


def test_the_latest_clean_report_of_each_recorded_incident_is_taken() -> None:
    rows = [
        row("a", "1", "2015-05-04"),
        row("b", "1", "2015-05-06"),
        row("c", "1", "2015-05-08", clean=False),
        row("d", "2", "2015-05-04"),
        row("e", "3", "2015-05-04"),
    ]
    found = sample(rows, ["1", "2"])
    assert [r["id"] for r in found] == ["b", "d"]
    assert sorted(r["part"] for r in found) == ["kept", "read"]
    assert sample(rows[::-1], ["2", "1"]) == found


def test_a_near_town_of_the_state_is_right() -> None:
    made = measured([row("a", "1", "2015-05-04")], [RECORD], [RIGHT])
    assert made["all"] == made["read"] == {"killed": 1.0, "injured": 1.0, "place": 1.0, "date": 1.0}
    assert made["errors"] == {}


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"killed": 0}, "killed missed"),
        ({"killed": 2}, "killed of another number"),
        ({"region": "California"}, "another state"),
        ({"place": "Elko", "latitude": 40.83, "longitude": -115.76}, "another town"),
        ({"place": None, "region": None}, "no place"),
        ({"date": "2015-05-04"}, "a later day"),
        ({"date": None}, "no date"),
    ],
)
def test_errors_are_named_by_kind(change: dict[str, Any], error: str) -> None:
    assert measured([row("a", "1", "2015-05-04")], [RECORD], [RIGHT | change])["errors"] == {error: 1}


def test_a_report_is_read_and_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "RENO, Nev. (AP) — A man was shot and killed in Reno on Sunday and two women were wounded, police said."
    data = tmp_path / "made.jsonl.gz"
    with gzip.open(data, "wt", encoding="utf-8") as out:
        out.write(json.dumps(row("a", "1", "2015-05-04", text=text)))
    (tmp_path / "made-incidents.jsonl.gz").write_bytes(gzip.compress(json.dumps(RECORD).encode()))
    main(["--data", str(data), "--out", str(tmp_path / "out.jsonl"), "--score"])
    found = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    assert (found["id"], found["place"], found["region"], found["date"]) == (
        "a",
        "Reno",
        "Nevada",
        "2015-05-03",
    )
    assert json.loads(capsys.readouterr().out)["all"]["killed"] == 1.0
