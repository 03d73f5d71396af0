"""The normal forms of entity, place and text values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guessed import guess_tags
from standoff.extraction.values.entities import entity_bounds, entity_text, is_anaphor, plain_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a roadside bomb", "roadside bomb"),
        ("THE HARBOUR POLICE", "HARBOUR POLICE"),
        ("four armed men", "armed men"),
        ("two 15 5 mm howitzers", "15 5 mm howitzers"),
        ("at least 30 dockers", "dockers"),
        ("his wife", "wife"),
        ("his own wife", "wife"),
        ("Norland 's", "Norland"),
        ("the Reds '", "Reds"),
        ("Norland 's army", "Norland's army"),
        ("Captain Mira Tol", "Captain Mira Tol"),
        ("the armed men who fled", "armed men"),
        ("a group , which has no name", "group"),
        ("the crew led by a captain", "crew"),
        ("the men with whom he fled", "men"),
        ("those who stayed", "those who stayed"),
        ("One of the ministers", "One of the ministers"),
        ("dozens of shops", "shops"),
        ("tens of thousands of the dockers", "dockers"),
        ("several others", "several others"),
        ("hostage - takers", "hostage-takers"),
        ("the 8 - year - old girl", "8-year-old girl"),
        ("“ the Lions ”", "Lions"),
        ('a " quiet " rifle', '"quiet" rifle'),
        ("the Northern Front ( NF )", "Northern Front (NF)"),
        ("the", "the"),
    ],
)
def test_an_entity_is_its_head_phrase(text: str, expected: str) -> None:
    words = text.split()
    assert entity_text(words, 0, len(words), guess_tags(words)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("near the town of Brell ,", "near the town of Brell"),
        ("a depot in Brell , Norland", "a depot in Brell, Norland"),
        ("the square where they met", "the square where they met"),
        ("a jail in Brell , Fla .", "a jail in Brell, Fla."),
    ],
)
def test_a_place_keeps_its_article_and_prepositions(text: str, expected: str) -> None:
    words = text.split()
    assert plain_text(words, 0, len(words)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“ revenge for the raid ” .", "revenge for the raid"),
        ('" revenge "', "revenge"),
        ('to get " justice "', 'to get "justice"'),
        ("( three windows", "three windows"),
        ("it did n't explode", "it didn't explode"),
    ],
)
def test_a_text_loses_only_its_outer_marks(text: str, expected: str) -> None:
    words = text.split()
    assert plain_text(words, 0, len(words)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("they", True), ("his", True), ("All", True), ("the two", True), ("the guards", False), ("Tol", False)],
)
def test_words_that_only_point_back_are_told(text: str, expected: bool) -> None:
    words = text.split()
    assert is_anaphor(words, 0, len(words), guess_tags(words)) is expected


@given(
    st.lists(
        st.sampled_from("the a his 's ' who , . ( ) [ ] “ ” \" - 12 men of led by others Tol".split())
        | st.text(min_size=1, max_size=4),
        min_size=1,
        max_size=10,
    )
)
def test_an_entity_is_a_stretch_of_its_own_words(words: list[str]) -> None:
    first, last = entity_bounds(words, 0, len(words), guess_tags(words))
    assert 0 <= first < last <= len(words)
