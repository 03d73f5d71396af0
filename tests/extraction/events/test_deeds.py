"""Deeds told in one sentence are events of their own; what one word for a deed is over is an event of its type."""

from __future__ import annotations

import trees
from standoff.extraction import extract
from standoff.records import Reading

FREED = (
    "Two/NUM/2/nummod aides/NOUN/6/nsubj captured/VERB/2/acl Monday/PROPN/3/obl were/AUX/6/aux "
    "freed/VERB/0/root Friday/PROPN/6/obl ./PUNCT/6/punct"
)
ARRESTED = (
    "The/DET/2/det clerk/NOUN/4/nsubj was/AUX/4/aux arrested/VERB/0/root in/ADP/6/case Tellis/PROPN/4/obl"
)


def _read(tree: str, *slots: tuple[str, str, float]) -> Reading:
    return extract(trees.reading(tree, slots=list(slots)))


def test_what_hangs_on_an_earlier_deed_is_no_part_of_the_later_one() -> None:
    made = _read(FREED, ("freed", "Two aides", 1.0), ("place", "Monday", 1.0), ("place", "Friday", 1.0))
    events = {claim.value.text: claim.event for claim in made.claims if claim.slot == "place"}  # type: ignore[union-attr]
    assert events["Monday"] != events["Friday"]


def test_an_event_all_of_which_hangs_on_one_word_for_a_deed_is_of_its_type() -> None:
    made = _read(ARRESTED, ("target", "The clerk", 1.0), ("place", "Tellis", 1.0))
    assert {event.type for event in made.events} == {"arrest"}


def test_who_is_blamed_hangs_on_the_deed_of_the_others() -> None:
    named = (
        "He/PRON/3/nsubj was/AUX/3/aux named/VERB/0/root as/ADP/6/case Jan/PROPN/6/compound Ott/PROPN/3/obl"
    )
    made = _read(
        f"{ARRESTED} ./PUNCT/4/punct\n{named}", ("target", "The clerk", 1.0), ("suspect", "Jan Ott", 1.0)
    )
    assert {event.type for event in made.events} == {"arrest"}
