"""What every reading must keep to: broken promises are told of, and no text breaks one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import made
import standoff
from benchmarks.promises import breaches, breaches_of_many
from standoff.casework import Wanted
from standoff.demo import folder
from standoff.extraction import extract
from standoff.publish.sheet import sheet
from standoff.reading import ModelReader
from standoff.records import (
    Entity,
    Part,
    Place,
    Quantity,
    Rendition,
    Report,
    Source,
    Span,
    Stamp,
    Time,
)
from standoff.records.findings import ClaimRef
from standoff.records.incidents import Mention

NEWS = (
    "Gunmen killed four officers in Tellis on Friday , police said . The group denied any part in it , \n\n "
    "according to Northwind , citing unnamed officials , who told the agency that at least two dozen people may "
    'have been reportedly held since March 14 , 2031 . " We heard shots , " she added . No one claimed '
    "responsibility for the attack near Lima , Peru , or a bomb at 10 p.m. 12 to 15 's ( ) -- “ ” … 30,000 MAY 1st"
).split(" ")
TEXTS = st.text(min_size=1, max_size=200) | st.lists(
    st.sampled_from(NEWS) | st.text(min_size=1, max_size=4), min_size=1, max_size=80
).map(" ".join)


def broken(**changes: object) -> list[str]:
    """The breaches of the invented reading with one claim changed."""
    reading = made.reading()
    claim = replace(reading.claims[0], **changes)  # type: ignore[arg-type]
    return list(breaches(replace(reading, claims=(claim, *reading.claims[1:]))))


def test_the_invented_reading_keeps_every_promise() -> None:
    assert list(breaches(made.reading())) == []


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"evidence": ()}, "c1: has no evidence"),
        ({"evidence": (Span(3, 99_999),)}, "c1: evidence: (3, 99999) lies outside the text"),
        ({"evidence": (Span(161, 164),)}, "c1: evidence: (161, 164) does not begin and end with words"),
        ({"certainty": "possible"}, "c1: is possible without a hedge"),
        ({"value": Quantity("toll", 2, 2)}, "c1: actor is given as Quantity"),
        ({"value": Entity(" ")}, "c1: has an empty value"),
        ({"id": "c7"}, "c7: is claim number 1"),
        ({"event": "e9"}, "c1: is claim number 1 of e9"),
        ({"chain": (made.POLICE, made.POLICE)}, "c1: a source tells it to itself"),
        ({"chain": (Source(" ", "named", "media"),)}, "c1: a source without name"),
        ({"score": 1.5}, "c1: says actor affirmed certain actual with score 1.5"),
        ({"slot": "killed", "value": Quantity("toll", 3, 2)}, "c1: no interval: 3 to 2"),
        ({"slot": "killed", "value": Quantity("toll", None, None)}, "c1: no interval"),
        ({"slot": "time", "value": Time("2031-03-14", "2031-03-13")}, "c1: ends before it begins"),
        ({"slot": "place", "value": Place("Tellis", latitude=91.0, longitude=1.0, radius_km=1.0)}, "c1: lies off"),
        ({"slot": "place", "value": Place("Tellis", latitude=1.0)}, "c1: is half a spot"),
    ],
)  # fmt: skip
def test_a_broken_promise_is_named(changes: dict[str, object], line: str) -> None:
    assert any(found.startswith(line) for found in broken(**changes)), broken(**changes)


def test_links_and_events_are_checked_too() -> None:
    reading = made.reading()
    links = (replace(reading.attributions[0], within="a9", content=()), *reading.attributions[1:])
    events = (replace(reading.events[0], standing="background", trigger=()), *reading.events[1:])
    found = list(breaches(replace(reading, attributions=links, events=events)))
    assert "a1: stands within a9, which does not come before it" in found
    assert "a1: tells nothing, or by no act of telling" in found
    assert "e1: is called background" in found
    assert "e1: has no trigger or no claim" in found


@settings(max_examples=150)
@given(TEXTS, st.sampled_from([None, "2031-03-14", "2024-02"]), st.sampled_from([None, "Northwind"]))
def test_no_text_breaks_a_promise(text: str, published: str | None, outlet: str | None) -> None:
    stamp = Stamp(published, "day" if len(published) > 7 else "month", "given") if published else None
    parts = (Part("body", Span(0, len(text))),)
    report = Report("r", Rendition(text, "test", "1"), parts, outlet=outlet, published=stamp)
    once, again = (extract(ModelReader(threads).read(report)) for threads in (1, 2))
    assert list(breaches(once)) == []
    assert once.to_json() == again.to_json()


def test_every_value_part_and_mention_of_the_bundled_incident_has_words_in_a_report() -> None:
    with standoff.open("sqlite://") as desk:
        list(desk.add([folder()]))
        code = max(desk.cases.incidents(Wanted()), key=lambda each: len(each.reports)).code
        dossier = desk.cases.dossier(code)
    assert dossier.parts
    assert list(breaches_of_many(dossier)) == []
    assert all(event.quote for event in sheet(dossier).events)
    part, report = dossier.parts[0], dossier.readings[0].report.id
    broken = replace(
        dossier,
        parts=(replace(part, claims=()), replace(part, claims=(ClaimRef(report, "c999"),))),
        mentions=(Mention("k3w9fd", "A march", report, "e99"),),
    )
    assert list(breaches_of_many(broken)) == [
        f"part {part.type} has no claim",
        f"part {part.type} rests on {(report, 'c999')}, which has no words",
        "mention of k3w9fd has no words",
    ]
