"""Where a text is one speaker's words by its layout."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.chains.turn_spans import turn_spans

RECORDED = (
    "Smoke rose.\n\n[Begin recording] [Bly] We ran.\n\nIt burned.\n\n[Reporter] Who ran?\n\n"
    "[Bly, interrupting] All of us. [End recording]\n\nRoads closed."
)
ASKED = "Bly spoke.\n\nQ: Who ran?\n\nA: We did.\n\nQ: And then?\n\nA: It burned.\n\nRoads closed."
NAMED = 'Bly spoke.\n\n"LUND: Who ran?\n\n"BLY: We did.\n\nIt burned.\n\n"LUND: And then?\n\nRoads closed.'
SIGNED = "The text:\n\nWe ran.\n\nIt burned.\n\n[Signed] The Herons\n\nRoads closed."
NUMBERED = "The front says:\n\n1. We ran.\n\n2. It burned.\n\nRoads closed."


def turns(text: str) -> list[tuple[str, str]]:
    return [
        (turn.who.quote(text) if turn.who else "", " ".join(turn.at.quote(text).split()))
        for turn in turn_spans(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (RECORDED, [("Bly", "We ran. It burned."), ("Bly", "All of us.")]),
        (ASKED, [("", "We did."), ("", "It burned.")]),
        (NAMED, [("LUND", "Who ran?"), ("BLY", "We did. It burned."), ("LUND", "And then?")]),
        (SIGNED, [("", "We ran. It burned.")]),
        (NUMBERED, [("", "1. We ran. 2. It burned.")]),
        ("Bly said:\n\nWe ran.\n\nRoads closed.", [("", "We ran.")]),
        ("Bly told us:\n\n[Begin recording] We ran. [End recording] Roads closed.", [("", "We ran.")]),
        ("[Begin recording] [Words indistinct] We ran. [End recording]", [("", "[Words indistinct] We ran.")]),
    ],
)  # fmt: skip
def test_a_turn_goes_from_its_label_or_introduction_to_the_next_sign(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert turns(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Police: two men ran\n\nTwo men ran on Monday.",  # a headline
        "Two men ran.\n\nPolice: it burned.\n\nRoads closed.",  # one label makes no transcript
        "Two men ran.\n\n[Ostrel] Roads closed.",
        "Two men ran: Bly and Lund.\n\nRoads closed.",
        "Two men ran:",
        "[Begin recording] [End recording]",
        "[Begin recording] [Reporter] Two men ran. [End recording]",
    ],
)
def test_other_text_has_no_turns(text: str) -> None:
    assert turns(text) == []


@given(
    st.lists(
        st.sampled_from(
            ["\n\n", "[Begin recording]", "[End recording]", "[Bly]", "Bly:", "Q:", " it ", ":", "1. ", "[Signed]"]
        )
    ).map("".join)
)  # fmt: skip
def test_turns_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = [turn.at for turn in turn_spans(text)]
    assert all(at.start < at.end <= len(text) for at in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
