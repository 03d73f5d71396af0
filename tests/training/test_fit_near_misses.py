"""The weights of `near_misses` and the words that it looks for, made from examples."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.slots.near_misses import HEADS, likely
from training.annotated import Annotated
from training.fit_near_misses import LEAST, Example, examples, fit, heads, toml
from trees import reading

TREE = "Barges/NOUN/2/nsubj drifted/VERB/0/root over/ADP/4/case nets/NOUN/2/obl"
NONE: dict[str, list[str]] = {name: [] for name in HEADS}


def observed(text: str, *quotes: str) -> Annotated:
    claims = [
        {"slot": "observation", "value": {"text": quote}, "spans": [(at, at + len(quote))]}
        for quote in quotes
        for at in [text.index(quote)]
    ]
    return Annotated("r", text, None, None, claims)


MADE = [
    Example({"score": -2.0 + often, "often": float(often)}, right=bool(often) == (number % 5 > 0))
    for number in range(40)
    for often in (0, 1)
]


def test_the_fitted_weights_tell_what_the_examples_show() -> None:
    weights = fit(MADE)
    assert likely(weights, MADE[1].known) > LEAST > likely(weights, MADE[0].known)
    assert weights == fit(MADE)


def test_the_file_is_toml_with_weights_and_words() -> None:
    data = tomllib.loads("\n".join(toml(fit(MADE), {"often": ["drifted"] * 20, "seldom": ["said"]})))
    assert data["least"] == LEAST
    assert set(data["weights"]) == {"bias", "score", "often"}
    assert data["heads"] == {"often": ["drifted"] * 20, "seldom": ["said"]}


def test_words_are_counted_inside_and_outside_observations_and_names_are_left_out() -> None:
    report = observed("Tolm said that barges drifted over nets at Sellin, said Orre.", "drifted over nets")
    found = heads([report] * 30)
    assert found == {"often": ["drifted", "nets", "over"], "seldom": ["at", "barges", "said", "that"]}


@pytest.mark.parametrize(("quote", "right"), [("drifted over nets", True), ("Barges", False)])
def test_a_row_is_right_where_a_claim_says_the_same(quote: str, right: bool) -> None:
    made = reading(TREE, slots=[("observation", "drifted over nets", 0.2)])
    made = replace(made, faint=np.array([True]))
    (found,) = examples(observed(made.report.text, quote), made, NONE)
    assert found.right is right
