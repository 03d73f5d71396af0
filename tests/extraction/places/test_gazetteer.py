from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.errors import ModelError
from standoff.extraction.places.gazetteer import Gazetteer, Kind, gazetteer, write_reference


def test_a_town_is_found_by_its_names_and_has_its_facts() -> None:
    table = gazetteer()
    towns = [table.spot(match.id) for match in table.find("erbil")]
    town = max((spot for spot in towns if spot.kind is Kind.CITY), key=lambda spot: spot.people)
    assert (town.name, town.country, town.zone) == ("Erbil", "IQ", "Asia/Baghdad")
    assert town.latitude == pytest.approx(36.19, abs=0.02)
    assert town.longitude == pytest.approx(44.01, abs=0.02)
    assert town.id in {match.id for match in table.find("irbil") if match.also}


def test_unknown_keys_find_nothing() -> None:
    table = gazetteer()
    assert table.find("zzyzzx nowhere") == ()
    assert table.find("") == ()
    assert not table.begins("zzyzzx")
    assert table.begins("new")


def test_the_licence_of_the_data_is_in_the_file() -> None:
    assert "Creative Commons Attribution 4.0" in gazetteer().about
    assert "ISO 3166" in gazetteer().about


def test_countries_have_their_capitals() -> None:
    table = gazetteer()
    capital, country = table.capital("JP"), table.country_spot("JP")
    assert capital is not None
    assert country is not None
    assert (capital.name, country.name) == ("Tokyo", "Japan")
    assert table.capital("??") is None
    assert table.country_spot("??") is None


@given(st.integers(min_value=0))
def test_every_place_can_be_shown(number: int) -> None:
    table = gazetteer()
    spot = table.spot(number % len(table))
    assert spot.name
    assert spot.country in table.countries
    assert -90 <= spot.latitude <= 90
    assert -180 <= spot.longitude <= 180
    assert spot.reach >= 1


@given(st.integers(min_value=0, max_value=400_000), st.booleans())
def test_a_reference_is_three_printable_bytes(number: int, also: bool) -> None:
    data = write_reference(number, also=also)
    assert len(data) == 3
    assert all(33 <= byte < 127 for byte in data)


@pytest.mark.parametrize(
    "data", [b"", b"standoff gazetteer 1\nabout\n\n{}\n", b"other\n\n{}\n", b"\xff\n\n[]\n"]
)
def test_a_damaged_file_is_told_as_such(data: bytes) -> None:
    with pytest.raises(ModelError, match="install standoff again"):
        Gazetteer(data)
