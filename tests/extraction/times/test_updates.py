"""Parts of a report with a day of their own are read from that day."""

from __future__ import annotations

from dataclasses import replace

import pytest

import trees
from standoff.extraction.grammar.page import Page
from standoff.extraction.times.updates import Updates
from standoff.records import Part, Reading, Span, Stamp


def _reading(*lines: str) -> Reading:
    made = trees.reading("\n".join(" ".join(f"{word}/X/0/root" for word in line.split()) for line in lines))
    return replace(made, report=replace(made.report, published=Stamp("2024-06-19", "day", "given")))


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("UPDATE (June 21):", "2024-06-21"),
        ("Update @ 4:29 p.m. (June 20)", "2024-06-20"),
        ("[UPDATE 6/21/24 @ 7:05 p.m.]", "2024-06-21"),
        ("UPDATE, 21/6: police named her", "2024-06-21"),
        ("Original story, 1:12 a.m., June 17:", "2024-06-17"),
        ("*** UPDATED at 4:38 P.M. on Thursday, June 20th ***", "2024-06-20"),
        ("Update (8:20 p.m. Sunday)", "2024-06-16"),
        ("UPDATE 4:58 p.m.: they heard of it", None),
        ("UPDATE: boy dies after Sunday morning shooting", None),
        ("An update was promised for Monday", None),
        ("UPDATE 2/2: a line from another month", None),
    ],
)
def test_a_heading_with_a_day_dates_its_part(heading: str, day: str | None) -> None:
    made = _reading("Two were shot .", heading, "It happened today .")
    found = Updates.of(Page.of(made))
    assert found.day(0) is None
    at = made.report.text.index("named" if "named" in heading else "today")
    stamp = found.day(at)
    assert (stamp.value if stamp else None) == day
    assert found.names(made.report.text.index(heading.split()[0])) == (day is not None)


def test_a_part_ends_at_the_next_heading() -> None:
    made = _reading(
        "UPDATE (June 20): he died last night .", "Original story (June 17):", "It happened today ."
    )
    found, text = Updates.of(Page.of(made)), made.report.text
    days = [stamp.value for word in ("night", "today") if (stamp := found.day(text.index(word)))]
    assert days == ["2024-06-20", "2024-06-17"]


def test_a_lone_heading_dates_the_words_of_its_own_line_only() -> None:
    made = _reading("UPDATE (June 20): he died last night .", "It happened today .")
    assert Updates.of(Page.of(made)).day(made.report.text.index("today")) is None


def test_a_line_that_stamps_the_page_begins_no_part_and_nothing_does_where_publication_is_unknown() -> None:
    made = _reading("Updated: June 20, 2024", "It happened today .")
    stamped = (
        Part("header", Span(0, 22)),
        Part("body", Span(23, len(made.report.text))),
    )
    at = made.report.text.index("today")
    assert Updates.of(Page.of(replace(made, report=replace(made.report, parts=stamped)))).day(at) is None
    assert Updates.of(Page.of(replace(made, report=replace(made.report, published=None)))).day(at) is None


def test_a_day_in_figures_dates_nothing_where_only_the_month_of_publication_is_known() -> None:
    made = _reading("UPDATE 6/5: one man died .", "It happened today .")
    known = replace(made.report, published=Stamp("2024-06", "month", "header"))
    at = made.report.text.index("today")
    assert Updates.of(Page.of(replace(made, report=known))).day(at) is None
