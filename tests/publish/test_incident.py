"""A brief of an incident begins with what its rows come to, and says which values a later one replaced."""

from __future__ import annotations

from dataclasses import replace

from many import claim, source, told, toll, with_text
from standoff.publish.changes import changes_json, label, text
from standoff.publish.incident import render_incident
from standoff.publish.sheet import sheet
from standoff.records import Entity, Reading, Span, Time
from standoff.records.dossier import Dossier
from standoff.records.incidents import Incident
from standoff.weighing.changes import changes
from standoff.weighing.findings import is_key, key_findings, weigh

GOVERNOR = source("Ada Lint", described="governor of Marn")
RESCUE = source("Coast Rescue", "organisation")
UNION = source("Dockers' Union", "organisation")


def dossier(*readings: Reading) -> Dossier:
    """The readings as one incident, with what they come to."""
    names = tuple(reading.report.id for reading in readings)
    line = Incident("k3w9fd", "A ferry sank", "accident", None, None, None, names, ())
    found = weigh(readings)
    besides = tuple(each for each in found if not is_key(each))
    return Dossier(line, readings, (), key_findings(found), besides=besides)


FOUND = dossier(
    told("a", "Courier", "2031-03-14T08:00:00+00:00", toll("killed", 64, chain=(GOVERNOR,)),
         toll("arrested", 2, chain=(UNION,)), claim("claimant", Entity("Red Heron"))),
    told("b", "Gazette", "2031-03-15T08:00:00+00:00", toll("killed", 61, chain=(GOVERNOR,)),
         toll("arrested", 5, chain=(UNION,), polarity="denied"), toll("freed", 3, chain=(UNION,))),
    told("c", "Beacon", "2031-03-15T09:00:00+00:00", toll("injured", 9, chain=(RESCUE,))),
    told("d", "Herald", "2031-03-15T10:00:00+00:00", toll("injured", 12, chain=(UNION,)),
         toll("injured", 9, None, chain=(GOVERNOR,))),
)  # fmt: skip


def test_the_top_tells_what_is_not_one_source_s_alone_and_who_claims_it() -> None:
    assert sheet(FOUND).short == (
        "killed: 61 (revised; before that 64)",
        "injured: 9; 12 (disputed)",
        "claimed by: Red Heron (single source)",
    )
    for fmt, line in (
        ("text", "  Killed: 61 (revised; before that 64)\n"),
        ("markdown", "- Killed: 61 \\(revised; before that 64\\)\n"),
        ("html", "<li>Killed: 61 (revised; before that 64)</li>"),
    ):
        assert line.replace("\\", "") in render_incident(FOUND, fmt).replace("\\", "")


def test_a_value_that_was_replaced_says_when_it_was_last_said() -> None:
    shown = " ".join(render_incident(FOUND, "text").split())
    assert "64 – 1 origin in 1 report: Ada Lint (last said 14 March 2031, 08:00 UTC, replaced since)" in shown
    assert [value["past"] for value in FOUND.to_json()["findings"][0]["values"]] == [False, True]


def test_origins_that_say_more_are_counted_with_those_that_say_less() -> None:
    shown = " ".join(render_incident(FOUND, "text").split())
    assert (
        "9 or more – 1 origin in 1 report: Ada Lint, and 2 more in finer words (credibility 1: confirmed)"
        in shown
    )


def test_what_is_told_beside_the_grid_stands_below_it_with_its_words_and_as_much_as_has_room() -> None:
    named = [claim("suspect", Entity(f"Pol Var{'aeiouy'[at % 6]}{at}"), UNION) for at in range(8)]
    hurt = told("a", "Courier", "2031-03-14T08:00:00+00:00", toll("injured", 9, chain=(RESCUE,)), *named)
    made = dossier(hurt)
    assert [(row.label, len(row.lines), row.more) for row in sheet(made).besides] == [
        ("blamed or suspected", 6, 2)
    ]
    for fmt in ("text", "markdown", "html"):
        shown = render_incident(made, fmt)
        assert "also told" in shown.casefold()
        assert "Blamed or suspected (6 of 8)" in shown
    assert [each["slot"] for each in made.to_json()["besides"]] == ["suspect"]


