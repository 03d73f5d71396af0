"""Stored reports become incidents as they come, whatever their order, and can be seen as of any moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from many import REPORTS, source, tagged, toll
from standoff.casework import Casework, Wanted
from standoff.errors import NotFound, StandoffError
from standoff.publish.incident import render_incident
from standoff.records import Event, Reading, Rendition, Span, Stamp
from standoff.records.incidents import Spot
from standoff.store import Store, open_store

POLICE = source("Joss Harrow", described="police chief")


def reading(name: str) -> Reading:
    """A report of `REPORTS` whose words are all tagged as names, with one toll told by the police."""
    text, day = REPORTS[name]
    plain = tagged(text)
    published = Stamp(f"2031-03-{day - 740_000 + 10:02}T08:00:00+00:00", "second", "header")
    report = replace(plain.report, id=name, outlet=f"Paper {name}", published=published, title=f"Title {name}",
                     rendition=Rendition(text, "text", "1"))  # fmt: skip
    claim = replace(toll("killed", 3, party="guards", chain=(POLICE,)), id="c1", evidence=(Span(0, 6),))
    return replace(plain, report=report, claims=(claim,), events=(Event("e1", "attack", (Span(0, 6),)),))


READINGS = [reading(name) for name in REPORTS]


def filled(order: Sequence[Reading]) -> tuple[Store, Casework]:
    store = open_store("sqlite://")
    work = Casework(store)
    for each in order:
        store.add(each)
        work.link(each)
    return store, work


@pytest.fixture
def work() -> Iterator[Casework]:
    store, found = filled(READINGS)
    yield found
    store.close()


def groups(work: Casework) -> set[tuple[str, ...]]:
    return {incident.reports for incident in work.incidents(Wanted())}


def test_reports_of_one_incident_have_one_code(work: Casework) -> None:
    assert groups(work) == {("a1", "a2", "a3"), ("b1", "b2"), ("c1",)}


@given(st.permutations(READINGS))
@settings(max_examples=10)
def test_the_order_of_adding_changes_no_incident_and_no_finding(order: list[Reading]) -> None:
    (one, first), (other, second) = filled(READINGS), filled(order)
    assert groups(first) == groups(second)
    codes = [{each.reports: each.code for each in work.incidents(Wanted())} for work in (first, second)]
    for reports in codes[0]:
        found = [
            work.dossier(code[reports]).findings for work, code in zip((first, second), codes, strict=True)
        ]
        assert found[0] == found[1]
    one.close()
    other.close()


def test_linking_twice_changes_nothing(work: Casework) -> None:
    before = groups(work)
    work.link(READINGS[0])
    assert groups(work) == before


def test_an_incident_is_seen_as_it_was_known(work: Casework) -> None:
    code = next(each.code for each in work.incidents(Wanted()) if "a1" in each.reports)
    assert work.dossier(code, "2031-03-11").incident.reports == ("a1", "a2")
    assert work.dossier(code[:4]).incident.reports == ("a1", "a2", "a3")
    with pytest.raises(NotFound, match="no report of it"):
        work.dossier(code, "2030-01-01")
    with pytest.raises(NotFound, match="no such incident"):
        work.dossier("zzzzzz")
    assert [change.kind for change in work.changes(code, "2031-03-12")] == []
    assert [tree.name for tree in work.sources(code)] == ["Paper a1", "Paper a2", "Paper a3"]


def test_incidents_are_picked_by_what_is_wanted(work: Casework) -> None:
    def picked(**wanted: object) -> int:
        return len(list(work.incidents(Wanted(**wanted))))  # type: ignore[arg-type]

    assert picked(type="attack") == 3
    assert picked(type="protest") == 0
    assert picked(since="2031-03-12") == 2
    assert picked(disputed=True) == 0
    assert picked(near=Spot(0.0, 0.0, 1.0)) == 0


@pytest.mark.parametrize(
    ("fmt", "start"), [("text", "Title"), ("markdown", "# Title"), ("html", "<!DOCTYPE"), ("json", "{")]
)
def test_an_incident_is_shown_in_every_form_with_the_words_that_say_it(
    work: Casework, fmt: str, start: str
) -> None:
    code = next(each.code for each in work.incidents(Wanted()) if "a1" in each.reports)
    shown = render_incident(work.dossier(code), fmt, width=60)
    assert shown.startswith(start)
    assert shown.endswith("\n")
    assert fmt == "json" or "“Gunmen”" in shown
    assert fmt != "text" or max(map(len, shown.splitlines())) <= 60
    with pytest.raises(StandoffError, match="no such form"):
        render_incident(work.dossier(code), "pdf")
