"""Reports annotated as places: nothing of their words is kept, and with the text at hand everything comes back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from standoff.records import CERTAINTIES, EVENT_TYPES, IDENTIFICATIONS, KINDS, POLARITIES, REALES, SLOTS
from training.annotated import (
    FILE,
    OURS,
    Annotated,
    fingerprint,
    held_out,
    places,
    read_annotated,
    without_words,
    write_gold,
)

TEXT = "VELMORE -- Two guards were held, the Orsk\nprison service said. Later the guards were freed, it said."
CLAIM: dict[str, Any] = {
    "event": "e1", "type": "hostage_taking", "slot": "captive", "quote": "Two guards", "context": "Two guards were",
    "also": ["the guards"], "value": {"kind": "toll", "low": 2, "high": 2, "party": "guards"},
    "chain": [{"name": "Orsk prison service", "identification": "named", "kind": "official"}],
    "polarity": "affirmed", "certainty": "probable", "realis": "actual",
}  # fmt: skip
RECORDS = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


def kept(text: str = TEXT) -> dict[str, Any]:
    gold = Annotated("a", text, "Northern Wire", "2024-06-16", [CLAIM | {"spans": places(CLAIM, text)}])
    return without_words(gold, "wires", "a")


def test_what_is_kept_of_a_report_has_none_of_its_words() -> None:
    claim = kept()["claims"][0]
    assert claim["at"] == [(11, 21), (69, 79)]
    assert claim["value"] == {"kind": "toll", "low": 2, "high": 2, "party": [(15, 21)]}
    assert claim["chain"] == [{"name": [(37, 56)], "identification": "named", "kind": "official"}]
    assert claim["certainty"] == "probable"
    assert "polarity" not in claim


def test_with_the_text_at_hand_the_claim_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.annotated.texts", lambda corpora, corpus: {"a": TEXT})
    file = tmp_path / "kept.jsonl"
    file.write_text(json.dumps(kept()) + "\n", "utf-8")
    (report,) = read_annotated(tmp_path, file)
    (claim,) = report.claims
    same = ("event", "type", "slot", "value", "chain", "polarity", "certainty", "realis", "quote")
    assert {key: claim[key] for key in same} == {key: CLAIM[key] for key in same}
    assert [TEXT[a:b] for a, b in claim["spans"]] == ["Two guards", "the guards"]


def test_another_text_under_the_same_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.annotated.texts", lambda corpora, corpus: {"a": TEXT + " More."})
    file = tmp_path / "kept.jsonl"
    file.write_text(json.dumps(kept()) + "\n", "utf-8")
    with pytest.raises(ValueError, match="wires/a"):
        list(read_annotated(tmp_path, file))


def test_a_name_in_pieces_is_kept_in_pieces_and_one_that_is_nowhere_not_at_all() -> None:
    def name(words: str) -> object:
        link = {"name": words, "identification": "named", "kind": "official"}
        gold = Annotated("a", TEXT, None, None, [CLAIM | {"chain": [link], "spans": [(11, 21)]}])
        return without_words(gold, "wires", "a")["claims"][0]["chain"][0]["name"]

    assert name("Orsk guards") == [(37, 41), (15, 21)]
    assert name("Tass") is None


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (found for item in value.values() for found in strings(item))
    elif isinstance(value, list):
        yield from (found for item in value for found in strings(item))


def test_the_file_holds_labels_numbers_and_dates_only() -> None:
    known = {*EVENT_TYPES, *SLOTS, *POLARITIES, *CERTAINTIES, *REALES, *IDENTIFICATIONS, *KINDS,
             "entity", "toll", "count", "place", "time", "text"}  # fmt: skip
    for record in RECORDS:
        for word in strings(record["claims"]):
            assert word in known or word[:4].isdigit() or (word[0] == "e" and word[1:].isdigit()), word


def test_every_wire_of_ours_is_annotated_and_is_the_text_that_was() -> None:
    hashes = {record["name"]: record["hash"] for record in RECORDS if record["corpus"] == "wires"}
    assert hashes == {
        path.stem: fingerprint(path.read_bytes().decode("utf-8")) for path in OURS.glob("*.txt")
    }


def test_held_out_reports_are_in_the_file() -> None:
    assert held_out() <= {f"{record['corpus']}/{record['name']}" for record in RECORDS}


def test_a_report_that_says_all_twice_and_begins_with_a_blank_line_can_be_written(tmp_path: Path) -> None:
    text = "\nTwo guards were held\nTwo guards were held"
    write_gold(Annotated("a", text, None, None, [CLAIM | {"spans": [(1, 11)]}]), tmp_path)
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["claims"][0]["context"] in text
