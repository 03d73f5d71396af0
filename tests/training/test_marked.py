"""Real reports with marks, kept as places: nothing of their words is kept, and with the text all comes back."""

import json
from pathlib import Path
from typing import Any

import pytest

from training.marked import FILE, OURS, read_marked, without_words
from training.written import Written, read_all, read_written

TEXT = "VELMORE  --  Orsk Radio said\nsix men held [two] guards.\n"
MARKED = (
    "=== siege\nevents: e1 hostage_taking\n\nVELMORE -- [S1|Orsk Radio] [C1|said] "
    "[T1|[actor_count e1 prob|six [actor e1|men]] held [captive e1|(two) guards]]."
)


def marked(tmp_path: Path, text: str = MARKED) -> Written:
    path = tmp_path / "made.txt"
    path.write_text(text, "utf-8")
    return read_written(path)[0]


def kept(tmp_path: Path) -> dict[str, Any]:
    return without_words(marked(tmp_path), "wires", "a", TEXT)


def test_what_is_kept_of_a_report_has_none_of_its_words(tmp_path: Path) -> None:
    record = kept(tmp_path)
    record.pop("hash")
    assert record == {
        "corpus": "wires",
        "name": "a",
        "events": {"e1": "hostage_taking"},
        "slots": [
            [29, 36, "actor_count", "e1", "affirmed", "probable", "actual"],
            [33, 36, "actor", "e1", "affirmed", "certain", "actual"],
            [42, 54, "captive", "e1", "affirmed", "certain", "actual"],
        ],
        "said": {"1": {"outer": None, "source": [(13, 23)], "cue": [(24, 28)], "content": [(29, 54)]}},
    }


def test_with_the_text_at_hand_its_marks_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.annotated.texts", lambda corpora, corpus: {"a": TEXT})
    file = tmp_path / "kept.jsonl"
    file.write_text(json.dumps(kept(tmp_path)) + "\n", "utf-8")
    (report,) = read_marked(tmp_path, file)
    assert [(TEXT[s.start : s.end], s.slot, s.certainty) for s in report.slots] == [
        ("six men", "actor_count", "probable"),
        ("men", "actor", "certain"),
        ("[two] guards", "captive", "certain"),
    ]
    said = report.said["1"]
    assert [TEXT[slice(*at)] for at in (*said.source, *said.cue, *said.content)] == [
        "Orsk Radio",
        "said",
        "six men held [two] guards",
    ]


def test_another_text_under_the_same_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.annotated.texts", lambda corpora, corpus: {"a": TEXT + "More."})
    file = tmp_path / "kept.jsonl"
    file.write_text(json.dumps(kept(tmp_path)) + "\n", "utf-8")
    with pytest.raises(ValueError, match="wires/a: not the text that was annotated"):
        list(read_marked(tmp_path, file))


def test_words_that_are_not_the_texts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="siege: not the words of wires/a"):
        without_words(marked(tmp_path, MARKED.replace("guards", "wardens")), "wires", "a", TEXT)


def test_no_report_is_there_twice() -> None:
    names = [(r["corpus"], r["name"]) for r in map(json.loads, FILE.read_text("utf-8").splitlines())]
    assert len(names) == len(set(names))


def test_every_report_of_ours_can_be_read_and_has_values_and_attributions() -> None:
    reports = read_all(OURS)
    assert len({report.id for report in reports}) == len(reports)
    assert all(report.slots and report.said for report in reports)


@pytest.mark.shared
def test_every_report_can_be_read_with_its_text(shared: Path) -> None:
    for report in read_marked(shared):
        assert report.text
        for slot in report.slots:
            words = report.text[slot.start : slot.end]
            assert words == words.strip()
            assert slot.event in report.events
