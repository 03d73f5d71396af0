"""Event types: the model's word and the sentence's words together."""

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.events.event_types import TypeIndex
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.ontology_file import bundled, extended
from standoff.extraction.trace import Point
from standoff.records import EVENT_TYPES, Entity, Quantity
from trees import reading

TREE = """
Workers/NOUN/2/nsubj marched/VERB/0/root in/ADP/4/case protest/NOUN/2/obl ./PUNCT/2/punct
They/PRON/2/nsubj opened/VERB/0/root fire/NOUN/2/obj ./PUNCT/2/punct
"""


def page(**likely: float) -> Page:
    """A page with one slot a sentence; what is left of the chances is spread evenly over the other types."""
    made = reading(TREE, slots=[("actor", "Workers", 0.9), ("actor", "They", 0.9)])
    rest = (1 - sum(likely.values())) / (len(EVENT_TYPES) - len(likely))
    chances = np.array([likely.get(kind, rest) for kind in EVENT_TYPES], np.float32)
    return Page.of(replace(made, slot_types=np.tile(chances, (2, 1))))


def point(sentence: int) -> Point:
    """The point of the slot that a sentence has."""
    first = 5 * sentence
    return Point(sentence, "actor", Stretch(first, first + 1), Entity("x"), 0.9)


def typed(made: Page, sentence: int) -> str:
    return TypeIndex.of(made, bundled()).type([point(sentence)])


@pytest.mark.parametrize(("sentence", "kind"), [(0, "protest"), (1, "attack")])
def test_words_decide_where_the_model_does_not_know(sentence: int, kind: str) -> None:
    assert typed(page(), sentence) == kind


def test_a_sure_model_outweighs_one_word() -> None:
    assert typed(page(raid=0.99), 1) == "raid"


def test_who_came_to_harm_did_so_in_no_trial() -> None:
    types = TypeIndex.of(page(verdict=0.6, raid=0.3), bundled())
    assert types.type([point(1)]) == "verdict"
    for dead, kind in ((2, "raid"), (0, "verdict")):
        assert types.type([replace(point(1), slot="killed", value=Quantity("toll", dead, dead))]) == kind


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
    assert types.type([point(0)]) == "march"
    assert types.type([point(1)]) == "attack"


def test_a_type_of_ones_own_without_its_words_is_never_given() -> None:
    own = extended(bundled(), {"types": {"flood": {"under": "raid", "triggers": ["flood"]}}}, "own.toml")
    made = page(raid=0.99)
    assert TypeIndex.of(made, own).type([point(1)]) == "raid"


@pytest.mark.parametrize(("chance", "kind"), [(0.4, "attack"), (0.9999, "raid")])
def test_a_sign_decides_where_model_and_words_do_not_and_not_against_all_that_they_have(
    chance: float, kind: str
) -> None:
    made = reading("Gunmen/NOUN/2/nsubj stormed/VERB/0/root it/PRON/2/obj", slots=[("actor", "Gunmen", 0.9)])
    chances = np.full((1, len(EVENT_TYPES)), (1 - chance) / (len(EVENT_TYPES) - 1), np.float32)
    chances[0, EVENT_TYPES.index("raid")] = chance
    types = TypeIndex.of(Page.of(replace(made, slot_types=chances)), bundled())
    assert types.type([point(0)]) == kind
    assert types.parts([point(0)]).signs[EVENT_TYPES.index("attack")] > 0
