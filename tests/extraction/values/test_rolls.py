"""Lists of counted people, whose items share a fate."""

from __future__ import annotations

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.values.rolls import fellows, parts_of
from trees import reading

LIST = (
    "Gunmen/NOUN/2/nsubj {deed}/VERB/0/root 20/NUM/4/nummod people/NOUN/2/obj {mark}/PUNCT/7/punct "
    "nine/NUM/7/nummod Danes/PROPN/4/appos ,/PUNCT/10/punct seven/NUM/10/nummod Japanese/ADJ/7/conj "
    "and/CCONJ/13/cc a/DET/13/det {last}/NOUN/7/conj {rest}"
)


def found(
    known: str, deed: str = "killed", mark: str = ":", last: str = "Turk", rest: str = "./PUNCT/2/punct"
) -> list[str]:
    tree = LIST.format(deed=deed, mark=mark, last=last, rest=rest)
    page = Page.of(reading(tree, slots=[("killed", known, 0.9)]))
    tolls = [("killed", Stretch(*bounds)) for bounds in page.reading.slots.bounds.tolist()]
    assert all(slot == "killed" for slot, _ in fellows(page, tolls))
    return [page.quote(at) for _, at in fellows(page, tolls)]


def test_what_befell_one_item_of_a_list_befell_the_others_too() -> None:
    assert found("nine Danes") == ["seven Japanese", "a Turk"]
    assert found("a Turk") == ["nine Danes", "seven Japanese"]


def test_a_dash_ends_what_a_number_counts() -> None:
    assert found("a Turk", mark="-") == ["nine Danes", "seven Japanese"]


def test_a_total_outside_the_list_tells_nothing_of_its_items() -> None:
    assert found("20 people") == []


def test_a_sentence_without_a_word_of_the_fate_tells_nothing_of_the_others() -> None:
    assert found("nine Danes", deed="met") == []


def test_who_acts_or_has_another_fate_is_no_item() -> None:
    wounded = "was/AUX/15/aux wounded/VERB/2/conj ./PUNCT/2/punct"
    assert found("nine Danes", rest=wounded) == ["seven Japanese"]
    acts = "said/VERB/2/conj"
    tree = LIST.format(deed="killed", mark=":", last="guard", rest=acts).replace(
        "guard/NOUN/7/conj", "guard/NOUN/14/nsubj"
    )
    page = Page.of(reading(tree, slots=[("killed", "nine Danes", 0.9)]))
    assert [page.quote(at) for _, at in fellows(page, [("killed", Stretch(5, 7))])] == ["seven Japanese"]


def test_people_listed_without_numbers_are_not_taken_for_a_list_of_counts() -> None:
    tree = (
        "It/PRON/2/nsubj killed/VERB/0/root a/DET/4/det teacher/NOUN/2/obj and/CCONJ/7/cc a/DET/7/det "
        "father/NOUN/4/conj ./PUNCT/2/punct"
    )
    page = Page.of(reading(tree, slots=[("killed", "a teacher", 0.9)]))
    assert list(fellows(page, [("killed", Stretch(2, 4))])) == []


PART = (
    "Ten/NUM/2/nummod men/NOUN/4/nsubj were/AUX/4/aux hurt/VERB/0/root ,/PUNCT/4/punct four/NUM/9/nsubj of/ADP/8/case "
    "whom/PRON/6/nmod {are} {so}/ADJ/4/conj"
)


def parts(are: str, so: str) -> list[tuple[str, str]]:
    page = Page.of(reading(PART.format(are=are, so=so)))
    return [(slot, page.quote(at)) for slot, at in parts_of(page, [("injured", Stretch(0, 4))])]


def test_some_of_whom_more_is_told_have_the_fate_of_all() -> None:
    assert parts("are/AUX/10/cop", "critical") == [("injured", "four of whom")]


def test_some_who_act_or_have_a_fate_of_their_own_are_left_alone() -> None:
    assert parts("blew/VERB/10/aux", "critical") == parts("were/AUX/10/cop", "arrested") == []
