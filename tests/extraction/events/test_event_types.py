"""Event types: the model's word and the sentence's words together."""

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.events.event_types import TypeIndex
from standoff.extraction.grammar.page import Page
from standoff.extraction.ontology_file import bundled, extended
from standoff.records import EVENT_TYPES
from trees import reading

TREE = """
Workers/NOUN/2/nsubj marched/VERB/0/root in/ADP/4/case protest/NOUN/2/obl ./PUNCT/2/punct
Police/NOUN/2/nsubj opened/VERB/0/root fire/NOUN/2/obj ./PUNCT/2/punct
"""


def page(**likely: float) -> Page:
    """A page with one slot a sentence; what is left of the chances is spread evenly over the other types."""
    made = reading(TREE, slots=[("actor", "Workers", 0.9), ("actor", "Police", 0.9)])
    rest = (1 - sum(likely.values())) / (len(EVENT_TYPES) - len(likely))
    chances = np.array([likely.get(kind, rest) for kind in EVENT_TYPES], np.float32)
    return Page.of(replace(made, slot_types=np.tile(chances, (2, 1))))


def typed(made: Page, sentence: int) -> str:
    return TypeIndex.of(made, bundled()).type([sentence], [sentence])


@pytest.mark.parametrize(("sentence", "kind"), [(0, "protest"), (1, "attack")])
def test_words_decide_where_the_model_does_not_know(sentence: int, kind: str) -> None:
    assert typed(page(), sentence) == kind


def test_a_sure_model_outweighs_one_word() -> None:
    assert typed(page(raid=0.99), 1) == "raid"


def test_two_words_name_a_type_only_together() -> None:
    made = page()
    named = TypeIndex.of(made, bundled()).words
    assert named[1, EVENT_TYPES.index("attack")] == 1
    assert named[0].sum() == named[0, EVENT_TYPES.index("protest")] == 2


OWN = {"types": {"march": {"under": "protest", "triggers": ["march"]}, "shelter": {"under": "protest"}}}


def test_a_type_of_ones_own_is_told_from_the_one_that_it_stands_under_by_its_words() -> None:
    own = extended(bundled(), OWN, "own.toml")
    made = page()
    types = TypeIndex.of(made, own)
    assert types.type([0], [0]) == "march"
    assert types.type([1], [1]) == "attack"


def test_a_type_of_ones_own_without_its_words_is_never_given() -> None:
    own = extended(bundled(), {"types": {"flood": {"under": "raid", "triggers": ["flood"]}}}, "own.toml")
    made = page(raid=0.99)
    assert TypeIndex.of(made, own).type([1], [1]) == "raid"
