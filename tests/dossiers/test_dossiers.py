"""Invented events, each told by the reports of a folder, and what a verification desk should find of them.

``expected.toml`` was written before the reports were read: which of them tell of one incident, which are copies, and
the points of the first incident (``[[finding]]``: slot, party, status, and how many origins each value has that stands
or that a later one took the place of). What is marked ``missed`` is known to come out otherwise; when it comes out
right, its mark goes.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from standoff.extraction import extract
from standoff.ingest.given import Given
from standoff.ingest.registry import load_bytes
from standoff.linking.copies import copies, groups
from standoff.linking.digest import digest
from standoff.linking.linker import group
from standoff.reading import read_many
from standoff.records.findings import Finding, Standpoint
from standoff.weighing.findings import weigh
from standoff.weighing.parties import party_class

HERE = Path(__file__).parent
DOSSIERS = sorted(path.parent.name for path in HERE.glob("*/expected.toml"))
Table = dict[str, Any]


@cache
def expected(name: str) -> Table:
    return tomllib.loads((HERE / name / "expected.toml").read_text(encoding="utf-8"))


@cache
def judged(name: str) -> tuple[list[list[str]], list[list[str]], tuple[Finding, ...]]:
    """Incidents and copies by the names of the files, and the findings of the first incident that is expected."""
    files = sorted((HERE / name).glob("*.txt"))
    reports = [load_bytes(file.read_bytes(), file.name, given=Given(file.stem)) for file in files]
    read = {reading.report.id: reading for reading in read_many(reports, extract)}
    digests = [digest(each) for each in read.values()]
    pairs = copies(digests)
    first = expected(name)["incidents"][0]
    found = weigh([read[report] for report in first], pairs)
    return [list(each) for each in group(digests)], groups(pairs), found


POINTS = [
    pytest.param(
        name,
        point,
        id=f"{name}-{point['slot']}{'-' + point['party'] if 'party' in point else ''}",
        marks=[pytest.mark.xfail(strict=True)] if point.get("missed") else [],
    )
    for name in DOSSIERS
    for point in expected(name)["finding"]
]


@pytest.mark.parametrize("name", DOSSIERS)
def test_reports_of_one_incident_stand_together_and_copies_are_found(name: str) -> None:
    incidents, copied, _ = judged(name)
    assert sorted(incidents) == sorted(expected(name)["incidents"])
    assert sorted(copied) == sorted(expected(name)["copies"])


@pytest.mark.parametrize(("name", "point"), POINTS)
def test_a_point_has_the_status_and_the_origins_that_a_desk_finds(name: str, point: Table) -> None:
    found = {(each.slot, party_class(each.party)): each for each in reversed(judged(name)[2])}
    each = found[point["slot"], party_class(point.get("party"))]
    assert each.status == point["status"]
    assert {_words(value): len(value.origins) for value in each.values if not value.past} == point["standing"]
    assert [_words(value) for value in each.values if value.past] == point.get("past", [])


@pytest.mark.parametrize("name", DOSSIERS)
def test_what_is_told_of_other_happenings_is_no_value(name: str) -> None:
    found = judged(name)[2]
    for slot, values in expected(name).get("never", {}).items():
        told = {_words(value) for each in found if each.slot == slot for value in each.values}
        assert told.isdisjoint(values)


def _words(value: Standpoint) -> str:
    said = str(value.value).partition(" (")[0]
    return f"not {said}" if value.polarity == "denied" else said
