"""Words that name event types, and what is worked out from an ontology."""

from __future__ import annotations

import pytest

from standoff.extraction.ontology import Ontology, stem_names
from standoff.extraction.ontology_file import bundled, extended
from standoff.records import EVENT_TYPES, SLOTS


def named(ontology: Ontology, form: str, following: str = "") -> list[str]:
    return [ontology.names[number] for number in ontology.types_named(form, following)]


@pytest.mark.parametrize(
    ("stem", "form", "is_named"),
    [("bomb", "bombings", True), ("accord$", "accord", True), ("accord$", "according", False)],
)
def test_a_stem_names_words_that_begin_so_and_a_closed_one_itself_only(
    stem: str, form: str, is_named: bool
) -> None:
    assert stem_names(stem, form) is is_named


def test_two_words_name_a_type_only_together() -> None:
    assert "attack" in named(bundled(), "opened", "fire")
    assert "attack" not in named(bundled(), "opened", "doors")
    assert "destruction" in named(bundled(), "set", "fires")
    assert named(bundled(), "signed", "an") == ["agreement"]


@pytest.mark.parametrize(
    ("form", "kinds"),
    [
        ("firefighters", []),
        ("firefight", ["clash"]),
        ("explorers", []),
        ("exploding", ["bombing"]),
        ("surrendered", ["arrest"]),
        ("jailed", ["verdict"]),
        ("bombed", ["bombing", "strike"]),
        ("deported", ["other"]),
        ("electricity", []),
        ("capsized", ["accident"]),
    ],
)
def test_words_name_what_they_are_most_often_said_of(form: str, kinds: list[str]) -> None:
    assert named(bundled(), form) == kinds


@pytest.mark.parametrize(
    "form",
    """stable stabilized bombshell robbie protestant vigilante vigilant courtesy unrestricted warner vowel pickett
    escapade quaker blazers raiders operational appealing judgement chargers battleground agreeable collider""".split(),
)
def test_words_that_only_begin_like_a_deed_name_none(form: str) -> None:
    assert named(bundled(), form) == []


def test_a_suicide_is_no_bombing_and_hearing_a_noise_no_trial() -> None:
    assert named(bundled(), "suicide", "note") == []
    assert named(bundled(), "suicide", "bomber") == ["bombing"]
    assert named(bundled(), "hearing", "gunshots") == []
    assert named(bundled(), "bail", "hearing") == ["verdict"]


def test_every_type_and_slot_of_the_guide_is_there_and_in_order() -> None:
    assert bundled().names == EVENT_TYPES
    assert tuple(bundled().slots) == SLOTS
    assert bundled().columns == tuple(range(len(EVENT_TYPES)))


def test_words_of_every_report_name_no_type() -> None:
    for word in ("said", "according", "plane", "freedom", "please", "shelter", "mobile", "march", "met"):
        assert not named(bundled(), word), word


def test_a_word_that_names_a_type_has_its_stem() -> None:
    attack = EVENT_TYPES.index("attack")
    assert bundled().stem_of(attack, "opened", "fire") == "opened fire"
    assert bundled().stem_of(attack, "gunfire", "") == "gunfire"
    assert bundled().stem_of(attack, "rain", "fell") is None


def test_a_word_of_both_names_the_finer_type_alone() -> None:
    own = extended(
        bundled(), {"types": {"siege": {"under": "hostage_taking", "triggers": ["standoff"]}}}, "own.toml"
    )
    assert named(own, "standoff") == ["siege"]
    assert named(own, "hostages") == ["hostage_taking"]


def test_ontologies_do_not_mix() -> None:
    own = extended(
        bundled(), {"types": {"piracy": {"under": "abduction", "triggers": ["pirat"]}}}, "own.toml"
    )
    assert named(own, "pirates") == ["piracy"]
    assert named(bundled(), "pirates") == []
    assert own.columns[-1] == EVENT_TYPES.index("abduction")
