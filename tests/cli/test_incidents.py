"""What the commands about incidents print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.command import run


def code(folder: Path) -> str:
    listed = run("incidents", "--format", "jsonl", folder=folder).out.splitlines()
    return str(next(json.loads(line)["code"] for line in listed if "Gunmen" in line))


def test_added_reports_are_listed_as_incidents_and_briefed_by_code(reports: Path) -> None:
    run("add", "in", folder=reports)
    assert "Gunmen hold two guards" in run("incidents", folder=reports).out
    done = run("brief", code(reports), folder=reports)
    assert (done.code, done.err) == (0, "")
    assert "REPORTS" in done.out
    run("brief", code(reports), "--output", "i.html", folder=reports)
    assert (reports / "i.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_changes_and_sources_of_an_incident_are_printed(reports: Path) -> None:
    run("add", "in", folder=reports)
    changed = run("changes", code(reports), "--since", "2030-01-01", folder=reports)
    assert changed.code == 0
    assert "new value" in changed.out
    assert "Marrow Valley Courier" in run("sources", code(reports), folder=reports).out
    assert run("sources", code(reports), "--format", "svg", folder=reports).out.startswith("<?xml")


def test_what_is_not_there_is_one_line_and_exit_code_1(reports: Path) -> None:
    run("add", "in", folder=reports)
    for words in (
        ["brief", "zzzzzz"],
        ["brief", "zzz", "--as-of", "2031-03-15"],
        ["brief", "k3w9fd", "--db", "none.db"],
        ["sources", "zzzzzz"],
        ["incidents", "--near", "Qwxyzzy"],
        ["incidents", "--since", "2040-01-01"],
        ["incidents", "--type", "regatta"],
    ):
        done = run(*words, folder=reports)
        assert (done.code, done.out, len(done.errors)) == (1, "", 1), words
    assert "hostage_taking" in done.err


def test_an_empty_database_says_how_to_fill_it(reports: Path) -> None:
    (reports / "bare").mkdir()
    run("add", "bare", folder=reports)
    done = run("incidents", folder=reports)
    assert (done.code, done.out, len(done.errors)) == (1, "", 1)
    assert "standoff add PATH" in done.err


def test_reports_are_not_briefed_as_of_a_moment(reports: Path) -> None:
    done = run("brief", "in", "--as-of", "2031-03-15", folder=reports)
    assert (done.code, done.out) == (2, "")
    assert "--as-of" in done.err


@pytest.mark.parametrize(
    "option",
    [
        ["--published", "2031-03-15"],
        ["--ontology", "mine.toml"],
        ["--reader", "llm"],
        ["--model", "x"],
        ["--base-url", "http://localhost:9"],
    ],
)
def test_an_incident_is_not_read_again(reports: Path, option: list[str]) -> None:
    done = run("brief", "zzzzzz", *option, folder=reports)
    assert (done.code, done.out) == (2, "")
    assert option[0] in done.err
    assert "code of an incident" in done.err
