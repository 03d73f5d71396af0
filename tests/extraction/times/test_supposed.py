"""A report of which nobody knows when it was published is read by a supposed day, which no claim rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.extraction import extract
from standoff.extraction.grammar.page import Page
from standoff.extraction.times.supposed import supposed, told_alone
from standoff.flow import read
from standoff.ingest import load_bytes
from standoff.records import Dateline, Reading, Span, Stamp, Time
from trees import reading

NEWS = (
    "A/DET/2/det ferry/NOUN/3/nsubj sank/VERB/0/root on/ADP/5/case {day}/PROPN/3/obl ,/PUNCT/3/punct "
    "killing/VERB/3/advcl six/NUM/7/obj"
)
TOLD = "Crews/NOUN/2/nsubj searched/VERB/0/root on/ADP/4/case Wednesday/PROPN/2/obl"
AGO = (
    "In/ADP/2/case {when}/NUM/6/obl forty/NUM/4/nummod people/NOUN/6/nsubj had/AUX/6/aux drowned/VERB/0/root "
    "there/ADV/6/advmod"
)


def undated(*lines: tuple[str, str]) -> Reading:
    """A reading of lines that each tell a time."""
    return reading("\n".join(line for line, _ in lines), slots=[("time", time, 0.9) for _, time in lines])


def day(made: Reading) -> str:
    stamp = supposed(made).report.published
    assert stamp is not None
    return stamp.value


def test_the_weekdays_named_lie_before_the_day_and_near() -> None:
    made = undated((NEWS.format(day="Tuesday"), "Tuesday"), (TOLD, "Wednesday"))
    assert (day(made), supposed(made).report.published) == (
        "2001-10-24",
        Stamp("2001-10-24", "day", "supposed"),
    )


def test_the_month_and_the_year_are_none_that_the_report_names() -> None:
    made = undated((NEWS.format(day="Tuesday"), "Tuesday"), (AGO.format(when="October"), "October"))
    assert day(made)[5:7] == "09"
    assert (
        day(undated((NEWS.format(day="Tuesday"), "Tuesday"), (AGO.format(when="2013"), "In 2013")))[:4]
        == "2014"
    )


def test_a_dateline_gives_its_day_and_its_month() -> None:
    made = undated(("KERRIN/PROPN/0/root ,/PUNCT/1/punct April/PROPN/1/nmod 4/NUM/3/nummod", "April 4"))
    line = Dateline("KERRIN", None, Span(0, 16))
    assert day(replace(made, report=replace(made.report, dateline=line)))[5:] == "04-04"


@pytest.mark.parametrize("tells", ["published", "a day with its year"])
def test_a_report_that_tells_its_day_is_read_by_that(tells: str) -> None:
    line = (
        "Men/NOUN/2/nsubj fled/VERB/0/root on/ADP/4/case May/PROPN/2/obl 5/NUM/4/nummod ,/PUNCT/4/punct "
        "2031/NUM/4/nummod"
    )
    made = undated((line, "May 5 , 2031") if tells != "published" else (TOLD, "Wednesday"))
    if tells == "published":
        made = replace(made, report=replace(made.report, published=Stamp("2031", "year", "given")))
    assert supposed(made) is made


def test_no_time_is_claimed_that_rests_on_the_day_and_years_are() -> None:
    made = undated((NEWS.format(day="Tuesday"), "Tuesday"), (AGO.format(when="2013"), "In 2013"))
    found = extract(made)
    assert found.report == made.report
    assert [claim.value for claim in found.claims if claim.slot == "time"] == [
        Time("2013-01-01", "2013-12-31")
    ]
    assert [claim.id for claim in found.claims] == [f"c{i}" for i in range(1, len(found.claims) + 1)]
    assert {event.id for event in found.events} == {claim.event for claim in found.claims}


def test_what_is_no_time_stays_as_it_is() -> None:
    made = reading(NEWS.format(day="Tuesday"), slots=[("killed", "six", 0.9), ("time", "Tuesday", 0.9)])
    found = extract(supposed(made)).claims
    alone = told_alone(Page.of(made), found)
    assert [(claim.slot, left == claim) for claim, left in zip(found, alone, strict=True)] == [
        ("time", False),
        ("killed", True),
    ]


def test_a_day_with_its_year_that_comes_after_the_news_is_not_its_day() -> None:
    told = [(NEWS.format(day=day), day) for day in ("Tuesday", "Wednesday", "Friday")]
    full = (NEWS.format(day="2013-05-07"), "2013-05-07")
    assert day(undated(*told, full))[:4] == "2014"
    assert supposed(late := undated(*told[:2], full)) is late


def test_the_first_event_left_is_the_main_one() -> None:
    text = (
        "The attack took place on Monday evening, hours before dawn on Tuesday.\n\n"
        "A riot in 2012 left 31 dead in Ostrel.\n"
    )
    made = read(load_bytes(text.encode(), "undated.txt"))
    assert [(event.id, event.standing) for event in made.events] == [("e1", "main")]
