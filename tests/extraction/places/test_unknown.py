"""Towns that the gazetteer lacks, and those of ordinary names."""

from __future__ import annotations

from standoff.extraction.places.places import context, locate

OHIO = context(["HARBIN, Ohio (AP) - Police in Cleveland, Ohio, and in Dayton spoke of it."])


def test_a_town_that_nobody_knows_lies_in_the_state_named_after_it() -> None:
    place = locate("a home on Lark Street in Vanquill, Missouri", context([]))
    assert (place.name, place.region, place.country) == ("Vanquill", "Missouri", "US")
    assert place.latitude is None


def test_a_township_lies_in_the_state_that_the_report_speaks_of() -> None:
    place = locate("a house in Kettleby Township", OHIO)
    assert (place.name, place.region) == ("Kettleby Township", "Ohio")


def test_an_ordinary_word_is_a_town_where_the_report_is_of_its_state() -> None:
    indiana = context(["Police in Indianapolis, Indiana, said so.", "A court in Indiana will sit."])
    assert locate("the 500 block of West 39th Avenue in Gary", indiana).region == "Indiana"
    assert locate("the 500 block of West 39th Avenue in Gary", OHIO).region != "Indiana"


def test_a_small_town_of_another_state_lends_only_its_name_where_one_state_is_spoken_of() -> None:
    around = context(
        ["Connecticut police said so.", "A court in Hartford, Connecticut, and New Haven police agreed."]
    )
    place = locate("a home in Monroe", around)
    assert (place.name, place.region, place.latitude) == ("Monroe", "Connecticut", None)
    assert locate("a home in Monroe, Louisiana", around).region == "Louisiana"
    assert locate("a home in Boston", around).region == "Massachusetts"


def test_a_city_of_an_ordinary_name_needs_no_preposition_of_place() -> None:
    assert locate("the city of Hamilton", OHIO).region == "Ohio"


def test_a_street_before_a_state_is_no_town() -> None:
    assert locate("Lark Street, Missouri", context([])).name == "Missouri"
