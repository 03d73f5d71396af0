"""What pages put around a text is no word of the report."""

from __future__ import annotations

import pytest

from standoff.ingest import load_bytes
from standoff.records import Report

BODY = "Raiders killed two watchmen at Oster on Tuesday, the council said. The store burned down."
MORE = "The council said on Wednesday that it would rebuild the store."


def read(text: str) -> Report:
    return load_bytes(text.encode(), "report.txt")


def quotes(report: Report, kind: str) -> list[str]:
    return [report.text[slice(*part.span)] for part in report.parts if part.kind == kind]


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Share on Facebook",
        "READ ALSO: Five drown in Tolm",
        "Related: Five drown in Tolm",
        "Home > News > World",
    ],
)
def test_lines_of_a_page_within_a_text_are_apart(line: str) -> None:
    report = read(f"Watchmen killed\n\n{BODY}\n\n{line}\n\n{MORE}\n")
    assert quotes(report, "body") == [BODY, MORE]
    assert line in quotes(report, "header")


@pytest.mark.parametrize(
    "opening",
    [
        "You may also like",
        "Related articles",
        "More from Oster",
        "Most read",
        "2 comments",
        "Tags: oster, fire",
    ],
)
def test_what_stands_under_a_text_is_apart(opening: str) -> None:
    report = read(f"Watchmen killed\n\n{BODY}\n\n{opening}\nFive drown in Tolm\nTen held over theft\n")
    assert quotes(report, "body") == [BODY]


def test_a_text_that_goes_on_after_such_a_line_keeps_its_sentences() -> None:
    report = read(f"Watchmen killed\n\n{BODY}\n\nMost read\n\n{MORE}\n")
    assert MORE in "\n".join(quotes(report, "body"))


def test_a_text_that_has_run_into_the_line_of_its_byline_is_kept() -> None:
    report = read(f"Watchmen killed\n\nBy Ana Tolvay 3 min read {BODY}\n\n{MORE}\n")
    assert BODY in "\n".join(quotes(report, "body"))


def test_a_text_of_close_lines_has_title_date_caption_and_owner() -> None:
    report = read(
        "Home News World\nWatchmen killed in raid on grain store\n"
        "By Ana Tolvay | 14 May 2031 | Updated 3 hours ago\nShare on Twitter\n"
        f"The store after the fire. Photo: Tolm Courier\n{BODY}\n{MORE}\n© 2031 Tolm Courier. All rights reserved.\n"
    )
    assert (report.title, report.byline, report.outlet) == (
        "Watchmen killed in raid on grain store",
        "Ana Tolvay",
        "Tolm Courier",
    )
    assert report.published is not None
    assert report.published.value == "2031-05-14"
    assert quotes(report, "caption") == ["The store after the fire. Photo: Tolm Courier"]
    assert quotes(report, "body") == [f"{BODY}\n{MORE}"]


@pytest.mark.parametrize(
    "piece", ["Related: ", "You may also like\n", "© 2031 ", "Home > ", "Updated 3 hours ago ", "Tags: "]
)
def test_pieces_of_furniture_repeated_cost_linear_time(piece: str) -> None:
    text = f"Watchmen killed\n\n{BODY}\n\n" + piece * (300_000 // len(piece))
    assert read(text).text == text
