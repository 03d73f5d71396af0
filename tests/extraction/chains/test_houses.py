"""Media that are the outlet itself."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.houses import is_house


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("The Lamp", "Lamp"),
        ("Daily Lamp", "hwdailylamp.com"),
        ("KXYZ News", "kxyz.com"),
        ("KXYZ NBC99", "www.nbc99.com:80"),
        ("Lamp News", "lamp"),
        ("KNT Persian", "KNT"),
    ],
)
def test_a_house_is_known_by_its_name_or_address(name: str, outlet: str) -> None:
    assert is_house(name, outlet)


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Lamp", ""),
        ("News Journal", "abcjournal.com"),
        ("Harrow Globe", "harrow.com"),
        ("Evening Lamp", "Daily Lamp"),
        ("AP", "snap.com"),
        ("KNT Persian Service", "Harrow KNT"),
    ],
)
def test_part_of_a_name_is_not_enough(name: str, outlet: str) -> None:
    assert not is_house(name, outlet)
