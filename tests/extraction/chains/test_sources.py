"""What a source is, by its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.chains.sources import (
    describe,
    head_of,
    identify,
    is_anonymous,
    kind_of,
    lower_words,
    tidy,
)


@pytest.mark.parametrize(
    ("name", "proper", "expected"),
    [
        ("Ana Bly", True, "named"),
        ("Ministry of Roads", True, "named"),
        ("Tellis police", True, "group"),
        ("police spokeswoman", False, "role"),
        ("villagers", False, "group"),
        ("army", False, "group"),
        ("unnamed officials", False, "anonymous"),
        ("security sources", False, "bare"),
        ("footage on social media", False, "bare"),
        ("court documents", False, "bare"),
        ("officials in two districts", False, "group"),
    ],
)
def test_identification_follows_the_words(name: str, proper: bool, expected: str) -> None:
    assert identify(name, proper=proper) == expected


@pytest.mark.parametrize(
    ("name", "proper", "description", "expected"),
    [
        ("Reuters", True, "", "agency"),
        ("Marrow Valley Courier", True, "", "media"),
        ("Northwind News Agency", True, "", "agency"),
        ("Ministry of Roads", True, "", "official"),
        ("Ana Bly", True, "mayor of Tellis", "official"),
        ("Ana Bly", True, "mother of the driver", "relative"),
        ("Ana Bly", True, "", "unknown"),
        ("rebel sources", False, "", "party"),
        ("rebel commanders", False, "", "party"),
        ("prison commander", False, "", "official"),
        ("villagers", False, "", "witness"),
        ("rights groups", False, "", "organisation"),
        ("armed group", False, "", "party"),
        ("satellite images", False, "", "imagery"),
        ("indictment", False, "", "document"),
        ("coast guard", False, "", "official"),
        ("fire brigade", False, "", "official"),
        ("unnamed prison staff", False, "", "official"),
        ("Northwind", True, "state agency", "agency"),
        ("Ana Bly", True, "spokesman for the Vale Liberation Army Captain", "party"),
        ("Ana Bly", True, "spokesman for the Vale State Department", "official"),
    ],
)
def test_kind_follows_names_heads_and_descriptions(
    name: str, proper: bool, description: str, expected: str
) -> None:
    assert kind_of(name, proper=proper, description=description) == expected


def test_a_place_that_speaks_is_its_government() -> None:
    assert describe("Ostrany", proper=True, entity="place").kind == "official"


def test_granted_anonymity_makes_a_role_anonymous() -> None:
    assert is_anonymous("He spoke on condition of anonymity.")
    assert describe("clerk", proper=False, anonymous=True).identification == "anonymous"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the Ministry", "Ministry"), ("Ana\nBly's", "Ana Bly"), ("A clerk,", "clerk"), ("the U.N.", "U.N.")],
)
def test_names_lose_articles_and_endings(text: str, expected: str) -> None:
    assert tidy(text) == expected


def test_the_head_stands_before_the_first_preposition() -> None:
    assert head_of(lower_words("the two heads of the army")) == "heads"


@given(st.text(max_size=60), st.booleans())
def test_any_words_have_an_answer(name: str, proper: bool) -> None:
    made = describe(name, proper=proper)
    assert made.name == name


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("state-funded news channel", "media"),
        ("state news agency", "agency"),
        ("state minister", "official"),
        ("regional", "unknown"),
    ],
)
def test_whoever_pays_for_it_a_news_channel_is_a_medium(description: str, kind: str) -> None:
    assert describe("KNT", proper=True, description=description).kind == kind
