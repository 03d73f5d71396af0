"""Observations that the model just misses, and which of them stand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section
from standoff.extraction.slots.near_misses import HEADS, facts, likely
from standoff.extraction.slots.rows import faint_rows, read_rows, slot_rows
from standoff.records import EVENT_TYPES
from trees import reading

TOLD = (
    "{who}/NOUN/2/nsubj said/VERB/0/root barges/NOUN/5/nsubj had/AUX/5/aux {verb}/VERB/2/ccomp over/ADP/7/case "
    "nets/NOUN/5/obl"
)
WIDE = {"who": "Pilots", "verb": "drifted"}
KNOWN = {"score": -1.0, "said": 0.0, "content": 0.0, "within": 0.0, "future": 0.0, "own": 0.0, "hurt": 0.0,
         "share": 0.3, "often": 0.0, "seldom": 0.0}  # fmt: skip


def page(
    score: float, said: float, slot: str = "observation", words: str = "drifted over nets", **told: str
) -> Page:
    made = reading(
        TOLD.format(**WIDE | told), slots=[("actor", told.get("who", "Pilots"), 0.8), (slot, words, score)]
    )
    made.slot_types[0, EVENT_TYPES.index("statement")] = said
    return Page.of(replace(made, faint=np.array([False, True])))


def stands(made: Page) -> list[str]:
    return [made.quote(row.at) for row in slot_rows(made) if row.slot != "actor"]


def known(made: Page) -> dict[str, float]:
    heads = {name: section("near_misses", "heads")[name] for name in HEADS}
    (found,) = facts(made, read_rows(made), faint_rows(made), heads)
    return found


@pytest.mark.parametrize(("score", "said", "found"), [(0.24, 0.9, 1), (0.11, 0.9, 1), (0.11, 0.0, 0)])
def test_what_is_said_stands_in_a_report_of_sayings(score: float, said: float, found: int) -> None:
    assert len(stands(page(score, said))) == found


def test_only_observations_stand() -> None:
    assert stands(page(0.24, 0.9)) == ["drifted over nets"]
    assert stands(page(0.24, 0.9, slot="status")) == []


def test_what_stands_says_why() -> None:
    assert any("just misses" in row.rule for row in slot_rows(page(0.24, 0.9)))


def test_the_facts_are_of_words_tree_and_report() -> None:
    found = known(page(0.2, 0.25))
    assert (found["content"], found["within"], found["future"], found["own"]) == (1, 0, 0, 0)
    assert found["said"] == pytest.approx(0.25)
    assert found["share"] == pytest.approx(3 / 7)
    assert known(page(0.2, 0.9))["said"] == pytest.approx(0.3)
    assert known(page(0.2, 0.0, words="nets"))["within"] == 1
    assert known(page(0.2, 0.0, verb="fled", words="fled over nets"))["often"] == 1
    assert known(page(0.2, 0.0, verb="denied", words="denied over nets"))["seldom"] == 1


@pytest.mark.parametrize(
    ("fact", "higher"), [("said", True), ("often", True), ("future", True), ("own", False), ("seldom", False)]
)
def test_each_fact_counts_the_way_it_should(fact: str, higher: bool) -> None:
    weights = section("near_misses", "weights")
    assert (likely(weights, KNOWN | {fact: 1.0}) > likely(weights, KNOWN)) is higher


def test_every_fact_has_its_weight_and_no_word_is_in_both_lists() -> None:
    assert set(section("near_misses", "weights")) == {"bias", *KNOWN} == {"bias", *known(page(0.2, 0.0))}
    often, seldom = (set(section("near_misses", "heads")[name]) for name in HEADS)
    assert often.isdisjoint(seldom)


def test_a_report_without_a_slot_that_is_read_has_no_sayings() -> None:
    made = reading(TOLD.format(**WIDE), slots=[("observation", "drifted over nets", 0.24)])
    assert len(stands(Page.of(replace(made, faint=np.array([True]))))) <= 1


@pytest.mark.parametrize(("words", "found"), [("a bombshell", 0), ("the crates", 1)])
def test_nothing_that_the_model_just_misses_stands_beside_a_figure_of_speech(words: str, found: int) -> None:
    first, second = words.split()
    tree = (
        f"Pilots/NOUN/2/nsubj dropped/VERB/0/root {first}/DET/4/det {second}/NOUN/2/obj as/SCONJ/7/mark "
        "barges/NOUN/7/nsubj drifted/VERB/2/advcl over/ADP/9/case nets/NOUN/7/obl"
    )
    made = reading(tree, slots=[("actor", "Pilots", 0.8), ("observation", "drifted over nets", 0.24)])
    made.slot_types[0, EVENT_TYPES.index("statement")] = 0.9
    assert len(stands(Page.of(replace(made, faint=np.array([False, True]))))) == found
