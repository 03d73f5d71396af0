"""Which of several rows for the same words stands."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rivals import beaten
from standoff.extraction.slots.rows import slot_rows
from trees import reading

HELD = "They/PRON/2/nsubj took/VERB/0/root two/NUM/4/nummod clerks/NOUN/2/obj {state}/ADJ/2/xcomp ./PUNCT/2/punct"


def standing(state: str, *slots: tuple[str, str, float]) -> list[str]:
    page = Page.of(reading(HELD.format(state=state), slots=list(slots)))
    rows = slot_rows(page)
    lost = beaten(page, rows)
    return sorted(row.slot for number, row in enumerate(rows) if number not in lost)


@pytest.mark.parametrize(("low", "high"), [(0.2, 0.9), (0.9, 0.2)])
def test_of_two_fates_the_one_that_the_sentence_has_a_word_for_stands(low: float, high: float) -> None:
    assert standing("captive", ("captive", "two clerks", low), ("freed", "two clerks", high)) == ["captive"]


def test_of_two_fates_without_a_word_the_better_scored_stands() -> None:
    assert standing("away", ("missing", "two clerks", 0.4), ("arrested", "two clerks", 0.6)) == ["arrested"]


def test_two_fates_that_the_sentence_has_words_for_both_stand() -> None:
    both = "Two/NUM/2/nummod clerks/NOUN/4/nsubj were/AUX/4/aux rescued/VERB/0/root unharmed/ADJ/4/xcomp"
    page = Page.of(reading(both, slots=[("freed", "Two clerks", 0.5), ("unharmed", "Two clerks", 0.4)]))
    assert beaten(page, slot_rows(page)) == set()


def test_members_and_the_group_that_they_belong_to_both_stand() -> None:
    tree = (
        "Two/NUM/2/nummod men/NOUN/7/nsubj of/ADP/6/case the/DET/6/det Vale/PROPN/6/compound Front/PROPN/2/nmod "
        "fled/VERB/0/root"
    )
    slots = [("actor", "Two men of the Vale Front", 0.6), ("affiliation", "the Vale Front", 0.4)]
    page = Page.of(reading(tree, slots=slots))
    assert beaten(page, slot_rows(page)) == set()
    page = Page.of(
        reading(tree, slots=[("actor", "the Vale Front", 0.6), ("affiliation", "the Vale Front", 0.4)])
    )
    assert len(beaten(page, slot_rows(page))) == 1


@pytest.mark.parametrize(("party", "stands"), [("target", "target_count"), ("actor", "actor_count")])
def test_a_number_counts_those_whose_part_its_words_play(party: str, stands: str) -> None:
    found = standing(
        "away",
        (party, "clerks", 0.8),
        ("actor_count", "two clerks", 0.6),
        ("target_count", "two clerks", 0.6),
    )
    assert found == sorted([party, stands])


TRIED = (
    "A/DET/2/det clerk/NOUN/3/nsubj tried/VERB/0/root to/PART/5/mark {flee}/VERB/3/xcomp but/CCONJ/8/cc "
    "{was}/AUX/8/aux {caught}/VERB/3/conj"
)


@pytest.mark.parametrize(
    ("was", "caught", "lost"), [("was", "caught", 0), ("had", "fallen", 1), ("could", "run", 1)]
)
def test_who_does_one_thing_and_undergoes_the_next_has_both_parts(was: str, caught: str, lost: int) -> None:
    slots = [("actor", "A clerk", 0.6), ("target", "A clerk", 0.7)]
    page = Page.of(reading(TRIED.format(flee="flee", was=was, caught=caught), slots=slots))
    assert len(beaten(page, slot_rows(page))) == lost


@pytest.mark.parametrize(("negation", "lost"), [("not", 0), ("then", 1)])
def test_a_fate_that_is_denied_leaves_another_to_stand(negation: str, lost: int) -> None:
    tree = (
        f"Two/NUM/2/nummod clerks/NOUN/5/nsubj were/AUX/5/aux {negation}/PART/5/advmod killed/VERB/0/root "
        "but/CCONJ/7/cc led/VERB/5/conj away/ADV/7/advmod"
    )
    slots = [("killed", "Two clerks", 0.6), ("captive", "Two clerks", 0.5)]
    page = Page.of(reading(tree, slots=slots))
    assert len(beaten(page, slot_rows(page))) == lost
