"""What changed between two moments, and who cites whom."""

from __future__ import annotations

from many import claim, source, told, toll
from standoff.publish.changes import text
from standoff.publish.citations import citation_picture, citation_tree
from standoff.records import Entity
from standoff.records.incidents import Copy
from standoff.weighing.changes import changes
from standoff.weighing.citations import citations
from standoff.weighing.findings import weigh

POLICE = source("Ada Lint", described="police chief")
WIRE = source("Northwind <b>", "agency")
FIRST = told(
    "a", "Courier", "2031-03-14T08:00:00+00:00", toll("killed", 3), claim("weapon", Entity("rifles"))
)
SECOND = told("b", "Gazette", "2031-03-14T12:00:00+00:00", toll("killed", 5, chain=(WIRE, POLICE)))
THIRD = told("c", "Beacon", "2031-03-15T20:00:00+00:00", toll("killed", 3))


def test_nothing_changed_between_a_moment_and_itself() -> None:
    assert changes(weigh([FIRST, SECOND]), weigh([FIRST, SECOND])) == ()


def test_new_values_origins_and_disputes_are_told() -> None:
    found = changes(weigh([FIRST]), weigh([FIRST, SECOND, THIRD]))
    assert [(change.kind, text(change)) for change in found] == [
        ("new origin", "3 (Beacon)"),
        ("new value", "5 (Ada Lint (police))"),
        ("dispute opened", "3; 5"),
    ]


def test_a_revision_tells_what_stands_and_what_was_said_before() -> None:
    late = told("b", "Gazette", "2031-03-15T12:00:00+00:00", toll("killed", 5, chain=(POLICE,)))
    denial = told(
        "c",
        "Beacon",
        "2031-03-15T20:00:00+00:00",
        toll("injured", 2, None, chain=(POLICE,), polarity="denied"),
    )
    found = changes(weigh([FIRST]), weigh([FIRST, late, denial]))
    assert [(change.kind, text(change)) for change in found] == [
        ("new value", "5 (Ada Lint (police))"),
        ("revised", "5; before that 3"),
        ("new value", "denied: any (Ada Lint (police))"),
        ("denied", "denied: any"),
    ]


def test_what_is_gone_is_told_too() -> None:
    found = changes(weigh([FIRST, SECOND]), weigh([FIRST]))
    assert [change.kind for change in found] == ["dispute closed", "value gone"]


def test_a_value_that_is_told_now_for_whom_it_is_is_neither_new_nor_gone() -> None:
    nine = told("a", "Courier", "2031-03-14T08:00:00+00:00", toll("killed", 9))
    guards = told(
        "b", "Gazette", "2031-03-14T20:00:00+00:00", toll("killed", 9, party="hostages", chain=(POLICE,))
    )
    found = changes(weigh([nine]), weigh([nine, guards]))
    assert [(change.kind, change.party, text(change)) for change in found] == [
        ("new value", "hostages", "9 (Ada Lint (police); Courier)")
    ]


def test_a_source_of_an_unknown_kind_is_shown_by_how_it_is_named() -> None:
    someone = source("Mirko Vane", "unknown")
    tree = citation_tree(citations([told("a", "Courier", "2031-03-14", toll("killed", 3, chain=(someone,)))]))
    assert "Mirko Vane [named] – 1 claim" in tree


def test_the_tree_shows_who_cites_whom_and_whose_text_a_copy_has() -> None:
    tree = citation_tree(citations([FIRST, SECOND, THIRD], [Copy("c", "a", 90, 1.0, "time")]))
    assert "├─" not in tree
    assert "└─ Northwind <b> [named agency] – 1 claim\n   └─ Ada Lint" in tree
    assert "Beacon [2031-03-15 20:00, text of Courier]" in tree


def test_the_picture_holds_names_as_words_only() -> None:
    picture = citation_picture(citations([SECOND]))
    assert picture.startswith("<?xml")
    assert "Northwind &lt;b&gt; (1)" in picture
    assert "<b>" not in picture
