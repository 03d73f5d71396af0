"""Numbers that are parts of others, or that come on top of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from many import source, told, toll, whole, with_text
from standoff.records import Reading, Span
from standoff.records.findings import Finding
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
        ("One of its clerks died.  ", "agreed"),
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


HOSPITAL = source("Tellis Hospital", "organisation")
LATER, LAST = "2031-03-15T08:00:00+00:00", "2031-03-15T12:00:00+00:00"


def two_more(
    text: str = "Two more people died in hospital. The bomb had killed five.", at: str = LATER
) -> Reading:
    """A report of two who died later, with the number of those who died first if it tells it."""
    more = replace(toll("killed", 2, chain=(HOSPITAL,)), evidence=(Span(0, len("Two more people")),))
    first = text.find("five")
    five = replace(toll("killed", 5, chain=(POLICE,)), evidence=(Span(first, first + 4),))
    return with_text(told("m", "Beacon", at, more, *([five] if first > 0 else [])), text)


def shown(found: Finding) -> list[tuple[str, bool, bool]]:
    return [(str(value.value), value.added, value.past) for value in found.values]


def test_two_more_bear_out_nothing_and_are_told_apart_from_two() -> None:
    five = told("a", "Courier", AT, toll("killed", 5, chain=(POLICE,)))
    found = whole(weigh([five, two_more("Two more people died in hospital.")]))
    assert (found.status, shown(found)) == ("single_source", [("5", False, False), ("2", True, False)])
    two = told("b", "Gazette", AT, toll("killed", 2, chain=(UNION,)))
    found = whole(weigh([two, five, two_more()]))
    assert found.status == "disputed"
    assert {("2", False, False), ("2", True, False)} < set(shown(found))


def test_five_and_two_more_are_no_other_number_than_seven() -> None:
    five = told("a", "Courier", AT, toll("killed", 5, chain=(POLICE,)))
    seven = told("b", "Gazette", LATER, toll("killed", 7, chain=(UNION,)))
    for readings in ([five, seven, two_more(at=LAST)], [seven, two_more(at=LAST)]):
        found = whole(weigh(readings))
        assert found.status in ("revised", "single_source"), found.explanation
        assert shown(found) == [("7", False, False), ("2", True, False), ("5", False, True)]
    again = told("c", "Herald", LAST, toll("killed", 5, chain=(POLICE,)))
    assert whole(weigh([five, seven, again])).status == "disputed"


def test_a_source_that_tells_of_five_and_of_two_more_has_said_both() -> None:
    text = "The bomb killed five. Two more people died in hospital."
    five, more = (
        replace(toll("killed", number, chain=(POLICE,)), evidence=(Span(at, at + len(words)),))
        for number, words in ((5, "five"), (2, "Two more people"))
        if (at := text.index(words)) >= 0
    )
    read = with_text(told("a", "Courier", AT, five, more), text)
    assert shown(whole(weigh([read]))) == [("5", False, False), ("2", True, False)]


def test_another_number_of_another_fate_is_no_number_on_top() -> None:
    text = "A bomb killed five people and wounded another 14."
    dead, hurt = (
        replace(toll(slot, number), evidence=(Span(at, at + len(words)),))
        for slot, number, words in (("killed", 5, "five people"), ("injured", 14, "another 14"))
        if (at := text.index(words)) >= 0
    )
    more = toll("injured", 20, chain=(UNION,))
    found = whole(
        weigh([with_text(told("a", "Courier", AT, dead, hurt), text), told("b", "Gazette", AT, more)]),
        "injured",
    )
    assert [value.added for value in found.values] == [False, False]


def test_what_is_firm_is_no_part_of_what_is_told_with_reserve() -> None:
    """ "All six were killed or captured. Four were killed." """
    either = toll("killed", 6, chain=(POLICE,), certainty="possible")
    read = told("a", "Courier", AT, either, toll("killed", 4, chain=(POLICE,)))
    found = whole(weigh([read, told("b", "Gazette", AT, toll("killed", 4, chain=(UNION,)))]))
    assert (found.status, str(found.values[0].value), len(found.values[0].origins)) == ("agreed", "4", 2)


@pytest.mark.parametrize(
    ("text", "status"), [("He had seen three bodies", "agreed"), ("He buried three bodies", "disputed")]
)
def test_so_many_as_somebody_saw_are_no_total(text: str, status: str) -> None:
    seen = replace(toll("killed", 3, chain=(UNION,)), evidence=(Span(text.index("three"), len(text)),))
    others = [
        told(name, name, AT, toll("killed", 4, chain=(who,)))
        for name, who in (("b", POLICE), ("c", source("Sy Orr")))
    ]
    assert whole(weigh([with_text(told("a", "Courier", AT, seen), text), *others])).status == status
