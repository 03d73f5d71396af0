"""Subjects that the tree gives to the verb of a sentence."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.lost_subjects import free_participles, own_subjects, return_subjects

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


TOLD = ["nsubj", "cop", "ccomp", "punct", "nsubj", "root"]


@pytest.mark.parametrize(
    ("relations", "found"), [(TOLD, 2), (["nsubj", "nsubj", "ccomp", "punct", "nsubj", "root"], 5)]
)
def test_the_first_of_two_subjects_is_that_of_what_is_told_between_them(
    relations: list[str], found: int
) -> None:
    heads = [5, 2, 5, 2, 5, -1]  # "rumours were wrong, he said"
    return_subjects(heads, [*relations])
    assert heads[0] == found


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


@pytest.mark.parametrize(
    ("relations", "heads", "found"),
    [
        # "they ran the envoy said"
        (["nsubj", "root", "det", "nsubj", "root"], [1, -1, 3, 1, 1], (4, "nsubj")),
        (["nsubj", "ccomp", "det", "nsubj", "root"], [1, 4, 3, 1, -1], (4, "nsubj")),
        (["det", "root", "det", "nsubj", "root"], [1, -1, 3, 1, 1], (1, "nsubj")),  # it has no other subject
    ],
)
def test_who_tells_is_no_second_subject_of_what_is_told(
    relations: list[str], heads: list[int], found: tuple[int, str]
) -> None:
    return_subjects(heads, relations)
    assert (heads[3], relations[3]) == found


def test_people_before_a_helping_verb_are_its_subject() -> None:
    relations = ["nummod", "ccomp", "aux", "ccomp", "nsubj", "root"]  # "six men may run she said"
    heads = [1, 5, 3, 5, 5, -1]
    return_subjects(heads, relations)
    assert (heads[1], relations[1]) == (3, "nsubj")


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        ([1, -1, 4, 4, 1, 6, 1], (4, "obj")),  # "ten drowned after it hit a boat"
        ([1, -1, 4, 4, 1, 6, 4], (4, "nsubj")),  # the tree has it with the clause itself
    ],
)
def test_what_stands_behind_the_verb_of_a_clause_is_the_object_of_that(
    heads: list[int], found: tuple[int, str]
) -> None:
    relations = ["nsubj", "root", "mark", "nsubj", "advcl", "det", "nsubj"]
    return_subjects(heads, relations)
    assert (heads[6], relations[6]) == found


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        ([4, 0, 3, 0, -1], (1, "obl")),  # "men accused of links fled"
        ([4, 4, 3, 0, -1], (0, "nmod")),  # the participle is not on the noun
    ],
)
def test_a_phrase_right_behind_a_participle_is_of_that(heads: list[int], found: tuple[int, str]) -> None:
    relations = ["nsubj", "acl", "case", "nmod", "root"]
    return_subjects(heads, relations)
    assert (heads[3], relations[3]) == found


@pytest.mark.parametrize(
    ("tag", "relation", "found"),
    [("NUM", "obl", "nsubj"), ("ADJ", "obl", "obl"), ("NUM", "obj", "obj")],
)
def test_people_before_a_joined_participle_are_its_subject(tag: str, relation: str, found: str) -> None:
    tags = ["NUM", "VERB", "CCONJ", tag, "NOUN", "ADJ"]  # "eleven died and twenty others wounded"
    heads, relations = [1, -1, 5, 5, 5, 1], ["nsubj", "root", "cc", "obl", relation, "conj"]
    own_subjects(tags, heads, relations)
    assert relations[4] == found
