"""Values are equal, compatible or contradictory, seen from either side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.records import Entity, Place, Quantity, Text, Time, Value
from standoff.weighing.compare import relation, within
from standoff.weighing.parties import party_class

RENO = Place("the station in Reno", "Reno", "US", 39.5, -119.8, 5.0, "Nevada")
NEVADA = Place("Nevada", "Nevada", "US", 38.8, -116.5, 326.0, "Nevada")


def toll(low: int | None, high: int | None, approx: bool = False) -> Quantity:
    return Quantity("toll", low, high, approx)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (toll(20, 20), toll(20, 20), "equal"),
        (toll(20, None), toll(21, 21), "compatible"),
        (toll(20, 20, approx=True), toll(22, 22), "compatible"),
        (toll(20, 20), toll(21, 21), "contradictory"),
        (toll(10**400, 10**400, approx=True), toll(10**400 + 1, None), "compatible"),
        (Time("2031-03-14", "2031-03-14"), Time("2031-03-14T08:00", "2031-03-14T08:00"), "compatible"),
        (Time("2031-03-14T08:00", "2031-03-14T08:00"), Time("2031-03-14T08:04", "2031-03-14T08:04"), "equal"),
        (
            Time("2031-03-14T08:00", "2031-03-14T08:00"),
            Time("2031-03-14T08:17", "2031-03-14T08:17"),
            "compatible",
        ),
        (
            Time("2031-03-14T08:45", "2031-03-14T08:45"),
            Time("2031-03-14T09:20", "2031-03-14T09:20"),
            "contradictory",
        ),
        (Entity("rifles"), Entity("a rifle"), "equal"),
        (Time("2031-03-14", "2031-03-14"), Time("2031-03-15", "2031-03-15"), "contradictory"),
        (Entity("ISIS"), Entity("Islamic State"), "equal"),
        (Entity("police"), Entity("army"), "contradictory"),
        (Entity("Ostrany Liberation Army"), Entity("Ostrany Liberation Front"), "contradictory"),
        (Entity("the Red Heron group"), Entity("Red Heron"), "equal"),
        (Place("near Tellis"), Place("near Korvale"), "contradictory"),
        (Place("a market in Tellis"), Place("the market in Tellis"), "equal"),
        (Text("set fire to the depot"), Text("the depot was set on fire"), "equal"),
        (Entity("three"), toll(3, 3), "contradictory"),
        (Place("Tellis, Ostrany"), Place("Ostrany"), "compatible"),
        (Place("Tellis, Ostrany"), Place("Korvale, Ostrany"), "contradictory"),
        (Place("the depot in Tellis"), Place("depot in Tellis, Ostrany"), "equal"),
        (Place("Tellis, Ostrany"), Place("Tellis, Brennick"), "contradictory"),
        (RENO, NEVADA, "compatible"),
        (RENO, Place("United States", "United States", "US", 39.8, -98.6, 1700.0), "compatible"),
        (NEVADA, Place("Utah", "Utah", "US", 39.3, -111.7, 260.0, "Utah"), "contradictory"),
    ],
)
def test_how_two_values_stand(one: Value, other: Value, expected: str) -> None:
    assert relation(one, other) == relation(other, one) == expected


@given(st.integers(0, 50) | st.none(), st.integers(0, 50) | st.none())
def test_a_value_is_equal_to_itself(low: int | None, high: int | None) -> None:
    assert relation(toll(low, high), toll(low, high)) == "equal"


@pytest.mark.parametrize(
    ("party", "expected"),
    [("six militants", "attackers"), ("gunmen", "attackers"), ("Japanese men", "people of JP"), ("people", ""),
     (None, ""), ("U.S. citizens", "people of US"), ("guards of the depot", "guards"),
     ("gunmen and hostages", "attackers and hostages"), ("a 20-year-old man", "a 20-year-old"),
     ("19 year old student", "19-year-old student"), ("9-year-old girl", "children")],
)  # fmt: skip
def test_parties_have_classes(party: str | None, expected: str) -> None:
    assert party_class(party) == expected


@pytest.mark.parametrize(
    ("fine", "coarse"),
    [(toll(5, 5), toll(3, None)), (RENO, NEVADA), (Place("Tellis, Ostrany"), Place("Ostrany")),
     (Time("2031-03-14T08:00", "2031-03-14T08:00"), Time("2031-03-14", "2031-03-14"))],
)  # fmt: skip
def test_a_finer_value_lies_within_a_coarser_one_and_not_the_other_way_round(
    fine: Value, coarse: Value
) -> None:
    assert within(fine, coarse)
    assert not within(coarse, fine)
    assert not within(fine, fine)
