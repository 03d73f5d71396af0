"""The weights of `event_types`, fitted to examples."""

from __future__ import annotations

import numpy as np
import pytest

from training.annotated import Annotated
from training.fit_types import Example, check, examples, fit, named, right

TYPES = 3


def example(number: int, **parts: int) -> Example:
    """An event of three claims of the first type; each part that is named speaks for the type of that number."""
    evidence = np.zeros((TYPES, 4))
    for column, name in enumerate(("model", "words", "report", "report_words")):
        if name in parts:
            evidence[parts[name], column] = 1
    return Example(f"r{number}", evidence, np.array([3.0, 0, 0]))


MADE = [example(number, model=number % 2, words=0) for number in range(2000)]


def test_what_is_right_in_the_examples_weighs_more_than_what_is_wrong() -> None:
    weights = named(fit(MADE))
    assert weights["words"] > named(fit(MADE[:1]))["words"]
    assert right(MADE, weights) == 1


def test_few_examples_leave_the_weights_where_they_were() -> None:
    expected = {"words": 3.0, "report": 0.6, "report_words": 1.1}
    assert named(fit(MADE[:1])) == pytest.approx(expected, abs=0.05)


def test_the_check_leaves_each_report_out_once() -> None:
    assert check(MADE) == "2000 events, 6000 claims: left out 1.000, shipped 1.000"


def test_an_event_has_the_types_of_the_claims_that_share_its_words_and_slots() -> None:
    text = "Gunmen killed six people in Arbon on Friday, police said."
    claims = [
        {"slot": slot, "type": kind, "spans": [(text.index(quote), text.index(quote) + len(quote))]}
        for slot, kind, quote in (("killed", "attack", "six people"), ("motive", "raid", "Gunmen"))
    ]
    (found,) = examples([Annotated("r", text, None, "2024-05-06", claims)])
    assert found.gold.sum() == found.gold[0] == 1
