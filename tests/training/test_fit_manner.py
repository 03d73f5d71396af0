"""The weights of `manner_scores`, fitted to examples."""

from __future__ import annotations

import tomllib

from standoff.extraction.manner.scores import POLARITY, REALIS, best
from training.fit_manner import Example, check, fit, toml

AFFIRMED = (0.9, 0.1, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0)


def example(number: int, hedged: str, tense: str, polarity: str, realis: str) -> Example:
    gold = {"polarity": polarity, "realis": realis}
    return Example(f"r{number}", frozenset((hedged,)), AFFIRMED, tense, gold, gold)


MADE = [
    example(number, *row)
    for number in range(30)
    for row in (
        ("denied", "past", "denied", "actual"),
        ("", "past", "affirmed", "actual"),
        ("", "past", "affirmed", "actual"),
        ("", "progressive", "affirmed", "ongoing"),
    )
]


def test_the_fitted_weights_choose_what_the_examples_show() -> None:
    often = [1.0] * len(MADE)
    polarity, realis = fit(MADE, POLARITY, often), fit(MADE, REALIS, often)
    for item in MADE:
        assert best(POLARITY, polarity, item.hedged, item.learned, item.tense) == item.gold["polarity"]
        assert best(REALIS, realis, item.hedged, item.learned, item.tense) == item.gold["realis"]


def test_the_same_examples_give_the_same_weights_and_they_are_toml() -> None:
    often = [1.0] * len(MADE)
    weights = fit(MADE, REALIS, often)
    assert weights == fit(MADE, REALIS, often)
    assert tomllib.loads("\n".join(toml(REALIS, weights))) == {"realis": dict(weights)}


def test_examples_that_count_more_win() -> None:
    torn = [
        example(0, "denied", "past", "denied", "actual"),
        example(1, "denied", "past", "affirmed", "actual"),
    ]
    for often, expected in (([1.0, 40.0], "affirmed"), ([40.0, 1.0], "denied")):
        weights = fit(torn, POLARITY, often)
        assert best(POLARITY, weights, {"denied"}, AFFIRMED, "past") == expected


def test_the_check_tells_held_out_reports_from_others() -> None:
    lines = list(check(MADE, {"r1", "r2"}))
    assert lines[0] == "held out, 8 claims: polarity: usual 0.750, hedges 1.000, all 1.000"
    assert lines[1].startswith("others, 112 claims: polarity:")
