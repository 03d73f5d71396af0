"""A report that sets another happening beside its news is of another incident than the reports of that one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

import trees
from many import digest as words_of
from standoff.linking.digest import digest
from standoff.linking.features import features
from standoff.linking.linker import group
from standoff.records import Claim, Event, Place, Quantity, Reading, Span, Time, Value
from standoff.records.incidents import Beside, Digest, News, Toll

DAY = 741_000
BOMBED = Beside("bombing", (DAY, DAY), (14,), ("the city's grain market",))
SAME = "Police chief Oren Maldis of Tarvok, Norland, said that the dead were brought to Saint Orlo hospital."


MARKET = f"{SAME} Porters Mila Korr and Jon Besk fled as stalls burned."
CHECKPOINT = f"{SAME} Drivers Pia Lund and Ove Strand saw a motorcycle."


def shooting(**facts: Any) -> Digest:
    news = News(DAY + 1, DAY + 1, True)
    told = words_of(
        "shot", CHECKPOINT, DAY + 1, type="attack", days=((DAY + 1, DAY + 1),), news=news, beside=(BOMBED,)
    )
    return replace(told, **facts)


def bombing(name: str, **facts: Any) -> Digest:
    tolls, place = (Toll("killed", 14, 14),), "the grain market in Tarvok"
    told = words_of(name, MARKET, DAY + 1, type="bombing", days=((DAY, DAY),), place=place, tolls=tolls)
    return replace(told, **facts)


def apart(one: Digest, other: Digest) -> float:
    return next(each.value for each in features(one, other) if each.name == "set_apart")


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        ({}, -1.0),
        ({"days": (), "tolls": ()}, -1.0),  # the type and the place
        ({"days": (), "place": None}, -1.0),  # the type and the toll
        ({"days": (), "tolls": (), "place": "a bus station"}, 0.0),  # the type alone
        ({"news": News(DAY + 1, DAY + 1, True)}, 0.0),  # its news is of the same day
    ],
)
def test_what_one_report_sets_beside_its_news_is_what_the_other_is_about(
    facts: dict[str, Any], value: float
) -> None:
    told = bombing("b", **facts)
    assert apart(told, shooting()) == apart(shooting(), told) == value


def test_two_happenings_of_one_town_that_a_report_tells_apart_are_two_incidents() -> None:
    bombed = [bombing("b1"), bombing("b2")]
    assert group([*bombed, shooting()]) == [("b1", "b2"), ("shot",)]
    assert group([*bombed, shooting(beside=())]) == [("b1", "b2", "shot")]


def test_a_digest_has_what_is_set_beside_the_news() -> None:
    lines = (
        "Gunmen shot nine guards",
        "The attack came a day after a bomb killed 14 people at the grain market",
    )
    read = trees.reading("\n".join(" ".join(f"{word}/X/0/root" for word in line.split()) for line in lines))
    background: list[tuple[str, str, Value]] = [
        ("a day after", "time", Time("2031-03-10", "2031-03-10")),
        ("14 people", "killed", Quantity("toll", 14, 14)),
        ("the grain market", "place", Place("the grain market")),
    ]
    found = digest(_told(read, background))
    assert [each[0] for each in found.beside] == ["bombing"]
    assert found.beside[0].tolls == (14,)
    assert found.beside[0].places == ("the grain market",)
    assert Digest.from_json(json.loads(json.dumps(found.to_json()))) == found
    stored = {name: value for name, value in found.to_json().items() if name != "beside"}
    assert Digest.from_json(stored).beside == (), "written before there was any"


def _told(read: Reading, background: list[tuple[str, str, Value]]) -> Reading:
    main = Claim("m", "e1", "attack", "killed", Quantity("toll", 9, 9), (trees.where(read, "nine guards"),))
    more = (
        Claim(f"c{place}", "e2", "bombing", slot, value, (trees.where(read, words),))
        for place, (words, slot, value) in enumerate(background)
    )
    events = (Event("e1", "attack", (Span(0, 1),)), Event("e2", "bombing", (Span(0, 1),), "background"))
    return replace(read, claims=(main, *more), events=events)
