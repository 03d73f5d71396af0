"""A number that was denied, and what others counted long after."""

from __future__ import annotations

from many import source, told, toll
from standoff.records import Reading
from standoff.weighing.findings import weigh

NIGHT, NOON, NEXT = "2031-03-14T02:00:00+00:00", "2031-03-14T05:00:00+00:00", "2031-03-14T20:00:00+00:00"
BAND, POLICE, ARMY = (
    source("Red Heron", "party"),
    source("Ada Lint", described="police chief"),
    source("Sy Orr"),
)
NIGHTLY = told(
    "a", "Courier", NIGHT, toll("killed", 20, None, chain=(BAND,)),
    toll("killed", 20, None, chain=(POLICE,), polarity="denied"),
)  # fmt: skip


def states(*readings: Reading) -> list[tuple[str, list[str]]]:
    found = weigh([NIGHTLY, *readings])
    return [
        (each.status, [str(value.value) for value in each.values]) for each in found if each.slot == "killed"
    ]


def test_a_count_that_is_first_told_long_after_a_denial_is_not_what_was_denied() -> None:
    late = told("b", "Gazette", NEXT, toll("killed", 28, chain=(ARMY,)))
    assert sorted(states(late)) == [("denied", ["20 or more", "20 or more"]), ("single_source", ["28"])]


def test_what_repeats_the_number_or_is_told_soon_after_is() -> None:
    assert [
        status for status, _ in states(told("b", "Gazette", NEXT, toll("killed", 20, chain=(ARMY,))))
    ] == ["denied"]
    assert [
        status for status, _ in states(told("b", "Gazette", NOON, toll("killed", 28, chain=(ARMY,))))
    ] == ["denied"]


def test_who_denies_a_number_and_gives_one_later_revises_it() -> None:
    assert len(states(told("b", "Gazette", NEXT, toll("killed", 28, chain=(POLICE,))))) == 1
