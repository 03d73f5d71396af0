"""Reports of one incident come together, in whatever order they arrive, and every link gives its reasons."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from many import KORVALE, REPORTS, TELLIS, digest, digests
from standoff.linking.linker import Linker, group
from standoff.linking.scorer import link

THREE = [("a1", "a2", "a3"), ("b1", "b2"), ("c1",)]


def test_reports_of_one_incident_come_together_and_others_stay_apart() -> None:
    assert group(digests()) == THREE


@given(st.permutations(digests()))
def test_the_order_of_arrival_changes_no_incident(order: list[object]) -> None:
    assert group(order) == THREE  # type: ignore[arg-type]


def test_a_report_that_comes_again_changes_nothing() -> None:
    linker = Linker()
    assert [bool(linker.add(each)) for each in digests()] == [False, True, True, False, True, False]
    assert linker.add(digests()[0]) == []
    assert linker.groups() == THREE
    assert linker.group("a3") == ("a1", "a2", "a3")


def test_a_link_is_the_same_seen_from_both_sides_and_says_why() -> None:
    one, other = digests()[:2]
    found = link(one, other)
    assert found == link(other, one)
    words = next(reason for reason in found.reasons if reason.feature == "names")
    assert "ostrany" in words.note
    assert words.weight > 0


def test_places_far_apart_speak_against_a_link() -> None:
    text = REPORTS["a1"][0]
    one = digest("x", text, spots=(TELLIS,))
    near, far = (link(one, digest("y", text, spots=(spot,))) for spot in (TELLIS, KORVALE))
    assert near.score > far.score
    assert next(reason.note for reason in far.reasons if reason.feature == "place").endswith("km apart")


def test_a_report_a_year_later_is_compared_when_it_shares_rare_names() -> None:
    text, day = REPORTS["a1"]
    linker = Linker()
    linker.add(digest("x", text, day))
    assert linker.add(digest("y", text, day + 365))
    assert not linker.add(digest("z", text.lower(), day + 700))
