"""Words are found where they stand, letter for letter, or not at all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import made
from standoff.reading.llm.verbatim import Verbatim
from standoff.records import Part, Report, Span


def found(text: str, words: str, context: str = "") -> str | None:
    span = Verbatim(made.report(text), ()).one(words, context)
    return span.quote(text) if span else None


def test_white_space_and_the_shape_of_quotation_marks_may_differ() -> None:
    text = "The guards’ chief\n  said: “We  held\tout.”"
    assert found(text, "guards' chief said") == "guards’ chief\n  said"
    assert found(text, '"We held out."') == "“We  held\tout.”"


def test_letters_may_not() -> None:
    assert found("Two guards sang.", "two guards") is None
    assert found("Two guards sang.", "Two guards were singing") is None


def test_a_part_of_a_word_is_not_found() -> None:
    assert found("They left. He sang.", "he") is None
    assert found("Some 12,000 came; 12 left.", "12 left") == "12 left"
    assert found("The U.N. came.", "U.N.") == "U.N."


def test_words_that_stand_twice_need_their_context() -> None:
    text = "Six guards sang. Six guards slept."
    assert found(text, "Six guards") is None
    span = Verbatim(made.report(text), ()).one("Six guards", "Six guards slept.")
    assert span == Span(17, 27)
    assert found(text, "sang", "Six guards slept.") is None


def with_title(text: str, title: str) -> Report:
    made_of = Part("title", Span(0, len(title))), Part("body", Span(len(title) + 1, len(text)))
    return replace(made.report(text), parts=made_of)


def test_what_is_left_out_is_neither_shown_nor_found_nor_bridged() -> None:
    report = with_title("Guards sang\nGuards slept well.", "Guards sang")
    verbatim = Verbatim(report, ("title",))
    assert verbatim.shown == "Guards slept well."
    assert verbatim.one("Guards") == Span(12, 18)
    assert verbatim.all("sang Guards") == []
    assert verbatim.all("\0") == []


@given(text=st.text("ab \n\t'’\"“\0.\ud800", max_size=40), first=st.integers(0, 39), size=st.integers(1, 10))
def test_every_place_found_reads_as_the_words_that_were_sought(text: str, first: int, size: int) -> None:
    words = text[first : first + size]
    for span in Verbatim(made.report(text), ()).all(words):
        straight = str.maketrans("’“", "'\"")
        quote = span.quote(text).replace("\0", " ")
        assert quote.translate(straight).split() == words.replace("\0", " ").translate(straight).split()
