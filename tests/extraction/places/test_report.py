"""A report's title, outlet and address speak of places as its text does."""

from __future__ import annotations

from dataclasses import replace

from standoff.extraction.places.report import places_of
from standoff.records import Part, Rendition, Report, Span


def _report(text: str) -> Report:
    return Report("r", Rendition(text, "made", "1"), (Part("body", Span(0, len(text))),))


SHOT = _report("A man was shot in Springfield.")


def test_the_title_tells_the_state() -> None:
    _, home = places_of(replace(SHOT, title="Man shot in Springfield, Ohio"))
    assert home.region == "Ohio"


def test_the_outlets_name_tells_the_state() -> None:
    _, home = places_of(replace(SHOT, outlet="Springfield Lantern, Massachusetts"))
    assert home.region == "Massachusetts"


def test_an_address_tells_the_home_of_a_report_that_names_no_town() -> None:
    _, home = places_of(replace(_report("A man was shot."), url="https://www.orlandolantern.com/a"))
    assert (home.name, home.region) == ("Orlando", "Florida")


def test_a_town_in_the_text_comes_before_the_outlets_own() -> None:
    around, home = places_of(replace(_report("A man was shot in Norfolk."), outlet="WSLS 10"))
    assert home.name == "Norfolk"
    assert around.outlet is not None
    assert around.outlet.spot().name == "Roanoke"


def test_of_towns_of_one_name_the_one_near_the_outlets_home_is_meant() -> None:
    shot = _report("A girl was shot in Aurora, police in Aurora said.")
    assert places_of(replace(shot, outlet="WLS"))[1].region == "Illinois"
    assert places_of(replace(shot, outlet="KUSA"))[1].region == "Colorado"


def test_a_county_is_the_home_of_a_report_that_names_no_town() -> None:
    text = "A boy was hurt, the Putnam County sheriff said. He is a friend of Kolby Ahrend of Findlay."
    _, home = places_of(replace(_report(text), url="https://www.wlio.com/a"))
    assert (home.name, home.region) == ("Putnam County", "Ohio")


def test_how_a_report_is_written_does_not_depend_on_its_title() -> None:
    around, _ = places_of(replace(_report("a man was shot in tampa"), title="Man Shot In Tampa"))
    assert around.case == "lower"


def test_a_word_of_a_longer_name_is_no_county() -> None:
    _, home = places_of(_report("The mayor of Tin Aicha gave the names of the dead."))
    assert not home.country
