"""Values are put together, their independent origins counted, and each finding says what it adds up to and why."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from many import claim, source, told, toll
from standoff.records import Entity, Reading, Time
from standoff.records.findings import Finding
from standoff.records.incidents import Copy
from standoff.weighing.findings import key_findings, weigh

POLICE = source("Ada Lint", described="police chief")
MINISTER = source("Joss Harrow", described="minister of trade")
EARLY, LATE = "2031-03-14T08:00:00+00:00", "2031-03-14T20:00:00+00:00"


def one(*readings: Reading, copies: Any = (), slot: str = "killed") -> Finding:
    found = [each for each in weigh(readings, copies) if each.slot == slot]
    assert len(found) == 1, found
    return found[0]


def test_two_origins_of_one_value_agree() -> None:
    found = one(told("a", "Courier", EARLY, toll("killed", 3)), told("b", "Gazette", LATE, toll("killed", 3)))
    assert found.status == "agreed"
    assert [origin.name for origin in found.values[0].origins] == ["Courier", "Gazette"]
    assert found.values[0].credibility == 1
    assert found.values[0].reports == ("a", "b")


def test_ten_papers_with_one_text_are_one_origin() -> None:
    papers = [told(name, f"Paper {name}", LATE, toll("killed", 3)) for name in "bcd"]
    wire = told("a", "Northwind", EARLY, toll("killed", 3))
    found = one(wire, *papers, copies=[Copy(name, "a", 90, 1.0, "time") for name in "bcd"])
    assert found.status == "single_source"
    assert [origin.name for origin in found.values[0].origins] == ["Northwind"]
    assert found.values[0].reports == ("a", "b", "c", "d")


def test_whoever_speaks_for_a_body_is_that_body() -> None:
    deputy = source("Mirko Vane", described="deputy inspector of police")
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(POLICE,))),
        told("b", "Gazette", LATE, toll("killed", 3, chain=(deputy,))),
    )
    assert found.status == "single_source"


def test_an_unnamed_source_counts_once_for_each_outlet_that_vouches_for_it() -> None:
    officials = source("unnamed officials", identification="anonymous")
    northwind = source("Northwind", "agency")
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(northwind, officials))),
        told("b", "Gazette", LATE, toll("killed", 3, chain=(northwind, officials))),
        told("c", "Beacon", LATE, toll("killed", 3, chain=(officials,))),
    )
    assert len(found.values[0].origins) == 2


def test_values_that_cannot_both_be_true_are_disputed() -> None:
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(POLICE,))),
        told("b", "Gazette", LATE, toll("killed", 5, chain=(MINISTER,))),
    )
    assert found.status == "disputed"
    assert {value.credibility for value in found.values} == {4}


def test_open_and_exact_numbers_that_fit_are_compatible() -> None:
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, None, chain=(POLICE,))),
        told("b", "Gazette", LATE, toll("killed", 5, chain=(MINISTER,))),
    )
    assert found.status == "agreed"


def test_a_later_value_of_the_same_origin_revises_it() -> None:
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(POLICE,))),
        told("b", "Gazette", LATE, toll("killed", 5, chain=(POLICE,))),
    )
    assert found.status == "revised"
    assert found.explanation[-1].startswith("revised: Ada Lint")


def test_a_denial_is_shown_beside_what_it_denies() -> None:
    heron = Entity("Red Heron group")
    found = one(
        told("a", "Courier", EARLY, claim("affiliation", heron, POLICE)),
        told("b", "Gazette", LATE, claim("affiliation", heron, MINISTER, polarity="denied")),
        slot="affiliation",
    )
    assert found.status == "denied"
    assert {value.polarity for value in found.values} == {"affirmed", "denied"}


def test_that_a_group_claims_an_act_rests_on_the_group_alone() -> None:
    found = one(
        told("a", "Courier", EARLY, claim("claimant", Entity("ISIS"))),
        told("b", "Gazette", LATE, claim("claimant", Entity("the Islamic State group"))),
        slot="claimant",
    )
    assert found.status == "single_source"


def test_tolls_of_different_parties_are_different_findings() -> None:
    readings = [
        told("a", "Courier", EARLY, toll("killed", 3, party="gunmen"), toll("killed", 9, party="hostages")),
        told("b", "Gazette", LATE, toll("killed", 3, party="attackers")),
    ]
    found = {each.party: each.status for each in weigh(readings)}
    assert found == {"attackers": "agreed", "hostages": "single_source"}


def test_a_toll_without_a_party_is_that_of_the_party_with_the_same_number() -> None:
    readings = [
        told("a", "Courier", EARLY, toll("killed", 9, party="hostages")),
        told("b", "Gazette", LATE, toll("killed", 9)),
    ]
    assert [(each.party, each.status) for each in weigh(readings)] == [("hostages", "agreed")]


def test_clock_times_of_one_event_are_compared_and_other_times_stand_apart() -> None:
    def at(clock: str) -> Time:
        return Time(f"2031-03-14T{clock}", f"2031-03-14T{clock}")

    readings = [
        told("a", "Courier", LATE, claim("time", at("08:45"))),
        told("b", "Gazette", LATE, claim("time", at("09:20")), claim("time", at("17:00"))),
    ]
    assert [each.status for each in weigh(readings)] == ["disputed", "single_source"]


def test_intended_and_background_things_are_not_weighed() -> None:
    planned = toll("killed", 3, realis="intended")
    assert weigh([told("a", "Courier", EARLY, planned)]) == ()


def test_several_weapons_contradict_nothing_and_fill_one_row() -> None:
    readings = [
        told("a", "Courier", EARLY, claim("weapon", Entity("knives")), claim("weapon", Entity("rifles"))),
        told("b", "Gazette", LATE, claim("weapon", Entity("rifles"))),
    ]
    found = one(*readings, slot="weapon")
    assert found.status == "agreed"
    assert [str(value.value) for value in found.values] == ["rifles", "knives"]
    assert key_findings(weigh(readings)) == (found,)


READINGS = [
    told("a", "Courier", EARLY, toll("killed", 3, party="guards"), claim("weapon", Entity("rifles"))),
    told("b", "Gazette", LATE, toll("killed", 5, party="guards", chain=(POLICE,)), toll("injured", 2)),
    told(
        "c", "Beacon", LATE, toll("killed", 5, chain=(MINISTER,)), claim("weapon", Entity("assault rifles"))
    ),
    told("d", "Four", EARLY, toll("killed", 3, chain=(POLICE,)), claim("claimant", Entity("Red Heron"))),
]


@given(st.permutations(READINGS))
def test_the_order_of_the_reports_changes_no_finding(order: list[Reading]) -> None:
    assert weigh(order) == weigh(READINGS)
