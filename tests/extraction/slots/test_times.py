"""Times made whole: pieces joined, the day beside a clock time taken in."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from trees import reading


def times(words: str, *marked: str) -> list[str]:
    tree = " ".join(
        f"{word}/X/0/root" if not at else f"{word}/X/1/dep" for at, word in enumerate(words.split())
    )
    page = Page.of(reading(tree, slots=[("time", quote, 0.9) for quote in marked]))
    return [page.quote(row.at) for row in slot_rows(page)]


@pytest.mark.parametrize(
    ("words", "marked", "whole"),
    [
        ("On June 6 , 2016 , at about 3:30 p.m. it ended", "3:30 p.m.", "June 6 , 2016 , at about 3:30 p.m."),
        ("It ended at 3:30 p.m. on Friday , police said", "3:30 p.m.", "3:30 p.m. on Friday"),
        ("It ended just after 3:30 p.m. May 3 .", "3:30 p.m.", "3:30 p.m. May 3"),
        ("Six men left at 3:30 p.m. and they may", "3:30 p.m.", "3:30 p.m."),
        ("On Friday police were called at 3:30 p.m.", "3:30 p.m.", "3:30 p.m."),
        ("On Friday , just after 3:30 p.m. it ended", "3:30 p.m.", "Friday , just after 3:30 p.m."),
        ("Called at 3:30 p.m. before Friday came", "3:30 p.m.", "3:30 p.m."),
        ("On Friday night around 11:30 p.m. it", "11:30 p.m.", "Friday night around 11:30 p.m."),
        ("On Friday at 3:30 p.m. it ended", "Friday at 3:30 p.m.", "Friday at 3:30 p.m."),
    ],
)
def test_a_clock_time_takes_in_the_day_beside_it(words: str, marked: str, whole: str) -> None:
    assert times(words, marked) == [whole]


def test_a_day_that_is_marked_itself_is_joined_and_not_told_twice() -> None:
    assert times("It ended at 3:30 p.m. on Friday", "3:30 p.m.", "Friday") == ["3:30 p.m. on Friday"]


@pytest.mark.parametrize(
    ("words", "marked", "whole"),
    [
        ("The strike lasted until 0400 on 28 March , they said", "28 March", "0400 on 28 March"),
        ("It began at 2000 on 11 May , they said", "11 May", "at 2000 on 11 May"),
        ("It began on 11 May at 0230 , they said", "11 May", "11 May at 0230"),
        ("The march began at 1600 with songs", "1600", "at 1600"),
        ("The war began in 1600 with songs", "1600", "1600"),
        ("At 9 a.m. he left and on Friday he came", "Friday", "Friday"),
    ],
)
def test_a_day_takes_in_the_clock_time_beside_it(words: str, marked: str, whole: str) -> None:
    assert times(words, marked) == [whole]


def test_hours_on_the_clock_are_joined_to_their_day_but_no_hours_between() -> None:
    assert times("It was 10 o'clock Friday night when", "10 o'clock", "Friday night") == [
        "10 o'clock Friday night"
    ]
    assert times("It ended at 5:45 p.m. , two days later", "5:45 p.m.", "two days later") == [
        "5:45 p.m.",
        "two days later",
    ]


def test_the_ends_of_a_stretch_are_one_time() -> None:
    assert times("Ten died from 3 May to 6 May in camps", "from 3 May", "6 May") == ["from 3 May to 6 May"]
    assert times("Ten died on 3 May and 6 May in camps", "3 May", "6 May") == ["3 May", "6 May"]


def test_a_day_and_two_clock_times_are_one_time() -> None:
    whole = "Friday between 2:45 a.m. and 3:10 a.m."
    assert times(f"It ended on {whole} at last", "Friday", "between 2:45 a.m.", "3:10 a.m.") == [whole]


@pytest.mark.parametrize(
    ("words", "marked", "whole"),
    [
        ("He was shot Monday , July 25 , at 112 Elm Street", ["Monday"], ["Monday , July 25"]),
        ("He was shot Monday , July 25 , at 112 Elm Street", ["Monday", "July 25"], ["Monday , July 25"]),
        ("He was shot Monday , and on July 25 he died", ["Monday", "July 25"], ["Monday", "July 25"]),
        ("He was shot Monday , 25 were hurt", ["Monday"], ["Monday"]),
    ],
)
def test_a_weekday_takes_in_its_date(words: str, marked: list[str], whole: list[str]) -> None:
    assert times(words, *marked) == whole


@pytest.mark.parametrize(
    ("words", "marked", "whole"),
    [
        ("They came in that Wednesday", "Wednesday", "that Wednesday"),
        ("It was set on fire overnight into Sunday , he said", "Sunday", "overnight into Sunday"),
        ("They came with that Sunday", "that Sunday", "that Sunday"),
        ("He and that guard fled Sunday", "Sunday", "Sunday"),
    ],
)
def test_a_weekday_takes_in_what_tells_which_it_is(words: str, marked: str, whole: str) -> None:
    assert times(words, marked) == [whole]
