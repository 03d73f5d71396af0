"""Place names that the address of a report spells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.lexicon import section
from standoff.extraction.places.outlets import home_in, home_in_title, home_of, names_in
from standoff.extraction.places.places import context, locate


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://www.orlandolantern.com/news/2020/some-words", ["Orlando"]),
        ("http://thesanantoniolantern.com:80/", ["San Antonio"]),
        ("https://lantern.example/georgia/decatur/a-man-was-held", ["Georgia", "Decatur"]),
        ("https://archive.example/web/20200101000000/http://tampa.lantern.example/story", ["Tampa"]),
        ("http://www.kmov.com:80/story/1/two-men-were-held", ["Saint Louis, Missouri"]),
        ("https://blog.ctnews.com/georgia/", ["Connecticut", "Georgia"]),
        ("https://www.stlouislantern.com/news", ["Saint Louis"]),
        ("https://kzqxnews.com/a-man-was-held", ["United States"]),
        ("https://police.lantern.gov/", ["United States"]),
        ("https://lantern.co.nz/news", ["New Zealand"]),
        ("https://lantern.tv/news", []),
        ("https://lantern.example/", []),
        ("not an address", []),
        ("https://[broken", []),
        ("https://" + "orlandolantern." * 20 + "com/georgia/", ["Georgia"]),  # no host is so long
    ],
)
def test_an_address_speaks_of_the_places_that_its_parts_spell(url: str, names: list[str]) -> None:
    assert sorted(names_in(url)) == sorted(names)


@given(st.text(max_size=80))
def test_any_address_gives_names_or_none(url: str) -> None:
    assert all(name and name == name.strip() for name in names_in(url))


@pytest.mark.parametrize(
    ("outlet", "home"),
    [
        ("WSLS 10", "Roanoke, Virginia"),
        ("KSLA-TV", "Shreveport, Louisiana"),
        ("Live 5 News", "Charleston, South Carolina"),
        ("FOX 8 WVUE", "New Orleans, Louisiana"),
        ("KSATnews", "San Antonio, Texas"),
        ("Al Lantern", ""),
        ("Northern Lantern", ""),
        ("", ""),
    ],
)
def test_some_outlets_are_known_to_be_at_home_somewhere(outlet: str, home: str) -> None:
    assert home_of(outlet) == home


def test_the_host_of_an_address_tells_the_home_of_its_outlet() -> None:
    assert home_in("https://archive.example/web/20200101000000/http://www.wjtv.com/georgia/story") == (
        "Jackson, Mississippi"
    )
    assert home_in("https://lantern.example/georgia/story") == ""


def test_the_end_of_a_pages_title_tells_the_home_of_its_outlet() -> None:
    assert home_in_title("Two men were held - WDAM-TV 7-News, Weather, Sports") == "Hattiesburg, Mississippi"
    assert home_in_title("Two men were held :: WRAL.com") == "Raleigh, North Carolina"
    assert home_in_title("WRAL honours two men") == ""


def test_every_home_is_a_place_and_every_label_that_of_one_outlet() -> None:
    homes = section("outlets", "homes")
    labels = [label for listed in homes.values() for label in listed]
    assert len(labels) == len(set(labels))
    assert all(label == label.lower().replace(" ", "") for label in labels)
    for home in homes:
        place = locate(home, context([f"A man was shot in {home}."]))
        assert (place.country, place.region) == ("US", home.split(", ")[-1]), home
        assert place.latitude is not None
