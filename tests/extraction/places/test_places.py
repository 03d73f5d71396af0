from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.places.places import PlaceContext, context, locate, reasoned_place, time_zone
from standoff.records import Dateline, Place, Span

NOWHERE = PlaceContext()


def found(phrase: str, around: PlaceContext = NOWHERE) -> tuple[str | None, str | None]:
    place = locate(phrase, around)
    return place.name, place.country


@pytest.mark.parametrize(
    ("phrase", "name", "country"),
    [
        ("Kabul, Afghanistan", "Kabul", "AF"),
        ("near the city of Deir ez-Zor", "Deir ez-Zor", "SY"),
        ("a warehouse in Rostov-on-Don, Russia", "Rostov-on-Don", "RU"),
        ("suburban Moscow", "Moscow", "RU"),
        ("southern Russia", "Russia", "RU"),
        ("the Gaza Strip", "Gaza Strip", "PS"),
        ("parts of southern Africa", "Southern Africa", None),
        ("a bank in Springfield, Mo.", "Springfield", "US"),
        ("Reno, NV", "Reno", "US"),
        ("Spring, Texas", "Spring", "US"),
        ("the Chilean capital", "Santiago", "CL"),
        ("Chile's capital", "Santiago", "CL"),
        ("THE PORT OF VALPARAISO", "Valparaíso", "CL"),
        ("Ghazni province", "Ghazni", "AF"),
        ("Washington", "Washington", "US"),
        ("the Bosnian town of Mostar", "Mostar", "BA"),
        ("Peruvian territory", "Peru", "PE"),
        ("the Peruvian northern mountain region", "Peru", "PE"),
        ("Marseille's Old Port", "Marseille", "FR"),
        ("a stadium near Oruro, 200 kilometers south of La Paz", "Oruro", "BO"),
    ],
)
def test_a_phrase_with_a_known_name_is_located(phrase: str, name: str, country: str | None) -> None:
    assert found(phrase) == (name, country)
    assert locate(phrase, NOWHERE).text == phrase


@pytest.mark.parametrize(
    "phrase",
    [
        "the train",
        "",
        "her home",
        "the U.S. embassy",
        "the Peruvian embassy",
        "the corner of Lincoln Avenue",
        "a home near North Lincoln and East Jackson roads",
        "the 3200 block of Lincoln",
        "Jackson Park",
        "Jennings' home",
        "a hotel near the river",
        "مدينة",
    ],
)
def test_a_phrase_without_a_known_name_keeps_its_words_only(phrase: str) -> None:
    assert locate(phrase, NOWHERE) == Place(phrase)


def test_a_state_in_the_phrase_settles_which_town_is_meant() -> None:
    maine, oregon = (locate(f"Portland, {state}", NOWHERE) for state in ("Maine", "Ore."))
    assert maine.longitude is not None
    assert oregon.longitude is not None
    assert maine.longitude > -80 > oregon.longitude


def test_montana_is_no_mount() -> None:
    assert locate("Glasgow, MT", NOWHERE).region == "Montana"
    assert locate("Mt. Vernon, Ill.", NOWHERE).name == "Mount Vernon"


def test_a_state_spoken_of_elsewhere_in_the_report_settles_it_too() -> None:
    around = context(["Police in Maine said a man was held.", "Maine's governor spoke."])
    assert (locate("Portland", around).longitude or -999) > -80


def test_the_dateline_settles_the_country() -> None:
    assert found("Hyderabad") == ("Hyderabad", "IN")
    filed = Dateline("KARACHI, Pakistan", "AP", Span(0, 17))
    assert found("Hyderabad", context([], filed))[1] == "PK"


def test_a_country_and_a_state_of_one_name_are_told_apart() -> None:
    assert found("Georgia") == ("Georgia", "GE")
    assert found("Atlanta, Georgia")[1] == "US"
    assert found("Tbilisi, Georgia")[1] == "GE"


def test_the_capital_is_that_of_the_country_spoken_of() -> None:
    around = context(
        ["Troops left Nairobi at dawn.", "Kenya and Somalia share a border.", "Kenyan police agreed."]
    )
    assert found("a market in the capital", around) == ("Nairobi", "KE")
    assert found("the provincial capital", around) == (None, None)


