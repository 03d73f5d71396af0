"""Events of other days and of many years are not the incident."""

from __future__ import annotations

from dataclasses import replace

from many import claim, told, toll
from standoff.records import Event, Place, Reading, Span, Time
from standoff.weighing.findings import weigh
from standoff.weighing.scope import outside

DAY = "2031-03-14T08:00:00+00:00"


def with_event(start: str, end: str, standing: str = "related") -> Reading:
    """A report that tells of three dead in a second event at this time."""
    when = replace(claim("time", Time(start, end)), event="e2")
    plain = told("a", "Courier", DAY, replace(toll("killed", 3), event="e2"), when)
    other = Event("e2", "attack", (Span(0, 1),), standing)  # type: ignore[arg-type]
    return replace(plain, events=(*plain.events, other))


def test_an_event_of_the_same_week_is_the_incident_s() -> None:
    assert outside([with_event("2031-03-12", "2031-03-12")]) == frozenset()


def test_an_event_of_days_before_in_another_place_is_not() -> None:
    earlier = with_event("2031-03-11", "2031-03-11")
    here = [claim("time", Time("2031-03-14", "2031-03-14")), claim("place", Place("a depot in Tellis"))]
    there = replace(claim("place", Place("a barracks in Korvale")), event="e2")
    reading = replace(earlier, claims=(*earlier.claims, *here))
    assert outside([reading]) == frozenset()  # it may have been in Tellis
    assert outside([replace(reading, claims=(*reading.claims, there))]) == {("a", "e2")}
    same = replace(there, value=Place("the depot in Tellis"))
    assert outside([replace(reading, claims=(*reading.claims, same))]) == frozenset()


def test_an_event_of_another_month_is_not() -> None:
    reading = with_event("2031-01-02", "2031-01-02")
    assert outside([reading]) == {("a", "e2")}
    assert weigh([reading]) == ()


def test_a_series_over_years_is_not() -> None:
    assert outside([with_event("2029-01-01", "2031-03-14")]) == {("a", "e2")}


def test_background_is_not_whatever_its_time() -> None:
    assert outside([with_event("2031-03-14", "2031-03-14", "background")]) == {("a", "e2")}


def test_the_day_of_an_update_is_not_when_it_happened() -> None:
    def on(name: str, published: str, day: str) -> Reading:
        return told(name, "Courier", published, claim("time", Time(day, day)))

    first, last = on("a", "2031-03-14", "2031-03-13"), on("b", "2031-03-17", "2031-03-17")
    (found,) = weigh([first, last])
    assert [str(value.value) for value in found.values] == ["2031-03-13"]
    assert len(weigh([first, on("b", "2031-03-15", "2031-03-15")])) == 2


def test_a_look_back_at_the_last_disaster_counts_only_with_what_it_tells_of_this_one() -> None:
    def look_back(second: str) -> Reading:
        plain = told(
            "b", "Gazette", DAY, toll("killed", 228), claim("time", Time("2028-09-01", "2028-09-30")),
            replace(toll("killed", 38), event="e2"), replace(claim("time", Time(second, second)), event="e2"),
        )  # fmt: skip
        return replace(plain, events=(*plain.events, Event("e2", "attack", (Span(0, 1),), "related")))

    news = told("a", "Courier", DAY, toll("killed", 38), claim("time", Time("2031-03-13", "2031-03-13")))
    assert outside([news, look_back("2031-03-13")]) == {("b", "e1")}
    assert outside([look_back("2031-03-13")]) == frozenset()
    assert ("b", "e1") not in outside([news, look_back("2028-09-02")])
