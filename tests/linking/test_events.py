"""Passages of reports are compared by when and where they say that something happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from many import KORVALE, TELLIS, claim, told, toll
from standoff.linking.events import may_be, parts, passage
from standoff.records import Claim, Entity, Event, Place, Reading, Span, Time
from standoff.records.incidents import Copy, Digest, Spot

DAY = "2031-03-14"
STAMP = f"{DAY}T08:00:00+00:00"


def place(spot: Spot) -> Place:
    return Place("the town", "Town", "XX", *spot)


def reading(*claims: Claim, name: str = "a") -> Reading:
    plain = told(name, "Courier", STAMP, *(replace(each, event="e2") for each in claims))
    return replace(plain, events=(*plain.events, Event("e2", "raid", (Span(0, 1),), "related")))


def test_a_passage_needs_a_time_and_a_place() -> None:
    when = claim("time", Time(DAY, DAY))
    assert passage(reading(when), "e2") is None
    assert passage(reading(claim("place", place(TELLIS))), "e2") is None
    found = passage(reading(when, claim("place", place(TELLIS))), "e2")
    assert found is not None
    assert (found.type, found.spots, found.report) == ("raid", (TELLIS,), "a#e2")


@pytest.mark.parametrize(
    ("spot", "day", "expected"), [(TELLIS, 0, True), (KORVALE, 0, False), (TELLIS, 3, False)]
)
def test_only_the_same_place_and_time_may_be_one_event(spot: Spot, day: int, expected: bool) -> None:
    found = passage(reading(claim("time", Time(DAY, DAY)), claim("place", place(TELLIS))), "e2")
    assert found is not None
    first, last = found.days[0]
    assert may_be(found, Digest("b", spots=(spot,), days=((first + day, last + day),))) is expected


def test_of_several_reports_two_must_tell_a_part() -> None:
    freed = toll("freed", 9)
    both = [reading(freed, name=name) for name in "ab"]
    assert [(part.type, part.reports) for part in parts(both, "attack", ())] == [("raid", ("a", "b"))]
    assert parts([both[0], told("b", "Gazette", STAMP)], "attack", ()) == ()
    assert parts(both, "attack", {("a", "e2"), ("b", "e2")}) == ()


def test_a_copy_tells_no_part_again_and_what_is_denied_is_none() -> None:
    both = [reading(toll("freed", 9), name=name) for name in "ab"]
    other = told("c", "Gazette", STAMP)
    assert parts([*both, other], "attack", (), [Copy("b", "a", 90, 1.0, "time")]) == ()
    stormed = [
        reading(replace(claim("actor", Entity("officers")), polarity="denied"), name=name) for name in "ab"
    ]
    assert parts(stormed, "attack", ()) == ()


def test_a_part_is_of_the_day_that_most_tell_to_the_minute_where_one_does() -> None:
    days = [claim("time", Time(day, day)) for day in (DAY, f"{DAY}T04:50", "2030-08-21T03:00")]
    told_by = [reading(days[0], name="a"), reading(days[1], days[2], name="b")]
    (found,) = parts(told_by, "attack", ())
    assert found.since == f"{DAY}T04:50"
    assert {
        str(claim.value.start)  # type: ignore[union-attr]
        for each in told_by
        for claim in each.claims
        if (each.report.id, claim.id) in found.claims
    } == {found.since}
