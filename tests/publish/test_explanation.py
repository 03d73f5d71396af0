"""An explanation in lines."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import made
from standoff import flow
from standoff.extraction.explain import explain
from standoff.publish.as_explanation import claim_lines, explanation_text
from standoff.records import Entity, Reading


@pytest.fixture(scope="module")
def reading() -> Reading:
    return flow.read(made.report())


@pytest.mark.parametrize("width", [20, 60, 100])
def test_lines_keep_to_the_width_and_hold_words_scores_and_entries(reading: Reading, width: int) -> None:
    claim = next(claim for claim in reading.claims if claim.slot == "injured")
    shown = explanation_text(explain(reading, claim.id), reading, width, color=False)
    assert max(map(len, shown.splitlines())) <= width
    assert "\x1b" not in shown
    squeezed = re.sub(r"\s+", "", shown)
    for words in (
        "«",
        "numbers.toml:before.atleast",
        "cues.toml:says.clause.tell",
        "thetriggerofe",
        "↑",
        "themodel",
    ):
        assert words in squeezed, words


def test_colours_change_no_word(reading: Reading) -> None:
    why = explain(reading, "c1")
    coloured = explanation_text(why, reading, 80, color=True)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "\x1b" in coloured
    assert bare.split() == explanation_text(why, reading, 80, color=False).split()


def test_every_claim_has_its_line_and_sends_no_command() -> None:
    reading = made.reading()
    evil = replace(reading.claims[0], value=Entity("Red\x1b[2J\nHeron"))
    lines = claim_lines(replace(reading, claims=(evil, *reading.claims[1:]))).splitlines()
    assert [line.split()[0] for line in lines] == [claim.id for claim in reading.claims]
    assert "\x1b" not in lines[0]
    assert claim_lines(made.bare_reading("Rain.")) == ""
