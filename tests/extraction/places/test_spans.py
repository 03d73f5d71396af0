from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.lexicon import load
from standoff.extraction.places.names import name_key, squeezed
from standoff.extraction.places.spans import case_of, find_places, pieces


def found(sentence: str) -> list[str]:
    words = sentence.split()
    return [" ".join(words[first:last]) for first, last in find_places(words)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The depot in New York burned .", ["New York"]),
        ("A man from Deir ez-Zor was held in Norway .", ["Deir ez-Zor", "Norway"]),
        ("Police held a man in Albany , N.Y. , on Sunday .", ["Albany", "N.Y."]),
        ("GUNMEN LEFT SAN SALVADOR AND PERU TODAY .", ["SAN SALVADOR", "PERU"]),
        ("He said the march will be long , as the court asked .", []),
        ("They met Governor Lima and Mr. Paris there .", ["Lima", "Paris"]),
        ("The talks in Hargeisa failed .", ["Hargeisa"]),
    ],
)
def test_place_names_are_found_longest_first(sentence: str, names: list[str]) -> None:
    assert found(sentence) == names


def test_a_small_towns_name_inside_a_persons_name_is_left_out() -> None:
    assert found("Then Kerwin Aberdeen Stolz left .") == []


def test_the_case_of_a_text_is_told() -> None:
    assert case_of("POLICE HELD A MAN".split()) == "upper"
    assert case_of("police held a man".split()) == "lower"
    assert case_of("Police held Anna Berg".split()) == "mixed"


@pytest.mark.parametrize(
    ("name", "key"),
    [("St. Louis", "saint louis"), ("Metapán", "metapan"), ("Xi'an", "xian"), ("Łódź", "lodz"), ("北京", "")],
)
def test_a_name_has_one_key(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(name: str) -> None:
    key = name_key(name)
    assert name_key(key) == key
    assert len(squeezed(key)) <= len(key)


@given(st.lists(st.text(min_size=1, max_size=12), max_size=30))
def test_spans_are_in_order_and_within_the_words(words: list[str]) -> None:
    edges = [edge for span in find_places(words) for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(words) for edge in edges)


@given(st.text("ab. \n", max_size=5000))
def test_a_long_text_is_cut_into_pieces_that_are_all_of_it(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert all(len(piece) <= 1000 for piece in pieces(text))


def test_a_long_text_is_cut_behind_a_sentence_where_one_ends() -> None:
    first, second = pieces("Nobody was hurt. " + "x" * 400 + ". " + "y " * 400)
    assert first.endswith("x.")
    assert second.startswith(" y")


@pytest.mark.parametrize("table", ["countries", "regions", "landmarks", "within", "distances", "bearings"])
def test_names_and_words_of_the_lexicon_are_keys_or_nothing_would_find_them(table: str) -> None:
    listed = [
        *load("places")[table],
        *(word for words in load("places")["words"].values() for word in words.split()),
    ]
    assert [word for word in listed if name_key(word) != word] == []
