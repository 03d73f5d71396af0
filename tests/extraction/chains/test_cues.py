"""The table of telling verbs."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.cues import inflected, verbs, words
from standoff.records import ACTS


@pytest.mark.parametrize(
    ("form", "act"),
    [
        ("said", "says"),
        ("announces", "says"),
        ("alleged", "claims"),
        ("confirming", "confirms"),
        ("denied", "denies"),
        ("citing", "cites"),
        ("showed", "shows"),
        ("blamed", "accuses"),
        ("declined", "declines"),
    ],
)
def test_every_form_has_its_act(form: str, act: str) -> None:
    assert verbs()[form].act == act


@pytest.mark.parametrize("form", ["ordered", "urged", "decided", "demanded", "condemned"])
def test_acts_that_tell_nothing_are_not_listed(form: str) -> None:
    assert form not in verbs()


def test_every_act_has_a_verb() -> None:
    assert {cue.act for cue in verbs().values()} == set(ACTS)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", ("denies", "denied", "denying")),
        ("say", ("says", "sayed", "saying")),
        ("state", ("states", "stated", "stating")),
        ("stress", ("stresses", "stressed", "stressing")),
    ],
)
def test_regular_forms_follow_the_spelling_rules(lemma: str, forms: tuple[str, str, str]) -> None:
    assert inflected(lemma) == forms


def test_hearers_that_are_no_medium_are_listed() -> None:
    assert "reporters" in words("nouns", "no_medium")
