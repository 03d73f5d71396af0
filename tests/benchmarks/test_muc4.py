"""Templates come from claims: fillers with their roles, gathered by incident, each party once."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import made
from benchmarks import muc4
from benchmarks.face import readings, report
from benchmarks.measures import one_label
from benchmarks.muc4 import entities, incident, templates
from benchmarks.muc4_confidence import confidence
from benchmarks.muc4_fillers import ROLES, Filler, fillers, tables
from standoff.records import EVENT_TYPES, Reading, Span

TEXT = """\
   SANTA ROSA, 4 JAN 90 (RADIO NORTE) -- [TEXT] GUERRILLAS OF THE RED HERON FRONT ATTACKED A POLICE STATION IN SANTA
ROSA TODAY WITH A DYNAMITE BOMB, KILLING TWO PEASANTS, THE ARMY REPORTED.

   THE BOMB DESTROYED THE STATION. THE RED HERON FRONT CLAIMED RESPONSIBILITY FOR THE ATTACK.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return next(readings([report(TEXT, "d1")]))


def filler(words: str, role: str = "PerpInd", score: float = 0.5, start: int = 0) -> Filler:
    return Filler(role, words, Span(start, start + 4), score, "hostage_taking", made.reading().claims[0])


def test_copy_in_capitals_with_a_header_is_read(reading: Reading) -> None:
    found = {(item.role, item.words) for item in fillers(reading)}
    assert ("Target", "POLICE STATION") in found
    assert any(role == "Weapon" and "BOMB" in words for role, words in found)


def test_a_reading_without_roles_has_no_fillers() -> None:
    assert fillers(made.reading()) == []


def test_a_template_holds_a_list_of_mentions_a_party(reading: Reading) -> None:
    made_of = templates(reading)
    assert made_of
    for template in made_of:
        assert set(template) == {"incident_type", "OrgConfidence", *ROLES}
        for role in ROLES:
            assert all(isinstance(entity, list) and entity[0] in TEXT for entity in template[role])
        assert set(template["OrgConfidence"]) >= {entity[0] for entity in template["PerpOrg"]}


def test_one_party_is_one_entity_by_its_likeliest_words() -> None:
    found = [
        filler("red heron front", score=0.4),
        filler("RED HERON", score=0.6),
        filler("peasants", start=40),
    ]
    assert entities(found) == [["RED HERON"], ["peasants"]]


def test_words_around_a_filler_name_its_incident_before_the_event_does() -> None:
    base = made.bare_reading(
        "Masked men robbed the bank in Tellis. " + "Rain fell. " * 40 + "Later a bomb went off."
    )
    near, far = filler("Masked men", start=0), filler("a bomb", start=480)
    assert incident(base, near) == "robbery"
    assert incident(base, far) == "kidnapping"  # its own type is a hostage-taking


def test_who_says_how_firmly_gives_the_label() -> None:
    def label(text: str) -> str:
        return confidence(made.bare_reading(text), filler("Red Heron", "PerpOrg"))

    assert label("Red Heron claimed responsibility for the attack.") == "CLAIMED OR ADMITTED"
    assert (
        label("Red Heron was accused of the attack by the police.") == "SUSPECTED OR ACCUSED BY AUTHORITIES"
    )
    assert label("Red Heron was accused of the attack by its rivals.") == "SUSPECTED OR ACCUSED"
    assert label("Red Heron attacked the depot.") == "REPORTED AS FACT"


def test_the_table_speaks_of_types_that_exist() -> None:
    table = tables("muc4")
    assert set(table["incidents"]) <= set(EVENT_TYPES)
    assert table["confidence"][-1]["when"] == []


def test_the_program_reads_the_text_and_not_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, out = tmp_path / "data.jsonl", tmp_path / "out.jsonl"
    data.write_text(json.dumps({"docid": "d1", "doctext": TEXT, "templates": "never looked at"}) + "\n")
    monkeypatch.setattr(sys, "argv", ["x", "--data", str(data), "--out", str(out)])
    muc4.main()
    [line] = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert line["id"] == "d1"
    assert (
        one_label(line)["templates"][0]["OrgConfidence"].keys()
        == line["templates"][0]["OrgConfidence"].keys()
    )
