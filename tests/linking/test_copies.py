"""Copies are found by what one text holds of another, and told from originals by credits, time and length."""

from __future__ import annotations

from itertools import permutations

from many import digest, long_text
from standoff.linking.copies import compare, copies, groups

WIRE = long_text(1)


def edited(text: str) -> str:
    words = text.split()
    words[40], words[90] = "grey", "kerb"
    return " ".join(words)


def test_a_lightly_edited_text_is_a_copy_of_the_one_that_came_first() -> None:
    first = digest("x", WIRE, 740_000, at="2031-03-14T09:00:00+00:00")
    second = digest("a", edited(WIRE), 740_000, at="2031-03-14T10:30:00+02:00")
    third = digest("b", edited(WIRE), 740_000, at="2031-03-14T11:30:00+02:00")
    assert compare(first, second) is not None
    found = {(copy.copy, copy.original, copy.basis) for copy in copies([third, first, second])}
    assert found == {("x", "a", "time"), ("b", "x", "time"), ("b", "a", "time")}


def test_a_cut_text_is_found_inside_the_whole_one() -> None:
    whole, cut = digest("b", long_text(2, 300)), digest("a", " ".join(long_text(2, 300).split()[:90]))
    found = copies([cut, whole])
    assert [(copy.copy, copy.original, copy.basis, copy.share) for copy in found] == [
        ("a", "b", "length", 1.0)
    ]


def test_a_credit_line_tells_the_copy_whatever_the_clock_says() -> None:
    wire = digest("w", WIRE, 740_000, at="2031-03-14T12:00:00+00:00", outlet="AP")
    copy = digest("c", WIRE, 740_000, at="2031-03-14T10:00:00+00:00", outlet="Courier", credits=("AP",))
    assert [(each.copy, each.original, each.basis) for each in copies([wire, copy])] == [("c", "w", "credit")]


def test_a_brief_that_credits_an_agency_is_a_copy_of_the_agency_s_and_of_others_that_do() -> None:
    brief = long_text(5, 50)
    wire = digest("w", brief, 740_000, outlet="AP")
    prints = [digest(name, brief, 740_000, outlet=name, credits=("AP",)) for name in ("Courier", "Gazette")]
    assert {(each.copy, each.original) for each in copies([wire, *prints])} == {
        ("Courier", "w"),
        ("Gazette", "w"),
        ("Gazette", "Courier"),
    }
    assert copies([digest("a", brief, 740_000, outlet="Courier"), wire]) == ()
    assert compare(prints[0], digest("x", brief, 740_000, outlet="Courier", credits=("AP",))) is None


def test_notices_and_old_templates_are_no_copies() -> None:
    notice = "Please sign in to read this page or subscribe to our news with all that comes with it today"
    assert copies([digest("a", notice), digest("b", notice)]) == ()
    assert copies([digest("a", WIRE, 740_000), digest("b", WIRE, 740_100)]) == ()


def test_the_order_of_arrival_changes_no_copy() -> None:
    some = [digest("a", WIRE), digest("b", edited(WIRE)), digest("c", long_text(3)), digest("d", WIRE[:500])]
    assert len({copies(order) for order in permutations(some)}) == 1
    assert groups(copies(some)) == [["a", "b", "d"]]
