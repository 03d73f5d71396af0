"""Who is suspected without a verb of accusing."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rivals import beaten
from standoff.extraction.slots.rows import slot_rows
from standoff.extraction.slots.suspected import with_suspected
from trees import reading

CALLED = (
    "A/DET/2/det soldier/NOUN/6/nsubj {called}/VERB/2/acl of/ADP/5/case arson/NOUN/3/obl was/AUX/7/aux "
    "held/VERB/0/root Sunday/PROPN/7/obl"
)
WARRANT = (
    "Judges/NOUN/2/nsubj issued/VERB/0/root a/DET/4/det warrant/NOUN/2/obj {mark}/ADP/7/case the/DET/7/det "
    "soldier/NOUN/{under} and/CCONJ/9/cc rebels/NOUN/7/conj"
)
TO_ARREST = (
    "Judges/NOUN/2/nsubj issued/VERB/0/root warrants/NOUN/2/obj to/PART/5/mark arrest/VERB/3/acl "
    "soldiers/NOUN/5/obj"
)
RESPONSIBLE = (
    "{who}/4/nsubj were/AUX/4/cop also/ADV/4/advmod responsible/ADJ/0/root {tie}/ADP/7/case the/DET/7/det "
    "blaze/NOUN/4/obl"
)


NAMED = (
    "Ministers/NOUN/2/nsubj {named}/VERB/0/root soldiers/NOUN/2/obj as/ADP/6/case the/DET/6/det {role}/NOUN/2/obl "
    "Sunday/PROPN/2/obl"
)


def page_of(tree: str, *slots: tuple[str, str, float]) -> Page:
    return Page.of(reading(tree, slots=list(slots)))


def suspects(tree: str, *slots: tuple[str, str, float]) -> list[str]:
    page = page_of(tree, *slots)
    return [page.quote(row.at) for row in with_suspected(page, slot_rows(page)) if row.slot == "suspect"]


@pytest.mark.parametrize(
    ("called", "named"), [("accused", ["A soldier"]), ("suspected", ["A soldier"]), ("tired", [])]
)
def test_who_is_called_accused_is_a_suspect(called: str, named: list[str]) -> None:
    assert suspects(CALLED.format(called=called), ("time", "Sunday", 0.5)) == named


def test_who_is_accused_of_links_is_no_suspect_for_it() -> None:
    tree = CALLED.format(called="accused").replace("arson", "links")
    assert suspects(tree, ("time", "Sunday", 0.5)) == []
    misread = tree.replace("links/NOUN/3/obl", "links/NOUN/7/obl")  # as the tree has it where more follows
    assert suspects(misread, ("time", "Sunday", 0.5)) == []


def test_who_is_called_accused_is_the_target_of_the_arrest_as_well() -> None:
    page = page_of(CALLED.format(called="accused"), ("target", "A soldier", 0.9))
    rows = with_suspected(page, slot_rows(page))
    assert [row.slot for row in rows] == ["target", "suspect"]
    assert not beaten(page, rows)


def test_an_actor_who_is_called_accused_and_a_sentence_without_a_slot_stay_as_they_are() -> None:
    assert suspects(CALLED.format(called="accused"), ("actor", "A soldier", 0.5)) == []
    assert suspects(CALLED.format(called="accused")) == []


@pytest.mark.parametrize("under", ["4/nmod", "2/obl"])
@pytest.mark.parametrize(
    ("mark", "named"),
    [("for", ["the soldier", "rebels"]), ("against", ["the soldier", "rebels"]), ("from", [])],
)
def test_each_whom_a_warrant_is_for_is_a_suspect(under: str, mark: str, named: list[str]) -> None:
    tree = WARRANT.format(mark=mark, under=under)
    assert suspects(tree, ("response", "issued a warrant", 0.5)) == named


def test_whom_a_warrant_is_for_is_no_target() -> None:
    tree = WARRANT.format(mark="for", under="4/nmod")
    page = page_of(tree, ("target", "the soldier", 0.9), ("target", "rebels", 0.9))
    assert {row.slot for row in with_suspected(page, slot_rows(page))} == {"suspect"}


def test_whom_a_warrant_is_to_arrest_is_a_suspect() -> None:
    assert suspects(TO_ARREST, ("response", "issued warrants", 0.5)) == ["soldiers"]


@pytest.mark.parametrize(
    ("who", "tie", "named"),
    [("Rebels/NOUN", "for", ["Rebels"]), ("Rebels/NOUN", "before", []), ("Storms/NOUN", "for", [])],
)
def test_a_party_that_is_responsible_for_something_is_a_suspect(who: str, tie: str, named: list[str]) -> None:
    assert suspects(RESPONSIBLE.format(who=who, tie=tie), ("observation", "blaze", 0.5)) == named


@pytest.mark.parametrize(
    ("named", "role", "blamed"),
    [("named", "organiser", ["soldiers"]), ("named", "envoy", []), ("saw", "organiser", [])],
)
def test_who_is_named_as_the_one_who_did_it_is_the_suspect(named: str, role: str, blamed: list[str]) -> None:
    assert suspects(NAMED.format(named=named, role=role), ("time", "Sunday", 0.5)) == blamed


def test_what_the_suspect_is_named_as_is_no_other_suspect() -> None:
    tree = NAMED.format(named="named", role="organiser")
    assert suspects(tree, ("suspect", "soldiers", 0.9), ("suspect", "the organiser", 0.6)) == ["soldiers"]
