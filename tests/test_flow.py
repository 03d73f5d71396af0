"""Reports stream through the rooms in order, in bounded pieces, and one's fault is its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import made
from standoff import flow
from standoff.errors import InputError, ModelError
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


def test_no_more_than_a_chunk_is_taken_ahead_of_what_is_given() -> None:
    taken = 0

    def endless() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield made.report(f"report {taken}")

    stream = flow.read_stream(endless(), stand_in)
    for given_out in range(1, 1000):
        next(stream)
        assert taken - given_out < 128
    assert taken > 0


def test_the_first_reading_needs_few_reports_and_long_ones_go_alone() -> None:
    small = [made.report(f"short {place}") for place in range(400)]
    sizes = [len(chunk) for chunk in flow.chunked(small)]
    assert sizes == [8, 16, 32, 64, 128, 128, 24]
    long = [made.report("long " * 400_000, name=f"{place}") for place in range(3)]
    assert [len(chunk) for chunk in flow.chunked(long)] == [1, 1, 1]
