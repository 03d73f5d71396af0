"""One invented incident told by seven reports, with what an analyst should find: statuses, values, and their origins.

The seizure of a grain depot: a wire report, two papers that print it, a paper that cites it, a station with sources of
its own, a correction by the police, and a late report in which a minister denies what a group claims.
"""

from __future__ import annotations

from itertools import permutations

import pytest

from many import claim, source, told, toll
from standoff.records import Entity, Reading, Time
from standoff.records.findings import Finding
from standoff.records.incidents import Copy
from standoff.weighing.findings import key_findings, weigh

WIRE = source("Northwind", "agency")
CHIEF = source("Ada Lint", described="police chief")
INSPECTOR = source("Mirko Vane", described="an inspector of police")
MAYOR = source("Oda Brill", described="mayor of Tellis")
GUARD = source("a guard", "witness", "role")
MINISTER = source("Joss Harrow", described="minister of trade")
HERON, IVY = Entity("Red Heron group"), Entity("Black Ivy")


def at(hour: int, day: int = 14) -> str:
    return f"2031-03-{day}T{hour:02}:00:00+00:00"


def start(clock: str) -> Time:
    return Time(f"2031-03-14T{clock}", f"2031-03-14T{clock}")


WIRED = (
    toll("captive", 30, party="hostages", chain=(CHIEF,)),
    toll("killed", 2, party="police officers"),
    toll("killed", 9, party="hostages", chain=(GUARD,)),
    toll("injured", 7, chain=(MAYOR,)),
    claim("time", start("08:30")),
)
REPORTS = [
    told("wire", "Northwind", at(12), *WIRED),
    told("print1", "Courier", at(13), *WIRED),
    told("print2", "Gazette", at(14), *WIRED[:2], toll("killed", 9, party="captives")),
    told("cites", "Beacon", at(15), toll("killed", 9, party="hostages", chain=(WIRE, GUARD)),
         toll("injured", 7, chain=(MAYOR,)), toll("killed", 2, party="policemen")),
    told("station", "Channel Six", at(16), toll("captive", 22, party="hostages", chain=(GUARD,)),
         toll("killed", 4, party="gunmen", chain=(CHIEF,)), toll("injured", 3, chain=(MAYOR,)),
         toll("injured", 2, party="women", chain=(MAYOR,)), claim("time", start("09:10"))),
    told("police", "Courier", at(8, 15), toll("killed", 3, party="attackers", chain=(INSPECTOR,)),
         toll("killed", 2, None), claim("claimant", HERON), toll("captive", 25, None, party="hostages")),
    told("late", "Gazette", at(20, 15), claim("claimant", Entity("Red Heron")), claim("affiliation", IVY, MINISTER),
         claim("actor", HERON, MINISTER, polarity="denied"), toll("freed", 21, party="hostages", chain=(MINISTER,)),
         toll("killed", 1, party="Constable Per Lund"), toll("killed", 1, party="Inspector Sy Orr")),
]  # fmt: skip
COPIES = [Copy(name, "wire", 90, 1.0, "time") for name in ("print1", "print2")]

# Slot and party: the status, and how many origins each value has, in the order in which they stand.
EXPECTED = {
    ("killed", "hostages"): ("single_source", {"9": 1}),  # one guard, told to the wire
    ("killed", "police officers"): ("agreed", {"2": 3}),  # the last report names the two
    ("killed", "attackers"): ("revised", {"4": 1, "3": 1}),  # one body: the chief, then the inspector
    ("captive", "hostages"): ("disputed", {"30": 1, "25 or more": 1, "22": 1}),
    ("injured", None): ("revised", {"7": 1, "3": 1}),
    ("injured", "women"): ("single_source", {"2": 1}),
    ("freed", "hostages"): ("single_source", {"21": 1}),
    ("claimant", None): ("single_source", {"Red Heron group": 1}),
    ("affiliation", None): ("disputed", {"Red Heron group": 1, "Black Ivy": 1, "not Red Heron group": 1}),
    ("time", None): ("disputed", {"2031-03-14T08:30": 1, "2031-03-14T09:10": 1}),
}


def summary(found: Finding) -> tuple[str, dict[str, int]]:
    def words(value: object, polarity: str) -> str:
        return f"{'not ' if polarity == 'denied' else ''}{str(value).partition(' (')[0]}"

    return found.status, {words(each.value, each.polarity): len(each.origins) for each in found.values}


def findings(reports: list[Reading]) -> dict[tuple[str, str | None], tuple[str, dict[str, int]]]:
    return {(each.slot, each.party): summary(each) for each in key_findings(weigh(reports, COPIES))}


@pytest.mark.parametrize("point", EXPECTED)
def test_a_point_has_the_status_and_the_origins_that_an_analyst_finds(point: tuple[str, str | None]) -> None:
    assert findings(REPORTS)[point] == EXPECTED[point]


def test_nothing_else_is_found_and_the_order_of_the_reports_is_no_matter() -> None:
    assert set(findings(REPORTS)) == set(EXPECTED)
    for some in list(permutations(REPORTS))[:: 7 * 60]:
        assert findings(list(some)) == findings(REPORTS)
