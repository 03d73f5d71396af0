"""Sources that are told by their office, their ministry, or the body that they lead."""

from __future__ import annotations

import pytest

from many import source, told, toll, with_text
from standoff.records import Source
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
        (SPOKESMAN, source("Mirko Vane", described="the interior minister"), 1),
        (SPOKESMAN, source("Interior Ministry"), 1),
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
