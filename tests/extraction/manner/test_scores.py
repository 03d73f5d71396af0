"""Polarity and realis, from what the model learned, the hedges and the tense together."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trees
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.extraction.manner.manner import manner_at
from standoff.extraction.manner.scores import POLARITY, REALIS, best, polarity_of, ratios, realis_of
from standoff.extraction.manner.tense import TENSES
from standoff.records import REALES

USUAL = [1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]


def learned(denied: float = 0.0, ongoing: float = 0.0, intended: float = 0.0) -> list[float]:
    return [1 - denied, denied, 1.0, 0.0, 0.0, 0.0, 1 - ongoing - intended, ongoing, intended, 0.0]


def test_the_usual_label_stands_where_nothing_speaks_against_it() -> None:
    assert polarity_of((), USUAL, "past") == "affirmed"
    assert realis_of((), USUAL, "past") == "actual"


def test_what_the_model_is_sure_of_needs_no_hedge() -> None:
    assert polarity_of((), learned(denied=0.97), "past") == "denied"
    assert realis_of((), learned(intended=0.95), "past") == "intended"


def test_a_hedge_outweighs_a_model_in_doubt_but_not_one_that_is_sure() -> None:
    assert realis_of({"intended"}, learned(intended=0.4), "future") == "intended"
    assert realis_of({"intended"}, learned(), "past") == "actual"


def test_a_clause_that_goes_on_is_ongoing_when_the_model_half_thinks_so() -> None:
    assert realis_of((), learned(ongoing=0.3), "progressive") == "ongoing"
    assert realis_of((), learned(ongoing=0.3), "past") == "actual"


def test_a_ratio_is_the_log_of_a_probability_over_the_usual_one() -> None:
    assert dict(ratios(REALIS, learned(ongoing=0.5)))["ongoing"] == pytest.approx(0.0)
    assert dict(ratios(POLARITY, learned(denied=0.8)))["denied"] == pytest.approx(math.log(4))


def test_every_label_but_the_usual_one_has_its_weights_and_every_tense_is_known() -> None:
    weights = section("manner_weights", "realis")
    assert set(weights) == {"model", *REALES[1:]}
    for label in REALES[1:]:
        assert set(weights[label]) == {"bias", "rule", *TENSES[1:]}


def test_on_equal_scores_the_usual_label_stays() -> None:
    weights = {"model": 1.0, "denied": {"bias": 0.0, "rule": 1.0}}
    assert best(POLARITY, weights, (), learned(denied=0.5), "past") == "affirmed"


def test_certainty_is_left_to_the_hedges() -> None:
    doubtful = [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0]
    tree = "gunmen/NOUN/2/nsubj shot/VERB/0/root guards/NOUN/2/obj"
    found = manner_at(
        Page.of(trees.reading(tree)), Stretch(2, 3), "target", attributed=False, learned=doubtful
    )
    assert found.certainty == "certain"


@given(st.lists(st.floats(0, 1), min_size=10, max_size=10), st.sampled_from(TENSES))
def test_any_probabilities_give_a_label(probabilities: list[float], tense: str) -> None:
    assert best(REALIS, section("manner_weights", "realis"), (), probabilities, tense) in REALES
