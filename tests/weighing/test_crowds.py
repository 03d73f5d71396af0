"""For whom a toll is that names nobody, and people who are counted as taking part here and as affected there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from many import claim, source, told, toll, with_text
from standoff.records import Claim, Quantity, Reading, Span
from standoff.records.findings import Finding
from standoff.records.incidents import Copy
from standoff.weighing.findings import weigh

FIRST, THEN, LAST = (f"2031-03-14T{hour}:00:00+00:00" for hour in ("08", "12", "20"))
POLICE = source("Ada Lint", described="police chief")
UNION = source("Ostrany Dockers' Union", "organisation")


def parties(slot: str, *readings: Reading) -> list[str | None]:
    return [found.party for found in weigh(readings) if found.slot == slot]


def inmates(name: str, at: str, number: int) -> Reading:
    return told(name, f"Paper {name}", at, toll("killed", number, party="inmates"))


def test_tolls_of_all_are_those_of_the_only_people_of_whom_any_is_told() -> None:
    whole = told("b", "Gazette", THEN, toll("killed", 9, None, chain=(UNION,)))
    same = told("c", "Beacon", LAST, toll("killed", 7, chain=(UNION,)))
    assert parties("killed", inmates("a", FIRST, 7), whole) == [None, "prisoners"], "nothing shows it"
    assert parties("killed", inmates("a", FIRST, 7), whole, same) == ["prisoners"]


def test_people_of_whom_others_are_told_beside_them_are_not_all() -> None:
    same = told("c", "Beacon", LAST, toll("killed", 7, chain=(UNION,)), toll("killed", 1, party="guard"))
    more = told(
        "d", "Herald", LAST, toll("killed", 12, chain=(POLICE,)), toll("killed", 7, party="inmates", chain=(POLICE,))
    )  # fmt: skip
    whole = told("b", "Gazette", THEN, toll("killed", 9, None, chain=(UNION,)))
    assert None in parties("killed", inmates("a", FIRST, 7), whole, same)
    assert None in parties("killed", inmates("a", FIRST, 7), whole, more)


def test_hostages_are_the_people_who_were_held() -> None:
    taken = told("a", "Courier", FIRST, toll("captive", 12, party="guards"))
    freed = told("b", "Gazette", THEN, toll("freed", 3, party="hostages"))
    drivers = told("c", "Beacon", THEN, toll("captive", 5, party="soldiers"))
    assert parties("freed", taken, freed) == ["guards"]
    assert parties("freed", taken, drivers, freed) == ["hostages"]
    people = [told(name, f"Paper {name}", FIRST, toll("captive", 60, party="people")) for name in "de"]
    assert parties("freed", taken, *people, freed) == ["hostages"], "most texts tell of no class"


def test_a_number_that_is_told_of_several_is_of_those_of_whom_most_texts_tell_it() -> None:
    held = [told(name, f"Paper {name}", FIRST, toll("killed", 20, party="hostages")) for name in "ab"]
    foreign = told("c", "Beacon", THEN, toll("killed", 20, party="foreigners"))
    bodies = told("d", "Herald", LAST, toll("killed", 20), toll("killed", 6, party="gunmen"))
    assert None not in parties("killed", *held, foreign, bodies)
    assert None in parties("killed", held[0], foreign, bodies)


def test_who_denies_that_one_person_died_denies_what_he_says_later() -> None:
    denied = told("a", "Courier", FIRST, toll("killed", 1, chain=(POLICE,), polarity="denied"))
    (found,) = weigh([denied, told("b", "Gazette", LAST, toll("killed", 7, chain=(POLICE,)))])
    assert found.status == "revised"


def _count(slot: str, number: int, words: str, text: str) -> Claim:
    start = text.index(words)
    made = claim(slot, Quantity("count", number, number))
    return replace(made, evidence=(Span(start, start + len(words)),))


def counts(*readings: Reading) -> list[tuple[str, int]]:
    found: list[Finding] = [each for each in weigh(readings, COPIES) if each.slot.endswith("_count")]
    return [(each.slot, len(each.values)) for each in found]


COPIES = [Copy("b", "a", 40, 1.0, "time")]
TEXT = "Four members of the Heron League were seen. They shot at 40 officers."


@pytest.mark.parametrize(
    ("number", "words", "found"),
    [
        (4, "Four members of the Heron League", [("actor_count", 1)]),
        (40, "40 officers", [("actor_count", 1), ("target_count", 1)]),
    ],
)
def test_people_who_take_part_in_one_text_are_not_those_affected_in_its_copy(
    number: int, words: str, found: list[tuple[str, int]]
) -> None:
    one = _count("actor_count", 4, "Four members of the Heron League", TEXT)
    other = _count("target_count", number, words, TEXT)
    readings = [
        with_text(told("a", "Courier", FIRST, one), TEXT),
        with_text(told("b", "Gazette", THEN, other), TEXT),
    ]
    assert counts(*readings) == found
    assert counts(*reversed(readings)) == found
