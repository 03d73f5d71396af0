"""Verbs of telling that do something instead."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.acts import described_as, name_given, only_mentions, only_names, undecided
from standoff.extraction.grammar.page import Page, Stretch
from trees import reading

DOES = "Clerks/NOUN/2/nsubj {verb}/VERB/0/root {thing}/NOUN/2/obj"
ORDERS = "Clerks/NOUN/2/nsubj told/VERB/0/root men/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp"
SEES = "{who}/NOUN/2/nsubj saw/VERB/0/root two/NUM/4/nummod boats/NOUN/2/obj"


@pytest.mark.parametrize(
    ("verb", "thing", "only"),
    [
        ("announced", "relief", True),
        ("announced", "deaths", False),
        ("rejected", "offers", True),
        ("rejected", "claims", False),
        ("denounced", "delays", True),
        ("found", "boats", True),
        ("said", "nothing", True),
        ("reported", "losses", False),
    ],
)
def test_a_decision_is_no_telling_and_a_report_is(verb: str, thing: str, only: bool) -> None:
    assert only_mentions(Page.of(reading(DOES.format(verb=verb, thing=thing))), 1) is only


def test_an_announcement_with_a_clause_is_told() -> None:
    line = "Clerks/NOUN/2/nsubj announced/VERB/0/root relief/NOUN/4/nsubj came/VERB/2/ccomp"
    assert not only_mentions(Page.of(reading(line)), 1)


def test_who_tells_somebody_to_do_something_gives_an_order() -> None:
    assert only_mentions(Page.of(reading(ORDERS)), 1)


@pytest.mark.parametrize(("who", "only"), [("Reporters", False), ("Clerks", True)])
def test_what_reporters_see_is_told_by_them(who: str, only: bool) -> None:
    assert only_mentions(Page.of(reading(SEES.format(who=who))), 1) is only


def test_what_our_own_reporter_sees_is_the_outlet_s() -> None:
    line = "Our/PRON/2/nmod reporter/NOUN/3/nsubj saw/VERB/0/root boats/NOUN/3/obj"
    assert only_mentions(Page.of(reading(line)), 2)


@pytest.mark.parametrize(("thing", "only"), [("concerns", True), ("officials", False), ("records", False)])
def test_a_reason_is_cited_and_tells_nothing(thing: str, only: bool) -> None:
    line = (
        f"Clerks/NOUN/2/nsubj left/VERB/0/root ,/PUNCT/4/punct citing/VERB/2/advcl safety/NOUN/6/compound "
        f"{thing}/NOUN/4/obj ./PUNCT/2/punct"
    )
    assert only_mentions(Page.of(reading(line)), 3) is only


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("A/DET/2/det group/NOUN/5/nsubj called/VERB/2/acl Dawn/PROPN/3/xcomp fled/VERB/0/root", 2),
        ("The/DET/2/det group/NOUN/4/nsubj is/AUX/4/aux called/VERB/0/root Dawn/PROPN/4/xcomp", 3),
        ("A/DET/2/det man/NOUN/6/nsubj known/VERB/2/acl as/ADP/5/case Ox/PROPN/3/obl fled/VERB/0/root", 2),
    ],
)
def test_what_something_is_called_is_no_telling(line: str, verb: int) -> None:
    page = Page.of(reading(line))
    assert only_names(page, verb)
    assert only_mentions(page, verb)


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        (
            "It/PRON/3/expl is/AUX/3/aux known/VERB/0/root that/SCONJ/6/mark men/NOUN/6/nsubj fled/VERB/3/ccomp",
            2,
        ),
        ("Bly/PROPN/2/nsubj called/VERB/0/root it/PRON/2/obj murder/NOUN/2/xcomp", 1),
        (
            "A/DET/2/det raid/NOUN/7/nsubj called/VERB/2/acl murder/NOUN/3/xcomp by/ADP/6/case Bly/PROPN/3/obl "
            "failed/VERB/0/root",
            2,
        ),
    ],
)
def test_who_calls_it_so_and_what_is_known_are_told(line: str, verb: int) -> None:
    assert not only_names(Page.of(reading(line)), verb)


@pytest.mark.parametrize(("words", "neither"), [("neither", True), ("first", False)])
def test_who_neither_confirms_nor_denies_takes_no_side(words: str, neither: bool) -> None:
    line = (
        f"Clerks/NOUN/3/nsubj {words}/CCONJ/3/cc confirmed/VERB/0/root nor/CCONJ/5/cc denied/VERB/3/conj "
        "it/PRON/5/obj ./PUNCT/3/punct"
    )
    page = Page.of(reading(line))
    assert [undecided(page, verb) for verb in (2, 4)] == [neither, neither]


def test_who_did_not_confirm_or_deny_takes_no_side() -> None:
    line = "Clerks/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod confirm/VERB/0/root or/CCONJ/6/cc deny/VERB/4/conj"
    assert undecided(Page.of(reading(line)), 3)


@pytest.mark.parametrize(("verb", "neither"), [("refused", True), ("declined", True), ("rushed", False)])
def test_who_refuses_to_confirm_or_deny_takes_no_side(verb: str, neither: bool) -> None:
    line = (
        f"Clerks/NOUN/2/nsubj {verb}/VERB/0/root to/PART/4/mark confirm/VERB/2/xcomp or/CCONJ/6/cc deny/VERB/4/conj "
        "it/PRON/6/obj"
    )
    page = Page.of(reading(line))
    assert [undecided(page, at) for at in (3, 5)] == [neither, neither]


THREAT = "Rebels/NOUN/2/nsubj threatened/VERB/0/root to/PART/4/mark {verb}/VERB/2/xcomp"


def test_a_threat_is_a_deed_but_for_its_own_words() -> None:
    assert only_mentions(Page.of(reading(THREAT.format(verb="strike"))), 1)
    quoted = 'Men/X/2/nsubj threatened/VERB/0/root to/PART/5/mark "/PUNCT/5/punct strike/VERB/2/xcomp "/PUNCT/5/punct'
    assert not only_mentions(Page.of(reading(quoted)), 1)


@pytest.mark.parametrize(("article", "expected"), [("a", True), ("the", False)])
def test_who_calls_a_thing_one_of_a_kind_tells_of_it(article: str, expected: bool) -> None:
    line = "Guards/NOUN/2/nsubj called/VERB/0/root it/PRON/2/obj {article}/DET/5/det massacre/NOUN/2/xcomp"
    page = Page.of(reading(line.format(article=article)))
    assert only_mentions(page, 1) is not expected
    assert bool(name_given(page, 1)) is expected


@pytest.mark.parametrize("relation", ["obj", "ccomp"])
def test_what_it_is_said_to_be_is_a_second_object_or_a_clause_of_one_noun(relation: str) -> None:
    line = f"Guards/NOUN/2/nsubj called/VERB/0/root that/PRON/2/obj an/DET/5/det accident/NOUN/2/{relation}"
    assert name_given(Page.of(reading(line)), 1) == (Stretch(3, 5),)


def test_whom_somebody_calls_is_no_name() -> None:
    line = "Guards/NOUN/2/nsubj called/VERB/0/root an/DET/4/det ambulance/NOUN/2/obj"
    assert name_given(Page.of(reading(line)), 1) == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("as/ADP/6/case an/DET/6/det accident/NOUN/2/obl", Stretch(4, 6)),
        ("as/SCONJ/5/mark breaking/VERB/2/advcl rules/NOUN/5/obj", Stretch(4, 6)),
        ("in/ADP/6/case a/DET/6/det letter/NOUN/2/obl", None),
    ],
)
def test_what_a_thing_is_described_as_stands_after_as(said: str, expected: Stretch | None) -> None:
    line = f"Guards/NOUN/2/nsubj described/VERB/0/root it/PRON/2/obj {said}"
    assert described_as(Page.of(reading(line)), 1) == expected


@pytest.mark.parametrize(("thing", "only"), [("responsibility", False), ("lives", True)])
def test_whoever_claims_responsibility_speaks(thing: str, only: bool) -> None:
    line = f"Offshoots/NOUN/2/nsubj claimed/VERB/0/root {thing}/NOUN/2/obj for/ADP/5/case blasts/NOUN/3/nmod"
    assert only_mentions(Page.of(reading(line)), 1) is only