def test_what_is_said_with_reserve_is_shown_so() -> None:
    maybe = toll("killed", 4, chain=(UNION,), certainty="possible")
    found = dossier(told("a", "Courier", "2031-03-14T08:00:00+00:00", maybe))
    shown = " ".join(render_incident(found, "text").split())
    assert "possibly 4 – 1 origin in 1 report: Dockers' Union, with reserve (credibility 6" in shown


def test_a_denial_is_called_one() -> None:
    assert "denied: 5 – 1 origin" in render_incident(FOUND, "text")


def test_who_denies_that_anybody_died_denies_any() -> None:
    some = toll("killed", 2, None, party="civilians")
    found = dossier(
        told("a", "Courier", "2031-03-14T08:00:00+00:00", replace(some, chain=(UNION,))),
        told(
            "b", "Gazette", "2031-03-14T09:00:00+00:00", replace(some, chain=(GOVERNOR,), polarity="denied")
        ),
    )
    assert "denied: any – 1 origin" in render_incident(found, "text")


def test_a_denial_is_not_said_to_be_replaced_but_what_it_denied() -> None:
    found = dossier(
        told("a", "Courier", "2031-03-14T08:00:00+00:00", toll("killed", 14, chain=(GOVERNOR,))),
        told("b", "Gazette", "2031-03-15T08:00:00+00:00", toll("killed", 38, chain=(GOVERNOR,)),
             toll("killed", 14, chain=(UNION,), polarity="denied")),
    )  # fmt: skip
    shown = " ".join(render_incident(found, "text").split())
    assert "last said 15 March 2031, 08:00 UTC, what it denies was replaced since)" in shown
    assert sheet(found).short == ("killed: 38 (revised; before that 14)",)


def test_the_words_of_a_value_stand_in_their_sentence() -> None:
    text = (
        "Divers found two more bodies. The toll stands at 38 dead, the governor said. Nobody else is missing."
    )
    start = text.index("38 dead")
    words = replace(toll("killed", 38, chain=(GOVERNOR,)), evidence=(Span(start, start + 7),))
    reading = with_text(told("a", "Courier", "2031-03-14T08:00:00+00:00", words), text)
    assert "«38 dead», the governor said." in render_incident(dossier(reading), "text")


def test_a_report_that_tells_no_outlet_goes_by_the_name_of_its_file() -> None:
    reading = told("a", "", "2031-03-14T08:00:00+00:00", toll("killed", 3, chain=(GOVERNOR,)))
    nameless = replace(reading, report=replace(reading.report, outlet=None, name="/home/ada/desk/note.txt"))
    shown = render_incident(dossier(nameless), "text")
    assert "/home" not in shown
    assert "note.txt:" in shown


def test_of_several_values_each_has_its_own_standing() -> None:
    at, later = "2031-03-14T08:00:00+00:00", "2031-03-14T09:00:00+00:00"
    rifles, grenade, heron = Entity("rifles"), Entity("grenade"), Entity("Red Heron group")
    found = dossier(
        told("a", "Courier", at, claim("weapon", rifles, UNION), claim("suspect", Entity("Pol Vard"), UNION),
             claim("suspect", heron, UNION)),
        told("b", "Gazette", later, claim("weapon", rifles, RESCUE), claim("weapon", grenade, RESCUE),
             claim("suspect", heron, GOVERNOR, polarity="denied"), claim("suspect", Entity("Pol Vard"), RESCUE)),
    )  # fmt: skip
    assert sheet(found).short == (
        "weapon or means: rifles (agreed)",
        "blamed or suspected: Pol Vard (agreed); Red Heron group; denied: Red Heron group (denied)",
    )
    shown = " ".join(render_incident(found, "text").split())
    assert "WEAPON OR MEANS – 1 agreed, 1 single source rifles – 2 origins" in shown
    assert (
        "grenade – 1 origin in 1 report: Coast Rescue (single source; credibility 3: possibly true)" in shown
    )
    weapons = found.findings[0].to_json()
    assert [value["status"] for value in weapons["values"]] == ["agreed", "single_source"]
    assert [value["status"] for value in FOUND.findings[0].to_json()["values"]] == [None, None]


