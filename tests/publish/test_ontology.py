"""An ontology as tables, as a file and as JSON."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

import made
from standoff.extraction.lexicon import load
from standoff.extraction.ontology_file import bundled, extended
from standoff.publish import render_brief
from standoff.publish.as_ontology import ontology_json, ontology_text, ontology_toml

OWN = extended(
    bundled(),
    {
        "types": {
            "siege": {
                "under": "hostage_taking",
                "label": "Siege",
                "triggers": ["siege", "\U0001f692", "be\x7fset"],
                "covers": 'a "hold"',
            },
            "hostage_taking": {"label": "Hold-up"},
        },
        "slots": {"captive": {"label": "kept inside"}},
    },
    "own.toml",
)


@pytest.mark.parametrize("ontology", [bundled(), OWN])
def test_the_file_reads_back_as_the_same_ontology(ontology: object) -> None:
    again = extended(bundled(), tomllib.loads(ontology_toml(ontology)), "again.toml")  # type: ignore[arg-type]
    assert (again.types, again.slots) == (ontology.types, ontology.slots)  # type: ignore[attr-defined]


def test_json_has_every_type_slot_and_code() -> None:
    found = json.loads(ontology_json(OWN))
    assert found["types"]["siege"]["under"] == "hostage_taking"
    assert found["types"]["raid"]["acled"] == ["Armed clash", "Arrests"]
    assert list(found["slots"]) == list(OWN.slots)


@pytest.mark.parametrize("width", [20, 60, 100])
def test_tables_keep_to_the_width_and_name_everything(width: int) -> None:
    shown = ontology_text(OWN, load("codings"), width, color=False)
    assert max(map(len, shown.splitlines())) <= width
    squeezed = re.sub(r"\s+", "", shown)
    assert all(name in squeezed for name in (*OWN.types, *OWN.slots, "underhostage_taking", "Siege"))
    assert "\x1b" not in shown


def test_a_brief_calls_types_and_slots_as_the_user_does() -> None:
    shown = "".join(render_brief([made.reading()], "text", names=OWN.labels))
    assert "Hold-up" in shown
    assert "kept inside" in shown
    assert "Hostage-taking" not in shown
