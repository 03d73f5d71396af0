"""What kind of party a source is, by its words."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.source_kinds import is_newsroom, kind_of


@pytest.mark.parametrize(
    ("name", "proper", "description", "expected"),
    [
        ("Reuters", True, "", "agency"),
        ("Marrow Valley Courier", True, "", "media"),
        ("Northwind News Agency", True, "", "agency"),
        ("Ministry of Roads", True, "", "official"),
        ("General Staff of the Armies", True, "", "official"),
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
        ("Ana Bly", True, "Chairwoman R-Orla", "official"),
        ("Ana Bly", True, "Chairwoman X-Orla", "unknown"),
    ],
)
def test_kind_follows_names_heads_and_descriptions(
    name: str, proper: bool, description: str, expected: str
) -> None:
    assert kind_of(name, proper=proper, description=description) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("member of a vigilante group", "party"),
        ("member of the family", "relative"),
        ("member of a rights group", "organisation"),
        ("director of the hospital", "organisation"),
    ],
)
def test_who_is_only_said_to_be_of_a_body_is_of_its_kind(name: str, kind: str) -> None:
    assert kind_of(name, proper=False) == kind


def test_a_police_force_known_by_another_name_is_official_and_no_newsroom() -> None:
    assert kind_of("Scotland Yard", proper=True) == "official"
    assert not is_newsroom("Scotland Yard")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("local police source", "official"), ("local", "witness"), ("local journalist", "journalist"),
     ("taliban representative", "party"), ("state representative", "official")],
)  # fmt: skip
def test_what_stands_before_a_noun_says_whose_it_is_or_only_where(name: str, kind: str) -> None:
    assert kind_of(name, proper=False) == kind


def test_a_calling_of_two_words_is_known_as_a_whole() -> None:
    assert kind_of("Ana Bly", proper=True, description="White House press secretary") == "official"
