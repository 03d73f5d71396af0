"""One person who is told in a breath by what they are and by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from many import source, told, toll, with_text
from standoff.records import Reading, Span
from standoff.weighing.findings import weigh

AT = "2031-03-14T08:00:00+00:00"
PROSECUTOR = source("Osk Brenner", described="prosecutor")


def read(name: str, text: str, *people: tuple[str, str]) -> Reading:
    """A report of the text that tells of people who were killed: the words for each, and for whom they are."""
    claims = [
        replace(toll("killed", 1, party=party), evidence=(Span(at, at + len(words)),))
        for words, party in people
        for at in [text.index(words)]
    ]
    return with_text(told(name, f"Paper {name}", AT, *claims), text)


TOTAL = told("z", "Gazette", AT, toll("killed", 4, party="people", chain=(PROSECUTOR,)))
DIED = read("b", "Brill had been shot, he said.", ("Brill", "Brill"))


def parties(*readings: Reading) -> dict[str | None, int]:
    return {
        each.party: len(each.values[0].origins) for each in weigh([*readings, TOTAL]) if each.slot == "killed"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The clerk, 34-year-old Oda Brill, was shot.",
        "the clerk, Oda Brill",
        "Oda Brill, 34, the clerk, was shot.",
        "the clerk named Oda Brill",
    ],
)
def test_who_is_named_beside_what_they_are_is_one_person_in_all_reports(text: str) -> None:
    clerk = "The clerk" if text.startswith("The") else "the clerk"
    assert parties(read("a", text, (clerk, "clerk"), ("Oda Brill", "Oda Brill")), DIED) == {
        None: 1,
        "clerk": 2,
    }


def test_who_is_named_after_somebody_else_is_another() -> None:
    told_of = read("a", "A clerk and Oda Brill were shot.", ("A clerk", "clerk"), ("Oda Brill", "Oda Brill"))
    assert parties(told_of, DIED) == {None: 1, "Oda Brill": 2, "clerk": 1}


def test_the_one_person_of_a_listed_class_is_of_it_by_name_too() -> None:
    sailor = read("a", "A sailor, Oda Brill, was shot.", ("A sailor", "sailor"), ("Oda Brill", "Oda Brill"))
    assert parties(sailor, DIED) == {None: 1, "crew": 2}


def test_who_is_told_by_more_and_by_fewer_words_is_one_unless_told_as_another() -> None:
    court, clerk = ("A court clerk", "court clerk"), ("the clerk", "clerk")
    assert parties(read("a", "A court clerk died. They shot the clerk.", court, clerk)) == {
        None: 1,
        "court clerk": 1,
    }
    assert parties(
        read("a", "A court clerk died.", court), read("b", "A clerk died.", ("A clerk", "clerk"))
    ) == {
        None: 1,
        "court clerk": 2,
    }
    both = read("a", "A court clerk died. So did a clerk.", court, ("a clerk", "clerk"))
    assert parties(both) == {None: 1, "clerk": 1, "court clerk": 1}
