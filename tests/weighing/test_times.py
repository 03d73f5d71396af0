"""Different days of one happening are disputed, and days of other happenings are not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from many import claim, source, told, with_text
from standoff.records import Claim, Event, Reading, Span, Time
from standoff.weighing.findings import key_findings, weigh

POLICE = source("Ada Lint", described="police chief")
MAYOR = source("Mirko Vane", described="mayor of Tellis")
MONDAY, TUESDAY, SUNDAY = "2031-03-03", "2031-03-04", "2031-03-02"
WEDNESDAY, THURSDAY = "2031-03-05T09:00:00+00:00", "2031-03-06T09:00:00+00:00"


def on(start: str, *chain: Any, end: str = "", kind: str = "attack", **facts: Any) -> Claim:
    """A claim of when the main event was, or another one (``event``)."""
    return replace(claim("time", Time(start, end or start), *chain, **facts), type=kind)


def with_events(reading: Reading, *types: str) -> Reading:
    """The reading with events of these types, each claim of the type of its own."""
    events = tuple(Event(f"e{n}", kind, (Span(0, 1),)) for n, kind in enumerate(types, 1))
    by_id = {event.id: event.type for event in events}
    claims = tuple(replace(each, type=by_id[each.event]) for each in reading.claims)
    return replace(reading, events=events, claims=claims)


def days(*readings: Reading) -> list[tuple[str, list[str]]]:
    """Status and days of each finding on the time."""
    return sorted(
        (found.status, sorted(str(value.value) for value in found.values))
        for found in weigh(readings)
        if found.slot == "time"
    )


APART = [("single_source", [MONDAY]), ("single_source", [TUESDAY])]


def test_two_days_that_two_origins_give_for_one_event_are_disputed_and_in_the_grid() -> None:
    one, other = (
        told("a", "Courier", WEDNESDAY, on(MONDAY, POLICE)),
        told("b", "Gazette", THURSDAY, on(TUESDAY, MAYOR)),
    )
    assert days(one, other) == [("disputed", [MONDAY, TUESDAY])]
    assert [(found.slot, found.status) for found in key_findings(weigh([one, other]))] == [
        ("time", "disputed")
    ]


def test_one_report_may_tell_that_two_sources_give_different_days() -> None:
    assert days(told("a", "Courier", WEDNESDAY, on(MONDAY, POLICE), on(TUESDAY, MAYOR))) == [
        ("disputed", [MONDAY, TUESDAY])
    ]


def test_a_clock_time_of_a_day_stands_against_another_day() -> None:
    found = days(
        told("a", "Courier", WEDNESDAY, on(MONDAY, POLICE), on(f"{MONDAY}T10:00", POLICE)),
        told("b", "Gazette", THURSDAY, on(TUESDAY, MAYOR)),
    )
    assert found == [("disputed", [MONDAY, f"{MONDAY}T10:00", TUESDAY])]


def test_times_that_only_differ_in_how_precise_they_are_agree() -> None:
    found = days(
        told("a", "Courier", WEDNESDAY, on(MONDAY, POLICE)),
        told("b", "Gazette", THURSDAY, on(SUNDAY, MAYOR, end=TUESDAY)),
    )
    assert not any(status == "disputed" for status, _ in found)


def test_a_day_of_another_event_of_the_report_is_no_rival() -> None:
    raid = told("b", "Gazette", THURSDAY, on(MONDAY, POLICE), replace(on(TUESDAY, MAYOR), event="e2"))
    found = days(told("a", "Courier", WEDNESDAY, on(MONDAY, POLICE)), with_events(raid, "attack", "raid"))
    assert found == [("single_source", [MONDAY]), ("single_source", [TUESDAY])]


def test_a_report_that_is_mainly_about_another_kind_of_event_is_no_side() -> None:
    raid = with_events(told("c", "Gazette", THURSDAY, on(TUESDAY, MAYOR)), "raid")
    attacks = [told(name, name, WEDNESDAY, on(MONDAY, POLICE)) for name in ("a", "b")]
    assert days(*attacks, raid) == APART


def test_what_lasts_for_days_has_several() -> None:
    marches = (
        with_events(told("a", "Courier", WEDNESDAY, on(MONDAY, POLICE)), "protest"),
        with_events(told("b", "Gazette", THURSDAY, on(TUESDAY, MAYOR)), "protest"),
    )
    assert days(*marches) == APART


def test_a_source_that_tells_of_two_days_in_one_text_is_no_side() -> None:
    both = told("b", "Gazette", THURSDAY, on(MONDAY, MAYOR), on(TUESDAY, MAYOR))
    found = days(told("a", "Courier", WEDNESDAY, on(MONDAY, POLICE)), both)
    assert found == [("agreed", [MONDAY]), ("single_source", [TUESDAY])]


def test_a_day_on_which_it_was_in_the_news_already_is_an_update_s_own() -> None:
    found = days(
        told("a", "Courier", f"{MONDAY}T20:00:00+00:00", on(MONDAY, POLICE)),
        told("b", "Gazette", WEDNESDAY, on(TUESDAY, MAYOR)),
    )
    assert found == APART


def test_across_a_midnight_the_night_before_is_the_day_after() -> None:
    text = "It was late on Monday."
    late = replace(on(MONDAY, POLICE), evidence=(Span(text.index("late"), len(text) - 1),))
    found = days(
        with_text(told("a", "Courier", WEDNESDAY, late), text),
        told("b", "Gazette", THURSDAY, on(TUESDAY, MAYOR)),
    )
    assert found == APART
    clock = told("a", "Courier", WEDNESDAY, on(MONDAY, POLICE), on(f"{MONDAY}T23:40", POLICE))
    assert not any(
        status == "disputed" for status, _ in days(clock, told("b", "Gazette", THURSDAY, on(TUESDAY, MAYOR)))
    )
    sunday = told("b", "Gazette", THURSDAY, on(SUNDAY, MAYOR))
    assert days(told("a", "Courier", WEDNESDAY, on(TUESDAY, POLICE)), sunday)[0][0] == "disputed"


def test_what_is_told_with_reserve_and_what_one_source_corrects_is_no_dispute() -> None:
    maybe = on(TUESDAY, MAYOR, certainty="possible")
    police = told("a", "Courier", WEDNESDAY, on(MONDAY, POLICE))
    assert days(police, told("b", "Gazette", THURSDAY, maybe)) == APART
    assert days(police, told("b", "Gazette", THURSDAY, on(TUESDAY, POLICE))) == APART


def test_whoever_gives_up_a_day_for_another_s_has_revised_it() -> None:
    found = days(
        told("a", "Courier", WEDNESDAY, on(MONDAY, POLICE)),
        told("b", "Gazette", WEDNESDAY, on(TUESDAY, MAYOR)),
        told("c", "Beacon", THURSDAY, on(TUESDAY, POLICE)),
    )
    assert found == [("revised", [MONDAY, TUESDAY])]
