"""One person has one name across reports, and people who are called in many ways are all that there are."""

from __future__ import annotations

from many import told, toll
from standoff.records import Claim
from standoff.records.findings import Finding
from standoff.weighing.findings import weigh
from standoff.weighing.parties import party_class

AT = "2031-03-14T08:00:00+00:00"


def killed(*claims: Claim) -> list[Finding]:
    """What reports that each make one of the claims come to."""
    papers = [told(f"r{place}", f"Paper {place}", AT, each) for place, each in enumerate(claims)]
    return [each for each in weigh(papers) if each.slot == "killed"]


def one(party: str | None) -> Claim:
    return toll("killed", 1, party=party)


def test_a_person_under_several_names_is_one() -> None:
    found = killed(
        one("Rana Odel"), one("Minister Rana Odel"), one("Odel"), one("Mirko Vane"), toll("killed", 4)
    )
    assert [(each.party, len(each.values[0].origins)) for each in found] == [
        (None, 1),
        ("Minister Rana Odel", 3),
        ("Mirko Vane", 1),
    ]


def test_who_alone_died_is_all_by_name_and_by_what_they_were() -> None:
    (found,) = killed(one("Rana Odel"), one("clerk"), one("Ostrany Minister Rana Odel"), one(None))
    assert (found.party, found.status, len(found.values[0].origins)) == (None, "agreed", 4)


def test_one_of_several_stays_apart_from_the_total() -> None:
    found = killed(one("clerk"), toll("killed", 4, party="people"))
    assert {each.party: str(each.values[0].value) for each in found} == {
        None: "4 (people)",
        "clerk": "1 (clerk)",
    }


def test_a_number_of_people_called_in_many_ways_is_that_of_all() -> None:
    (found,) = killed(toll("killed", 9, party="dockers' leaders"), toll("killed", 9, party="unionists"))
    assert (found.party, found.status) == (None, "agreed")
    assert len(killed(toll("killed", 9, party="gunmen"), toll("killed", 9, party="unionists"))) == 2
    assert len(killed(toll("killed", 9, party="unionists"), toll("killed", 7, party="dockers' leaders"))) == 2


def test_peoples_that_only_describe_one_class_are_that_class() -> None:
    assert party_class("23 Kenyan and Somali pirates") == party_class("gunmen")
    assert party_class("Kenyans and Somalis") == "people of KE and people of SO"


def test_people_of_two_ages_are_two_and_an_age_is_no_name() -> None:
    found = killed(one("20-year-old man"), one("61-year-old man"), one("20-year-old"), toll("killed", 4))
    assert {each.party: len(each.values[0].origins) for each in found} == {
        None: 1,
        "20-year-old": 2,
        "61-year-old man": 1,
    }
    named = killed(one("20-year-old Rana Odel"), one("Rana Odel"), one("Mirko Vane"), toll("killed", 4))
    assert [each.party for each in named] == [None, "Rana Odel", "Mirko Vane"]


def test_some_of_more_whom_their_report_counts_are_not_all() -> None:
    first = told("a", "Courier", AT, toll("killed", 17, None), toll("killed", 2, party="nurses"))
    second = told("b", "Gazette", AT, toll("killed", 24), toll("killed", 2, party="patients"))
    found = [each for each in weigh([first, second]) if each.slot == "killed"]
    assert {each.party for each in found} == {None, "nurses", "patients"}


def test_one_and_several_of_what_is_no_listed_class_are_of_it() -> None:
    assert party_class("diver") == party_class("two divers".removeprefix("two "))
    assert party_class("passengers and crew") == party_class("people")
    assert party_class("divers and pilots") == "diver and pilot"


def test_so_many_of_its_members_are_the_people_of_whom_others_tell_that_number() -> None:
    (found,) = killed(toll("killed", 4, party="people"), toll("killed", 4, party="members"))
    assert (found.party, found.status) == (None, "agreed")
    assert len(killed(toll("killed", 4, party="people"), toll("killed", 3, party="members"))) == 2
