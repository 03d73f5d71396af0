"""What a report's places have in common."""

from __future__ import annotations

from standoff.extraction.places.places import locate, town_of
from standoff.extraction.places.votes import context


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


def test_a_word_that_an_abbreviated_state_is_spelt_like_is_no_state() -> None:
    assert town_of(context(["Austin, in a statement, said he was home."])).name is None
    assert town_of(context(["A man was held, said police of Austin, IN, today."])).region == "Indiana"


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


def test_what_stands_far_back_in_a_long_line_is_heard_too() -> None:
    line = f"{'The harbour was quiet. ' * 80}Tampa police said two men were hurt in Tampa. {'Nobody spoke. ' * 80}"
    assert town_of(context([line])).name == "Tampa"
    assert town_of(context([" ".join(["quiet"] * 400), "Tampa police said so."])).name == "Tampa"


def test_a_region_is_voted_for_by_names_and_not_by_how_often_a_person_of_a_towns_name_stands() -> None:
    lines = ["Crockett fled with Mr. Crockett's car. Crockett was held. Crockett, who is 30, said so."]
    around = context([*lines, "Police in Kansas City, Missouri, looked for him.", "He lives in Springfield."])
    assert locate("Springfield", around).region == "Missouri"


def test_a_datelines_abbreviated_state_counts_though_it_is_all_in_capitals() -> None:
    around = context(["Three people were held in Shelby."], "SHELBY, N.C.")
    assert town_of(around).region == "North Carolina"


def test_a_borough_is_the_town_of_its_report() -> None:
    assert town_of(context(["Four men were hurt in Brooklyn, police said."])).region == "New York"


def test_a_given_name_that_is_a_regions_speaks_of_no_region() -> None:
    around = context(
        ["Diana Holm, a spokeswoman, said that a boy was shot in Suffolk.", "Virginia law says so."]
    )
    assert locate("in Suffolk", around).region == "Virginia"


def test_where_people_come_from_is_no_town_of_the_report() -> None:
    around = context(
        ["Iven Rusk of Tampa shot Kolby Ahrend, 17, of Tampa.", "It was in Orlando, police said."]
    )
    assert town_of(around).name == "Orlando"


def test_a_county_is_no_town_of_an_ordinary_name() -> None:
    around = context(
        ["California and Florida police said so.", "Florida law and Florida courts.", "in Orange County"]
    )
    assert town_of(around).name == "Orange County"


def test_a_garden_or_park_that_bears_a_towns_name_makes_no_town() -> None:
    assert town_of(context(["Five were shot in Douglass Park, near the gate."])).name is None


def test_a_direction_or_who_was_shot_makes_a_name_a_towns() -> None:
    assert town_of(context(["The teen was shot in north Charlotte, N.C."])).name == "Charlotte"
    assert town_of(context(["A Louisville apartment burnt, Kentucky police said."])).name == "Louisville"


def test_another_name_of_a_foreign_capital_region_does_not_outvote_a_city() -> None:
    around = context(["A boy was shot in Philadelphia.", "Philadelphia police made no arrest."])
    assert town_of(around).region == "Pennsylvania"


def test_a_town_of_an_ordinary_name_is_the_home_of_a_report_of_its_state() -> None:
    around = context(["Indiana police said so.", "A man was shot in Gary on Monday.", "Indiana has many."])
    assert (town_of(around).name, town_of(around).region) == ("Gary", "Indiana")


def test_a_dateline_with_an_abbreviated_state_tells_a_town_of_an_ordinary_name() -> None:
    assert locate(
        "in York", context(["YORK, Pa. - A boy died.", "It was in York, Pa."], "YORK, Pa.")
    ).region == ("Pennsylvania")


def test_the_country_beside_a_name_outweighs_the_capital_of_that_name() -> None:
    text = "A tanker burnt in Tripoli, Lebanon, on Friday."
    assert locate("Tripoli, Lebanon", context([text])).country == "LB"
