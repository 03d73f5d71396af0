"""Counts and times are those of one happening: how many marched afterwards is no number of attackers."""

from __future__ import annotations

from dataclasses import replace

from many import claim, source, told
from standoff.records import Claim, Event, Quantity, Reading, Span, Time
from standoff.weighing.findings import key_findings, weigh

AT = "2031-03-14T08:00:00+00:00"
POLICE = source("Ada Lint", described="police chief")


def count(number: int, kind: str = "attack") -> Claim:
    return of(claim("actor_count", Quantity("count", number, number)), kind)


def of(made: Claim, kind: str) -> Claim:
    return replace(made, type=kind, event="e1" if kind == "attack" else "e2")


def day(date: str, kind: str = "attack") -> Claim:
    return of(claim("time", Time(date, date)), kind)


def paper(name: str, *claims: Claim) -> Reading:
    kinds = [each.type for each in claims if each.event == "e2"]
    events = (Event("e1", "attack", (Span(0, 1),)), *(Event("e2", kind, (Span(0, 1),)) for kind in kinds[:1]))
    return replace(told(name, f"Paper {name}", AT, *claims), events=events)


def test_how_many_marched_is_no_number_of_attackers() -> None:
    found = weigh([paper("a", count(4), count(300, "protest")), paper("b", count(4), count(300, "protest"))])
    assert [(each.party, each.status) for each in found] == [(None, "agreed"), ("protest", "agreed")]


def test_types_that_reports_give_one_happening_share_their_counts() -> None:
    (found,) = weigh([paper("a", count(4)), paper("b", count(5, "hostage_taking"))])
    assert (found.party, found.status) == (None, "disputed")


def test_a_count_of_another_happening_that_one_source_tells_is_left_to_its_report() -> None:
    found = weigh([paper("a", count(4), count(300, "protest"))])
    assert [each.party for each in key_findings(found)] == [None]


def test_times_far_from_the_day_that_most_tell_are_another_happening_s() -> None:
    march, august = day("2031-03-13"), day("2030-08-21")
    year = claim("time", Time("2031-01-01", "2031-12-31"))
    (found,) = weigh([paper("a", march), paper("b", march, august), paper("c", march, year)])
    assert [str(value.value) for value in found.values] == ["2031-03-13"]
    assert len(weigh([paper("a", march), paper("b", august)])) == 2


def test_who_denies_an_act_denies_no_day() -> None:
    (found,) = weigh(
        [paper("a", day("2031-03-13"), replace(day("2031-03-13"), polarity="denied", chain=(POLICE,)))]
    )
    assert [value.polarity for value in found.values] == ["affirmed"]


def test_counts_of_one_march_are_of_it_whether_it_is_called_a_protest_or_a_riot() -> None:
    marched = [paper("a", count(4), count(300, "protest")), paper("b", count(4), count(300, "protest"))]
    riot = replace(paper("c", count(4), replace(count(900, "riot"), chain=(POLICE,))))
    found = [each for each in weigh([*marched, riot]) if each.party]
    assert [(each.party, each.status) for each in found] == [("protest", "disputed")]
