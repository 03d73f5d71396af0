"""Who claims an act by telling of it."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.chains.own_deeds import with_own_deeds
from standoff.extraction.slots.rows import slot_rows
from trees import reading

SAID = (
    "The/DET/3/det Heron/PROPN/3/compound group/NOUN/4/nsubj said/VERB/0/root {who}/NOUN/7/nsubj had/AUX/7/aux "
    "bombed/VERB/4/ccomp tracks/NOUN/7/obj"
)


def actors(who: str, *slots: tuple[str, str, float]) -> list[str]:
    made = reading(SAID.format(who=who).replace("it/NOUN", "it/PRON"), slots=list(slots))
    chains = ChainIndex.of(made)
    rows = with_own_deeds(chains, slot_rows(chains.page))
    return [chains.page.quote(row.at) for row in rows if row.slot == "actor"]


@pytest.mark.parametrize(("who", "expected"), [("it", ["it"]), ("rebels", [])])
def test_a_claimant_who_tells_of_its_own_deed_is_the_actor_at_the_pronoun(
    who: str, expected: list[str]
) -> None:
    assert actors(who, ("claimant", "The Heron group", 0.9), ("target", "tracks", 0.5)) == expected


def test_who_claims_nothing_or_has_an_actor_there_already_gets_no_other() -> None:
    assert actors("it", ("target", "tracks", 0.5)) == []
    assert actors("it", ("claimant", "The Heron group", 0.9), ("actor", "it", 0.5)) == ["it"]
