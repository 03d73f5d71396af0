"""A report's title, outlet and address speak of places as its text does."""

from __future__ import annotations

from dataclasses import replace

from standoff.extraction.place_report import places_of
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


def test_how_a_report_is_written_does_not_depend_on_its_title() -> None:
    around, _ = places_of(replace(_report("a man was shot in tampa"), title="Man Shot In Tampa"))
    assert around.case == "lower"
