"""The reports written for training: their marks are read exactly, and every file of them can be read."""

from pathlib import Path

import pytest

from training.written import FOLDER, SHORT, MarkError, read_all, read_written

HEAD = "=== siege\npublished: 2024-06-16\noutlet: Northern Wire\nevents: e1 hostage_taking, e2 raid\n\n"
BODY = (
    "[S1|Orsk Radio], [C2<1|citing] [S2<1|unnamed staff], [C1|said] [T1;T2<1|[actor_count e1|six] men held "
    "[captive e1 prob;target e1|two [target e1|guards]]]. [actor e2|Police] came."
)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "made.txt"
    path.write_text(text, "utf-8")
    return path


def test_marks_become_offsets_into_the_bare_text(tmp_path: Path) -> None:
    (report,) = read_written(written(tmp_path, HEAD + BODY))
    assert report.text == "Orsk Radio, citing unnamed staff, said six men held two guards. Police came."
    found = [(report.text[s.start : s.end], s.slot, s.event, s.certainty) for s in report.slots]
    assert found == [
        ("six", "actor_count", "e1", "certain"),
        ("two guards", "captive", "e1", "probable"),
        ("two guards", "target", "e1", "certain"),
        ("guards", "target", "e1", "certain"),
        ("Police", "actor", "e2", "certain"),
    ]


def test_attributions_keep_their_parts_and_what_they_lie_within(tmp_path: Path) -> None:
    (report,) = read_written(written(tmp_path, HEAD + BODY))
    inner = report.said["2"]
    assert inner.outer == "1"
    assert report.said["1"].outer is None
    words = [[report.text[a:b] for a, b in part] for part in (inner.source, inner.cue, inner.content)]
    assert words == [["unnamed staff"], ["citing"], ["six men held two guards"]]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("[actor e1|A man] came. [raid e2|Police] too.", "unknown label"),
        ("[actor e3|A man] came.", "unknown label"),
        ("[actor e1 maybe|A man] came.", "unknown label"),
        ("[actor e1|A man came.", "never closed"),
        ("A man] came.", "closes nothing"),
        ("[A man] came.", "without labels"),
        ("[actor e1| A man] came.", "begins or ends with a space"),
        ("[actor e1;actor e2|Men] and [S1|he]", "no cue"),
        ("[actor e1|A man] came.", "events without a value"),
    ],
)
def test_a_mark_that_cannot_be_read_is_an_error_that_says_why(tmp_path: Path, body: str, reason: str) -> None:
    with pytest.raises(MarkError, match=f"siege: .*{reason}"):
        read_written(written(tmp_path, HEAD + body))


def test_every_report_of_ours_can_be_read_and_has_a_name_of_its_own() -> None:
    reports = [*read_all(FOLDER), *read_all(SHORT)]
    names = [report.id for report in reports]
    assert len(set(names)) == len(names) >= 100
