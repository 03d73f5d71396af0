"""Copies of a bad source move a vote and move no finding."""

from __future__ import annotations

from benchmarks.simulate import OUTLETS, ranked_first, truth_and_tellings, truth_finder, voted, with_copies

POINTS = list(truth_and_tellings(7, 25))
WORST = f"Outlet {OUTLETS - 1}"


def test_copies_of_one_outlet_change_no_first_value() -> None:
    for _, told in POINTS:
        assert ranked_first(with_copies(told, WORST, 3)) == ranked_first(told)


def test_a_vote_is_moved_by_copies() -> None:
    assert any(voted(with_copies(told, WORST, 3)) != voted(told) for _, told in POINTS)


def test_the_same_seed_gives_the_same_reports() -> None:
    assert list(truth_and_tellings(7, 3)) == POINTS[:3]


def test_truthfinder_finds_what_all_agree_on() -> None:
    true, told = POINTS[0]
    agreed = [each for each in told if each.value == true]
    assert truth_finder([agreed]) == [true]
