"""What people own up to or deny of themselves."""

from __future__ import annotations

import pytest

from standoff.extraction import extract
from trees import reading

CLAIMED = (
    "The/DET/3/det Heron/PROPN/3/compound group/NOUN/4/nsubj {verb}/VERB/0/root {thing}/NOUN/4/obj "
    "for/ADP/8/case the/DET/8/det blast/NOUN/5/nmod"
)
PLEA = (
    "Dole/PROPN/2/nsubj pleaded/VERB/0/root {plea}/ADJ/2/xcomp to/ADP/{to}/case {charge}/NOUN/2/obl\n"
    "It/PRON/2/nsubj rained/VERB/0/root"
)


def said(tree: str, *slots: tuple[str, str, float]) -> list[tuple[str, list[str], str]]:
    made = extract(reading(tree, slots=list(slots)))
    return [(claim.slot, [s.name for s in claim.chain], claim.polarity) for claim in made.claims]


def test_who_claims_an_act_is_its_actor_by_his_own_word() -> None:
    tree = CLAIMED.format(verb="claimed", thing="responsibility")
    found = sorted(said(tree, ("claimant", "The Heron group", 0.9)))
    assert [(slot, len(chain), polarity) for slot, chain, polarity in found] == [
        ("actor", 1, "affirmed"),
        ("claimant", 0, "affirmed"),
    ]


@pytest.mark.parametrize("slot", ["actor", "claimant", "suspect"])
def test_who_denies_an_act_is_a_suspect_who_denies_it_and_no_actor(slot: str) -> None:
    tree = CLAIMED.format(verb="denied", thing="involvement")
    found = said(tree, (slot, "The Heron group", 0.9))
    assert [(slot, len(chain), polarity) for slot, chain, polarity in found] == [("suspect", 1, "denied")]


def test_a_plea_of_not_guilty_denies_the_charge_that_stays_the_reports_too() -> None:
    plea = PLEA.format(plea="not/PART/4/advmod guilty", to=6, charge="fraud")
    assert said(plea, ("charge", "fraud", 0.9)) == [
        ("charge", [], "affirmed"),
        ("charge", ["Dole"], "denied"),
    ]
    assert said(PLEA.format(plea="guilty", to=5, charge="fraud"), ("charge", "fraud", 0.9)) == [
        ("charge", [], "affirmed")
    ]


def test_a_plea_without_a_charge_answers_those_told_before() -> None:
    before = "She/PRON/2/nsubj faces/VERB/0/root fraud/NOUN/4/compound charges/NOUN/2/obj\n"
    plea = "Dole/PROPN/2/nsubj pleaded/VERB/0/root not/PART/4/advmod guilty/ADJ/2/xcomp"
    assert ("charge", ["Dole"], "denied") in said(before + plea, ("charge", "fraud", 0.9))
