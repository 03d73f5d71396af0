"""Stored reports become incidents as they come, whatever their order, and can be seen as of any moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from many import REPORTS, TELLIS, claim, source, tagged, toll
from standoff.casework import Casework, Wanted
from standoff.errors import InputError, NotFound, StandoffError
from standoff.linking.linker import links
from standoff.publish.incident import render_incident
from standoff.records import Event, Place, Reading, Rendition, Span, Stamp, Time
from standoff.records.incidents import Digest, Incident, Link, Spot
from standoff.store import Store, open_store

PLACE = Place("Tellis", "Tellis", "XX", TELLIS.latitude, TELLIS.longitude, TELLIS.radius_km)
THAT_DAY, LATER = "2031-03-10", "2031-03-11T08:00:00+00:00"
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


def test_of_two_reports_that_are_linked_at_once_one_finds_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores = [open_store(str(tmp_path / "news.db")) for _ in range(2)]
    both = Barrier(2, timeout=0.5)

    def together(digest: Digest, others: list[Digest]) -> list[Link]:
        with suppress(BrokenBarrierError):
            both.wait()
        return links(digest, others)

    monkeypatch.setattr("standoff.casework.links", together)
    for store, each in zip(stores, READINGS, strict=False):
        store.add(each)
    linkers = [
        Thread(target=Casework(store).link, args=[each])
        for store, each in zip(stores, READINGS, strict=False)
    ]
    for linker in linkers:
        linker.start()
    for linker in linkers:
        linker.join()
    assert groups(Casework(stores[0])) == {("a1", "a2")}
    for store in stores:
        store.close()


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


@pytest.mark.parametrize("moment", ["12 March", "2031-13-01", ""])
def test_what_is_no_date_is_refused_with_the_way_out(work: Casework, moment: str) -> None:
    code = next(each.code for each in work.incidents(Wanted()))
    with pytest.raises(InputError, match="is no date .give a day or moment as"):
        work.dossier(code, moment)
    with pytest.raises(InputError, match="is no date"):
        work.changes(code, moment)
    with pytest.raises(InputError, match="is no date"):
        list(work.incidents(Wanted(since=moment)))


def test_incidents_are_picked_by_what_is_wanted(work: Casework) -> None:
    def picked(**wanted: object) -> int:
        return len(list(work.incidents(Wanted(**wanted))))  # type: ignore[arg-type]

    assert picked(type="attack") == 3
    assert picked(type="protest") == 0
    assert picked(since="2031-03-12") == 2
    assert picked(disputed=True) == 0
    assert picked(near=Spot(0.0, 0.0, 1.0)) == 0


@pytest.mark.parametrize(
    ("until", "since", "fits"),
    [
        ("2031-03-12T08:00+00:00", "20310312", True),
        ("2031-03-12T08:00+00:00", "20310313", False),
        ("2031-03-12T23:00-05:00", "2031-03-13T03:00", True),
        ("2031-03-12T02:00+05:00", "2031-03-12T00:00Z", False),
        ("2031-03-12", "2031-03-12T00:00", True),
        ("2031-03-12", "2031-03-12T18:00+02:00", True),
        ("2031-03-12", "2031-03-13T00:00", False),
        ("2031-03", "2031-03-01", True),
        ("2031-03", "2031-02-27T12:00", True),
        ("2031-03", "2031-03-02", False),
        (None, "2031-03-12", False),
    ],
)
def test_an_incident_is_of_a_moment_or_later_however_the_two_are_written(
    until: str | None, since: str, fits: bool
) -> None:
    told = Incident("k3w9fd", "Depot seized", "attack", None, None, until, ("a1",), ())
    assert Wanted(since=since).fits(told) is fits


def published(name: str, moment: str | None) -> Reading:
    """A report of `REPORTS` that was published at another moment."""
    plain = reading(name)
    stamp = Stamp(moment, "minute", "header") if moment else None
    return replace(plain, report=replace(plain.report, published=stamp))


def test_incidents_come_by_their_latest_moment_and_those_without_a_date_last() -> None:
    moments = {"a1": "2031-03-13T01:00+05:00", "b1": "2031-03-12T22:00+00:00", "c1": None}
    store, work = filled([published(*each) for each in moments.items()])
    assert [each.reports for each in work.incidents(Wanted())] == [("b1",), ("a1",), ("c1",)]
    store.close()


def test_a_report_of_which_the_month_is_known_was_there_from_its_first_day() -> None:
    store, work = filled([published("a1", "2031-03"), published("a2", "2031-03-20")])
    code = next(each.code for each in work.incidents(Wanted()))
    assert work.dossier(code, "2031-03-01").incident.reports == ("a1",)
    with pytest.raises(NotFound, match="no report of it"):
        work.dossier(code, "2031-02-28")
    store.close()


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
    assert fmt == "json" or "«Gunmen»" in shown
    assert fmt != "text" or max(map(len, shown.splitlines())) <= 60
    with pytest.raises(StandoffError, match="no such form"):
        render_incident(work.dossier(code), "pdf")


def test_a_brief_says_once_for_whom_a_toll_is_and_its_grade_in_words(work: Casework) -> None:
    code = next(each.code for each in work.incidents(Wanted()) if "a1" in each.reports)
    shown = " ".join(render_incident(work.dossier(code), "text").split())
    assert "published 10 March 2031 to 12 March 2031" in shown
    assert "KILLED (GUARDS) – single source" in shown
    assert "3 – 1 origin in 3 reports: Joss Harrow (police) (credibility 3: possibly true)" in shown


def test_a_report_that_cannot_be_compared_hides_no_other(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store("sqlite://")
    for each in READINGS:
        store.add(each)
    work = Casework(store)
    link = Casework.link

    def faulty(self: Casework, each: Reading) -> None:
        if each.report.id == "a1":
            raise ZeroDivisionError("no such thing")
        link(self, each)

    monkeypatch.setattr(Casework, "link", faulty)
    assert groups(work) == {("a2", "a3"), ("b1", "b2"), ("c1",)}
    assert "a1: could not be compared: ZeroDivisionError" in caplog.text
    store.close()


def test_a_list_of_incidents_loads_no_reading(work: Casework, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: object, name: str) -> Reading:
        raise AssertionError(f"{name} was loaded")

    monkeypatch.setattr("standoff.store.sql.SqlStore.reading", refused)
    found = next(each for each in work.incidents(Wanted()) if "c1" in each.reports)
    assert (found.title, found.place) == ("Title c1", None)


def in_passing(text: str) -> Reading:
    """A later report of something else that tells, in one passage, of the incident of a1 to a3."""
    plain = reading("c1")
    report = replace(plain.report, id="d1", rendition=Rendition(text, "text", "1"))
    spans = (Span(text.index("Tellis"), text.index("Tellis") + 6),)
    claims = (
        replace(claim("place", PLACE), id="c1", event="e2", evidence=spans),
        replace(claim("time", Time(THAT_DAY, THAT_DAY)), id="c2", event="e2", evidence=spans),
    )
    return replace(
        plain,
        report=report,
        claims=claims,
        events=(*plain.events, Event("e2", "attack", spans, "background")),
    )


def test_a_passage_of_another_report_is_tied_to_the_incident_that_it_tells_of() -> None:
    where = (
        replace(claim("place", PLACE), id="c8"),
        replace(claim("time", Time(THAT_DAY, THAT_DAY)), id="c9"),
    )
    there = [replace(each, claims=(*each.claims, *where)) for each in READINGS if each.report.id[0] == "a"]
    late = in_passing(
        "Lawmakers met again.\nGunmen had seized the grain depot in Tellis and held guards of Ostrany Mills."
    )
    store, work = filled([*there, late])
    main = next(each for each in work.incidents(Wanted()) if "a1" in each.reports)
    other = next(each for each in work.incidents(Wanted()) if "d1" in each.reports)
    found = work.dossier(other.code)
    assert [(mention.code, mention.report, mention.event) for mention in found.mentions] == [
        (main.code, "d1", "e2")
    ]
    assert f"see incident {main.code}" in render_incident(found, "text")
    later = [
        replace(each, report=replace(each.report, published=Stamp(LATER, "second", "header")))
        for each in there
    ]
    store.close()
    store, work = filled([*later, late])
    other = next(each for each in work.incidents(Wanted()) if "d1" in each.reports)
    assert len(work.dossier(other.code).mentions) == 1
    assert work.dossier(other.code, "2031-03-10").mentions == ()
    store.close()


def test_what_happened_within_an_incident_is_its_part() -> None:
    raid = Event("e2", "raid", (Span(0, 6),), "related")
    freed = replace(toll("freed", 9), id="c7", event="e2", evidence=(Span(0, 6),))
    readings = [replace(each, events=(*each.events, raid), claims=(*each.claims, freed)) for each in READINGS]
    store, work = filled(readings)
    code = next(each.code for each in work.incidents(Wanted()) if "a1" in each.reports)
    found = work.dossier(code)
    assert [(part.type, part.reports) for part in found.parts] == [("raid", ("a1", "a2", "a3"))]
    assert "PARTS AND OTHERS" in render_incident(found, "text")
    store.close()
