"""Streets and buildings lie in the town that is spoken of."""

from __future__ import annotations

from standoff.extraction.places.nesting import nested
from standoff.records import Place

TELLIS = Place("Tellis", "Tellis", "XA", 41.0, 12.0, 5.0, "Marrow")
BRANN = Place("Brann", "Brann", "XA", 42.0, 13.0, 5.0, "Marrow")
NOWHERE = Place("")


def test_a_street_lies_in_the_town_named_before_it() -> None:
    found = nested({0: TELLIS, 1: Place("Mill Street"), 2: BRANN}, [[0, 1, 2]], NOWHERE)
    assert (found[1].text, found[1].name, found[1].region) == ("Mill Street", "Tellis", "Marrow")


def test_without_one_before_the_first_one_later_serves() -> None:
    assert nested({0: Place("a hospital"), 1: BRANN}, [[0, 1]], TELLIS)[0].name == "Brann"


def test_without_any_it_lies_where_the_report_was_filed() -> None:
    assert nested({0: Place("a home on Mill Street"), 1: BRANN}, [[0], [1]], TELLIS)[0].name == "Tellis"
    assert nested({0: Place("a home on Mill Street")}, [[0]], NOWHERE)[0] == Place("a home on Mill Street")


def test_what_is_no_part_of_a_town_stays_as_it_is() -> None:
    hills = Place("the northern hills")
    assert nested({0: hills}, [[0]], TELLIS)[0] == hills


def test_a_country_is_no_town() -> None:
    land = Place("Arland", "Arland", "XA", 41.0, 12.0, 400.0)
    assert nested({0: land, 1: Place("a hospital")}, [[0, 1]], NOWHERE)[1].name is None
