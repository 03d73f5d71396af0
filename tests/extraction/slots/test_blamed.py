"""Who is blamed is not counted among those harmed."""

from __future__ import annotations

from standoff.extraction.grammar.page import Page
from standoff.extraction.names.names import Names
from standoff.extraction.slots.blamed import with_blamed
from standoff.extraction.slots.rows import slot_rows
from trees import reading

ACCUSED = (
    "Kurt/PROPN/5/nsubj Ander/PROPN/1/flat is/AUX/5/cop the/DET/5/det gunman/NOUN/0/root\n"
    "Police/NOUN/2/nsubj {verb}/VERB/0/root Kurt/PROPN/2/obj Ander/PROPN/3/flat"
)
LIST = (
    "They/PRON/3/nsubj are/AUX/3/cop Kurt/PROPN/0/root Ander/PROPN/3/flat ,/PUNCT/6/punct Udo/PROPN/3/conj "
    "Kress/PROPN/6/flat and/CCONJ/9/cc Maren/PROPN/3/conj Loss/PROPN/9/flat"
)


def slots(tree: str, *given: tuple[str, str, float]) -> list[tuple[str, str]]:
    page = Page.of(reading(tree, slots=list(given)))
    return [(row.slot, page.quote(row.at)) for row in with_blamed(page, Names(page), slot_rows(page))]


def test_a_suspects_bare_name_is_no_toll() -> None:
    tree = ACCUSED.format(verb="know")
    both = (("killed", "Kurt Ander", 0.6), ("suspect", "Kurt Ander", 0.5))
    assert slots(tree, *both) == [("suspect", "Kurt Ander")]


def test_a_suspect_of_whom_the_sentence_tells_a_fate_may_be_killed() -> None:
    tree = ACCUSED.format(verb="killed")
    told = (("suspect", "gunman", 0.5), ("suspect", "Kurt Ander", 0.5), ("killed", "killed Kurt Ander", 0.6))
    assert ("killed", "Kurt Ander") in slots(tree, *told)


def test_a_name_in_a_list_of_suspects_is_one() -> None:
    suspects = (("suspect", "Kurt Ander", 0.6), ("suspect", "Udo Kress", 0.6))
    found = slots(LIST, *suspects, ("killed", "Maren Loss", 0.9))
    assert found == [("suspect", "Kurt Ander"), ("suspect", "Udo Kress"), ("suspect", "Maren Loss")]


def test_one_suspect_does_not_make_the_rest_of_a_list_suspects() -> None:
    both = LIST.replace(",/PUNCT/6/punct Udo/PROPN/3/conj Kress/PROPN/6/flat ", "").replace("/9/", "/6/")
    found = slots(both, ("suspect", "Kurt Ander", 0.6), ("killed", "Maren Loss", 0.9))
    assert ("killed", "Maren Loss") in found


def test_those_whom_the_attackers_are_identified_as_are_not_harmed() -> None:
    tree = (
        "Police/NOUN/2/nsubj identified/VERB/0/root the/DET/4/det {who}/NOUN/2/obj as/ADP/8/case the/DET/8/det "
        "brothers/NOUN/8/compound Kurt/PROPN/2/obl Ander/PROPN/8/flat and/CCONJ/11/cc Udo/PROPN/8/conj "
        "Ander/PROPN/11/flat"
    )
    told = (("killed", "Kurt Ander", 0.6), ("suspect", "Udo Ander", 0.6))
    assert [slot for slot, _ in slots(tree.format(who="gunmen"), *told)] == ["suspect", "suspect"]
    assert [slot for slot, _ in slots(tree.format(who="dead"), *told)] == ["killed", "suspect"]
