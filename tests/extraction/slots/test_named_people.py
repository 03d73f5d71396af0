"""Who the people of a toll are."""

from __future__ import annotations

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.named_people import with_named_people
from standoff.extraction.slots.rows import slot_rows
from trees import reading

NAMED = (
    "They/PRON/2/nsubj buried/VERB/0/root Kurt/PROPN/2/obj Ander/PROPN/3/flat ,/PUNCT/8/punct a/DET/8/det "
    "tram/NOUN/8/compound driver/NOUN/3/appos and/CCONJ/10/cc Maren/PROPN/3/conj Loss/PROPN/10/flat"
)
WERE = "Two/NUM/2/nummod dead/ADJ/4/nsubj were/AUX/4/cop {who} on/ADP/6/case leave/NOUN/4/nmod"


def tolls(tree: str, *slots: tuple[str, str, float]) -> list[str]:
    page = Page.of(reading(tree, slots=list(slots)))
    return [page.quote(row.at) for row in with_named_people(page, slot_rows(page))]


def test_names_of_one_list_share_a_fate() -> None:
    assert tolls(NAMED, ("killed", "Kurt Ander", 0.5)) == ["Kurt Ander", "Maren Loss"]


def test_what_describes_a_person_of_a_toll_is_no_other_person() -> None:
    found = tolls(NAMED, ("killed", "Kurt Ander", 0.5), ("killed", "a tram driver", 0.4))
    assert found == ["Kurt Ander", "Maren Loss"]


def test_names_of_other_slots_stay_alone() -> None:
    assert tolls(NAMED, ("observation", "Kurt Ander", 0.5)) == ["Kurt Ander"]


def test_a_bare_number_goes_on_to_who_those_counted_are_said_to_be() -> None:
    guards = WERE.format(who="guards/NOUN/0/root")
    assert tolls(guards, ("killed", "Two dead", 0.5)) == ["Two dead were guards"]
    assert tolls(WERE.format(who="away/ADV/0/root"), ("killed", "Two dead", 0.5)) == ["Two dead"]
