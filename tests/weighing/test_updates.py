"""A number that a report tells as new takes the place of those that were told before, however shortly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from many import source, told, toll, with_text
from standoff.records import Span
from standoff.weighing.findings import weigh
from standoff.weighing.updates import told_as_new

BOARD = source("Harbour Board", "organisation")
RESCUE = source("Coast Rescue", "organisation")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The death toll rose to 64 on Monday.", "up"),
        ("Divers found two bodies, bringing the toll to 64.", "up"),
        ("The board lowered the toll to 64.", "down"),
        ("The board said that 64 died.", ""),
        ("Prices rose to a record. In the harbour 64 died.", ""),
        ("He brought flowers for the 64.", ""),
        ("The mayor raised concerns after at least 64 died.", ""),
        ("They brought the wounded to a hospital where 64 died.", ""),
        ("The board cut the toll to 61 from 64.", ""),
    ],
)
def test_a_verb_of_rising_or_falling_before_a_number_tells_it_as_new(text: str, way: str) -> None:
    at = text.index("64")
    number = replace(toll("killed", 64), evidence=(Span(at, at + 2),))
    read = with_text(told("a", "Courier", "2031-03-14", number), text)
    assert told_as_new(read.report, number) == way
    assert told_as_new(read.report, replace(number, slot="actor_count")) == ""


def test_a_number_whose_words_tell_the_rise_themselves_is_told_as_new() -> None:
    text = "The death toll has risen to 64, he said, and 12 were led to safety."
    for words, way in (("The death toll has risen to 64", "up"), ("12 were led to safety", "")):
        at = text.index(words)
        number = replace(toll("killed", 64), evidence=(Span(at, at + len(words)),))
        assert told_as_new(with_text(told("a", "Courier", "2031-03-14", number), text).report, number) == way


def test_words_between_two_places_of_a_number_tell_nothing_of_it() -> None:
    text = "64 died. Prices rose to a record. 64 were buried."
    number = replace(toll("killed", 64), evidence=(Span(0, 2), Span(34, 36)))
    read = with_text(told("a", "Courier", "2031-03-14", number), text)
    assert told_as_new(read.report, number) == ""


@pytest.mark.parametrize(
    ("text", "count", "status"),
    [
        ("The toll rose to 31.", 31, "revised"),
        ("The toll was cut to 31.", 31, "disputed"),
        ("The toll was cut to 9.", 9, "revised"),
        ("The toll is 9.", 9, "disputed"),
    ],
)
def test_a_new_number_takes_the_place_of_what_others_said_an_hour_ago(
    text: str, count: int, status: str
) -> None:
    at = text.index(str(count))
    fresh = replace(toll("killed", count, chain=(RESCUE,)), evidence=(Span(at, at + len(str(count))),))
    later = with_text(told("b", "Gazette", "2031-03-14T09:00:00+00:00", fresh), text)
    before = told("a", "Courier", "2031-03-14T08:00:00+00:00", toll("killed", 18, chain=(BOARD,)))
    after = replace(before, report=replace(before.report, id="c", published=later.report.published))
    (found,) = weigh([before, later])
    assert found.status == status
    assert weigh([before, later, after])[0].status == "disputed"
