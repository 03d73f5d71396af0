"""Values are put together, their independent origins counted, and each finding says what it adds up to and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from many import claim, source, told, toll, with_text
from standoff.records import Claim, Entity, Place, Quantity, Reading, Span, Time, Value
from standoff.records.findings import Finding
from standoff.records.incidents import Copy
from standoff.weighing.citations import citations
from standoff.weighing.findings import key_findings, weigh

POLICE = source("Ada Lint", described="police chief")
MINISTER = source("Joss Harrow", described="minister of trade")
EARLY, LATE = "2031-03-14T08:00:00+00:00", "2031-03-14T20:00:00+00:00"
SOON = "2031-03-14T10:00:00+00:00"


def one(*readings: Reading, copies: Any = (), slot: str = "killed") -> Finding:
    found = [each for each in weigh(readings, copies) if each.slot == slot]
    assert len(found) == 1, found
    return found[0]


def test_two_origins_of_one_value_agree() -> None:
    found = one(told("a", "Courier", EARLY, toll("killed", 3)), told("b", "Gazette", LATE, toll("killed", 3)))
    assert found.status == "agreed"
    assert [origin.name for origin in found.values[0].origins] == ["Courier", "Gazette"]
    assert found.values[0].credibility == 1
    assert found.values[0].reports == ("a", "b")


def test_ten_papers_with_one_text_are_one_origin() -> None:
    papers = [told(name, f"Paper {name}", LATE, toll("killed", 3)) for name in "bcd"]
    wire = told("a", "Northwind", EARLY, toll("killed", 3))
    found = one(wire, *papers, copies=[Copy(name, "a", 90, 1.0, "time") for name in "bcd"])
    assert found.status == "single_source"
    assert [origin.name for origin in found.values[0].origins] == ["Northwind"]
    assert found.values[0].reports == ("a", "b", "c", "d")


def test_whoever_speaks_for_a_body_is_that_body() -> None:
    deputy = source("Mirko Vane", described="deputy inspector of police")
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(POLICE,))),
        told("b", "Gazette", LATE, toll("killed", 3, chain=(deputy,))),
    )
    assert found.status == "single_source"


def test_an_unnamed_source_counts_once_for_each_outlet_that_vouches_for_it() -> None:
    officials = source("unnamed officials", identification="anonymous")
    northwind = source("Northwind", "agency")
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(northwind, officials))),
        told("b", "Gazette", LATE, toll("killed", 3, chain=(northwind, officials))),
        told("c", "Beacon", LATE, toll("killed", 3, chain=(officials,))),
    )
    assert [origin.through for origin in found.values[0].origins] == [("Beacon",), ("Northwind",)]


def test_values_that_cannot_both_be_true_are_disputed() -> None:
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(POLICE,))),
        told("b", "Gazette", SOON, toll("killed", 5, chain=(MINISTER,))),
    )
    assert found.status == "disputed"
    assert {value.credibility for value in found.values} == {4}


def test_open_and_exact_numbers_that_fit_are_compatible() -> None:
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, None, chain=(POLICE,))),
        told("b", "Gazette", LATE, toll("killed", 5, chain=(MINISTER,))),
    )
    assert found.status == "agreed"


def test_what_is_said_with_reserve_confirms_nothing_and_contradicts_nothing() -> None:
    maybe = toll("killed", 3, chain=(MINISTER,), certainty="possible")
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(POLICE,))), told("b", "Gazette", LATE, maybe)
    )
    assert (found.status, found.values[0].credibility) == ("single_source", 3)
    assert found.explanation[-1] == "single_source: one origin says it without reserve"
    assert [origin.name for origin in found.values[0].reserved] == ["Joss Harrow"]
    found = one(
        told("a", "Courier", EARLY, toll("killed", 5, chain=(POLICE,))), told("b", "Gazette", LATE, maybe)
    )
    assert found.status == "single_source"
    assert [value.certainty for value in found.values] == ["certain", "possible"]


def test_where_nobody_says_a_value_without_reserve_the_rule_says_so() -> None:
    maybe = toll("killed", 3, chain=(MINISTER,), certainty="probable")
    found = one(told("a", "Courier", EARLY, maybe))
    assert found.explanation[-1] == "single_source: nobody says it without reserve"
    assert found.values[0].credibility == 6


def test_a_denial_and_a_ceiling_bear_out_no_number() -> None:
    said = told("a", "Courier", EARLY, toll("killed", 9, None, chain=(POLICE,)))
    denied = replace(toll("killed", 14, chain=(MINISTER,)), polarity="denied")
    assert one(said, told("b", "Gazette", LATE, denied)).status == "single_source"
    ceiling = Claim(
        "", "e1", "attack", "killed", Quantity("toll", None, 30), (Span(0, 1),), chain=(MINISTER,)
    )
    found = one(
        told("a", "Courier", EARLY, toll("killed", 25, chain=(POLICE,))), told("b", "Gazette", LATE, ceiling)
    )
    assert found.status == "single_source"
    assert found.explanation[-1] == "single_source: no value has more than one origin"
    assert {value.credibility for value in found.values} == {3}


def test_two_values_of_one_origin_on_one_day_are_disputed_while_nothing_tells_which_was_later() -> None:
    found = one(
        told("a", "Courier", "2031-03-14", toll("killed", 7, chain=(POLICE,))),
        told("b", "Gazette", "2031-03-14", toll("killed", 5, chain=(POLICE,))),
    )
    assert found.status == "disputed"


def test_a_number_that_its_report_tells_as_an_earlier_one_is_no_rival() -> None:
    text = "Police said 28 people died, revising an earlier figure of 31."
    new, old = (
        replace(toll("killed", number, chain=(POLICE,)), evidence=(Span(at, at + 2),))
        for number, at in ((28, text.index("28")), (31, text.index("31")))
    )
    found = one(with_text(told("a", "Courier", EARLY, new, old), text))
    assert [str(value.value) for value in found.values] == ["28"]


def test_a_sole_death_is_in_the_grid_and_one_of_a_class_is_not() -> None:
    alone = told("a", "Courier", EARLY, toll("killed", 1), toll("injured", 1, party="officer"))
    assert [each.slot for each in key_findings(weigh([alone]))] == ["killed"]


def test_a_later_value_of_the_same_origin_revises_it() -> None:
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(POLICE,))),
        told("b", "Gazette", LATE, toll("killed", 5, chain=(POLICE,))),
    )
    assert found.status == "revised"
    assert found.explanation[-1].startswith("revised: Ada Lint")


def test_a_dispute_that_no_revision_touches_stays_one() -> None:
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(POLICE,))),
        told("b", "Gazette", LATE, toll("killed", 5, chain=(POLICE,))),
        told("c", "Beacon", LATE, toll("killed", 12)),
        told("d", "Herald", LATE, toll("killed", 8, chain=(MINISTER,))),
    )
    assert found.status == "disputed"
    assert found.explanation[-1].endswith("; Ada Lint (police) gave another value later")


def test_a_denial_is_shown_beside_what_it_denies() -> None:
    heron = Entity("Red Heron group")
    found = one(
        told("a", "Courier", EARLY, claim("affiliation", heron, POLICE)),
        told("b", "Gazette", LATE, claim("affiliation", heron, MINISTER, polarity="denied")),
        slot="affiliation",
    )
    assert found.status == "denied"
    assert {value.polarity for value in found.values} == {"affirmed", "denied"}


def test_who_denied_a_toll_and_then_gives_it_has_revised_it() -> None:
    claimed = toll("killed", 1, chain=(POLICE,))
    denied = replace(claimed, polarity="denied")
    found = one(told("a", "Courier", EARLY, denied), told("b", "Gazette", LATE, claimed))
    assert found.status == "revised"
    assert found.explanation[-1] == "revised: Ada Lint (police) denied it first and says it now"
    assert [value.polarity for value in found.values] == ["affirmed", "denied"]
    assert [value.past for value in found.values] == [False, True]
    assert one(told("a", "Courier", LATE, denied), told("b", "Gazette", EARLY, claimed)).status == "denied"
    others = told("c", "Beacon", "2031-12-31T09:00:00+00:00", replace(denied, chain=(MINISTER,)))
    assert (
        one(told("a", "Courier", EARLY, denied), told("b", "Gazette", LATE, claimed), others).status
        == "denied"
    )


def denied_once(claimed: Claim, repeated: Value, at: str, *confirmed: str) -> Finding:
    """What a claim of the police, which the minister denies, comes to with papers that give a value like it too."""
    first = told("a", "Courier", at, claimed, replace(claimed, chain=(MINISTER,), polarity="denied"))
    if not at:
        first = replace(first, report=replace(first.report, published=None))
    papers = [
        told(name, f"Paper {name}", when, claim(claimed.slot, repeated))
        for name, when in zip("bc", confirmed, strict=False)
    ]
    return one(first, *papers, slot=claimed.slot)


def test_a_denied_toll_that_several_origins_give_later_is_agreed_and_the_denial_still_shown() -> None:
    claimed, three = toll("killed", 3, None, chain=(POLICE,)), Quantity("toll", 3, 3)
    found = denied_once(claimed, three, EARLY, LATE, LATE)
    assert found.status == "agreed"
    assert "denied" in {value.polarity for value in found.values}
    assert denied_once(claimed, three, EARLY, LATE).status == "denied"
    assert denied_once(claimed, three, LATE, EARLY, EARLY).status == "denied"
    assert denied_once(claimed, three, "", LATE, LATE).status == "denied"


def test_blame_that_many_repeat_after_its_denial_stays_denied() -> None:
    heron = Entity("Red Heron group")
    assert denied_once(claim("affiliation", heron, POLICE), heron, EARLY, LATE, LATE).status == "denied"


def test_that_a_group_claims_an_act_rests_on_the_group_alone() -> None:
    found = one(
        told("a", "Courier", EARLY, claim("claimant", Entity("ISIS"))),
        told("b", "Gazette", LATE, claim("claimant", Entity("the Islamic State group"))),
        slot="claimant",
    )
    assert found.status == "single_source"


def test_a_value_has_the_wording_of_most_reports_and_a_listed_group_its_usual_name() -> None:
    readings = [
        told(
            "a",
            "Courier",
            EARLY,
            claim("weapon", Entity("automatic rifles")),
            claim("claimant", Entity("ISIS")),
        ),
        told("b", "Gazette", LATE, claim("weapon", Entity("rifles"))),
        told("c", "Beacon", LATE, claim("weapon", Entity("rifles"))),
    ]
    assert [str(one(*readings, slot=slot).values[0].value) for slot in ("weapon", "claimant")] == [
        "rifles", "Islamic State",
    ]  # fmt: skip


def test_a_group_in_general_claims_nothing_and_one_with_a_name_does() -> None:
    claims = [claim("claimant", Entity(name)) for name in ("No group", "a militant group", "Red Heron group")]
    found = one(told("a", "Courier", EARLY, *claims), slot="claimant")
    assert [str(value.value) for value in found.values] == ["Red Heron group"]


def test_tolls_of_different_parties_are_different_findings() -> None:
    readings = [
        told("a", "Courier", EARLY, toll("killed", 3, party="gunmen"), toll("killed", 9, party="hostages")),
        told("b", "Gazette", LATE, toll("killed", 3, party="attackers")),
    ]
    found = {each.party: each.status for each in weigh(readings)}
    assert found == {"attackers": "agreed", "hostages": "single_source"}


def test_a_toll_without_a_party_is_that_of_the_party_with_the_same_number() -> None:
    readings = [
        told("a", "Courier", EARLY, toll("killed", 9, party="hostages")),
        told("b", "Gazette", LATE, toll("killed", 9)),
    ]
    assert [(each.party, each.status) for each in weigh(readings)] == [("hostages", "agreed")]


def test_a_bound_without_a_party_is_nobody_s_toll() -> None:
    readings = [
        told("a", "Courier", EARLY, toll("killed", 9, None, party="hostages")),
        told("b", "Gazette", LATE, toll("killed", 9, None)),
    ]
    assert {each.party for each in weigh(readings)} == {None, "hostages"}


def test_those_that_a_report_names_one_by_one_are_counted_together() -> None:
    named = told(
        "a", "Courier", EARLY,
        *(toll("killed", 1, party=party) for party in ("Inspector Ana Bly", "Constable Per Lund", "Constable Lund")),
    )  # fmt: skip
    counted = told("b", "Gazette", LATE, toll("killed", 2, party="policemen"))
    found = one(named, counted)
    assert (found.status, len(found.values), len(found.values[0].origins)) == ("agreed", 1, 2)


def test_those_named_one_by_one_contradict_no_larger_number() -> None:
    named = told(
        "a", "Courier", EARLY, *(toll("killed", 1, party=f"Constable {name}") for name in ("Bly", "Lund"))
    )
    counted = told("b", "Gazette", LATE, toll("killed", 5, party="policemen"))
    assert one(named, counted).status == "agreed"


def test_some_people_without_a_party_are_nobody_s_toll() -> None:
    readings = [
        told("a", "Courier", EARLY, toll("killed", 2, None, party="foreigners")),
        told("b", "Gazette", LATE, toll("killed", 2, None)),
    ]
    assert {each.party: each.status for each in weigh(readings)} == {
        None: "single_source", "foreigners": "single_source",
    }  # fmt: skip


def test_a_breakdown_of_a_toll_is_no_toll_of_others() -> None:
    listed = told(
        "b", "Gazette", LATE,
        *(toll("killed", n, party=party, chain=(MINISTER,)) for n, party in ((7, "Italians"), (5, "men"), (2, None))),
    )  # fmt: skip
    found = weigh([told("a", "Courier", EARLY, toll("killed", 2, party="police officers")), listed])
    assert {each.party: each.status for each in found} == {
        "police officers": "single_source", "Italians": "single_source",
    }  # fmt: skip


def test_clock_times_of_one_event_are_compared_and_other_times_stand_apart() -> None:
    def at(clock: str) -> Time:
        return Time(f"2031-03-14T{clock}", f"2031-03-14T{clock}")

    readings = [
        told("a", "Courier", LATE, claim("time", at("08:45"))),
        told("b", "Gazette", LATE, claim("time", at("09:20")), claim("time", at("17:00"))),
    ]
    assert [each.status for each in weigh(readings)] == ["disputed", "single_source"]


def test_a_toll_that_its_source_leaves_open_is_not_weighed() -> None:
    left_open = toll("killed", 3, chain=(POLICE,), certainty="unspecified")
    assert weigh((told("a", "Courier", EARLY, left_open),), ()) == ()
    found = one(told("a", "Courier", EARLY, left_open), told("b", "Gazette", LATE, toll("killed", 5)))
    assert [value.value for value in found.values] == [toll("killed", 5).value]


def test_intended_and_background_things_are_not_weighed() -> None:
    planned = toll("killed", 3, realis="intended")
    assert weigh([told("a", "Courier", EARLY, planned)]) == ()


def test_several_weapons_contradict_nothing_and_fill_one_row() -> None:
    readings = [
        told("a", "Courier", EARLY, claim("weapon", Entity("knives")), claim("weapon", Entity("rifles"))),
        told("b", "Gazette", LATE, claim("weapon", Entity("rifles"))),
    ]
    found = one(*readings, slot="weapon")
    assert found.status == "agreed"
    assert [str(value.value) for value in found.values] == ["rifles", "knives"]
    assert key_findings(weigh(readings)) == (found,)


def test_what_an_outlet_says_itself_and_from_a_source_is_the_source_s() -> None:
    found = one(told("a", "Courier", EARLY, toll("killed", 3), toll("killed", 3, chain=(POLICE,))))
    assert [origin.name for origin in found.values[0].origins] == ["Ada Lint (police)"]
    assert found.status == "single_source"


def test_a_source_that_was_read_in_the_original_counts_for_its_copies() -> None:
    wire = told("a", "Northwind", EARLY, toll("killed", 3, chain=(POLICE,)))
    copy = told("b", "Gazette", LATE, toll("killed", 3))
    found = one(wire, copy, copies=[Copy("b", "a", 90, 1.0, "time")])
    assert [origin.name for origin in found.values[0].origins] == ["Ada Lint (police)"]


def test_of_two_readings_of_one_text_the_original_s_source_counts() -> None:
    wire = told("a", "Northwind", EARLY, toll("killed", 3, chain=(POLICE,)))
    copy = told("b", "Gazette", LATE, toll("killed", 3, chain=(MINISTER,)))
    found = one(wire, copy, copies=[Copy("b", "a", 90, 1.0, "time")])
    assert [origin.name for origin in found.values[0].origins] == ["Ada Lint (police)"]
    apart = one(wire, copy)
    assert len(apart.values[0].origins) == 2


def test_people_in_general_are_no_party_and_a_listed_class_has_one_name() -> None:
    readings = [
        told("a", "Courier", EARLY, toll("freed", 9, party="people"), toll("killed", 4, party="gunman"))
    ]
    assert {each.slot: each.party for each in weigh(readings)} == {"freed": None, "killed": "attackers"}


def test_one_person_of_a_people_beside_a_larger_toll_is_no_total() -> None:
    found = weigh([
        told("a", "Courier", EARLY, toll("killed", 20), toll("killed", 1, party="Kenyan woman", chain=(POLICE,))),
        told("b", "Gazette", LATE, toll("killed", 4, party="Kenyans", chain=(MINISTER,))),
    ])  # fmt: skip
    kenyans = next(each for each in found if each.party and "Kenya" in each.party)
    assert kenyans.status == "agreed"


def test_one_dead_and_two_dead_are_disputed_where_no_report_tells_of_more() -> None:
    found = one(
        told("a", "Courier", EARLY, toll("killed", 1, chain=(POLICE,))),
        told("b", "Gazette", SOON, toll("killed", 2, chain=(MINISTER,))),
    )
    assert found.status == "disputed"


def test_a_number_that_comes_on_top_contradicts_no_total() -> None:
    text = "Police hold one man. Two further men were held on Monday."
    more = replace(toll("arrested", 2, chain=(POLICE,)), evidence=(Span(21, 24),))
    later = with_text(told("b", "Gazette", LATE, more), text)
    found = one(told("a", "Courier", EARLY, toll("arrested", 1, chain=(MINISTER,))), later, slot="arrested")
    assert found.status == "agreed"


def test_a_date_stands_with_the_one_clock_time_that_it_is_of() -> None:
    day, clock = Time("2031-03-14", "2031-03-14"), Time("2031-03-14T08:45", "2031-03-14T08:45")
    found = one(
        told("a", "Courier", EARLY, claim("time", day)), told("b", "Gazette", LATE, claim("time", clock)),
        slot="time",
    )  # fmt: skip
    assert [str(value.value) for value in found.values] == ["2031-03-14", "2031-03-14T08:45"]
    assert found.status == "agreed"


def test_who_says_a_finer_value_says_the_coarser_too() -> None:
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, None, chain=(POLICE,))),
        told("b", "Gazette", LATE, toll("killed", 5, chain=(MINISTER,))),
    )
    coarse = next(value for value in found.values if value.value == Quantity("toll", 3, None))
    assert [origin.name for origin in coarse.implied_by] == ["Joss Harrow"]
    assert coarse.credibility == 1


def test_the_finest_place_that_two_origins_say_comes_first() -> None:
    places = [
        "Tellis, Marn, Ostrany",
        "Marn, Ostrany",
        "Tellis, Marn, Ostrany",
        "Ostrany",
        "Ostrany",
        "Ostrany",
    ]
    found = one(
        *(told(f"r{n}", f"Outlet {n}", EARLY, claim("place", Place(name))) for n, name in enumerate(places)),
        slot="place",
    )
    assert str(found.values[0].value) == "Tellis, Marn, Ostrany"


def test_a_group_that_goes_by_a_known_name_is_one_origin_wherever_it_is_named() -> None:
    isis = source("ISIS", "party", identification="role")
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(isis,))),
        told("b", "Gazette", LATE, toll("killed", 3, chain=(source("Islamic State", "party"),))),
    )
    assert found.status == "single_source"


def test_whoever_speaks_for_a_body_of_several_words_is_that_body() -> None:
    press = source("Inter-Services Public Relations")
    general = source("Odo Karr", described="brigadier")
    found = one(
        told("a", "Courier", EARLY, toll("killed", 3, chain=(press,))),
        told("b", "Gazette", LATE, toll("killed", 3, chain=(general,))),
    )
    assert found.status == "single_source"


READINGS = [
    told("a", "Courier", EARLY, toll("killed", 3, party="guards"), claim("weapon", Entity("rifles"))),
    told("b", "Gazette", LATE, toll("killed", 5, party="guards", chain=(POLICE,)), toll("injured", 2)),
    told(
        "c", "Beacon", LATE, toll("killed", 5, chain=(MINISTER,)), claim("weapon", Entity("assault rifles"))
    ),
    told("d", "Four", EARLY, toll("killed", 3, chain=(POLICE,)), claim("claimant", Entity("Red Heron"))),
]


@given(st.permutations(READINGS))
def test_the_order_of_the_reports_changes_no_finding(order: list[Reading]) -> None:
    assert weigh(order) == weigh(READINGS)


def test_what_is_only_a_most_comes_after_a_number() -> None:
    found = one(
        told("a", "Courier", EARLY, toll("killed", None, 20, chain=(POLICE,))),
        told("b", "Gazette", EARLY, toll("killed", 12, chain=(MINISTER,))),
    )
    assert [str(value.value) for value in found.values] == ["12", "up to 20"]


def test_a_denial_names_who_denies() -> None:
    heron = Entity("Red Heron group")
    denials = (claim("affiliation", heron, each, polarity="denied") for each in (MINISTER, POLICE))
    found = one(told("a", "Courier", EARLY, claim("affiliation", heron), *denials), slot="affiliation")
    assert found.explanation[-1] == "denied: by Joss Harrow, Ada Lint (police)"


def test_copies_of_a_text_that_is_not_among_the_reports_are_one_origin() -> None:
    papers = [told(name, f"Paper {name}", LATE, toll("killed", 3)) for name in "bc"]
    found = one(*papers, copies=[Copy(name, "a", 90, 1.0, "time") for name in "bc"])
    assert [origin.name for origin in found.values[0].origins] == ["Paper b"]


def test_a_copy_of_several_texts_has_that_with_which_it_shares_most() -> None:
    papers = [
        told("a", "Paper a", LATE, toll("killed", 3, chain=(POLICE,))),
        told("b", "Paper b", LATE, toll("injured", 2)),
        told("c", "Paper c", LATE, toll("killed", 3)),
    ]
    pairs = [Copy("c", "a", 60, 0.8, "time"), Copy("c", "b", 90, 1.0, "time")]
    for copies in (pairs, pairs[::-1]):
        assert citations(papers, copies)[2].note.endswith("text of Paper b")
        origins = one(*papers, copies=copies).values[0].origins
        assert [origin.name for origin in origins] == ["Ada Lint (police)", "Paper b"]
