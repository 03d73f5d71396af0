"""Sources that are told by their office, their ministry, or the body that they lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from many import source, told, toll, with_text
from standoff.records import Source, Span
from standoff.weighing.findings import weigh

AT = "2031-03-14T08:00:00+00:00"
MAYOR = source("Oda Brill", described="mayor of Tellis")
UNION = source("Ostrany Dockers' Union", "organisation")
SPOKESMAN = source("Joss Harrow", described="Interior Ministry spokesman")


def origins(*who: Source) -> int:
    """How many origins one number has that each of some sources gives to a paper of its own."""
    readings = [
        told(f"r{n}", f"Paper {n}", AT, toll("killed", 3, chain=(each,))) for n, each in enumerate(who)
    ]
    (found,) = weigh(readings)
    return len(found.values[0].origins)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (MAYOR, source("town's mayor", "official", "role"), 1),
        (MAYOR, source("Ada Lint", described="mayor of Korvale"), 2),
        (source("Joss Odo Harrow"), source("Joss Harrow"), 1),
        (source("Chad Lint", described="police chief"), source("Kenyan police"), 1),
        (SPOKESMAN, source("Mirko Vane", described="the interior minister"), 1),
        (SPOKESMAN, source("Interior Ministry"), 1),
        (SPOKESMAN, source("Ministry of the Interior of Ostrany"), 1),
        (SPOKESMAN, source("Minister for Transport"), 2),
        (source("Mirko Vane", described="Minister of Defence"), source("army", "official", "group"), 1),
        (source("General Staff of the Armies"), source("army", "official", "group"), 1),
        (source("Kenya"), source("government", "official", "group"), 1),
        (source("police", "official", "group"), source("former inspector", "official", "role"), 2),
        (MAYOR, source("former mayor", "official", "role"), 2),
        (SPOKESMAN, source("Mirko Vane", described="minister of trade"), 2),
        (UNION, source("Per Lund", "organisation", described="the union's leader"), 1),
        (UNION, source("Per Lund", "organisation", described="a docker"), 2),
        (source("Ostrany Coast Guard"), source("Lena Voss", described="a coast guard commander"), 1),
        (
            source("prosecutors", "official", "group"),
            source("Ivo Lenz", described="the town's prosecutor"),
            1,
        ),
        (source("Ostrany Red Cross", "organisation"), source("Red Cross", "organisation"), 1),
        (source("Ostrany Bureau of Mines"), source("Ostrany Bureau"), 1),
        (source("MARNA", "official"), source("MARNA", "organisation"), 1),
        (source("ministry", described="Ostrany defence"), source("Emergencies Ministry"), 2),
        (source("medics", "unknown"), source("medics", "organisation", "group"), 2),
    ],
)
def test_one_source_told_in_two_ways_is_one_origin(one: Source, other: Source, count: int) -> None:
    assert origins(one, other) == count


def test_an_office_that_two_hold_is_neither_s() -> None:
    other = source("Ada Lint", described="mayor of Korvale")
    assert origins(MAYOR, other, source("mayor", "official", "role")) == 3


def test_a_short_name_that_two_longer_ones_end_in_is_neither_s() -> None:
    names = ("Ostrany Red Cross", "Marn Red Cross", "Red Cross")
    assert origins(*(source(name, "organisation") for name in names)) == 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Interior Ministry confirmed it. Lena Voss spoke for the ministry.", 1),
        (
            "The Interior Ministry confirmed it. The foreign ministry wept. Lena Voss spoke for the ministry.",
            2,
        ),
        ("Lena Voss spoke for the ministry.", 2),
    ],
)
def test_the_ministry_is_the_only_one_that_its_report_names(text: str, count: int) -> None:
    speaker = source("Lena Voss", described="ministry spokeswoman")
    first = told("a", "Courier", AT, toll("killed", 3, chain=(speaker,)))
    second = told("b", "Gazette", AT, toll("killed", 3, chain=(source("Interior Ministry"),)))
    (found,) = weigh([with_text(first, text), second])
    assert len(found.values[0].origins) == count


def army(name: str) -> Source:
    """An army, as it is called."""
    return source(name, "official", "group")


def test_armies_and_police_of_two_lands_are_two_origins() -> None:
    assert origins(army("Russian army"), army("Ukraine's army")) == 2
    assert origins(source("Kenyan police"), source("Ugandan police")) == 2
    assert origins(army("Kenyan army"), army("army"), source("Kenya Navy")) == 1


def test_an_army_without_its_land_is_the_one_that_its_report_tells_of_or_most_do() -> None:
    chains = [
        [army("Kenyan army")],
        [army("Ugandan army"), army("army")],
        [army("Kenya's army")],
        [army("army")],
    ]
    readings = [
        told(f"r{n}", f"Paper {n}", AT, *(toll("killed", 3, chain=(who,)) for who in each))
        for n, each in enumerate(chains)
    ]
    (found,) = weigh(readings)
    assert [origin.key for origin in found.values[0].origins] == [
        "body:military of KE",
        "body:military of UG",
    ]


def test_a_body_that_publishes_what_it_says_is_the_one_that_others_cite() -> None:
    watch, union = (
        source("Ostrany Rights Watch", "organisation"),
        source("Dockers' Union", "party", described="DU"),
    )
    readings = [
        told("a", "Ostrany Rights Watch", AT, toll("killed", 3)),
        told("b", "Courier", AT, toll("killed", 3, chain=(watch,)), toll("injured", 9, chain=(union,))),
        told("c", "DU", AT, toll("injured", 9)),
        told("d", "Gazette", AT, toll("injured", 9, chain=(source("DU militants", "party", "group"),))),
    ]
    assert {each.slot: len(each.values[0].origins) for each in weigh(readings)} == {"killed": 1, "injured": 1}


def test_a_paper_that_is_named_for_a_body_is_no_body() -> None:
    readings = [
        told("a", "Police Gazette", AT, toll("killed", 3)),
        told("b", "Courier", AT, toll("killed", 3, chain=(source("police", "official", "group"),))),
    ]
    (found,) = weigh(readings)
    assert len(found.values[0].origins) == 2


def test_the_minister_is_that_of_the_only_ministry_in_the_report() -> None:
    named = source("Mirko Vane", described="Transport Minister")
    text = (
        "Minister: all safe. Mirko Vane, the Minister for Transport, came. The minister said three had died."
    )
    here = with_text(
        told("a", "Courier", AT, toll("killed", 3, chain=(source("minister", "official", "role"),))), text
    )
    (found,) = weigh([here, told("b", "Gazette", AT, toll("killed", 3, chain=(named,)))])
    assert len(found.values[0].origins) == 1


def test_a_body_that_publishes_under_a_name_without_capitals_is_its_outlet() -> None:
    readings = [
        told("r1", "tellisdockers union", AT, toll("killed", 3)),
        told("r2", "The Lamp", AT, toll("killed", 3)),
    ]
    (found,) = weigh(readings)
    assert len(found.values[0].origins) == 2


def test_what_stands_in_another_report_says_nothing_of_a_body_that_publishes() -> None:
    text = "Three died, MARNA said."
    board = replace(source("MARNA"), spans=(Span(text.index("MARNA"), text.index(" said")),))
    cited = with_text(told("b", "Courier", AT, toll("killed", 3, chain=(board,))), text)
    alone = told("c", "Gazette", AT, toll("killed", 3, chain=(source("army", "official", "group"),)))
    published = with_text(told("a", "MARNA", AT, toll("killed", 3)), "Three died. Army lorries came.")
    (found,) = weigh([cited, alone, published])
    assert [origin.key for origin in found.values[0].origins] == ["body:military", "name:marna"]
