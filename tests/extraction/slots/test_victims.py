"""Whom a deed of violence befell, by a pronoun, and whom it was to befall."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.rows import slot_rows
from standoff.extraction.slots.victims import with_victims
from trees import reading

SHOT = "Men/NOUN/2/nsubj {did}/VERB/0/root {whom}/PRON/2/obj at/ADP/6/case the/DET/6/det gate/NOUN/2/obl"


def targets(did: str, whom: str, *slots: tuple[str, str, float]) -> list[str]:
    page = Page.of(reading(SHOT.format(did=did, whom=whom), slots=list(slots)))
    return [page.quote(row.at) for row in with_victims(page, slot_rows(page)) if row.slot == "target"]


@pytest.mark.parametrize(
    ("did", "whom", "expected"), [("shot", "her", ["her"]), ("shot", "it", []), ("met", "her", [])]
)
def test_a_pronoun_for_people_after_a_verb_of_violence_is_a_target(
    did: str, whom: str, expected: list[str]
) -> None:
    assert targets(did, whom, ("actor", "Men", 0.5)) == expected


def test_nobody_is_a_target_where_the_model_reads_nothing_or_has_him_already() -> None:
    assert targets("shot", "her") == []
    assert targets("shot", "her", ("target", "her", 0.5)) == ["her"]


MEANT = (
    "They/PRON/2/nsubj {meant}/VERB/0/root to/PART/4/mark {do}/VERB/2/xcomp the/DET/6/det {whom}/NOUN/4/obj"
)


@pytest.mark.parametrize(
    ("meant", "do", "whom", "expected"),
    [
        ("planned", "kill", "mayor", ["the mayor"]),
        ("refused", "kill", "mayor", []),
        ("planned", "meet", "mayor", []),
        ("planned", "kill", "hostages", []),
    ],
)
def test_whom_somebody_meant_to_harm_is_a_target(meant: str, do: str, whom: str, expected: list[str]) -> None:
    tree = MEANT.format(meant=meant, do=do, whom=whom)
    page = Page.of(reading(tree, slots=[("actor", "They", 0.5)]))
    rows = with_victims(page, slot_rows(page))
    assert [page.quote(row.at) for row in rows if row.slot == "target"] == expected


@pytest.mark.parametrize(
    ("called", "verb", "expected"),
    [("target", "were", ["soldiers"]), ("culprits", "were", []), ("target", "saw", [])],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_who_is_called_the_target_is_one(called: str, verb: str, expected: list[str], is_first: bool) -> None:
    tag, relation = ("AUX", "cop") if verb == "were" else ("VERB", "root")
    first, last = ("soldiers", called) if is_first else (called, "soldiers")
    heads = ("4", "4", "4", "0") if verb == "were" else ("2", "0", "4", "2")
    words = (
        f"{first}/NOUN/{heads[0]}/nsubj",
        f"{verb}/{tag}/{heads[1]}/{relation}",
        f"the/DET/{heads[2]}/det",
    )
    end = f"{last}/NOUN/{heads[3]}/{'root' if verb == 'were' else 'obj'}"
    page = Page.of(reading(" ".join((*words, end)), slots=[("actor", "soldiers", 0.5)]))
    made = with_victims(page, slot_rows(page))
    assert [page.quote(row.at) for row in made if row.slot == "target"] == expected
