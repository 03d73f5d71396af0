"""Subjects that the tree gives to the verb of a sentence."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.lost_subjects import free_participles, return_subjects

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


JOINED = ["nsubj", "root", "cc", "conj", "conj"]  # "one died and two left"


@pytest.mark.parametrize(
    ("relations", "heads", "found"),
    [
        (JOINED, [1, -1, 4, 0, 1], (4, "nsubj")),
        (["nsubj", "root", "cc", "conj", "punct"], [1, -1, 3, 0, 1], (0, "conj")),  # no second verb
        (["nsubj", "conj", "root", "nsubj", "conj"], [2, 0, -1, 4, 2], (4, "nsubj")),  # it has its own
    ],
)
def test_people_behind_the_verb_of_those_they_are_joined_to_are_the_subject_of_the_next(
    relations: list[str], heads: list[int], found: tuple[int, str]
) -> None:
    relations = [*relations]
    return_subjects(heads, relations)
    assert (heads[3], relations[3]) == found


def test_what_stands_behind_a_preposition_is_no_subject_of_a_participle() -> None:
    forms = "it rose from five given by doctors".split()
    tags = ["PRON", "VERB", "ADP", "NUM", "VERB", "ADP", "NOUN"]
    heads, relations = [1, -1, 3, 4, 1, 6, 4], ["nsubj", "root", "case", "nsubj", "advcl", "case", "obl"]
    free_participles(forms, tags, heads, relations)
    assert heads == [1, -1, 3, 1, 3, 6, 4]
    assert (relations[3], relations[4]) == ("obl", "acl")


def test_a_subject_keeps_its_participle() -> None:
    forms = "it rose about five given by doctors".split()
    tags = ["PRON", "VERB", "ADV", "NUM", "VERB", "ADP", "NOUN"]
    heads, relations = [1, -1, 3, 4, 1, 6, 4], ["nsubj", "root", "advmod", "nsubj", "advcl", "case", "obl"]
    before = [*heads]
    free_participles(forms, tags, heads, relations)
    assert heads == before
