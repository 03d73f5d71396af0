"""What a source is, by its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.chains.sources import describe, identify


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
        ("coast guard", False, "group"),
    ],
)
def test_identification_follows_the_words(name: str, proper: bool, expected: str) -> None:
    assert identify(name, proper=proper) == expected


def test_a_place_that_speaks_is_its_government() -> None:
    assert describe("Ostrany", proper=True, entity="place").kind == "official"


def test_granted_anonymity_makes_a_role_anonymous() -> None:
    assert describe("clerk", proper=False, anonymous=True).identification == "anonymous"


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


@pytest.mark.parametrize("name", ["Nigerians", "Palestinians"])
def test_people_called_after_their_land_are_a_group(name: str) -> None:
    assert identify(name, proper=True) == "group"


@pytest.mark.parametrize(("article", "expected"), [("a", "role"), ("an", "role"), ("the", "group")])
def test_a_guard_is_one_of_a_body_that_is_called_so_too(article: str, expected: str) -> None:
    assert identify("border guard", proper=False, article=article) == expected


def test_a_group_stays_one_whatever_its_article() -> None:
    assert identify("rights group", proper=False, article="a") == "group"
