"""Datelines of wires and papers, and words in capitals that are none."""

from __future__ import annotations

import pytest

from standoff.ingest.dateline import find, further

FOUND = [
    ("TELLIS – Security forces came", "TELLIS", None, None, "TELLIS –"),
    ("PORT TELLIS, Ostrany (AP) — A bomb", "PORT TELLIS, Ostrany", "AP", None, "PORT TELLIS, Ostrany (AP) —"),
    (
        "Tellis, Ostrany (Reuters) - Two men",
        "Tellis, Ostrany",
        "Reuters",
        None,
        "Tellis, Ostrany (Reuters) -",
    ),
    ("LIMA, 7 APR 90 (EFE) -- [TEXT] A MAN", "LIMA", "EFE", "1990-04-07", "LIMA, 7 APR 90 (EFE) -- [TEXT]"),
    (
        "SAN TELLO, 3 JAN 90 -- [REPORT] [ACAN-EFE] [TEXT] A MAN",
        "SAN TELLO",
        "ACAN-EFE",
        "1990-01-03",
        "SAN TELLO, 3 JAN 90 -- [REPORT] [ACAN-EFE] [TEXT]",
    ),
    ("SAN TELLO, 3 JAN 90 (RADIO TELLO) -- [TEXT] A", "SAN TELLO", "Radio Tello", "1990-01-03", None),
    ("TELLO (OSTRANY), 26 JAN 89 -- [TEXT] A MAN", "TELLO, OSTRANY", None, "1989-01-26", None),
    ("TELLO (OSTRANY), 26 JAN 89 (EFE) -- [TEXT] A", "TELLO, OSTRANY", "EFE", "1989-01-26", None),
    ("Tellis (Ostrany) (AFP) - Some", "Tellis, Ostrany", "AFP", None, "Tellis (Ostrany) (AFP) -"),
    (
        "Tellis (Ostrany), May 14 (EFE).- Some",
        "Tellis, Ostrany",
        "EFE",
        None,
        "Tellis (Ostrany), May 14 (EFE).-",
    ),
    ("TELLIS, June 16, 2031 (AFP) – Some", "TELLIS", "AFP", "2031-06-16", "TELLIS, June 16, 2031 (AFP) –"),
    ("TELLIS, ON (June 16, 2031): Some", "TELLIS, ON", None, "2031-06-16", "TELLIS, ON (June 16, 2031):"),
    ("Tellis, Ont. (June 16, 2031) – Some", "Tellis, Ont.", None, "2031-06-16", None),
    ("BELOW, Wis. -\n\nThe second", "BELOW, Wis.", None, None, "BELOW, Wis. -"),
    ("NEW TELLIS: The army said", "NEW TELLIS", None, None, "NEW TELLIS:"),
    ("tellis: curfew was lifted in two areas, police said", "tellis", None, None, "tellis:"),
    ("MARLOW, N.Y. >> A woman of the town was hurt", "MARLOW, N.Y.", None, None, "MARLOW, N.Y. >>"),
    ("TELLIS, August 3. /TASS/. Two men", "TELLIS", "Tass", None, "TELLIS, August 3. /TASS/."),
    ("Tellis, Ostrany, Sept 22 (EFE).- Two men", "Tellis, Ostrany", "EFE", None, None),
    ("Port Tellis, 16 June 2031 – Some", "Port Tellis", None, "2031-06-16", "Port Tellis, 16 June 2031 –"),
    (
        "TELLIS (Reuters) 16 June 2031 — Some",
        "TELLIS",
        "Reuters",
        "2031-06-16",
        "TELLIS (Reuters) 16 June 2031 —",
    ),
    ("TELLIS (AP), June 16, 2031 - Some", "TELLIS", "AP", "2031-06-16", "TELLIS (AP), June 16, 2031 -"),
    ("TELLIS (Norland Press), June 16, 2031 — Some", "TELLIS", "Norland Press", "2031-06-16", None),
    ("TELLIS (RADIO OSTRANY), June 16 — Some", "TELLIS", "Radio Ostrany", None, None),
    ("TELLIS, Ostrany (NNA), 16 June 2031 – Some", "TELLIS, Ostrany", "NNA", "2031-06-16", None),
    ("TELLIS (Ostrany), June 16, 2031 — Some", "TELLIS, Ostrany", None, "2031-06-16", None),
    ("TELLIS 16 JUN 2031: Some", "TELLIS", None, "2031-06-16", "TELLIS 16 JUN 2031:"),
    ("Tellis — June 16, 2031 — Some", "Tellis", None, "2031-06-16", "Tellis — June 16, 2031 —"),
    (
        "TELLIS (Norland Press) — June 16, 2031 — Some",
        "TELLIS",
        "Norland Press",
        "2031-06-16",
        "TELLIS (Norland Press) — June 16, 2031 —",
    ),
    (
        "Tellis (Norland Press) — June 16, 2031, 14:20 — Some",
        "Tellis",
        "Norland Press",
        "2031-06-16T14:20",
        None,
    ),
    ("TELLIS (AP) - May 14 - Some", "TELLIS", "AP", None, "TELLIS (AP) -"),
    ("Tellis, 16 June 2031. Some", "Tellis", None, "2031-06-16", "Tellis, 16 June 2031."),
    ("(Tellis, 4 July 2031) – Two men", "Tellis", None, "2031-07-04", "(Tellis, 4 July 2031) –"),
]

NONE = [
    "Rights Alliance, 16 June 2031\n\n(Tellis) – Two men were hurt",
    "HIGHLIGHTS\n- Two men were hurt",
    "BURGLARY - Two men broke a window",
    "(Two men, it said) - and then they left",
    "WATCH: The army said",
    "BREAKING NEWS — Police came",
    "Press Release, 16 June 2031 – Police came",
    "Last updated, 16 June 2031 – Police came",
    "DATE: September 26, 2016 9:57 AM",
    "Police said - and then they left",
    "The man, John Roe - a farmer",
    "VOA — The outlet said",
    "FBI - the agency said",
    "DEAR READER: This is a letter",
    "THE MAN (A GUARD), WHO SANG -- SAID THAT IT WAS IN THE HOUSE",
    "THE PRESIDENT -- WHO WAS THERE -- SAID THAT IT WAS IN THE HOUSE",
    "LOS TELLOS-based police said",
    "",
]


@pytest.mark.parametrize(("text", "place", "agency", "day", "words"), FOUND)
def test_a_dateline_gives_place_agency_date_and_its_words(
    text: str, place: str, agency: str | None, day: str | None, words: str | None
) -> None:
    found = find(text, 0)
    assert found is not None
    assert (found.dateline.place, found.dateline.agency) == (place, agency)
    assert (found.published and found.published.value) == day
    assert words is None or found.span.quote(text) == words


@pytest.mark.parametrize("text", NONE)
def test_other_words_before_a_dash_are_no_dateline(text: str) -> None:
    assert find(text, 0) is None


def test_a_date_without_a_year_gives_no_date() -> None:
    found = find("TELLIS, July 1 (Reuters) - Armed men", 0)
    assert found is not None
    assert found.published is None


def test_the_further_datelines_of_a_round_up_begin_its_items_and_a_line_told_twice_none() -> None:
    first, second, third = (
        "TELLIS -- One left.\n",
        "Theft\n  BELAN, Ostrany -- Two left.\n",
        "DRUM -- Three left.\n",
    )
    text = first + second + "They left.\n" + second + third
    assert [text[start : start + 4] for start in further(text)] == ["BELA", "DRUM"]
    assert further(first + "They left.\nBELAN --\nTwo left.\n") == ()
