"""What a report's places have in common."""

from __future__ import annotations

from standoff.extraction.place_votes import context
from standoff.extraction.places import locate, town_of


def test_a_name_that_is_once_given_with_its_state_means_that_place() -> None:
    around = context(["SHELBY, N.C. - Three people were held on Friday.", "The fire broke out in Shelby."])
    assert locate("in Shelby", around).region == "North Carolina"


def test_the_town_is_the_one_named_most_often_as_a_place() -> None:
    around = context(
        ["Tampa police said two men were hurt.", "They live in Tampa.", "One comes from Orlando."]
    )
    assert town_of(around).name == "Tampa"
    assert town_of(around).region == "Florida"


def test_a_persons_name_makes_no_town() -> None:
    assert town_of(context(["Austin said he was home. Austin denied it."])).name is None


def test_a_name_of_several_meanings_follows_the_states_that_are_spoken_of() -> None:
    around = context(
        ["Police in Springfield, said the Illinois State Police.", "A court in Chicago, Illinois, sat."]
    )
    assert locate("Springfield", around).region == "Illinois"


FILED = context(["CHICAGO (AP) — Two men were shot.", "Chicago police made no arrest."], "CHICAGO")


def test_a_name_that_many_towns_share_is_the_one_near_the_reports_town() -> None:
    assert locate("a home in Aurora", FILED).region == "Illinois"
    assert locate("a home in Aurora", context(["A home in Denver, Colo."], "DENVER")).region == "Colorado"


def test_a_quarter_of_the_town_is_no_town_of_that_name_elsewhere() -> None:
    assert locate("the city's Garfield neighborhood", FILED).name is None