def test_the_top_tells_each_side_of_a_dispute_once_and_what_comes_on_top() -> None:
    words = "Two more people died in hospital."
    more = replace(toll("killed", 2, party="people", chain=(RESCUE,)), evidence=(Span(0, 15),))
    late = with_text(told("b", "Gazette", "2031-03-15T08:00:00+00:00", more), words)
    five = toll("killed", 5, chain=(UNION,)), toll("killed", 5, chain=(GOVERNOR,))
    found = dossier(told("a", "Courier", "2031-03-14T08:00:00+00:00", *five), late)
    assert sheet(found).short == ("killed: 5 (agreed; and 2 more people)",)
    assert "2 more people – 1 origin in 1 report: Coast Rescue" in render_incident(found, "text")
    day = replace(claim("time", Time("2031-03-13", "2031-03-13"), UNION), type="attack")
    clock = replace(day, value=Time("2031-03-13T10:00", "2031-03-13T10:00"))
    other = replace(claim("time", Time("2031-03-12", "2031-03-12"), GOVERNOR), type="attack")
    found = dossier(told("a", "Courier", "2031-03-14T08:00:00+00:00", day, clock),
                    told("b", "Gazette", "2031-03-14T09:00:00+00:00", other))  # fmt: skip
    assert sheet(found).short == ("when: Thursday, 13 March 2031; Wednesday, 12 March 2031 (disputed)",)


def test_the_times_of_an_incident_are_one_line_at_the_top() -> None:
    days = [
        claim("time", Time(day, day), who) for day in ("2031-03-12", "2031-03-13") for who in (UNION, RESCUE)
    ]
    found = dossier(told("a", "Courier", "2031-03-14T08:00:00+00:00", *days))
    assert sheet(found).short == (
        "when: Wednesday, 12 March 2031 (agreed); Thursday, 13 March 2031 (agreed)",
    )
    ended = [replace(each, type="raid") for each in days[2:]]
    found = dossier(told("a", "Courier", "2031-03-14T08:00:00+00:00", *days[:2], *ended))
    assert sheet(found).short == (
        "when: Wednesday, 12 March 2031 (agreed)",
        "when (raid): Thursday, 13 March 2031 (agreed)",
    )


def test_changes_are_told_in_the_words_of_the_brief() -> None:
    first = told(
        "a", "Courier", "2031-03-14T08:00:00+00:00", toll("killed", 3, party="guards", chain=(UNION,))
    )
    day = replace(claim("time", Time("2031-03-13", "2031-03-13"), GOVERNOR), type="attack")
    maybe = toll("killed", 5, party="guards", chain=(GOVERNOR,), certainty="possible")
    later = told("b", "Gazette", "2031-03-14T09:00:00+00:00", maybe, day)
    found = changes(weigh([first]), weigh([first, later]))
    assert [f"{label(change)}: {text(change)}" for change in found] == [
        "killed (guards): possibly 5 (Ada Lint)",
        "when: Thursday, 13 March 2031 (Ada Lint)",
    ]
    assert changes_json(found[1]) == {
        "kind": "new value",
        "slot": "time",
        "party": None,
        "text": "Thursday, 13 March 2031 (Ada Lint)",
        "values": [{"kind": "time", "start": "2031-03-13", "end": "2031-03-13"}],
        "origins": ["Ada Lint"],
    }
