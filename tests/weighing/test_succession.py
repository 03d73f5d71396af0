"""What a later value took the place of is shown as past, and is no side of a dispute."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from many import claim, source, told, toll
from standoff.records import Entity, Reading
from standoff.records.findings import Finding
from standoff.weighing.findings import weigh

HARBOUR = source("Harbour Board", "organisation")
RESCUE = source("Coast Rescue", "organisation")
GOVERNOR = source("Ada Lint", described="governor of Marn")
CLERK = source("Odo Karr", "party")


def at(hour: int, day: int = 14) -> str:
    return f"2031-03-{day}T{hour:02}:00:00+00:00"


def one(*readings: Reading, slot: str = "killed") -> Finding:
    (found,) = (each for each in weigh(readings) if each.slot == slot)
    return found


def counted(slot: str, *tellings: tuple[Any, int, str]) -> Finding:
    """What a slot comes to when sources give numbers, each in a report of its own."""
    readings = (
        told(f"r{n}", f"Paper {n}", when, toll(slot, count, chain=(who,)))
        for n, (who, count, when) in enumerate(tellings)
    )
    return one(*readings, slot=slot)


def shown(found: Finding) -> list[tuple[str, bool]]:
    return [(str(value.value), value.past) for value in found.values]


def test_a_toll_that_rose_is_revised_and_its_latest_count_comes_first() -> None:
    found = counted("killed", (HARBOUR, 18, at(8)), (RESCUE, 31, at(20)), (GOVERNOR, 64, at(9, 15)))
    assert found.status == "revised"
    assert found.explanation[-1] == "revised: a later count took the place of an earlier one"
    assert shown(found) == [("64", False), ("31", True), ("18", True)]


def test_counts_that_are_told_at_one_time_are_disputed() -> None:
    assert counted("killed", (HARBOUR, 18, at(8)), (RESCUE, 31, at(11))).status == "disputed"


def test_a_smaller_count_of_another_source_overtakes_nothing_but_of_the_missing() -> None:
    for slot, status in (("killed", "disputed"), ("captive", "disputed"), ("missing", "revised")):
        assert counted(slot, (HARBOUR, 64, at(8)), (RESCUE, 37, at(8, 15))).status == status


def test_what_is_said_again_after_a_larger_count_stands() -> None:
    found = counted("killed", (HARBOUR, 18, at(8)), (RESCUE, 31, at(20)), (CLERK, 18, at(9, 15)))
    assert found.status == "disputed"


def test_one_origin_takes_the_place_of_a_count_that_two_give_only_on_another_day() -> None:
    found = counted("killed", (HARBOUR, 18, at(8)), (CLERK, 18, at(8)), (RESCUE, 31, at(20)))
    assert found.status == "disputed"
    assert shown(found)[0] == ("18", False)
    found = counted("killed", (HARBOUR, 18, at(8)), (CLERK, 18, at(8)), (RESCUE, 31, at(8, 15)))
    assert shown(found) == [("31", False), ("18", True)]


def test_a_toll_that_its_source_lowers_is_revised() -> None:
    found = counted("killed", (RESCUE, 31, at(8)), (GOVERNOR, 64, at(20)), (GOVERNOR, 61, at(20, 15)))
    assert found.status == "revised"
    assert found.explanation[-1] == "revised: Ada Lint gave another value later"
    assert shown(found)[0] == ("61", False)
    assert [value.credibility for value in found.values] == [3, 5, 4]


def test_a_value_that_others_say_after_its_source_gave_it_up_stands() -> None:
    found = counted("killed", (GOVERNOR, 64, at(8)), (GOVERNOR, 61, at(10)), (RESCUE, 64, at(12)))
    assert found.status == "disputed"


def test_a_rival_of_the_new_value_is_a_dispute_though_the_old_one_is_given_up() -> None:
    found = counted("killed", (RESCUE, 41, at(8)), (HARBOUR, 52, at(10)), (RESCUE, 39, at(12)))
    assert found.status == "disputed"
    assert found.explanation[-1].endswith("; Coast Rescue gave another value later")


def test_without_dates_no_count_is_later() -> None:
    assert counted("killed", (HARBOUR, 18, ""), (RESCUE, 31, at(20))).status == "disputed"


def test_a_day_without_a_clock_comes_after_the_day_before() -> None:
    found = counted("killed", (GOVERNOR, 5, at(23, 13)), (GOVERNOR, 7, "2031-03-14"))
    assert shown(found) == [("7", False), ("5", True)]


def test_weapons_take_no_other_weapon_s_place() -> None:
    found = one(
        told("a", "Courier", at(8), claim("weapon", Entity("knives"), RESCUE)),
        told("b", "Gazette", at(20), claim("weapon", Entity("rifles"), RESCUE)),
        slot="weapon",
    )
    assert not any(value.past for value in found.values)


def test_that_nobody_died_yet_is_replaced_by_what_its_source_says_later() -> None:
    early = told("a", "Courier", at(8), toll("killed", 0, chain=(GOVERNOR,)))
    late = told(
        "b", "Gazette", at(12),
        toll("killed", 3, party="gunmen", chain=(GOVERNOR,)), toll("killed", 2, party="hostages", chain=(GOVERNOR,)),
    )  # fmt: skip
    found = {each.party: shown(each) for each in weigh([early, late])}
    assert found == {"attackers": [("3 (gunmen)", False)], "hostages": [("2 (hostages)", False), ("0", True)]}
    other = told("c", "Beacon", at(12), toll("killed", 2, party="hostages", chain=(RESCUE,)))
    assert {each.party for each in weigh([early, other])} == {None, "hostages"}


def test_a_denial_that_anybody_died_is_replaced_by_whom_its_source_tells_of_later() -> None:
    early = told("a", "Courier", at(8), toll("killed", 1, chain=(GOVERNOR,), polarity="denied"))
    late = told("b", "Gazette", at(12), toll("killed", 3, party="prisoners", chain=(GOVERNOR,)))
    found = {each.party: shown(each) for each in weigh([early, late])}
    assert found == {"prisoners": [("3 (prisoners)", False), ("1 or more", True)]}


def test_the_denial_of_a_value_that_was_replaced_is_past_with_it() -> None:
    found = one(
        told("a", "Courier", at(8), toll("killed", 14, chain=(GOVERNOR,))),
        told("b", "Gazette", at(20), toll("killed", 38, chain=(GOVERNOR,)),
             toll("killed", 14, chain=(RESCUE,), polarity="denied"),
             toll("killed", 14, chain=(HARBOUR,), polarity="denied")),
    )  # fmt: skip
    assert found.status == "revised"
    assert shown(found)[0] == ("38", False)
    assert [value.past for value in found.values if value.polarity == "denied"] == [True]


def test_who_denies_a_number_denies_no_other_and_none_that_is_coarser() -> None:
    found = one(
        told("a", "Courier", at(8), toll("killed", 9, None, chain=(GOVERNOR,))),
        told("b", "Gazette", at(10), toll("killed", 14, chain=(RESCUE,), polarity="denied")),
    )
    assert {value.credibility for value in found.values} == {3}


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_arrival_changes_no_succession(order: tuple[int, ...]) -> None:
    tellings = [
        (RESCUE, 31, at(8)),
        (GOVERNOR, 64, at(20)),
        (HARBOUR, 70, at(21)),
        (GOVERNOR, 61, at(20, 15)),
    ]
    readings = [
        told(f"r{n}", f"Paper {n}", when, toll("killed", count, chain=(who,)))
        for n, (who, count, when) in enumerate(tellings)
    ]
    assert weigh([readings[place] for place in order]) == weigh(readings)


def test_one_moment_told_in_two_zones_is_one_and_a_month_is_no_moment() -> None:
    for second in ("2031-03-14T10:00:00+02:00", "2031-03"):
        found = counted("killed", (GOVERNOR, 5, at(8)), (GOVERNOR, 7, second))
        assert not any(value.past for value in found.values)
    assert counted("killed", (HARBOUR, 5, at(8)), (RESCUE, 7, "2031-03")).status == "disputed"


TELLINGS = st.tuples(
    st.sampled_from((HARBOUR, RESCUE, GOVERNOR, CLERK)),
    st.integers(0, 12),
    st.sampled_from((None, -1)),
    st.sampled_from((8, 12, 20, 23)),
    st.integers(14, 16),
    st.sampled_from(("certain", "certain", "probable")),
    st.sampled_from(("affirmed", "affirmed", "denied")),
)


@given(st.lists(TELLINGS, min_size=1, max_size=7))
def test_a_dispute_shows_two_values_that_stand_and_a_revision_one_that_does_not(told_so: list[Any]) -> None:
    readings = [
        told(
            f"r{n}",
            f"Paper {n}",
            at(hour, day),
            toll("killed", low, high, chain=(who,), certainty=sure, polarity=way),
        )
        for n, (who, low, high, hour, day, sure, way) in enumerate(told_so)
    ]
    for found in weigh(readings):
        standing = [value for value in found.values if not value.past]
        assert found.status != "disputed" or len(standing) > 1, found.explanation
        assert found.status != "revised" or len(standing) < len(found.values), found.explanation


def test_a_larger_count_that_is_told_with_reserve_takes_no_place() -> None:
    maybe = toll("killed", 31, chain=(GOVERNOR,), certainty="possible")
    found = one(
        told("a", "Paper 1", at(8), toll("killed", 18, chain=(HARBOUR,))),
        told("b", "Paper 2", at(9, 15), maybe),
    )
    assert (found.status, shown(found)) == ("single_source", [("18", False), ("31", False)])
