"""Slots that score as one event are one event, whatever their order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.events.grouping import PairFacts, Spot, clusters, pair_parts, pair_scores
from standoff.extraction.events.openings import Opening


def scores(groups: list[int]) -> np.ndarray:
    of = np.array(groups)
    return np.where(of[:, None] == of[None], 1.0, -1.0)


def test_slots_of_one_event_are_gathered_and_others_kept_apart() -> None:
    assert clusters(scores([0, 1, 0, 2, 1])) == [[0, 2], [1, 4], [3]]


def test_no_slots_make_no_events() -> None:
    assert clusters(np.zeros((0, 0))) == []


def test_a_slot_that_two_events_pull_at_goes_with_the_stronger() -> None:
    table = np.array([[0, 0.9, -3.0], [0.9, 0, 0.5], [-3.0, 0.5, 0]])
    assert clusters(table) == [[0, 1], [2]]


def plainly(table: np.ndarray) -> list[list[int]]:
    """Average linkage as the books have it: each step looks at every pair of groups, and the first of equals counts."""
    groups = [[number] for number in range(len(table))]
    while len(groups) > 1:
        pairs = [(i, j) for i in range(len(groups)) for j in range(i + 1, len(groups))]
        means = [table[np.ix_(groups[i], groups[j])].mean() for i, j in pairs]
        best = int(np.argmax(np.round(means, 9)))
        if means[best] <= 1e-9:
            break
        i, j = pairs[best]
        groups[i] = sorted(groups[i] + groups.pop(j))
    return groups


@given(st.integers(1, 9), st.integers(0, 10_000))
def test_groups_are_those_of_plain_average_linkage(count: int, seed: int) -> None:
    half = np.random.default_rng(seed).normal(0.0, 1.0, (count, count))
    assert clusters(half + half.T) == plainly(half + half.T)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_slots_does_not_change_the_groups(groups: list[int], chance: object) -> None:
    order = list(range(len(groups)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    straight = {frozenset(group) for group in clusters(scores(groups))}
    shuffled = clusters(scores([groups[i] for i in order]))
    assert {frozenset(order[i] for i in group) for group in shuffled} == straight


def test_like_embeddings_and_types_score_higher_than_unlike_ones() -> None:
    event = np.array([[3.0, 0.0], [3.0, 0.1], [-3.0, 0.0]], np.float32)
    types = np.array([[0.9, 0.1], [0.8, 0.2], [0.1, 0.9]], np.float32)
    made = pair_scores(PairFacts(event, types, np.zeros(3, np.int32)))
    assert made[0, 1] > 0 > made[0, 2]


def test_slots_score_higher_the_nearer_they_stand() -> None:
    event, types = np.zeros((3, 2), np.float32), np.full((3, 2), 0.5, np.float32)
    made = pair_scores(PairFacts(event, types, np.array([0, 1, 5], np.int32)))
    assert made[0, 0] > made[0, 1] > made[0, 2]


def test_slots_of_sentences_that_give_different_days_score_lower() -> None:
    event, types = np.zeros((2, 2), np.float32), np.full((2, 2), 0.5, np.float32)
    sentences = np.array([0, 1], np.int32)
    monday, tuesday = ("2031-03-10", "2031-03-10"), ("2031-03-11", "2031-03-11")
    week = ("2031-03-10", "2031-03-16")
    apart = pair_scores(PairFacts(event, types, sentences, {0: monday, 1: tuesday}))[0, 1]
    assert apart < pair_scores(PairFacts(event, types, sentences, {0: monday, 1: week}))[0, 1]
    assert (
        pair_scores(PairFacts(event, types, sentences, {0: monday}))[0, 1]
        == pair_scores(PairFacts(event, types, sentences))[0, 1]
    )


def test_what_is_told_of_years_before_parts_from_what_gives_no_day_where_the_reports_year_is_known() -> None:
    event, types, sentences = (
        np.ones((2, 4), np.float32),
        np.eye(2, dtype=np.float32),
        np.array([0, 1], np.int32),
    )
    before = {1: ("1988-01-01", "1988-12-31")}
    plain = pair_scores(PairFacts(event, types, sentences))[0, 1]
    assert pair_scores(PairFacts(event, types, sentences, before, 2031))[0, 1] < plain
    assert pair_scores(PairFacts(event, types, sentences, before))[0, 1] == plain
    assert (
        pair_scores(PairFacts(event, types, sentences, {1: ("2031-05-02", "2031-05-02")}, 2031))[0, 1]
        == plain
    )


def test_years_between_part_what_days_between_may_not() -> None:
    alike, kinds = np.ones((2, 4), np.float32), np.eye(2, dtype=np.float32)[[0, 0]]
    near = np.array([0, 1], np.int32)
    days = {0: ("2031-05-02", "2031-05-02"), 1: ("2031-05-04", "2031-05-04")}
    years = days | {1: ("1988-01-01", "1988-12-31")}
    assert (
        pair_scores(PairFacts(alike, kinds, near, years))[0, 1]
        < pair_scores(PairFacts(alike, kinds, near, days))[0, 1]
    )


def test_slots_before_and_after_a_sentence_that_opens_another_happening_score_lower() -> None:
    alike, kinds = np.ones((4, 4), np.float32), np.eye(2, dtype=np.float32)[[0, 0, 0, 0]]
    sentences = np.array([0, 2, 3, 4], np.int32)
    parts = pair_parts(PairFacts(alike, kinds, sentences, opens=[Opening(2, 4)])).opened
    assert [bool(part) for part in parts[0]] == [False, True, True, False]
    assert not parts[1:, 1:].any()
    assert (parts == parts.T).all()
    assert parts.min() < 0


def test_slots_on_both_sides_of_what_is_told_in_passing_score_lower_with_it() -> None:
    alike, kinds = np.ones((3, 4), np.float32), np.eye(2, dtype=np.float32)[[0, 0, 0]]
    sentences = np.array([0, 1, 2], np.int32)
    parts = pair_parts(PairFacts(alike, kinds, sentences, opens=[Opening(1, 2, passing=True)])).opened
    assert [bool(part) for part in parts[1]] == [True, False, True]
    assert not parts[0, 2]


def test_the_scores_of_one_slot_are_those_of_its_row_in_the_table_of_all() -> None:
    rng = np.random.default_rng(5)
    facts = rng.random((6, 8), np.float32), rng.random((6, 22), np.float32), np.arange(6, dtype=np.int32)
    days = {0: ("2020-01-01", "2020-01-01"), 3: ("2024-05-05", "2024-05-06")}
    opens = [Opening(2, 4), Opening(4, 5, passing=True)]
    whole, one = (pair_parts(PairFacts(*facts, days, 2024, opens), of) for of in (slice(None), slice(3, 4)))
    for name, part in one._asdict().items():
        assert np.allclose(part[0], whole._asdict()[name][3])


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        (Spot(50.0, 36.9, 10.0, "UA"), True),  # 43 km
        (Spot(50.0, 36.9, 30.0, "UA"), False),
        (Spot(50.0, 36.4, 10.0, "RU"), True),
        (Spot(50.0, 36.4, 10.0, None), False),
    ],
)
def test_sentences_of_places_far_apart_or_in_two_lands_tell_of_two_happenings(
    other: Spot, apart: bool
) -> None:
    here = Spot(50.0, 36.3, 10.0, "UA")
    facts = PairFacts(
        np.ones((3, 4), np.float32), np.full((3, 2), 0.5, np.float32), np.array([0, 1, 2], np.int32)
    )
    made = pair_parts(facts._replace(spots={0: [here], 1: [other]})).other_places
    assert (made < 0).tolist() == [[False, apart, False], [apart, False, False], [False, False, False]]
    both = pair_parts(facts._replace(spots={0: [here], 1: [other, here]})).other_places
    assert not both.any()
