"""Reports stream through the rooms in order, in bounded pieces, and one's fault is its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import made
from standoff import flow
from standoff.errors import InputError, ModelError, StoreError
from standoff.records import Reading, Report


def stand_in(reports: Iterable[Report]) -> Iterator[Reading]:
    """Reads any report as one with nothing in it, and fails at those that say so."""
    for report in reports:
        if "crash" in report.text:
            raise ZeroDivisionError("inside")
        if "refuse" in report.text:
            raise InputError(report.name, "refused")
        yield made.bare_reading(report.text, name=report.name)


def loaded(kinds: str) -> list[flow.Loaded]:
    """A report for each letter: r fine, c crashes its reader, e could not be loaded."""
    words = {"r": "fine", "c": "crash", "x": "refuse"}
    return [
        InputError(f"{place}", "unreadable")
        if kind == "e"
        else made.report(f"{words[kind]} {place}", name=f"{place}")
        for place, kind in enumerate(kinds)
    ]


@given(kinds=st.text("rrrrcex", max_size=60))
def test_every_input_has_one_result_in_its_place_whatever_befalls_the_others(kinds: str) -> None:
    results = list(flow.read_stream(loaded(kinds), stand_in))
    shown = [result.name if isinstance(result, InputError) else result.report.name for result in results]
    assert shown == [f"{place}" for place in range(len(kinds))]
    assert ["r" if isinstance(result, Reading) else "-" for result in results] == [
        "r" if kind == "r" else "-" for kind in kinds
    ]


def test_a_crash_is_told_as_a_fault_of_ours_with_its_cause() -> None:
    [error] = flow.read_stream(loaded("c"), stand_in)
    assert isinstance(error, InputError)
    assert "ZeroDivisionError" in error.reason
    assert "report it" in error.hint
    assert isinstance(error.__cause__, ZeroDivisionError)


def test_a_missing_model_is_nobodys_report_and_ends_the_stream() -> None:
    def no_model(reports: Iterable[Report]) -> Iterator[Reading]:
        raise ModelError("no model")

    with pytest.raises(ModelError):
        list(flow.read_stream(loaded("rr"), no_model))


def test_a_reader_that_fails_before_it_has_a_report_ends_the_stream() -> None:
    def broken(reports: Iterable[Report]) -> Iterator[Reading]:
        raise ImportError("half installed")

    with pytest.raises(ImportError):
        list(flow.read_stream(loaded("rr"), broken))


def test_a_report_is_taken_only_when_the_reader_asks_for_it() -> None:
    taken = 0

    def endless() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield made.report(f"report {taken}")

    stream = flow.read_stream(endless(), stand_in)
    for given_out in range(1, 100):
        next(stream)
        assert taken == given_out


@given(kinds=st.text("rrrrcex", max_size=30), ahead=st.integers(1, 9))
def test_a_reader_that_reads_ahead_gives_the_same(kinds: str, ahead: int) -> None:
    def reading_ahead(reports: Iterable[Report]) -> Iterator[Reading]:
        waiting: list[Report] = []
        for report in reports:
            waiting.append(report)
            if len(waiting) >= ahead:
                yield from stand_in([waiting.pop(0)])
        yield from stand_in(waiting)

    def shown(reader: flow.ReadMany) -> list[str]:
        results = flow.read_stream(loaded(kinds), reader)
        return [str(item) if isinstance(item, InputError) else item.report.name for item in results]

    assert shown(reading_ahead) == shown(stand_in)


@pytest.mark.parametrize("before", [0, 1, 5])
def test_what_the_stream_itself_raises_comes_after_what_stood_before_it(before: int) -> None:
    def failing() -> Iterator[flow.Loaded]:
        yield from loaded("r" * before)
        raise StoreError("the disk is full")

    stream = flow.read_stream(failing(), stand_in)
    assert [item.report.name for item in islice(stream, before) if isinstance(item, Reading)] == list(
        map(str, range(before))
    )
    with pytest.raises(StoreError, match="full"):
        next(stream)


def test_files_that_crash_their_format_are_told_and_databases_in_folders_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Report:
        raise RecursionError("too deep")

    for name in ("a.txt", "news.db", "news.db-wal", "news.db.gz"):
        (tmp_path / name).write_text("Guards sang.")
    monkeypatch.setattr("standoff.ingest.inputs.load", broken)
    [error] = flow.load_stream([tmp_path])
    assert isinstance(error, InputError)
    assert error.name.endswith("a.txt")
    assert "RecursionError" in error.reason
    assert len(list(flow.places([tmp_path / "news.db"]))) == 1


def test_a_file_called_dash_in_a_folder_keeps_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "-").write_text("Guards sang.")
    monkeypatch.chdir(tmp_path)
    assert list(flow.places([".", "-"])) == ["./-", "-"]


def test_the_one_report_of_a_name_that_is_too_long_is_one_error() -> None:
    with pytest.raises(InputError, match="File name too long"):
        flow.read_path("x" * 300)
