"""Totals that count the attackers, those whom they fought or the dead, and totals that leave them out."""

from __future__ import annotations

from dataclasses import replace

from many import source, told, toll, whole, with_text
from standoff.records import Span
from standoff.weighing.findings import weigh

AT = "2031-03-14T08:00:00+00:00"
POLICE = source("Ada Lint", described="police chief")
UNION = source("Ostrany Dockers' Union", "organisation")


def test_totals_that_differ_by_the_attackers_are_of_two_definitions() -> None:
    found = weigh([
        told("a", "Courier", AT, toll("killed", 28, chain=(POLICE,)), toll("killed", 6, party="gunmen")),
        told("b", "Gazette", AT, toll("killed", 22, chain=(UNION,))),
    ])  # fmt: skip
    total = whole(found)
    assert total.status == "agreed"
    assert total.explanation[-1].endswith("totals with and without the attackers")


def test_totals_that_differ_by_all_who_fought_are_of_two_definitions() -> None:
    wire = told(
        "a", "Northwind", AT,
        toll("killed", 28), toll("killed", 6, party="gunmen"), toll("killed", 2, party="police officers"),
    )  # fmt: skip
    assert whole(weigh([wire, told("b", "Gazette", AT, toll("killed", 20))])).status == "agreed"
    assert whole(weigh([wire, told("b", "Gazette", AT, toll("killed", 21))])).status == "disputed"


def test_how_many_were_hit_may_count_the_dead() -> None:
    text = "Sixteen people were shot."
    shot = replace(toll("injured", 16, party="people"), evidence=(Span(0, text.index(" were")),))
    reports = [
        with_text(told("a", "Courier", AT, shot), text),
        told("b", "Gazette", AT, toll("injured", 15), toll("killed", 1)),
    ]
    found = whole(weigh(reports), "injured")
    assert (found.status, found.explanation[-1].partition("; ")[2]) == (
        "agreed",
        "totals with and without the dead",
    )
    assert (
        whole(weigh([reports[0], told("b", "Gazette", AT, toll("injured", 14))]), "injured").status
        == "disputed"
    )
