"""The command line reads by an ontology of the user's own, and says what is wrong with its file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.command import run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ontology.md"
OWN = """
[types.hostage_taking]
label = "Hold-up"
[slots.captive]
label = "kept inside"
"""


def test_a_brief_uses_the_users_words(folder: Path) -> None:
    (folder / "mine.toml").write_text(OWN)
    done = run("brief", "courier.txt", "--ontology", "mine.toml", folder=folder)
    assert (done.code, done.err) == (0, "")
    assert "Hold-up" in done.out
    assert "kept" in done.out


@pytest.mark.parametrize("command", ["brief", "read", "add", "ontology"])
def test_a_fault_in_the_file_is_one_line_and_nothing_is_read(folder: Path, command: str) -> None:
    (folder / "mine.toml").write_text('[types.piracy]\nunder = "theft"\n')
    paths = [] if command == "ontology" else ["courier.txt"]
    done = run(command, *paths, "--ontology", "mine.toml", folder=folder)
    assert (done.code, done.out) == (1, "")
    [line] = done.errors
    assert line.startswith("standoff: mine.toml: types.piracy.under is 'theft'")
    assert "(allowed: attack, " in line
    assert not (folder / "standoff.db").exists()


def test_the_printed_file_is_taken_back(folder: Path) -> None:
    assert run("ontology", "--format", "toml", "--output", "mine.toml", folder=folder).code == 0
    shown = run("ontology", "--ontology", "mine.toml", folder=folder)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == run("ontology", folder=folder).out


@pytest.mark.parametrize(("name", "start"), [("o.json", "{"), ("o.toml", "# Types and slots"), ("o.txt", "")])
def test_the_ending_of_the_output_gives_the_form(folder: Path, name: str, start: str) -> None:
    form = {"o.json": "json", "o.toml": "toml", "o.txt": "text"}[name]
    assert run("ontology", "--output", name, folder=folder).code == 0
    written = (folder / name).read_text(encoding="utf-8")
    assert written.startswith(start)
    assert written == run("ontology", "--format", form, folder=folder).out


def test_the_example_of_the_page_is_sound(folder: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (folder / "mine.toml").write_text(example, encoding="utf-8")
    done = run("ontology", "--ontology", "mine.toml", folder=folder)
    assert (done.code, done.err) == (0, "")
    assert "piracy" in done.out


def test_an_endpoint_takes_no_ontology(folder: Path) -> None:
    (folder / "mine.toml").write_text(OWN)
    words = ("read", "courier.txt", "--reader", "llm", "--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    done = run(*words, "--ontology", "mine.toml", folder=folder)
    assert done.code == 2
    assert "--ontology" in done.err
