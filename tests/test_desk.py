"""The desk stores what it reads, once, in any order, and goes on after what it cannot read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import made
from standoff import flow
from standoff.desk import Desk, Outcome
from standoff.errors import InputError, NotFound, StoreError
from standoff.records import Reading, Report
from standoff.store import open_store


class Reader:
    """Stands in for the model, and counts what it was given."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, reports: Iterable[Report]) -> Iterator[Reading]:
        for report in reports:
            self.read.append(report.name)
            yield replace(made.reading(), report=report)


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def desk(reader: Reader) -> Iterator[Desk]:
    with Desk(open_store("sqlite://"), reader) as opened:
        yield opened


def report(number: int) -> Report:
    return made.numbered(number).report


def states(outcomes: Iterable[Outcome]) -> list[str]:
    return [outcome.state for outcome in outcomes]


def test_each_input_has_its_outcome_and_an_error_stops_nothing(desk: Desk) -> None:
    inputs: list[flow.Loaded] = [
        report(1),
        InputError("bad.txt", "unreadable", "remove it"),
        report(1),
        report(2),
    ]
    outcomes = list(desk.add_reports(inputs))
    assert states(outcomes) == ["added", "failed", "known", "added"]
    assert [outcome.name for outcome in outcomes] == ["1.txt", "bad.txt", "1.txt", "2.txt"]
    assert outcomes[1].error is inputs[1]
    assert outcomes[0].report_id == report(1).id


def test_a_stored_report_is_not_read_again(desk: Desk, reader: Reader) -> None:
    list(desk.add_reports([report(1)]))
    assert states(desk.add_reports([report(1), report(2)])) == ["known", "added"]
    assert reader.read == ["1.txt", "2.txt"]


def test_a_report_is_stored_before_its_outcome_is_given(desk: Desk) -> None:
    outcomes = desk.add_reports(report(number) for number in range(20))
    for count, _ in enumerate(outcomes, 1):
        assert len(list(desk.reports())) == count


def test_giving_up_midway_keeps_what_was_stored_and_the_rest_can_follow(desk: Desk) -> None:
    outcomes = desk.add_reports(report(number) for number in range(20))
    next(outcomes)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert states(desk.add_reports(report(number) for number in range(20))) == ["known"] * 2 + ["added"] * 18


def test_a_reading_that_the_store_refuses_is_that_inputs_error(desk: Desk, reader: Reader) -> None:
    def contradicting(reports: Iterable[Report]) -> Iterator[Reading]:
        for reading in reader(reports):
            yield replace(reading, events=()) if reading.report.name == "1.txt" else reading

    other = Desk(open_store("sqlite://"), contradicting)
    assert states(other.add_reports([report(0), report(1), report(2)])) == ["added", "failed", "added"]
    other.close()


def test_a_database_that_fails_ends_the_adding(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def known(self, ids: object) -> frozenset[str]:
            return frozenset()

        def add(self, reading: Reading) -> bool:
            raise StoreError("news.db: the disk is full (make room)")

    with pytest.raises(StoreError, match="full"):
        list(Desk(Full(), Reader()).add_reports([report(1), report(2)]))  # type: ignore[arg-type]


def test_a_report_is_found_by_the_beginning_of_its_id(desk: Desk) -> None:
    list(desk.add_reports([made.report()]))
    assert desk.report(made.report().id[:5]).report == made.report()
    with pytest.raises(NotFound):
        desk.report("nothing")


@given(order=st.lists(st.integers(0, 6), max_size=14))
@settings(max_examples=25)
def test_the_order_and_number_of_times_of_adding_change_nothing(order: list[int]) -> None:
    with Desk(open_store("sqlite://"), Reader()) as one, Desk(open_store("sqlite://"), Reader()) as other:
        list(one.add_reports(report(number) for number in order))
        list(other.add_reports(report(number) for number in sorted(set(order))))
        assert [item.id for item in one.reports()] == [item.id for item in other.reports()]
        assert [hit.report.id for hit in one.search("guards")] == [
            hit.report.id for hit in other.search("guards")
        ]


def test_a_report_that_cannot_be_compared_does_not_stop_the_others(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(reading: Reading) -> None:
        if reading.report.name == "1.txt":
            raise ZeroDivisionError("inside")

    monkeypatch.setattr(desk.cases, "link", link)
    outcomes = list(desk.add_reports([report(1), report(2)]))
    assert states(outcomes) == ["failed", "added"]
    assert len(list(desk.reports())) == 2
