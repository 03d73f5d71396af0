"""What reads like a motive or people and is none."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.slots.unfitting import is_unfitting
from trees import reading

TAKEN = "They/PRON/3/nsubj were/AUX/3/aux taken/VERB/0/root {mark}/ADP/5/case {thing}/NOUN/3/obl"
CAME = "Nurses/NOUN/2/nsubj came/VERB/0/root to/PART/4/mark {verb}/VERB/2/advcl men/NOUN/4/obj"
TRIED = (
    "The/DET/2/det guard/NOUN/7/nsubj {who}/PRON/4/nsubj {verb}/VERB/2/acl to/PART/6/mark help/VERB/4/xcomp "
    "died/VERB/0/root"
)
PERMIT = (
    "It/PRON/2/nsubj had/VERB/0/root a/DET/4/det {thing}/NOUN/2/obj to/PART/6/mark carry/VERB/4/acl "
    "90/NUM/8/nummod guests/NOUN/6/obj"
)
CLEARED = (
    "It/PRON/3/nsubj was/AUX/3/aux {verb}/VERB/0/root to/PART/5/mark carry/VERB/3/advcl 90/NUM/7/nummod "
    "guests/NOUN/5/obj"
)


def unfitting(tree: str, slot: str, first: int, last: int) -> bool:
    return is_unfitting(Page.of(reading(tree)), slot, Stretch(first, last))


@pytest.mark.parametrize(("thing", "expected"), [("questioning", True), ("money", False)])
def test_what_is_done_with_people_is_no_motive(thing: str, expected: bool) -> None:
    assert unfitting(TAKEN.format(mark="for", thing=thing), "motive", 3, 5) is expected
    assert not unfitting(TAKEN.format(mark="for", thing=thing), "status", 3, 5)


@pytest.mark.parametrize(("verb", "expected"), [("treat", True), ("punish", False)])
def test_what_aid_is_for_is_no_motive(verb: str, expected: bool) -> None:
    assert unfitting(CAME.format(verb=verb), "motive", 2, 5) is expected


@pytest.mark.parametrize(
    ("who", "verb", "expected"), [("who", "tried", True), ("he", "tried", False), ("who", "wished", False)]
)
def test_what_one_of_them_tried_is_no_motive(who: str, verb: str, expected: bool) -> None:
    assert unfitting(TRIED.format(who=who, verb=verb), "motive", 3, 6) is expected


@pytest.mark.parametrize(("thing", "expected"), [("permit", True), ("plan", False)])
def test_as_many_as_a_permit_allows_are_nobody(thing: str, expected: bool) -> None:
    assert unfitting(PERMIT.format(thing=thing), "captive", 6, 8) is expected


@pytest.mark.parametrize(("verb", "expected"), [("cleared", True), ("forced", False)])
def test_as_many_as_are_allowed_are_nobody(verb: str, expected: bool) -> None:
    assert unfitting(CLEARED.format(verb=verb), "target_count", 5, 7) is expected
    assert not unfitting(CLEARED.format(verb=verb), "target", 5, 7)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("avoid/VERB/0/root", True),
        ("left/VERB/0/root without/SCONJ/4/mark", True),
        ("fired/VERB/0/root instead/ADV/4/mark", True),
        ("fired/VERB/0/root after/SCONJ/4/mark", False),
    ],
)
def test_whom_a_deed_was_not_done_to_are_nobody(opening: str, expected: bool) -> None:
    deed = len(opening.split()) + 2
    tree = f"They/PRON/2/nsubj {opening} killing/VERB/2/advcl clerks/NOUN/{deed}/obj"
    assert unfitting(tree, "killed", deed, deed + 1) is expected
    assert unfitting(tree, "killed", deed - 1, deed + 1) is expected


@pytest.mark.parametrize(("mark", "expected"), [("while", True), ("as", True), ("for", False)])
def test_what_the_victim_was_trying_is_no_motive(mark: str, expected: bool) -> None:
    tree = (
        "A/DET/2/det clerk/NOUN/4/nsubj was/AUX/4/aux shot/VERB/0/root {mark}/SCONJ/6/mark trying/VERB/4/advcl "
        "to/PART/8/mark flee/VERB/6/xcomp"
    )
    assert unfitting(tree.format(mark=mark), "motive", 5, 8) is expected


@pytest.mark.parametrize(("word", "expected"), [("ages", True), ("plus", False)])
def test_one_of_the_ages_of_those_counted_before_is_nobody(word: str, expected: bool) -> None:
    tree = (
        "Two/NUM/2/nummod men/NOUN/0/root ,/PUNCT/4/punct {word}/NOUN/2/conj 19/NUM/4/flat and/CCONJ/7/cc "
        "24/NUM/4/conj"
    )
    assert unfitting(tree.format(word=word), "injured", 6, 7) is expected


@pytest.mark.parametrize(
    ("words", "slot", "expected"),
    [
        ("none/PRON/0/root of/ADP/3/case them/PRON/1/nmod seriously/ADV/1/advmod", "injured", True),
        ("none/PRON/0/root of/ADP/3/case them/PRON/1/nmod hurt/VERB/1/acl", "injured", False),
        ("two/NUM/3/nummod seriously/ADV/3/advmod hurt/ADJ/0/root men/NOUN/3/dep", "injured", False),
        ("not/PART/2/advmod guilty/ADJ/0/root", "charge", True),
        ("arson/NOUN/0/root", "charge", False),
    ],
)
def test_a_degree_counts_nobody_and_a_plea_charges_with_nothing(
    words: str, slot: str, expected: bool
) -> None:
    assert unfitting(words, slot, 0, len(words.split())) is expected


HELD = "Clerks/NOUN/3/nsubj were/AUX/3/aux {verb}/VERB/0/root over/ADP/6/case the/DET/6/det fire/NOUN/3/obl"


@pytest.mark.parametrize(("verb", "expected"), [("arrested", True), ("praised", True), ("shot", False)])
def test_what_people_are_held_or_praised_for_is_no_motive(verb: str, expected: bool) -> None:
    assert unfitting(HELD.format(verb=verb), "motive", 4, 6) is expected


CHARGED = "She/PRON/2/nsubj faces/VERB/0/root {kind}/ADJ/4/amod charges/NOUN/2/obj"


@pytest.mark.parametrize(("kind", "expected"), [("several", True), ("drug", False)])
def test_a_word_for_charges_names_none(kind: str, expected: bool) -> None:
    assert unfitting(CHARGED.format(kind=kind), "charge", 2, 4) is expected


SERVES = "He/PRON/2/nsubj serves/VERB/0/root a/DET/5/det {kind}/ADJ/5/amod sentence/NOUN/2/obj"


@pytest.mark.parametrize(("kind", "expected"), [("further", True), ("ten-year", False)])
def test_a_word_for_punishments_names_none(kind: str, expected: bool) -> None:
    assert unfitting(SERVES.format(kind=kind), "sentence", 2, 5) is expected


@pytest.mark.parametrize(("whose", "expected"), [("them/PRON/2/nmod", True), ("body/NOUN/2/nmod", False)])
def test_most_of_those_counted_before_are_no_number(whose: str, expected: bool) -> None:
    tree = f"killed/VERB/0/root most/ADJ/1/obj of/ADP/4/case {whose}"
    assert unfitting(tree, "killed", 1, 4) is expected


@pytest.mark.parametrize(("noun", "expected"), [("charge", True), ("army", False)])
def test_a_charge_is_no_suspect(noun: str, expected: bool) -> None:
    tree = f"a/DET/2/det {noun}/NOUN/4/nsubj both/ADV/4/advmod deny/VERB/0/root"
    assert unfitting(tree, "suspect", 0, 2) is expected


@pytest.mark.parametrize(("verb", "unfitting"), [("stood", True), ("sat", False)])
def test_how_long_a_thing_had_gone_on_is_no_term(verb: str, unfitting: bool) -> None:
    tree = f"He/PRON/2/nsubj {verb}/VERB/0/root for/ADP/5/case six/NUM/5/nummod years/NOUN/2/obl"
    page = Page.of(reading(tree))
    assert is_unfitting(page, "sentence", Stretch(3, 5)) is unfitting


@pytest.mark.parametrize(("verb", "unfitting"), [("arrested", True), ("hurt", False)])
def test_who_is_only_arrested_does_nothing(verb: str, unfitting: bool) -> None:
    page = Page.of(reading(f"Dockers/NOUN/3/nsubj were/AUX/3/aux {verb}/VERB/0/root"))
    assert is_unfitting(page, "actor", Stretch(0, 1)) is unfitting


@pytest.mark.parametrize(
    ("how", "deed", "expected"),
    [("attempted", "stabbing", True), ("gang", "stabbing", False), ("attempted", "killing", False)],
)
def test_whose_stabbing_is_charged_as_an_attempt_is_not_dead(how: str, deed: str, expected: bool) -> None:
    tree = (
        f"Police/NOUN/2/nsubj charged/VERB/0/root men/NOUN/2/obj with/ADP/6/case {how}/ADJ/6/amod murder/NOUN/2/obl "
        f"over/ADP/9/case the/DET/9/det {deed}/NOUN/2/obl of/ADP/12/case a/DET/12/det clerk/NOUN/9/nmod"
    )
    assert unfitting(tree, "killed", 10, 12) is expected
    assert unfitting(tree, "killed", 7, 12) is expected
