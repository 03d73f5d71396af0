"""Gold files come with their texts as they stand, and quotes are found within their contexts."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.gold import gold_files, place


def test_gold_files_come_in_the_order_of_their_names_with_their_texts_as_they_stand(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_bytes(f"The dock {name}\r\nburnt.".encode())
        (tmp_path / f"{name}.json").write_text(json.dumps({"id": name, "text_file": f"{name}.txt"}), "utf-8")
    found = [(data["id"], text) for data, text in gold_files(tmp_path)]
    assert found == [("a", "The dock a\r\nburnt."), ("b", "The dock b\r\nburnt.")]
    assert [data["id"] for data, _ in gold_files(tmp_path, {"b"})] == ["b"]


def test_a_quote_is_looked_for_in_its_context() -> None:
    text = "Two dockers slept. Two dockers were hurt."
    assert place({"quote": "Two dockers", "context": "Two dockers were"}, text).start == 19
    assert place({"quote": "slept"}, text).quote(text) == "slept"