def test_a_town_that_has_a_quarter_is_no_quarter_of_another() -> None:
    around = context(
        ["A source at the ministry in Rome, Italy, said so.", "Rome's mayor flew home to Italy."]
    )
    assert locate("a restaurant in Nairobi's diplomatic quarter", around).name == "Nairobi"
    assert locate("the diplomatic quarter of Garfield", around).name != "Garfield"


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("the Indian state of Punjab", "IN"),
        ("Punjab, India", "IN"),
        ("Pakistan's Punjab Province", "PK"),
        ("Punjab", None),
    ],
)
def test_a_country_picks_its_own_part_of_a_land_that_several_share(phrase: str, country: str | None) -> None:
    place = locate(phrase, NOWHERE)
    assert (place.name, place.country) == ("Punjab", country)
    assert place.latitude is not None


def test_a_province_before_its_country_is_no_unknown_town() -> None:
    assert locate("Texas, US", NOWHERE).latitude is not None
    assert locate("Georgia, Vermont", NOWHERE).region == "Vermont"


def test_a_direction_without_a_distance_is_near_and_not_within() -> None:
    kabul, south = locate("Kabul", NOWHERE), locate("Torbun province, just south of Kabul", NOWHERE)
    assert (south.radius_km or 0) > (kabul.radius_km or 0)


@pytest.mark.parametrize("phrase", ["Africa's most populous country", "Asia's largest slum"])
def test_a_continent_among_whose_places_one_ranks_is_no_place(phrase: str) -> None:
    assert locate(phrase, NOWHERE) == Place(phrase)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the East Hills apartment building", None),
        ("the Maple Ridge apartments", None),
        ("the bank's West Coast office", None),
        ("the East Hills apartment building in Fresno", "Fresno"),
        ("a Reno hotel", "Reno"),
    ],
)
def test_what_a_building_or_an_office_is_called_by_is_not_where_it_stands(
    phrase: str, name: str | None
) -> None:
    assert locate(phrase, NOWHERE).name == name


def test_near_widens_and_a_distance_moves_the_place() -> None:
    inside, near = locate("in Gusau", NOWHERE), locate("near Gusau", NOWHERE)
    assert (near.radius_km or 0) > (inside.radius_km or 0)
    away = locate("100 kilometers north of Quito", NOWHERE)
    quito = locate("Quito", NOWHERE)
    assert (away.latitude or 0) - (quito.latitude or 0) == pytest.approx(100 / 111.2, abs=0.01)


def test_names_are_found_without_capitals_only_in_reports_without_capitals() -> None:
    assert found("jaipur") == (None, None)
    around = context(["jaipur police said on monday that two men were held in rajasthan"])
    assert around.case == "lower"
    assert found("jaipur", around) == ("Jaipur", "IN")


def test_a_located_place_has_its_time_zone() -> None:
    assert time_zone(locate("San Salvador", NOWHERE)) == "America/El_Salvador"
    assert time_zone(Place("the train")) is None


@pytest.mark.parametrize(
    ("phrase", "zone"),
    [
        ("Portland, Oregon", "America/Los_Angeles"),
        ("Portland, Maine", "America/New_York"),
        ("Aurora, Colorado", "America/Denver"),
        ("Glendale, Arizona", "America/Phoenix"),
        ("Arlington, Texas", "America/Chicago"),
        ("Manhattan", "America/New_York"),
    ],
)
def test_a_place_has_the_time_zone_of_no_namesake_elsewhere(phrase: str, zone: str) -> None:
    place = locate(phrase, NOWHERE)
    assert place.longitude is not None
    assert time_zone(place) == time_zone(replace(place, longitude=place.longitude - 0.3)) == zone


@pytest.mark.parametrize(
    ("distance", "km"),
    [
        ("2.5 miles", 4.02),
        ("3½ miles", 5.63),
        ("1,200 km", 1000),  # the farthest that any place is moved
        ("12 miles", 19.3),
        ("3 1/2 miles", 0),
        ("2 ½ miles", 0),
        ("five miles", 0),
    ],
)
def test_a_place_is_moved_as_far_as_the_figures_say(distance: str, km: float) -> None:
    town, moved = (locate(phrase, NOWHERE).latitude for phrase in ("Reno", f"{distance} north of Reno"))
    assert town is not None
    assert moved is not None
    assert (moved - town) * 111.2 == pytest.approx(km, abs=0.1)


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_words_give_a_place_with_the_phrase_as_text(phrase: str, report: str) -> None:
    place = locate(phrase, context([report], report[:20]))
    assert place.text == phrase
    assert (place.latitude is None) == (place.longitude is None) == (place.radius_km is None)
    assert place.latitude is None or -90 <= place.latitude <= 90


@pytest.mark.parametrize(
    ("phrase", "region"),
    [
        ("Reno, Nev.", "Nevada"),
        ("Nevada", "Nevada"),
        ("Brooklyn", "New York"),
        ("France", None),
        ("Paris", "Ile-de-France"),
    ],
)
def test_a_place_has_its_state_or_province(phrase: str, region: str | None) -> None:
    assert locate(phrase, context([phrase])).region == region


