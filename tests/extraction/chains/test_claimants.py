"""Who claims or denies responsibility."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.chains.claimants import with_claimants
from standoff.extraction.slots.rows import slot_rows
from trees import reading

CLAIM = (
    "The/DET/3/det Heron/PROPN/3/compound Front/PROPN/4/nsubj {claimed}/VERB/0/root {what}/NOUN/4/obj "
    "for/ADP/8/case the/DET/8/det blaze/NOUN/5/nmod"
)
PASSIVE = (
    "Responsibility/NOUN/6/nsubj for/ADP/4/case the/DET/4/det blaze/NOUN/1/nmod was/AUX/6/aux claimed/VERB/0/root "
    "by/ADP/10/case the/DET/10/det Heron/PROPN/10/compound Front/PROPN/6/obl"
)


def parties(tree: str, *slots: tuple[str, str, float]) -> list[tuple[str, str]]:
    chains = ChainIndex.of(reading(tree, slots=list(slots)))
    rows = with_claimants(chains, slot_rows(chains.page))
    return [
        (row.slot, chains.page.quote(row.at)) for row in rows if row.slot in ("actor", "claimant", "suspect")
    ]


@pytest.mark.parametrize("slot", ["actor", "suspect", "claimant"])
def test_an_actor_who_claims_responsibility_is_the_claimant(slot: str) -> None:
    tree = CLAIM.format(claimed="claimed", what="responsibility")
    assert parties(tree, (slot, "The Heron Front", 0.6)) == [("claimant", "The Heron Front")]


@pytest.mark.parametrize(
    ("claimed", "what", "found"),
    [
        ("claimed", "responsibility", [("claimant", "The Heron Front")]),
        ("denied", "involvement", [("suspect", "The Heron Front")]),
        ("claimed", "damages", []),
    ],
)
def test_who_claims_or_denies_responsibility_has_a_row_where_the_model_has_none(
    claimed: str, what: str, found: list[tuple[str, str]]
) -> None:
    tree = CLAIM.format(claimed=claimed, what=what)
    assert parties(tree, ("target", "the blaze", 0.5)) == found
    assert parties(tree) == []


def test_by_whom_responsibility_was_claimed_is_the_claimant() -> None:
    assert parties(PASSIVE, ("target", "the blaze", 0.5)) == [("claimant", "the Heron Front")]


def test_who_denies_something_else_claims_nothing() -> None:
    tree = "The/DET/2/det Front/PROPN/3/nsubj denied/VERB/0/root shelling/VERB/3/ccomp schools/NOUN/4/obj"
    assert parties(tree, ("claimant", "The Front", 0.6)) == []


@pytest.mark.parametrize("relation", ["obj", "ccomp"])
def test_whose_part_another_denies_is_the_suspect(relation: str) -> None:
    tree = (
        "The/DET/2/det adviser/NOUN/3/nsubj denied/VERB/0/root Vareland/PROPN/6/nmod 's/PART/4/case "
        f"involvement/NOUN/3/{relation} in/ADP/9/case the/DET/9/det blaze/NOUN/6/nmod"
    )
    assert parties(tree, ("target", "the blaze", 0.5)) == [("suspect", "Vareland")]


@pytest.mark.parametrize(("verb", "found"), [("claimed", ["claimant"]), ("named", [])])
def test_nobody_is_a_claimant_only_where_something_is_claimed(verb: str, found: list[str]) -> None:
    tree = f"They/PRON/2/nsubj {verb}/VERB/0/root no/DET/4/det one/NOUN/2/obj"
    assert [slot for slot, _ in parties(tree, ("claimant", "no one", 0.6))] == found


@pytest.mark.parametrize(
    ("party", "found"),
    [
        (
            "A/DET/2/det group/NOUN/7/nsubj calling/VERB/2/acl itself/PRON/3/obj Red/PROPN/6/compound "
            "Heron/PROPN/3/xcomp",
            {"claimant"},
        ),
        (
            "A/DET/3/det senior/ADJ/3/amod commander/NOUN/7/nsubj of/ADP/6/case Red/PROPN/6/compound "
            "Heron/PROPN/3/nmod",
            {"claimant", "affiliation"},
        ),
    ],
)
def test_the_name_that_a_group_goes_by_is_the_claimant_and_that_of_its_members_a_group(
    party: str, found: set[str]
) -> None:
    claim = "claimed/VERB/0/root responsibility/NOUN/7/obj for/ADP/11/case the/DET/11/det blaze/NOUN/8/nmod"
    words = " ".join(item.split("/")[0] for item in party.split())
    chains = ChainIndex.of(
        reading(f"{party} {claim}", slots=[("actor", words, 0.5), ("affiliation", "Red Heron", 0.7)])
    )
    rows = with_claimants(chains, slot_rows(chains.page))
    assert {row.slot for row in rows} == found
    assert {row.slot for row in rows if chains.page.quote(row.at) == words} == {"claimant"}
