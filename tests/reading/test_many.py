"""Many reports at once: the same readings in the same order, each finished, faults where they belong."""

import gc
import sys
import threading
from collections.abc import Iterator

import pytest

from made import report
from standoff import flow
from standoff.publish import render_reading
from standoff.reading import ModelReader, many, read_many
from standoff.reading.graph import cores
from standoff.reading.many import AHEAD, FEW, HERE
from standoff.reading.worker import YOUNG
from standoff.records import Reading, Report

REPORTS = [report(f"Report number {i} from Velmore. " * (1 + i % 5)) for i in range(2 * FEW)]
LONG = [
    report(f"Gunmen killed {i} guards in Velmore on Friday, police said.", name=f"r{i}")
    for i in range(3, 3 + 2 * HERE)
]


def test_each_reading_is_finished_once_and_comes_in_order() -> None:
    seen: list[str] = []

    def finish(reading: Reading) -> Reading:
        seen.append(reading.report.id)
        return reading

    made = [reading.report.id for reading in read_many(REPORTS, finish)]
    assert made == [item.id for item in REPORTS]
    assert sorted(seen) == sorted(made)


def test_a_fault_in_one_report_is_raised_where_its_reading_would_stand() -> None:
    def finish(reading: Reading) -> Reading:
        if reading.report.id == REPORTS[FEW + 3].id:
            raise ZeroDivisionError
        return reading

    made: list[str] = []
    with pytest.raises(ZeroDivisionError):
        made.extend(reading.report.id for reading in read_many(REPORTS, finish))
    assert made == [item.id for item in REPORTS[: FEW + 3]]


def test_no_more_is_drawn_than_is_read_ahead() -> None:
    drawn = 0

    def stream() -> Iterator[Report]:
        nonlocal drawn
        for item in REPORTS * 20:
            drawn += 1
            yield item

    readings = read_many(stream())
    next(readings)
    assert drawn <= AHEAD * cores() + 1
    readings.close()  # type: ignore[attr-defined]


def test_no_thread_is_left_when_a_reader_stops_early() -> None:
    before = threading.active_count()
    readings = read_many(REPORTS)
    next(readings)
    readings.close()  # type: ignore[attr-defined]
    assert threading.active_count() <= before  # fewer, where a worker of another test rested


def test_turns_of_threads_and_hunts_for_garbage_are_set_back_when_the_reading_ends() -> None:
    before = sys.getswitchinterval(), gc.get_threshold()
    readings = read_many(REPORTS[:3])
    next(readings)
    assert gc.get_threshold()[0] >= YOUNG
    readings.close()  # type: ignore[attr-defined]
    assert (sys.getswitchinterval(), gc.get_threshold()) == before


def test_garbage_is_not_looked_for_where_the_caller_has_turned_that_off() -> None:
    before = gc.get_threshold()
    gc.set_threshold(0)
    try:
        next(read_many(REPORTS[:3]))
        assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*before)


def test_reading_many_is_reading_each() -> None:
    alone = [ModelReader().read(item) for item in REPORTS[:6]]
    for one, together in zip(alone, read_many(REPORTS[:6]), strict=True):
        assert one.words.heads.tolist() == together.words.heads.tolist()
        assert one.slots.scores.tolist() == together.slots.scores.tolist()


def test_the_readings_are_the_same_whatever_the_number_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def lines(count: int) -> list[str]:
        monkeypatch.setattr(many, "cores", lambda: count)
        return [render_reading(reading, "jsonl") for reading in flow.read_many(LONG)]

    alone = lines(1)
    assert any('"killed"' in line for line in alone)
    assert lines(3) == alone
