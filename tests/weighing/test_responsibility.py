"""Claims of responsibility and denials of them answer whose an act is, where anybody asks it."""

from __future__ import annotations

from many import claim, source, told
from standoff.records import Claim, Entity
from standoff.records.findings import Finding
from standoff.weighing.findings import weigh

AT = "2031-03-14T08:00:00+00:00"
MINISTER = source("Joss Harrow", described="minister of trade")
HERON, IVY = Entity("Red Heron group"), Entity("Black Ivy")
IVY_SPEAKS = source("Black Ivy", "party")
CLAIMED = claim("claimant", HERON)


def whose(*claims: Claim) -> list[Finding]:
    return [each for each in weigh([told("a", "Courier", AT, *claims)]) if each.slot == "affiliation"]


def test_a_claim_of_responsibility_stands_against_another_s_view_of_whose_act_it_is() -> None:
    (found,) = whose(CLAIMED, claim("affiliation", IVY, MINISTER))
    assert found.status == "disputed"
    told_by = {str(value.value): [origin.name for origin in value.origins] for value in found.values}
    assert told_by == {"Red Heron group": ["Red Heron group"], "Black Ivy": ["Joss Harrow"]}


def test_who_denies_that_a_claimant_did_it_denies_that_the_act_is_theirs() -> None:
    (found,) = whose(CLAIMED, claim("actor", Entity("the Red Heron"), MINISTER, polarity="denied"))
    assert found.status == "denied"
    assert {value.polarity for value in found.values} == {"affirmed", "denied"}


def test_a_claim_that_nobody_speaks_to_is_no_second_finding() -> None:
    assert whose(CLAIMED) == []
    assert whose(CLAIMED, claim("actor", IVY, MINISTER, polarity="denied")) == []


def test_a_group_told_by_what_its_people_are_is_the_one_that_is_named() -> None:
    found = [
        each
        for each in weigh(
            [
                told("a", "Courier", AT, CLAIMED),
                told("b", "Gazette", AT, claim("claimant", Entity("the rebels"))),
            ]
        )
        if each.slot == "claimant"
    ]
    assert [(each.status, [str(value.value) for value in each.values]) for each in found] == [
        ("single_source", ["Red Heron group"])
    ]


def blamed(*claims: Claim) -> list[Finding]:
    found = weigh([told("a", "Courier", AT, *claims)])
    return [each for each in found if each.slot in ("suspect", "claimant")]


def test_blame_and_its_denial_are_one_row_in_whichever_words() -> None:
    (found,) = blamed(
        claim("suspect", Entity("Ostrany army"), source("Red Heron group", "party")),
        claim("actor", Entity("army"), source("Ostrany army"), polarity="denied"),
    )
    assert (found.slot, found.status) == ("suspect", "denied")


def test_what_some_say_that_men_did_and_others_deny_is_no_blame() -> None:
    assert (
        blamed(
            claim("actor", Entity("men"), IVY_SPEAKS),
            claim("actor", Entity("men"), MINISTER, polarity="denied"),
        )
        == []
    )


def test_who_blames_another_claims_nothing() -> None:
    accuses = claim("suspect", IVY, source("Red Heron group", "party"))
    assert [each.slot for each in blamed(CLAIMED, accuses)] == ["suspect"]
    assert {each.slot for each in blamed(CLAIMED, claim("suspect", IVY, MINISTER))} == {"suspect", "claimant"}


def test_a_group_that_is_told_as_part_of_another_is_the_one_that_is_named() -> None:
    told_as = ("a faction of the Red Heron, Black Ivy", "Red Heron splinter group", "Black Ivy")
    readings = [
        told(str(n), f"Paper {n}", AT, claim("claimant", Entity(name))) for n, name in enumerate(told_as)
    ]
    (found,) = weigh(readings)
    assert found.status == "single_source"
    assert [str(value.value) for value in found.values] == ["Black Ivy"]
    assert len(found.values[0].reports) == 3
    (alone,) = weigh(readings[1:2])
    assert str(alone.values[0].value) == "Red Heron splinter group"


def test_a_part_of_a_group_is_not_the_group() -> None:
    part = claim("affiliation", Entity("splinter group of the Red Heron League"), MINISTER)
    whole = claim("affiliation", Entity("Red Heron League"), IVY_SPEAKS)
    (found,) = weigh([told("a", "Courier", AT, part), told("b", "Gazette", AT, whole)])
    assert found.status == "disputed"


def test_what_a_group_is_beside_its_name_is_no_other_group() -> None:
    report = told(
        "a", "Courier", AT,
        claim("claimant", Entity("Black Ivy")), claim("claimant", Entity("faction of the Red Heron")),
        claim("affiliation", Entity("coast's largest gang"), MINISTER),
        claim("suspect", Entity("Red Heron"), MINISTER),
    )  # fmt: skip
    found = {each.slot: [str(value.value) for value in each.values] for each in weigh([report])}
    assert found == {"claimant": ["Black Ivy"], "suspect": ["Red Heron"]}


def test_a_claim_of_responsibility_that_its_group_takes_back_is_denied() -> None:
    back = claim("suspect", IVY, source("Black Ivy", "party"), polarity="denied")
    found = weigh(
        [
            told("a", "Courier", AT, claim("claimant", IVY)),
            told("b", "Gazette", "2031-03-16T08:00:00+00:00", back),
        ]
    )
    (claimed,) = (each for each in found if each.slot == "claimant")
    assert (claimed.status, claimed.explanation[-1]) == ("denied", "denied: by Black Ivy")


def test_who_denies_what_he_told_before_of_the_same_people_denies_another_act_of_theirs() -> None:
    """ "Navy divers freed them, the ministry said. The ministry denied that navy divers had shot a hostage." """
    ministry, divers = source("Defence Ministry"), Entity("Vale Navy Divers")
    first = told("a", "Courier", "2031-03-14T08:00:00+00:00", claim("actor", divers, ministry))
    then = told(
        "b", "Gazette", "2031-03-15T08:00:00+00:00", claim("actor", divers, ministry, polarity="denied")
    )
    assert not [each for each in weigh([first, then]) if each.slot == "suspect"]
    other = told("a", "Courier", "2031-03-14T08:00:00+00:00", claim("actor", divers, source("Ada Lint")))
    assert [each.status for each in weigh([other, then]) if each.slot == "suspect"] == ["denied"]
