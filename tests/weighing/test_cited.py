"""A citation rests on the source that the cited report names, wherever that report is among those of the incident."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from many import source, told, toll
from standoff.records import Claim, Reading, Span
from standoff.records.report import Dateline
from standoff.weighing.findings import weigh

WIRE = source("Northwind", "agency")
CHIEF = source("Ada Lint", described="police chief")
WITNESS = source("Per Lund", "witness", described="a witness")
EARLY, LATE = "2031-03-14T08:00:00+00:00", "2031-03-14T09:00:00+00:00"
ORIGINAL = told("a", "Northwind", EARLY, toll("killed", 3, chain=(CHIEF,)))


def origins(*readings: Reading, slot: str = "killed") -> list[str]:
    (found,) = (each for each in weigh(readings) if each.slot == slot)
    return [origin.name for origin in found.values[0].origins]


def cites(*claims: Claim, at: str = LATE) -> Reading:
    return told("b", "Gazette", at, *claims)


def test_what_an_agency_is_cited_for_rests_on_whom_the_agency_names() -> None:
    assert origins(ORIGINAL, cites(toll("killed", 3, chain=(WIRE,)))) == ["Ada Lint (police)"]


def test_a_source_without_its_name_is_the_one_that_the_agency_names() -> None:
    seen = told("a", "Northwind", EARLY, toll("killed", 3, chain=(WITNESS,)))
    nameless: Any = source("witness", "witness", "role")
    assert origins(seen, cites(toll("killed", 3, chain=(WIRE, nameless)))) == ["Per Lund"]
    doctor: Any = source("surgeon", "organisation", "role")
    assert len(origins(seen, cites(toll("killed", 3, chain=(WIRE, doctor))))) == 2


def test_what_a_paper_tells_itself_beside_citing_an_agency_is_its_own() -> None:
    wire = told("a", "Northwind", EARLY, toll("killed", 3, chain=(CHIEF,)), toll("freed", 17, chain=(CHIEF,)))
    retold = cites(toll("killed", 3, chain=(WIRE,)), toll("freed", 17))
    assert origins(wire, retold, slot="freed") == ["Ada Lint (police)", "Gazette"]
    assert origins(wire, retold) == ["Ada Lint (police)"]


def test_nothing_is_followed_into_a_later_report_or_to_another_number() -> None:
    assert (
        len(origins(ORIGINAL, cites(toll("killed", 3, chain=(WIRE,)), at="2031-03-14T07:00:00+00:00"))) == 2
    )
    (found,) = weigh([ORIGINAL, cites(toll("killed", 4, chain=(WIRE,)))])
    assert {origin.name for value in found.values for origin in value.origins} == {
        "Ada Lint (police)",
        "Northwind",
    }


def test_a_vaguer_number_of_a_citation_is_the_agency_s() -> None:
    (found,) = weigh([ORIGINAL, cites(toll("killed", 3, None, chain=(WIRE,)))])
    assert {origin.name for value in found.values for origin in value.origins} == {"Ada Lint (police)"}


def test_at_least_that_is_lost_where_a_number_is_told_again_makes_no_origin() -> None:
    wire = told("a", "Northwind", EARLY, toll("killed", 3, None, chain=(CHIEF,)))
    found = weigh([wire, cites(toll("killed", 3, chain=(WIRE,)))])[0]
    assert {origin.name for value in found.values for origin in value.origins} == {"Ada Lint (police)"}


def test_of_two_that_are_cited_together_each_has_said_what_the_cited_report_has_from_it() -> None:
    rescue = source("Coast Rescue", "organisation")
    wire = told(
        "a", "Northwind", EARLY, toll("killed", 3, chain=(CHIEF,)), toll("freed", 17, chain=(rescue,))
    )
    both = [
        toll(slot, count, chain=(WIRE, who))
        for slot, count in (("killed", 3), ("freed", 17))
        for who in (CHIEF, rescue)
    ]
    assert origins(wire, cites(*both)) == ["Ada Lint (police)"]
    assert origins(wire, cites(*both), slot="freed") == ["Coast Rescue"]
    assert len(origins(ORIGINAL, cites(toll("killed", 3, chain=(WIRE, rescue))))) == 2


def test_officials_in_general_are_the_official_who_is_named_further_on() -> None:
    officials: Any = source("officials", "official", "group")
    report = told(
        "a", "Courier", EARLY, toll("killed", 3, chain=(officials,)), toll("killed", 3, chain=(CHIEF,))
    )
    assert origins(report) == ["Ada Lint (police)"]
    assert len(origins(report, told("b", "Gazette", LATE, toll("killed", 3, chain=(officials,))))) == 2


def test_what_an_outlet_had_from_a_source_before_is_the_source_s_when_it_tells_it_itself() -> None:
    again = told("b", "Northwind", LATE, toll("killed", 3), toll("freed", 2))
    assert origins(ORIGINAL, again) == ["Ada Lint (police)"]
    assert origins(ORIGINAL, again, slot="freed") == ["Northwind"]


def test_what_an_outlet_repeats_of_people_whom_its_source_called_by_another_name_is_the_source_s() -> None:
    miners = told("a", "Gazette", EARLY, toll("killed", 4, party="miners", chain=(CHIEF,)))
    later = told("c", "Gazette", LATE, toll("killed", 4, party="people"))
    assert origins(miners, later) == ["Ada Lint (police)"]


def test_a_source_by_the_name_of_an_agency_that_a_dateline_credits_is_that_agency() -> None:
    agency: Any = source("Coast Agency", "official")
    plain = told("a", "Coast Agency", EARLY, toll("killed", 3, chain=(CHIEF,)))
    credited = replace(
        plain, report=replace(plain.report, dateline=Dateline("Pellan", "Coast Agency", Span(0, 1)))
    )
    assert origins(credited, cites(toll("killed", 3, chain=(agency,)))) == ["Ada Lint (police)"]
    assert len(origins(ORIGINAL, cites(toll("killed", 3, chain=(agency,))))) == 2
