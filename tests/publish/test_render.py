"""Every form of any reading: it renders, does so again in the same bytes, and lets nothing hostile through."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import made
from publish.strategies import readings
from standoff.errors import StandoffError
from standoff.publish import render_brief, render_reading
from standoff.records import Reading

# What a terminal acts on, or what turns text round: every control but line feed and tab, direction marks, surrogates.
DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
BRIEFS = ("text", "markdown", "html", "json")
READINGS = ("jsonl", "conllu", "text")

some = settings(max_examples=25)  # each example is a whole report, a few milliseconds in every form


@pytest.mark.parametrize("fmt", BRIEFS)
@some
@given(read=st.lists(readings(), max_size=2))
def test_any_readings_give_a_brief_without_anything_a_terminal_acts_on(fmt: str, read: list[Reading]) -> None:
    found = "".join(render_brief(read, fmt))
    assert not DANGEROUS.search(found.replace("\r", "") if fmt == "html" else found)
    found.encode("utf-8")
    assert found.endswith("\n") or (not read and fmt in ("text", "markdown"))


@pytest.mark.parametrize("fmt", READINGS)
@some
@given(read=readings())
def test_any_reading_is_rendered_without_anything_a_terminal_acts_on(fmt: str, read: Reading) -> None:
    found = render_reading(read, fmt)
    assert not DANGEROUS.search(found)
    found.encode("utf-8")


@some
@given(read=readings(), width=st.integers(0, 200))
def test_no_line_of_a_text_brief_is_wider_than_asked(read: Reading, width: int) -> None:
    from rich.cells import cell_len

    found = "".join(render_brief([read], "text", width=width))
    assert max(map(cell_len, found.split("\n"))) <= max(width, 20)


@some
@given(read=readings())
def test_colour_adds_escape_sequences_and_changes_no_word(read: Reading) -> None:
    plain = "".join(render_brief([read], "text"))
    colored = "".join(render_brief([read], "text", color=True))
    assert "\x1b" not in plain
    assert "\x1b[" in colored
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert [line.rstrip() for line in stripped.split("\n")] == [line.rstrip() for line in plain.split("\n")]


@some
@given(read=readings())
def test_a_reading_as_json_is_one_line_and_reads_back_as_it_was(read: Reading) -> None:
    line = render_reading(read, "jsonl")
    assert len(line.splitlines()) == 1
    assert json.loads(line) == json.loads(json.dumps(read.to_json()))


def test_briefs_are_made_one_report_at_a_time() -> None:
    def endless() -> object:
        while True:
            yield made.reading()

    for fmt in ("text", "markdown", "json"):
        pieces = render_brief(endless(), fmt)  # type: ignore[arg-type]
        assert "Tellis" in next(pieces) + next(pieces)


@pytest.mark.parametrize("fmt", ["pdf", "", "TEXT"])
def test_an_unknown_form_is_refused_at_once_and_names_the_known_ones(fmt: str) -> None:
    with pytest.raises(StandoffError, match=r"text, markdown, html, json"):
        render_brief([], fmt)
    with pytest.raises(StandoffError, match=r"jsonl, conllu, text"):
        render_reading(made.reading(), fmt)


def test_importing_the_room_does_not_import_rich() -> None:
    code = "import sys, standoff.publish; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_rendering_does_not_depend_on_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = "".join(render_brief([made.reading()], "text", width=90))
    for name, value in {
        "COLUMNS": "33",
        "TERM": "dumb",
        "FORCE_COLOR": "1",
        "NO_COLOR": "1",
        "LINES": "3",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert "".join(render_brief([made.reading()], "text", width=90)) == before
