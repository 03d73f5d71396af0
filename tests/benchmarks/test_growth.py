"""A simulated stream is the same for the same seed, and its reports find those of their incident."""

from __future__ import annotations

from pathlib import Path

from benchmarks.growth import InMemory, InStore, measured, stream
from standoff.linking.linker import group


def test_the_same_seed_gives_the_same_stream() -> None:
    assert list(stream(3, 20)) == list(stream(3, 20))
    assert list(stream(3, 20)) != list(stream(4, 20))


def test_reports_of_one_simulated_incident_are_linked() -> None:
    assert max(map(len, group(stream(3, 600)))) > 2


def test_each_size_has_a_line_however_many_are_linked(tmp_path: Path) -> None:
    for into, linked in (
        (InMemory(), 10),
        (InStore(tmp_path / "new.db"), 10),
        (InStore(tmp_path / "bulk.db"), 2),
    ):
        found = list(measured([5, 10], into, 1, linked))
        assert [each["reports"] for each in found] == [5, 10]
        assert all(each["ms_a_report"] > 0 for each in found)
