"""Sentences that tell of no happening."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.slots.idle import is_idle
from trees import reading


def idle(words: str, slot: str = "observation") -> bool:
    forms = words.split()
    tree = " ".join(
        f"{form}/NOUN/{number}/{'dep' if number else 'root'}" for number, form in enumerate(forms)
    )
    return is_idle(Page.of(reading(tree)), slot, Stretch(0, len(forms)))


@pytest.mark.parametrize(
    "words",
    [
        "Read more : Ten killed in a crash",
        "Sign up to our newsletter today",
        "The mayor could not immediately be reached on Tuesday",
        "In the film , a clerk takes six people hostage",
        "Rovers beat Dravna 3 - 1 with Stahl shooting twice",
        "They lost 0 - 2 at home",
        "The slump wiped 2 billion crowns off shares in Arden",
        "Were the ferries searched for mines ?",
        "Who fired at the tower ? ''",
    ],
)
def test_a_line_about_the_page_a_silence_a_film_and_a_match_tell_nothing(words: str) -> None:
    assert idle(words)


@pytest.mark.parametrize("words", ["He offered his condolences", "She spoke of a dark day for us"])
def test_courtesies_are_no_response_but_leave_other_slots_alone(words: str) -> None:
    assert idle(words, "response")
    assert not idle(words, "place")


@pytest.mark.parametrize(
    "words",
    [
        "The guards beat 3 - 4 men in the yard",
        "Gunmen shot a film critic",
        "He read more names",
        "Was it mines ? he asked",
    ],
)
def test_what_only_looks_so_is_kept(words: str) -> None:
    assert not idle(words)


def test_a_line_about_the_page_may_go_on_in_the_next_sentence() -> None:
    line = "Read/VERB/0/root more/ADJ/1/obj :/PUNCT/1/punct\nTen/NUM/2/nummod killed/VERB/0/root"
    made = reading(line)
    assert not is_idle(Page.of(made), "killed", Stretch(3, 5))  # on a line of its own
    text = made.report.rendition.text.replace("\n", " ")
    same = replace(made, report=replace(made.report, rendition=replace(made.report.rendition, text=text)))
    assert is_idle(Page.of(same), "killed", Stretch(3, 5))


def test_who_is_only_called_by_his_role_is_no_actor() -> None:
    assert idle("The hostage-takers", "actor")
    assert not idle("The gunmen", "actor")
    assert not idle("The hostage-takers", "target")


@pytest.mark.parametrize(
    "words", ["The crash wiped out 2 lorries", "The bomb at the stock exchange hurt 2 million men"]
)
def test_a_crash_is_no_price_and_an_exchange_may_be_bombed(words: str) -> None:
    assert not idle(words)


def test_what_somebody_thinks_is_to_be_done_is_no_status() -> None:
    assert idle("talks are the only way out", "status")
    assert not idle("talks are the only way out", "target")


def test_that_who_spoke_asked_not_to_be_named_is_no_response() -> None:
    told = "A/DET/2/det guard/NOUN/3/nsubj said/VERB/0/root so/ADV/3/advmod"
    asks = (
        "He/PRON/2/nsubj asked/VERB/0/root not/PART/5/advmod to/PART/5/mark be/AUX/6/aux named/VERB/2/xcomp"
    )
    page = Page.of(reading(f"{told}\n{asks}"))
    assert is_idle(page, "response", Stretch(5, 10))
    assert not is_idle(page, "response", Stretch(0, 4))
