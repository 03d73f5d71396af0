from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.times.spans import find_times


def found(sentence: str) -> list[str]:
    words = sentence.split()
    return [" ".join(words[first:last]) for first, last in find_times(words)]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("The depot burned on Friday night .", ["Friday night"]),
        ("IT BURNED ON 7 APR 90 .", ["7 APR 90"]),
        ("It burned on Monday , June 16 , 2024 .", ["Monday , June 16 , 2024"]),
        ("It has burned since last August , he said .", ["since last August"]),
        ("It burned in May and again two days later .", ["May", "two days later"]),
        ("It may burn at 9:40 p.m. Tuesday .", ["9:40 p.m. Tuesday"]),
        ("Smoke was seen between 2001 and 2005 .", ["between 2001 and 2005"]),
        ("It burned twenty - five years ago .", ["twenty - five years ago"]),
        ("They march for 300 people .", []),
        ("It burned down , seven p.m. on Monday .", ["seven p.m. on Monday"]),
        ("The blast came at around 5.30 p.m. local time .", ["5.30 p.m. local time"]),
        ("It was late last year , in mid-June or in the 1990s", ["late last year", "mid-June", "the 1990s"]),
    ],
)
def test_times_are_found_in_running_words(sentence: str, times: list[str]) -> None:
    assert found(sentence) == times


@given(st.lists(st.text(min_size=1, max_size=12), max_size=40))
def test_spans_are_in_order_and_within_the_words(words: list[str]) -> None:
    spans = find_times(words)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= first < last <= len(words) for first, last in spans)
