"""Subjects that the tree gives to the verb of a sentence."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.lost_subjects import return_subjects

OPENING = ["mark", "nsubj", "advcl", "punct", "nsubj", "root"]


@pytest.mark.parametrize(
    ("relations", "heads", "found"),
    [
        (OPENING, [2, 5, 5, 2, 5, -1], 2),  # "When Bly left, he spoke"
        (OPENING, [5, 5, 5, 2, 5, -1], 5),  # nothing opens the clause
        (["mark", "nsubj", "advcl", "punct", "obl", "root"], [2, 5, 5, 2, 5, -1], 5),  # the only subject
    ],
)
def test_the_first_of_two_subjects_is_that_of_the_clause_around_it(
    relations: list[str], heads: list[int], found: int
) -> None:
    return_subjects(heads, relations)
    assert heads[1] == found
