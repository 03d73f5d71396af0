"""From the words of a count or toll to its interval and party."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guessed import read_quantity
from standoff.extraction.values.quantities import reasoned_quantity

Interval = tuple[int | None, int | None]


def interval(text: str, slot: str = "killed") -> Interval | None:
    words = text.split()
    found = read_quantity(words, 0, len(words), slot)
    return (found.low, found.high) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("six", (6, 6)),
        ("one docker , not two , was hurt", (1, 1)),
        ("three dockers , not two , were hurt", (3, 3)),
        ("not two but three dockers", (3, 3)),
        ("at least six", (6, None)),
        ("more than 100", (101, None)),
        ("over 30 people", (31, None)),
        ("up to 20", (None, 20)),
        ("as many as 40 villagers", (None, 40)),
        ("the toll has gone up to 40", (40, 40)),
        ("fewer than ten", (None, 9)),
        ("no fewer than 12 dockers", (12, None)),
        ("no more than 5 dockers", (None, 5)),
        ("between 10 and 15 dockers", (10, 15)),
        ("10 to 15 dockers", (10, 15)),
        ("two to four dockers", (2, 4)),
        ("three or four dockers", (3, 4)),
        ("three , four or five dockers", (3, 5)),
        ("two to three million people", (2000000, 3000000)),
        ("20 or more dockers", (20, None)),
        ("100 - plus dockers", (100, None)),
        ("two dozen", (24, 24)),
        ("1,250 dockers from various ports were killed", (1250, 1250)),
        ("At least 21 sailors and four cooks died", (25, None)),
        ("killed her and three other people", (4, 4)),
        ("a mother of four", (1, 1)),
        ("every one of the murdered dockers", (2, None)),
        ("The other victims , ages 13 , 17 and 19 ,", (2, None)),
        ("A police K - 9 unit was injured", (1, 1)),
        ("Ana Orlo Jr. , 11 , died", (1, 1)),
        ("put the figure at 22", (22, 22)),
        ("ages 19", None),
        ("Ana Orlo and Per Lund , both 51 , died", (2, 2)),
        ("more than two dozen", (25, None)),
        ("half a dozen sailors", (6, 6)),
        ("half a million people", (500000, 500000)),
        ("one and a half million people", (1500000, 1500000)),
        ("about a million and a half people", (1500000, 1500000)),
        ("another dozen sailors", (12, 12)),
        ("half dozen sailors", (6, 6)),
        ("forty-two sailors", (42, 42)),
        ("more than a quarter of a million people", (250001, None)),
        ("three - quarters of a million people", (750000, 750000)),
        ("half of the dockers", (2, None)),
        ("two thirds of the crew", (2, None)),
        ("many thousands of dockers", (2000, None)),
        ("several tens of thousands", (20000, None)),
        ("lost two fingers", (1, 1)),
        ("twenty - five sailors", (25, 25)),
        ("twenty-five sailors", (25, 25)),
        ("a hundred and six sailors", (106, 106)),
        ("two hundred and five thousand", (205000, 205000)),
        ("1,500 sailors", (1500, 1500)),
        ("31 , 000 sailors", (31000, 31000)),
        ("1.2 million people", (1200000, 1200000)),
        ("Seven - point - one million people", (7100000, 7100000)),
        ("more than a million farmers", (1000001, None)),
        ("several sailors", (2, None)),
        ("some of the sailors", (2, None)),
        ("at least some of the sailors", (1, None)),
        ("a number of sailors", (2, None)),
        ("many sailors", (2, None)),
        ("dozens", (24, None)),
        ("several dozen", (24, None)),
        ("scores of sailors", (40, None)),
        ("hundreds of sailors", (200, None)),
        ("a few hundred sailors", (200, None)),
        ("thousands", (2000, None)),
        ("tens of thousands of sailors", (20000, None)),
        ("hundreds of thousands", (200000, None)),
        ("a policeman", (1, 1)),
        ("A POLICEMAN WAS KILLED", (1, 1)),
        ("no sailors were killed", (0, 0)),
        ("none of the sailors", (0, 0)),
        ("no one", (0, 0)),
        ("nobody was hurt", (0, 0)),
        ("sailors were killed", (2, None)),
        ("the sailors", (2, None)),
        ("one of the sailors", (1, 1)),
        ("three of the hostage - takers", (3, 3)),
        ("the two", (2, 2)),
        ("both men", (2, 2)),
        ("all six attackers", (6, 6)),
        ("a couple", (2, 2)),
        ("the other three sailors", (3, 3)),
        ("a family of five", (5, 5)),
        ("a fifth person", (1, 1)),
        ("he was killed", (1, 1)),
        ("killing them", (2, None)),
        ("the dead", (2, None)),
        ("the missing", (2, None)),
        ("the death of a docker", (1, 1)),
        ("various deaths", (2, None)),
        ("police had not yet arrested a suspect", (0, 0)),
        ("all but three of the 20 sailors", (17, 17)),
        ("all but two of the injured", (2, None)),
        ("all but a handful of the sailors", (2, None)),
    ],
)
def test_words_become_the_interval_of_the_guide(text: str, expected: Interval) -> None:
    assert interval(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 46 - year - old", (1, 1)),
        ("an 8 - year - old girl", (1, 1)),
        ("5 - and 8 - year - old boys", (2, 2)),
        ("a man aged 23", (1, 1)),
        ("dockers between the ages of 19 and 24 were hurt", (2, None)),
        ("a docker killed at the age of 24", (1, 1)),
        ("Ana Bly ( 10 ) died", (1, 1)),
        (", 11 , the boy died", (1, 1)),
        ("Ann Lee , 15 was killed", (1, 1)),
        ("In Vellin , 15 were killed", (15, 15)),
        ("a 29 yo sailor", (1, 1)),
        ("Bly , of the 100 block of Fifth Street , died", (1, 1)),
        ("Ann Lee , 15 , was killed", (1, 1)),
        ("a guard paid Rs 500", (1, 1)),
        ("a guard who was held for 12 hours", (1, 1)),
        ("three guards on May 9", (3, 3)),
        ("a guard was hit in the 400 block of a street", (1, 1)),
        ("sailors were held in three places", (2, None)),
        ("the death toll in the port stood at 12", (12, 12)),
        ("a guard killed in 2013", (1, 1)),
        ("a guard killed at 10 p.m.", (1, 1)),
        ("a guard with burns over 60 % of his body", (1, 1)),
    ],
)
def test_ages_money_dates_and_lengths_are_no_count(text: str, expected: Interval) -> None:
    assert interval(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a man and a woman", (2, 2)),
        ("eight women , a girl and four men", (13, 13)),
        ("two clerks and at least three guards", (5, None)),
        ("18 off - duty soldiers and guards", (18, 18)),
        ("women , children and old men", (2, None)),
        ("his wife and two sons", (3, 3)),
        ("Mira Tol , Jon Berg and Ada Weiss", (3, 3)),
    ],
)
def test_a_list_is_added_up_only_where_its_items_are_counted(text: str, expected: Interval) -> None:
    assert interval(text) == expected


@pytest.mark.parametrize(
    ("slot", "expected"), [("killed", (1, None)), ("injured", (4, 4)), ("arrested", (1, None))]
)
def test_of_several_numbers_the_slot_takes_its_own(slot: str, expected: Interval) -> None:
    assert interval("at least one person dead and four others wounded", slot) == expected


def test_a_part_of_the_number_is_not_the_number() -> None:
    assert interval("32 others , including 25 sailors , were injured", "injured") == (32, 32)


@pytest.mark.parametrize(
    "text", ["about 20", "some 20", "nearly 20", "an estimated 20", "20 or so", "close to 20"]
)
def test_approximation_is_kept_beside_the_number(text: str) -> None:
    words = text.split()
    found = read_quantity(words, 0, len(words), "target_count")
    assert found is not None
    assert (found.low, found.high, found.approx) == (20, 20, True)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("two of the hostage - takers", "hostage-takers"),
        ("the hostage - taker", "hostage-taker"),
        ("three ex - hostages", "ex-hostages"),
        ("59 lives", None),
        ("three of its own men", "men"),
        ("the next day shot a docker", "docker"),
        ("lost an eye", None),
        ("two staff members hostage", "staff members"),
        ("at least some of the prisoners", "prisoners"),
        ("three killed", None),
        ("four of them", None),
        ("one of the children", "children"),
        ("killed 10 people", "people"),
        ("four others wounded", "others"),
        ("60 of those who escaped", "those who escaped"),
        ("17 injured people", "people"),
        ("the death of a docker", "docker"),
        ("25 deaths", None),
        ("the driver of the train has died", "driver of the train"),
        ("his wife", "wife"),
        ("the injured hostage", "hostage"),
        ("an 8 - year - old girl", "8-year-old girl"),
        ("two were dockers", "dockers"),
        ("the other two dead were dockers", "dockers"),
        ("two of them were women", "women"),
        ("two were badly hurt", None),
        ("one was captured alive", None),
        ("no reports of deaths", None),
        ("a possibly dead", None),
    ],
)
def test_the_party_is_the_head_phrase_of_those_counted(text: str, party: str | None) -> None:
    words = text.split()
    found = read_quantity(words, 0, len(words), "killed")
    assert found is not None
    assert found.party == party


def test_a_count_slot_has_no_party() -> None:
    found = read_quantity(["four", "gunmen"], 0, 2, "actor_count")
    assert found is not None
    assert (found.kind, found.party) == ("count", None)


def test_a_bare_age_stands_for_one_person_and_names_nobody() -> None:
    words = "His wife , 57 , died".split()
    tags = ["PRON", "NOUN", "PUNCT", "NUM", "PUNCT", "VERB"]
    found = read_quantity(words, 3, 4, "killed", tags)
    assert found is not None
    assert (found.low, found.high, found.party) == (1, 1, None)


def test_only_the_words_of_the_stretch_are_read() -> None:
    words = "nine guards and two sailors were hurt".split()
    found = read_quantity(words, 3, 5, "injured")
    assert found is not None
    assert (found.low, found.party) == (2, "sailors")


def test_a_bound_that_the_stretch_cuts_is_read_whole() -> None:
    words = "no one died but at least six dockers fell".split()
    none, six = (read_quantity(words, *span, "injured") for span in ((1, 2), (5, 8)))
    assert none is not None
    assert six is not None
    assert (none.low, none.high, six.low, six.high) == (0, 0, 6, None)


@pytest.mark.parametrize("first", [3, 4, 5])
def test_at_least_some_is_one_or_more_wherever_the_stretch_cuts_it(first: int) -> None:
    words = "it hurt ; at least some of the dockers".split()
    found = read_quantity(words, first, len(words), "injured")
    assert found is not None
    assert (found.low, found.high) == (1, None)


def test_a_bound_right_before_the_stretch_belongs_to_its_number() -> None:
    words = "the fire hurt at least six dockers".split()
    found = read_quantity(words, 5, 7, "injured")
    assert found is not None
    assert (found.low, found.high) == (6, None)


@pytest.mark.parametrize("text", ["were also killed", "escaped unharmed", ",", "briefly detained"])
def test_words_without_anyone_to_count_give_nothing(text: str) -> None:
    assert interval(text) is None


def test_how_something_is_and_who_did_it_are_nobody_counted() -> None:
    higher, by_police = ["was", "much", "higher"], ["killed", "by", "police"]
    assert reasoned_quantity(higher, 0, 3, "killed", ["AUX", "ADV", "ADJ"]) is None
    assert reasoned_quantity(by_police, 0, 3, "killed", ["VERB", "ADP", "NOUN"]) is None


def test_whom_something_tells_of_is_the_party_and_not_what_tells() -> None:
    words = "An autopsy showed Jan Ott had been killed".split()
    found = reasoned_quantity(
        words, 0, 8, "killed", ["DET", "NOUN", "VERB", "PROPN", "PROPN", "AUX", "AUX", "VERB"]
    )
    assert found is not None
    assert (found[0].low, found[0].party) == (1, "Jan Ott")


def test_what_one_suffered_is_no_party() -> None:
    suffered = ["one", "suffered", "stomach", "wounds"]
    found = reasoned_quantity(suffered, 0, 4, "injured", ["NUM", "VERB", "NOUN", "NOUN"])
    assert found is not None
    assert (found[0].low, found[0].party) == (1, None)


@pytest.mark.parametrize(("first", "last"), [(2, 2), (3, 1), (-1, 2), (0, 9)])
def test_a_stretch_outside_the_words_gives_nothing(first: int, last: int) -> None:
    assert read_quantity(["two", "men", "died"], first, last, "killed") is None


def test_harm_told_of_on_and_on_is_whose_it_is_in_the_end() -> None:
    words = ("the death " + "of the death " * 2000 + "of a docker").split()
    found = read_quantity(words, 0, len(words), "killed")
    assert found is not None
    assert found.party == "docker"


@pytest.mark.parametrize(
    "words", ["thousands " + "of thousands " * 1500 + "of men", "a " + "hundred " * 2500 + "men"]
)
def test_scales_said_on_and_on_are_a_number_that_a_database_holds(words: str) -> None:
    found = read_quantity(words.split(), 0, len(words.split()), "killed")
    assert found is not None
    assert 100 < (found.low or 0) < 10**15


@pytest.mark.parametrize("digits", ["9" * 13, "9" * 10000, "0" * 5000, "1" + ",000" * 900])
def test_endless_digits_are_no_count(digits: str) -> None:
    assert read_quantity([digits], 0, 1, "killed") is None or interval(digits) == (1, 1)


_WORDS = st.sampled_from(
    "the a no one two 10 2,000 dozen dozens of at least more than up to and or , - men guard was killed not 's year old"
    " million between from half some who May 2013 ½ \u0663 \ud800".split()
)


@given(
    st.lists(_WORDS | st.text(min_size=1, max_size=6), min_size=1, max_size=12),
    st.sampled_from(["killed", "actor_count"]),
)
def test_any_words_give_a_sound_interval_or_nothing(words: list[str], slot: str) -> None:
    found = read_quantity(words, 0, len(words), slot)
    if found is not None:
        assert found.low is not None or found.high is not None
        assert found.low is None or found.low >= 0
        assert found.low is None or found.high is None or found.low <= found.high


def test_injuries_are_what_people_have_and_are_not_counted() -> None:
    assert interval("died of his injuries later") is None
    assert interval("suffered fatal wounds", "injured") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a sailor suffered multiple gunshot wounds", (1, 1)),
        ("two sailors suffered burns", (2, 2)),
        ("the two stab wounds", None),
        ("a sailor was shot four times", (1, 1)),
    ],
)
def test_wounds_and_shots_are_counted_on_people(text: str, expected: Interval | None) -> None:
    assert interval(text, "injured") == expected


def test_what_somebody_is_without_a_noun_is_an_age() -> None:
    assert interval("He 's only 14 .") != (14, 14)
    assert interval("There were only 14 .") == (14, 14)


@pytest.mark.parametrize(("people", "low"), [("South Koreans", 2), ("Sri Lankans", 2), ("Gordon Evans", 1)])
def test_a_people_named_in_two_words_is_several_and_a_person_one(people: str, low: int) -> None:
    words = ["killed", *people.split()]
    found = read_quantity(words, 0, 3, "killed", ("VERB", "PROPN", "PROPN"))
    assert found is not None
    assert (found.low, found.party) == (low, people)


def test_limbs_count_whom_they_belong_to() -> None:
    assert interval("two of his fingers", "injured") == (1, 1)
    assert interval("four of their toes", "injured") == (2, None)
    assert interval("two of the warden 's ribs", "injured") == (1, 1)
    assert interval("two of the wardens", "injured") == (2, 2)


def test_how_people_are_is_no_party() -> None:
    words, tags = "four of whom are critical".split(), ("NUM", "ADP", "PRON", "AUX", "ADJ")
    found = read_quantity(words, 0, 5, "injured", tags)
    assert found is not None
    assert (found.low, found.party) == (4, None)


@pytest.mark.parametrize(
    "text", ["a mother of four", "mum - of - two Ida Roe", "father of three sons", "a woman of 27"]
)
def test_how_many_children_somebody_has_or_years_is_not_how_many_were_hurt(text: str) -> None:
    found = read_quantity(text.split(), 0, len(text.split()), "injured")
    assert found is not None
    assert (found.low, found.high) == (1, 1)


@pytest.mark.parametrize("first", [0, 1, 2])
def test_a_number_that_is_asked_for_is_none(first: int) -> None:
    words = "how many people died".split()
    assert (read_quantity(words, first, 4, "killed") is None) == (first < 2)


@pytest.mark.parametrize("text", ["far more than the 61", "over the 61", "fewer than the 61"])
def test_a_number_that_another_is_compared_with_is_itself(text: str) -> None:
    found = read_quantity(text.split(), 0, len(text.split()), "arrested")
    assert found is not None
    assert (found.low, found.high) == (61, 61)
