"""Ontologies from files: what a user's own may say, and the message for each thing that it may not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.errors import InputError
from standoff.extraction.lexicon import load
from standoff.extraction.ontology_file import bundled, extended, load_ontology

OWN = """
[types.piracy]
under = "abduction"
covers = "ships boarded at sea"
label = "Piracy"
triggers = ["pirat", "boarded the"]
plover = ["ASSAULT-abduct"]
gtd = ["4 Hijacking"]

[types.attack]
more_triggers = ["knifed$"]

[types.raid]
triggers = ["raid"]

[slots.actor]
label = "perpetrator"
"""


def own(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "mine.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_file_adds_types_and_changes_only_what_it_names(tmp_path: Path) -> None:
    made, shipped = load_ontology(own(tmp_path, OWN)), bundled()
    piracy = made.types["piracy"]
    assert (piracy.under, piracy.label, piracy.codes["gtd"]) == ("abduction", "Piracy", ("4 Hijacking",))
    assert made.types["attack"].triggers == (*shipped.types["attack"].triggers, "knifed$")
    assert made.types["raid"].triggers == ("raid",)
    assert made.types["raid"].codes == shipped.types["raid"].codes
    assert made.slots["actor"].means == shipped.slots["actor"].means
    assert made.labels == {"types": {"piracy": "Piracy"}, "slots": {"actor": "perpetrator"}}
    assert made.names[:-1] == shipped.names


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    made = load_ontology(own(tmp_path, ""))
    assert (made.types, made.slots) == (bundled().types, bundled().slots)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[type.x]", "mine.toml: type is not known (allowed: types, slots)"),
        ("types = 3", "mine.toml: types is no table"),
        ("[types]\npiracy = 3", "mine.toml: types.piracy is no table"),
        ("[types.piracy]", "mine.toml: types.piracy.under is missing (allowed: attack, bombing"),
        ('[types.piracy]\nunder = "theft"', "types.piracy.under is 'theft', no type that the model knows"),
        ("[types.piracy]\nunder = []", "types.piracy.under is []"),
        ('[types.raid]\nunder = "attack"', "types.raid.under may not be given"),
        ('[types."A b"]\nunder = "raid"', "types.A b is no name (lower-case letters"),
        ('[types.raid]\ntrigers = ["x"]', "types.raid.trigers is not known (allowed: under, covers"),
        ('[types.raid]\ntriggers = "x"', "types.raid.triggers is no list of strings"),
        ("[types.raid]\ntriggers = [1]", "types.raid.triggers is no list of strings"),
        ('[types.raid]\ntriggers = ["Raid"]', "types.raid.triggers has 'Raid' (lower case"),
        ('[types.raid]\ntriggers = [""]', "types.raid.triggers has ''"),
        ('[types.raid]\nmore_triggers = ["a b c"]', "types.raid.more_triggers has 'a b c'"),
        ('[types.raid]\nacled = ["Atack"]', "types.raid.acled has 'Atack' (ACLED has: Armed clash"),
        ('[types.raid]\nucdp = ["side_a"]', "types.raid.ucdp has 'side_a'"),
        ('[types.raid]\nlabel = ""', "types.raid.label is no line of words"),
        ('[types.raid]\ncovers = "a\\nb"', "types.raid.covers is no line of words"),
        ("[slots.crime]", "slots.crime is no slot (slots are actor, actor_count"),
        ('[slots.actor]\ngtd = ["gnam"]', "slots.actor.gtd has 'gnam' (GTD has: iyear"),
        ("[types.raid", "mine.toml: is no TOML"),
        (b"\xff", "mine.toml: is no TOML"),
        ("x = " + "[" * 5000, "mine.toml: is no TOML"),
        (b"#" * (1 << 21), "mine.toml: is larger than 1 MiB"),
    ],
)
def test_what_is_wrong_is_named_with_file_key_and_what_is_allowed(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    with pytest.raises(InputError) as told:
        load_ontology(own(tmp_path, text))
    assert said in str(told.value)
    assert told.value.hint


def test_a_file_that_is_not_there_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none.toml: cannot be read"):
        load_ontology(tmp_path / "none.toml")


def test_every_code_and_field_of_the_shipped_file_is_one_of_its_database() -> None:
    codings = load("codings")
    for kind in bundled().types.values():
        assert all(code in codings[scheme]["codes"] for scheme, found in kind.codes.items() for code in found)
    for slot in bundled().slots.values():
        assert all(
            code in codings[scheme]["fields"] for scheme, found in slot.codes.items() for code in found
        )
    assert all(coding["source"] for coding in codings.values())


FIELDS = st.sampled_from(
    ("types", "slots", "raid", "actor", "piracy", "under", "triggers", "covers", "label", "acled", "means")
)
ANY: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("raid"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(FIELDS, ANY, max_size=3))
def test_any_table_gives_an_ontology_or_one_error(table: dict[str, Any]) -> None:
    told = ""
    made = bundled()
    try:
        made = extended(bundled(), table, "own.toml")
    except InputError as error:
        told = str(error)
    assert not told or told.startswith("own.toml: ")
    assert set(made.types) >= set(bundled().types)
