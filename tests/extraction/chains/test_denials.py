"""Denials that point back to the sentence before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.extraction.chains.denials import with_denied
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.trace import Point
from standoff.records import Quantity, Text
from trees import reading

TOLD = "Rebels/NOUN/2/nsubj killed/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj ./PUNCT/2/punct\n"
VALUE = Quantity("toll", 2, 2, party="men")
KILLED = Point(0, "killed", Stretch(2, 4), VALUE, 0.9)
DENIED = {
    "it": "Police/NOUN/2/nsubj denied/VERB/0/root it/PRON/2/obj ./PUNCT/2/punct",
    "that": "Police/NOUN/2/nsubj denied/VERB/0/root that/PRON/2/ccomp ./PUNCT/2/punct",
    "the claim": "Police/NOUN/2/nsubj rejected/VERB/0/root the/DET/4/det claim/NOUN/2/obj ./PUNCT/2/punct",
}


def said(page: Page, points: list[Point]) -> list[tuple[str, str]]:
    return [(point.slot, page.quote(point.at)) for point in points]


@pytest.mark.parametrize("words", DENIED)
def test_what_is_denied_is_the_toll_of_the_sentence_before(words: str) -> None:
    page = Page.of(reading(TOLD + DENIED[words]))
    points = with_denied(page, [KILLED])
    assert said(page, points) == [("killed", "two men"), ("killed", words)]
    assert points[1].value == VALUE
    assert not points[1].by_model


def test_what_the_model_reads_in_the_words_that_point_back_gives_way() -> None:
    page = Page.of(reading(TOLD + DENIED["that"]))
    read = replace(KILLED, row=1, at=Stretch(7, 8), value=Quantity("toll", 1, 1))
    assert [point.value for point in with_denied(page, [KILLED, read])] == [VALUE, VALUE]


def test_a_denial_that_says_what_it_denies_or_stands_farther_off_repeats_nothing() -> None:
    own = "Police/NOUN/2/nsubj denied/VERB/0/root the/DET/4/det claim/NOUN/2/obj of/ADP/6/case rebels/NOUN/4/nmod"
    between = "It/PRON/2/nsubj rained/VERB/0/root ./PUNCT/2/punct\n"
    for text in (TOLD + own, TOLD + between + DENIED["it"]):
        assert with_denied(Page.of(reading(text)), [KILLED]) == [KILLED]


def test_places_and_times_are_not_denied_with_the_claim() -> None:
    page = Page.of(reading(TOLD + DENIED["it"]))
    place = replace(KILLED, slot="place", at=Stretch(0, 1))
    assert with_denied(page, [place]) == [place]


def test_who_did_it_is_denied_where_no_number_is_told() -> None:
    page = Page.of(reading(TOLD + DENIED["it"]))
    actor = replace(KILLED, slot="actor", at=Stretch(0, 1))
    assert said(page, with_denied(page, [actor])) == [("actor", "Rebels"), ("actor", "it")]
    assert said(page, with_denied(page, [actor, KILLED]))[2:] == [("killed", "it")]


@pytest.mark.parametrize(
    "words", ["not/PART/6/advmod true/ADJ/2/ccomp", "quite/ADV/6/advmod false/ADJ/2/ccomp"]
)
def test_what_somebody_says_is_not_so_is_denied(words: str) -> None:
    telling = "Police/NOUN/2/nsubj said/VERB/0/root this/PRON/6/nsubj was/AUX/6/cop"
    page = Page.of(reading(f"{TOLD}{telling} {words} ./PUNCT/2/punct"))
    assert said(page, with_denied(page, [KILLED]))[1:] == [("killed", "this")]


def test_what_somebody_says_is_so_is_not_denied() -> None:
    words = "Police/NOUN/2/nsubj said/VERB/0/root this/PRON/5/nsubj was/AUX/5/cop true/ADJ/2/ccomp ./PUNCT/2/punct"
    assert with_denied(Page.of(reading(TOLD + words)), [KILLED]) == [KILLED]


def test_a_charge_goes_before_a_toll_and_the_charges_are_no_toll() -> None:
    charge = replace(KILLED, slot="charge", at=Stretch(1, 2), value=Text("murder"))
    page = Page.of(reading(TOLD + DENIED["it"]))
    assert said(page, with_denied(page, [charge, KILLED]))[2:] == [("charge", "it")]
    charges = Page.of(reading(TOLD + DENIED["the claim"].replace("claim/", "charges/")))
    assert with_denied(charges, [KILLED]) == [KILLED]
    assert said(charges, with_denied(charges, [charge, KILLED]))[2:] == [("charge", "the charges")]


def test_a_figure_that_another_disputes_is_the_one_just_told() -> None:
    line = (
        "Rebels/NOUN/2/nsubj killed/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj ,/PUNCT/7/punct a/DET/7/det "
        "figure/NOUN/4/appos that/PRON/10/obj police/NOUN/10/nsubj dispute/VERB/7/acl ./PUNCT/2/punct"
    )
    page = Page.of(reading(line))
    assert said(page, with_denied(page, [KILLED])) == [("killed", "two men"), ("killed", "a figure")]


def test_who_neither_confirms_nor_denies_it_denies_nothing() -> None:
    line = (
        "Police/NOUN/3/nsubj neither/CCONJ/3/cc confirmed/VERB/0/root nor/CCONJ/5/cc denied/VERB/3/conj "
        "it/PRON/5/obj ./PUNCT/3/punct"
    )
    assert with_denied(Page.of(reading(TOLD + line)), [KILLED]) == [KILLED]


@pytest.mark.parametrize(("noun", "expected"), [("allegations", []), ("claim", [("killed", "the claim")])])
def test_the_allegations_are_what_somebody_told_and_not_what_the_outlet_did(
    noun: str, expected: list[tuple[str, str]]
) -> None:
    page = Page.of(reading(TOLD + DENIED["the claim"].replace("claim/", f"{noun}/")))
    assert said(page, with_denied(page, [KILLED]))[1:] == expected


def test_the_allegations_that_somebody_told_just_before_are_denied() -> None:
    told = (
        "Locals/NOUN/2/nsubj said/VERB/0/root rebels/NOUN/4/nsubj killed/VERB/2/ccomp two/NUM/6/nummod "
        "men/NOUN/4/obj ./PUNCT/2/punct\n"
    )
    page = Page.of(reading(told + DENIED["the claim"].replace("claim/", "allegations/")))
    killed = replace(KILLED, at=Stretch(4, 6))
    assert said(page, with_denied(page, [killed]))[1:] == [("killed", "the allegations")]


JOINED = (
    "Rebels/NOUN/2/nsubj killed/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj ~;/PUNCT/7/punct "
    "{who}/NOUN/7/nsubj denied/VERB/2/{joined} it/PRON/7/obj ./PUNCT/2/punct"
)


@pytest.mark.parametrize(("joined", "expected"), [("parataxis", ["two men", "it"]), ("advcl", ["two men"])])
def test_who_denies_in_a_clause_of_his_own_denies_the_one_before(joined: str, expected: list[str]) -> None:
    page = Page.of(reading(JOINED.format(who="police", joined=joined)))
    assert [page.quote(point.at) for point in with_denied(page, [KILLED])] == expected


def test_where_nobody_is_counted_what_was_seen_last_is_denied() -> None:
    page = Page.of(reading(TOLD + DENIED["it"]))
    seen = [Point(n, "observation", Stretch(n, n + 1), Text("x"), 0.9) for n in (0, 1)]
    assert [(point.row, page.quote(point.at)) for point in with_denied(page, seen)][-1] == (1, "it")
