"""Numbers that are parts of others, or that come on top of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from many import source, told, toll, whole, with_text
from standoff.records import Reading, Span
from standoff.weighing.findings import weigh
from standoff.weighing.parts import is_addition

AT = "2031-03-14T08:00:00+00:00"
POLICE = source("Ada Lint", described="police chief")
UNION = source("Ostrany Dockers' Union", "organisation")


def test_rival_totals_of_two_sources_in_one_report_are_no_parts_of_each_other() -> None:
    found = whole(
        weigh(
            [told("a", "Courier", AT, toll("killed", 1, chain=(POLICE,)), toll("killed", 2, chain=(UNION,)))]
        )
    )
    assert found.status == "disputed"


def test_more_than_a_number_is_a_total_and_two_more_are_not() -> None:
    for text, status in (
        ("More than sixty are missing.", "disputed"),
        ("Two more men are missing.", "agreed"),
    ):
        first = replace(toll("missing", 61, None, chain=(POLICE,)), evidence=(Span(0, text.index(" are")),))
        read = with_text(told("a", "Courier", AT, first), text)
        other = told("b", "Gazette", AT, toll("missing", 37, chain=(UNION,)))
        assert whole(weigh([read, other]), "missing").status == status


@pytest.mark.parametrize(
    ("text", "places", "added"),
    [
        ("A bomb killed 12. Others were hurt.", ["12"], False),
        ("A bomb killed 12, another 30 were hurt.", ["12"], False),
        ("A bomb hurt 12, more than half of them children.", ["12"], False),
        ("Of several others. Twelve died.", ["Twelve"], False),
        ("A man was shot. Three others fled. That man died.", ["A man was shot", "That man died"], False),
        ("Then 12 others died.", ["12"], True),
        ("Twelve more died. The twelve were clerks.", ["Twelve", "The twelve"], True),
    ],
)
def test_only_words_of_its_own_sentence_and_clause_put_a_number_on_top(
    text: str, places: list[str], added: bool
) -> None:
    spans = tuple(Span(at, at + len(place)) for place in places if (at := text.index(place)) >= 0)
    number = replace(toll("killed", 12), evidence=spans)
    assert is_addition(with_text(told("a", "Courier", AT, number), text).report, number) is added


def test_so_many_of_those_killed_are_a_part_of_them() -> None:
    for text, status in (
        ("Three of those killed were clerks.", "agreed"),
        ("Three of the clerks died.", "disputed"),
    ):
        first = replace(toll("killed", 3), evidence=(Span(0, 21),))
        read = with_text(told("a", "Courier", AT, first), text)
        assert whole(weigh([read, told("b", "Gazette", AT, toll("killed", 5))])).status == status


def test_people_who_took_part_are_people_and_relations_name_nobody() -> None:
    found = weigh([
        told("a", "Courier", AT, toll("killed", 1, party="protester", chain=(POLICE,))),
        told("b", "Gazette", AT, toll("killed", 2, party="people", chain=(UNION,))),
        told("c", "Beacon", AT, toll("captive", 7, party="Kenyans", chain=(POLICE,)),
             toll("captive", 7, chain=(UNION,)), toll("captive", 7, party="compatriots")),
    ])  # fmt: skip
    assert [(each.slot, each.party, each.status) for each in found] == [
        ("killed", None, "disputed"),
        ("captive", "Kenyans", "agreed"),
        ("captive", "compatriots", "single_source"),
    ]


@pytest.mark.parametrize(
    ("text", "slot", "words", "status"),
    [
        ("The last three clerks were let go.", "freed", "three clerks", "agreed"),
        ("Three clerks were let go.", "freed", "Three clerks", "revised"),
        ("Three clerks were still being held.", "captive", "Three clerks", "agreed"),
        ("Three clerks were being held.", "captive", "Three clerks", "revised"),
        ("Three of the nine clerks arrested were let go.", "arrested", "Three of the nine clerks", "agreed"),
    ],
)
def test_what_is_left_of_a_number_is_no_other_total(text: str, slot: str, words: str, status: str) -> None:
    start = text.index(words)
    rest = replace(toll(slot, 3, chain=(POLICE,)), evidence=(Span(start, start + len(words)),))
    later = with_text(told("b", "Gazette", "2031-03-15T09:00:00+00:00", rest), text)
    paper = told("c", "Beacon", AT, toll(slot, 9, chain=(UNION,)))
    found = weigh([told("a", "Courier", AT, toll(slot, 9, chain=(POLICE,))), paper, later])
    assert whole(found, slot).status == status


def test_so_many_of_a_number_who_died_are_a_part_of_them() -> None:
    first = replace(toll("killed", 9, party="inmates"), evidence=(Span(0, 22),))
    other = told("b", "Gazette", AT, toll("killed", 14, party="inmates"))
    for text, status in (
        ("Nine of the 14 inmates who died had been shot.", "agreed"),
        ("Nine of the 14 inmates were shot dead by a guard.", "disputed"),
    ):
        (found,) = weigh([with_text(told("a", "Courier", AT, first), text), other])
        assert found.status == status


def test_numbers_of_other_things_neither_contradict_nor_bear_out_each_other() -> None:
    def of(name: str, count: int, words: str) -> Reading:
        counted = replace(toll("target_count", count), evidence=(Span(0, len(words)),))
        return with_text(told(name, f"Paper {name}", AT, counted), f"{words} were hit.")

    (found,) = weigh([of("a", 17, "17 guards"), of("b", 4, "four soldiers")])
    assert found.status == "single_source"
    (found,) = weigh([of("a", 17, "17 guards"), of("b", 4, "four people")])
    assert found.status == "disputed"


def test_captives_of_a_hostage_taking_are_not_under_arrest_as_well() -> None:
    both = (toll("captive", 15, party="guards"), toll("arrested", 15, party="prison officers"))
    siege = told("a", "Courier", AT, *both)
    siege = replace(siege, events=(replace(siege.events[0], type="hostage_taking"),))
    assert [(found.slot, found.party) for found in weigh([siege])] == [("captive", "guards")]
    assert [found.slot for found in weigh([told("a", "Courier", AT, *both)])] == ["arrested"]
