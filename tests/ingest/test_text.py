"""Plain text: header lines, archive form, datelines, titles, bylines and captions; all texts are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from standoff.ingest import Given, load_bytes
from standoff.records.report import Report

HEADED = """outlet: Marrow Valley Courier
published: 2031-05-04T18:20:00+02:00
title: Gunmen hold two guards at depot
url: https://courier.example/depot
byline: Ana Tolvay

TELLIS, Ostrany Coast (AP) — Gunmen held two guards at a depot on Sunday, police said.

Police sealed the road. (AP Photo/Ilo Renn)

Nobody was hurt.
"""


def read(text: str) -> Report:
    return load_bytes(text.encode(), "report.txt")


def quotes(report: Report, kind: str) -> list[str]:
    return [part.span.quote(report.text) for part in report.parts if part.kind == kind]


def test_the_rendition_is_the_file_as_it_stands() -> None:
    assert read(HEADED).text == HEADED


def test_newlines_of_every_kind_are_untouched() -> None:
    text = "One bridge fell.\r\n\r\nTwo stood.\rThree were shut.\n"
    assert read(text).text == text


def test_header_lines_give_facts_and_are_marked_as_header() -> None:
    report = read(HEADED)
    assert (report.outlet, report.title) == ("Marrow Valley Courier", "Gunmen hold two guards at depot")
    assert (report.url, report.byline) == ("https://courier.example/depot", "Ana Tolvay")
    assert report.published is not None
    assert report.published.to_json() == {
        "value": "2031-05-04T18:20:00+02:00",
        "precision": "second",
        "basis": "header",
    }
    assert quotes(report, "header") == [HEADED.partition("\n\n")[0]]


def test_parts_tell_dateline_caption_and_body_apart() -> None:
    report = read(HEADED)
    assert quotes(report, "dateline") == ["TELLIS, Ostrany Coast (AP) —"]
    assert quotes(report, "caption") == ["Police sealed the road. (AP Photo/Ilo Renn)"]
    assert quotes(report, "body")[-1] == "Nobody was hurt."


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n", "\r\n\r\n"])
def test_the_marks_of_a_dateline_may_stand_in_the_paragraph_below_it(gap: str) -> None:
    report = read(
        f"Two held at depot\n\nTELLIS (Reuters) --{gap}[TEXT] Gunmen held two guards.\n\nNobody was hurt.\n"
    )
    assert quotes(report, "dateline") == [f"TELLIS (Reuters) --{gap}[TEXT]"]
    assert quotes(report, "body") == ["Gunmen held two guards.\n\nNobody was hurt."]


HEADS = [
    "TELLIS (AP) --",
    "(Reuters) - ",
    "By Ana Tolvay",
    "Two held at depot",
    "May 6, 2031",
    "(AP Photo/Ilo Renn)",
]
MARKS = ["[TEXT]", "[PRESS\n\nRELEASE]", "[May 6, 2031]", " ", "\n", "\n\n", "\r\r"]
PIECES = [*HEADS, *MARKS, "Gunmen held two guards, police said."]


@examples(st.lists(st.sampled_from(PIECES), max_size=9).map("".join).filter(str.strip))
def test_parts_stand_in_order_do_not_overlap_and_cover_all_but_white_space(text: str) -> None:
    report, end = read(text), 0
    for part in report.parts:
        assert end <= part.span.start < part.span.end
        assert not report.text[end : part.span.start].strip()
        end = part.span.end
    assert not report.text[end:].strip()


def test_words_with_a_colon_at_the_top_are_no_header_unless_a_key_is_known() -> None:
    report = read("Warning: the bridge is shut.\n\nIt fell on Sunday.\n")
    assert quotes(report, "header") == []


def test_the_archive_form_gives_its_date_and_a_caption() -> None:
    report = read(
        " date 2031-05-04 Guards stand at a gate in Tellis, Sunday, May 4, 2031. (AP Photo)\n\nTELLIS – Police came.\n"
    )
    assert report.published is not None
    assert (report.published.value, report.published.basis) == ("2031-05-04", "archive")
    assert quotes(report, "header") == ["date 2031-05-04"]
    assert quotes(report, "caption") == ["Guards stand at a gate in Tellis, Sunday, May 4, 2031. (AP Photo)"]
    assert (report.outlet, report.dateline and report.dateline.place) == ("AP", "TELLIS")


def test_a_first_line_without_a_full_stop_is_the_title() -> None:
    report = read("Bridge falls in Tellis\n\nBy ANA TOLVAY, Associated Press\n\nA bridge fell on Sunday.\n")
    assert (report.title, report.byline) == ("Bridge falls in Tellis", "ANA TOLVAY, Associated Press")
    assert report.outlet == "AP"
    assert quotes(report, "body") == ["A bridge fell on Sunday."]


@pytest.mark.parametrize("text", ["A bridge fell on Sunday.\n\nIt was old.\n", "A bridge fell on Sunday"])
def test_a_sentence_or_a_lone_line_is_no_title(text: str) -> None:
    assert read(text).title is None


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Tolvay, June 2, 2023",
        "By Ana Tolvay | 2 June 2023",
        "By Ana Tolvay – Published June 2, 2023",
        "ANA TOLVAY, Associated Press June 2, 2023",
    ],
)
def test_a_byline_may_have_a_date_behind_it(line: str) -> None:
    report = read(f"Bridge falls in Tellis\n\n{line}\n\nThe bridge fell on Friday, and nobody was on it.\n")
    assert report.byline
    assert report.byline.upper().startswith("ANA TOLVAY")
    assert "2023" not in report.byline
    assert report.published
    assert report.published.value == "2023-06-02"
    assert [part.kind for part in report.parts] == ["title", "byline", "header", "body"]


def test_a_sentence_with_a_date_in_it_is_no_byline() -> None:
    report = read(
        "Bridge falls\n\nBy June 2, 2023 it was open again.\n\nBy Ana Tolvay in June 2, 2023 words.\n"
    )
    assert report.byline is None


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert read("By Sunday the road was open again.\n\nIt rained.\n").byline is None


def test_a_title_set_against_its_dateline_is_taken_apart() -> None:
    text = "Two bridges fall in stormTELLIS, Ostrany Coast, Oct. 3 (Xinhua) -- Two bridges fell on Friday."
    report = read(text)
    assert report.title == "Two bridges fall in storm"
    assert quotes(report, "dateline") == ["TELLIS, Ostrany Coast, Oct. 3 (Xinhua) --"]
    assert report.published is None


def test_a_title_set_against_the_text_is_taken_apart_where_breaks_are_visibly_lost() -> None:
    text = "Court frees captain of the ferryA court freed him.Two men left on Friday.Others stayed behind."
    assert read(text).title == "Court frees captain of the ferry"
    assert read("The YouTube film of it was shown. Nobody came.").title is None


def test_a_date_line_of_a_web_copy_dates_the_report() -> None:
    report = read("Bridge falls\n\nPosted: Dec. 19, 2031 9:44 PM EST\n\nA bridge fell on Friday.\n")
    assert report.published is not None
    assert (report.published.value, report.published.precision) == ("2031-12-19T21:44-05:00", "minute")


def test_a_date_that_runs_into_the_text_is_header_and_what_stands_before_it_the_title() -> None:
    report = read("Bridge falls in Tellis Published: November 28, 2031 A bridge fell on Friday. It was old.")
    assert report.title == "Bridge falls in Tellis"
    assert quotes(report, "header") == ["Published: November 28, 2031"]
    assert quotes(report, "body") == ["A bridge fell on Friday. It was old."]


def test_what_the_caller_knows_goes_before_what_the_file_says() -> None:
    given = Given(id="r1", outlet="Other", published="2030-01-02")
    report = load_bytes(HEADED.encode(), "report.txt", given=given)
    assert (report.id, report.outlet) == ("r1", "Other")
    assert report.published is not None
    assert (report.published.value, report.published.basis) == ("2030-01-02", "given")


def test_the_same_bytes_give_the_same_report(tmp_path: Path) -> None:
    assert read(HEADED) == read(HEADED)
    assert Report.from_json(read(HEADED).to_json()) == read(HEADED)


@pytest.mark.parametrize(
    "piece",
    ["title: b\n", "AP\n", "A-\n\n", "TELLIS, ", "1/1/", "(", "[TEXT] ", "By Ana\n", ": ", "x: " + " " * 99],
)
def test_pieces_of_a_head_repeated_cost_linear_time(piece: str) -> None:
    text = "outlet: X\n" + piece * (300_000 // len(piece))
    assert read(text).text == text


@pytest.mark.parametrize(
    ("head", "published", "outlet"),
    [
        (
            "Two hurt at the mill\nThe Tellis Post, Ostrany\nSunday, 24 March 2031\n\n",
            "2031-03-24",
            "The Tellis Post",
        ),
        (
            "Two hurt at the mill\nMarch 24, 2031 / 5:30 PM / Tellis News\n\n",
            "2031-03-24T17:30",
            "Tellis News",
        ),
        ("Two hurt at the mill\nSituation report no. 2 | 24 March 2031\n\n", "2031-03-24", None),
        ("Two hurt at the mill\n2031-03-24 14:05 UTC\n\n", "2031-03-24T14:05+00:00", None),
        ("Two hurt at the mill\n24.03.2031\n\n", "2031-03-24", None),
        ("Two hurt at the mill\nLast updated on Mar 24, 2031\n\n", "2031-03-24", None),
        ("Two hurt at the mill\n\n(Reuters) - ", None, "Reuters"),
        (
            "OSTRANY: TWO HURT AT THE MILL\nBulletin 17/2031 - The Lamp\nTellis, 24 March 2031\n\n",
            "2031-03-24",
            None,
        ),
        ("Two hurt at the mill\nPTI | Tellis (OS) | Mar 24, 2031\n\n", "2031-03-24", "PTI"),
        ("Two hurt at the mill\nBy Ana Tolvay\nTELLIS, Ostrany (AP) — ", None, "AP"),
    ],
)
def test_lines_over_a_byline_or_a_date_are_head(head: str, published: str | None, outlet: str | None) -> None:
    report = read(head + "Two men were hurt at a mill in Tellis on Sunday.\n\nThe mill is shut.\n")
    assert (report.published and report.published.value, report.outlet) == (published, outlet)
    assert report.title == head.partition("\n")[0]
    assert quotes(report, "body")[0].startswith("Two men were hurt")


BODY = "A ferry with forty people on board sank off Tellis on Sunday, the coast guard said. Nobody was hurt."


@pytest.mark.parametrize(
    ("head", "outlet", "title"),
    [
        ("Marrow Valley Courier\n4 May 2031, 13:05\n\nFerry sinks", "Marrow Valley Courier", "Ferry sinks"),
        ("The Meridian\n4 May 2031\n\nFerry sinks off Tellis", "The Meridian", "Ferry sinks off Tellis"),
        ("Diario del Lago\n4 May 2031\n\nFerry sinks off Tellis", "Diario del Lago", "Ferry sinks off Tellis"),
        ("Reuters\nMay 4, 2031\n\nFerry sinks off Tellis", "Reuters", "Ferry sinks off Tellis"),
        ("Ferry Sinks Off Tellis\n4 May 2031\n\nForty brought ashore", None, "Ferry Sinks Off Tellis"),
        ("News of a ferry that sank\n4 May 2031\n\nForty brought ashore", None, "News of a ferry that sank"),
    ],
)  # fmt: skip
def test_a_name_over_a_date_and_a_title_is_who_publishes(head: str, outlet: str | None, title: str) -> None:
    report = read(f"{head}\n\n{BODY}\n")
    assert (report.outlet, report.title) == (outlet, title)
    assert title in quotes(report, "title")
    assert outlet is None or outlet not in quotes(report, "title")
    assert report.published is not None


def test_a_line_of_a_timeline_dates_nothing() -> None:
    report = read("Two hurt at the mill\n\n24 March 2031 – Two hurt by a saw\n\nThe mill is shut.\n")
    assert report.published is None


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Floods: flash update no. 3\nAs of 4 May 2031", "2031-05-04"),
        ("Floods: flash update no. 3 (as of 4 May 2031)", "2031-05-04"),
        ("Vote watch – weekly bulletin 7 (28 April to 4 May 2031)", "2031-05-04"),
        ("Vote watch\nWeekly bulletin 7, 1–4 May 2031", "2031-05-04"),
        ("MISSION IN OSTRANY – Rights Division\nBrief on the truce, May 2031", "2031-05"),
        ("Monthly brief, April 2031\n4 May 2031", "2031-05-04"),
        ("Ferry sinks off Tellis, May 2031", None),
    ],
)
def test_an_issue_of_what_comes_out_again_and_again_is_dated_by_its_title(
    head: str, published: str | None
) -> None:
    report = read(f"{head}\n\n{BODY}\n")
    assert (report.published and report.published.value) == published
    assert report.title
    assert head.startswith(report.title)
    assert quotes(report, "body")[0].startswith("A ferry")


def test_a_sentence_with_a_date_at_its_end_is_no_head() -> None:
    report = read("Two hurt at the mill\n\nThe mill was built on a hill, 3 May 1931\nand it burnt down.\n")
    assert report.published is None


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("Published: May 6, 2031", "2031-05-06"),
        ("Posted 6:15 a.m. Tuesday, May 6, 2031\n\nCall the desk at 555-0142.", "2031-05-06T06:15"),
        ("May 6, 2031", "2031-05-06"),
        ("May 6, 2031\n\nThe ferry is back in the yard.", None),
    ],
)
def test_a_date_alone_under_a_text_dates_it(foot: str, published: str | None) -> None:
    report = read(f"Ferry sinks off Tellis\n\n{BODY}\n\nTwo men were saved.\n\n{foot}\n")
    assert (report.published and report.published.value) == published
    assert any("May 6" in words for words in quotes(report, "body")) == (published is None)


def test_a_date_under_a_text_goes_behind_one_over_it() -> None:
    report = read(f"Ferry sinks off Tellis\n\nMay 3, 2031\n\n{BODY}\n\nUpdated: May 6, 2031\n")
    assert report.published
    assert report.published.value == "2031-05-03"
