"""What kind of party a source is, by its words."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.source_kinds import kind_of


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
    ],
)
def test_kind_follows_names_heads_and_descriptions(
    name: str, proper: bool, description: str, expected: str
) -> None:
    assert kind_of(name, proper=proper, description=description) == expected
