"""Particles of phrasal verbs."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.phrasal import return_particles


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("they burned down a mill", "obj"),
        ("they walked down a road", "obl"),
        ("they burned in a mill", "obl"),
    ],
)
def test_what_stands_behind_a_phrasal_verb_is_its_object(words: str, relation: str) -> None:
    heads, relations = [1, -1, 4, 4, 1], ["nsubj", "root", "case", "det", "obl"]
    return_particles(words.split(), heads, relations)
    assert relations[4] == relation
    assert heads[2] == (1 if relation == "obj" else 4)
