"""Place names that the address of a report spells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.place_outlets import names_in


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://www.orlandolantern.com/news/2020/some-words", ["Orlando"]),
        ("http://thesanantoniolantern.com:80/", ["San Antonio"]),
        ("https://lantern.example/georgia/decatur/a-man-was-held", ["Georgia", "Decatur"]),
        ("https://archive.example/web/20200101000000/http://tampa.lantern.example/story", ["Tampa"]),
        ("https://lantern.example/", []),
        ("not an address", []),
        ("https://[broken", []),
    ],
)
def test_an_address_speaks_of_the_places_that_its_parts_spell(url: str, names: list[str]) -> None:
    assert sorted(names_in(url)) == sorted(names)


@given(st.text(max_size=80))
def test_any_address_gives_names_or_none(url: str) -> None:
    assert all(name and name == name.strip() for name in names_in(url))