@pytest.mark.parametrize(
    ("phrase", "entries"),
    [
        ("in Quito", ["gazetteer.gz: Quito"]),
        ("100 kilometers north of Quito", ["gazetteer.gz: Quito", "places.toml: distances"]),
        ("in a field", [""]),
    ],
)
def test_a_place_comes_with_what_decided_it(phrase: str, entries: list[str]) -> None:
    place, why = reasoned_place(phrase, NOWHERE)
    assert place == locate(phrase, NOWHERE)
    assert [reason.entry for reason in why] == entries


def test_a_hyphen_between_spaces_parts_a_town_and_its_state_from_what_follows() -> None:
    around = context(["SHELBY, Ohio - Three people were held."])
    assert locate("in Shelby", around).region == "Ohio"


def test_words_run_together_at_a_full_stop_are_two() -> None:
    assert locate("a cookout.Durham", context(["Police in Raleigh, North Carolina"])).name == "Durham"


def test_the_capital_lies_in_its_own_district() -> None:
    assert locate("a house in Washington", context(["D.C. police said so."])).region == "District of Columbia"


def test_a_name_is_no_proof_of_its_own_province() -> None:
    around = context(["Police in Missouri said so."])
    assert locate("the St. Louis suburb", around).region == "Missouri"


def test_a_province_named_after_its_town_is_meant_less_often_than_the_town() -> None:
    around = context([])
    assert (locate("Yangon", around).radius_km or 0) < 40


def test_a_town_that_shares_the_name_of_a_borough_is_meant_in_a_report_of_its_state() -> None:
    kansas = context(["Kansas police said so.", "A court in Topeka, Kansas, sat."])
    assert locate("a home in Manhattan", kansas).region == "Kansas"
    assert locate("a home in Manhattan", context(["A man was shot."])).region == "New York"


def test_a_small_province_does_not_stand_for_a_city_of_its_name() -> None:
    usa = context(["U.S. marshals took part."])
    assert locate("a home in St. Louis", usa).region == "Missouri"
    assert locate("a home in Santa Ana", usa).region == "California"


@pytest.mark.parametrize("phrase", ["Bourbon St.", "the corner of 57th Street and Reno", "40th and Reno"])
def test_a_name_is_a_streets_by_what_stands_beside_it(phrase: str) -> None:
    assert locate(phrase, context(["Chicago police said so."])).name is None


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("a post outside Przemysl, near the border with Ukraine", "PL"),
        ("a farm in Goma, close to the Rwandan border", "CD"),
        ("the border with Ukraine", "UA"),
    ],
)
def test_a_land_beyond_a_border_is_not_where_a_named_town_lies(phrase: str, country: str) -> None:
    assert locate(phrase, context(["The ministry said so."])).country == country


def test_a_road_by_its_number_is_no_country() -> None:
    around = context(["Colorado police said so."])
    assert locate("US 287 north of Limon", around).name == "Limon"


def test_a_further_name_of_a_town_elsewhere_says_nothing_of_where_a_report_is_from() -> None:
    around = context(["The governor of Niger's Tahoua region came to Tilia.", "Tilia is small."])
    assert locate("Tilia", around).name is None


@pytest.mark.parametrize(
    ("phrase", "country", "latitude"),
    [
        ("the waters off Samar island", "PH", 12.0),
        ("the Bekaa Valley", "LB", 33.8),
        ("Lake Victoria", None, -1.0),
    ],
)
def test_islands_valleys_and_lakes_are_no_towns_of_their_names(
    phrase: str, country: str | None, latitude: float
) -> None:
    place = locate(phrase, context(["The ministry said so."]))
    assert (place.country, place.latitude) == (country, latitude)


def test_states_in_the_plural_are_states() -> None:
    around = context(["Police in Lagos, Nigeria, said so."])
    assert (locate("Oyo states", around).radius_km or 0) > 50


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the South African capital", "Pretoria"),
        ("the South Sudanese capital", "Juba"),
        ("the Sudanese capital", "Khartoum"),
        ("Puerto Rican territory", "Puerto Rico"),
        ("the south coast", None),
        ("African territory", None),
    ],
)
def test_a_people_of_two_words_is_of_its_own_country_and_its_words_alone_of_none(
    phrase: str, name: str | None
) -> None:
    assert locate(phrase, context([phrase])).name == name


def test_a_street_number_before_a_bearing_is_no_distance() -> None:
    found = locate("1200 block of E. 17th Street, southwest of Long Beach City College", PlaceContext())
    assert found.text.startswith("1200 block")
