"""What the commands about incidents print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.command import run


def _unwrapped(words: str) -> str:
    """What stands in the parser's box, on one line."""
    return " ".join(words.replace("│", " ").split())


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
        ["changes", code(reports), "--since", "2040-01-01"],
    ):
        done = run(*words, folder=reports)
        assert (done.code, done.out, len(done.errors)) == (1, "", 1), words
    assert "nothing changed after 2040-01-01" in done.err


@pytest.mark.parametrize(
    "words",
    [
        ["incidents", "--since", "yesterday"],
        ["changes", "zzzzzz", "--since", "2031-02-30"],
        ["brief", "zzzzzz", "--as-of", "gestern"],
        ["read", "in", "--published", "tomorrow"],
    ],
)
def test_a_date_that_is_none_is_wrong_usage_in_the_same_words_everywhere(
    reports: Path, words: list[str]
) -> None:
    done = run(*words, folder=reports)
    assert (done.code, done.out) == (2, "")
    assert f"'{words[-1]}' is no date: give it as 2031-05-14 or 2031-05-14T18:00" in _unwrapped(done.err)


def test_a_type_that_is_none_is_wrong_usage_and_the_known_ones_are_named(reports: Path) -> None:
    run("add", "in", folder=reports)
    done = run("incidents", "--type", "regatta", folder=reports)
    assert (done.code, done.out) == (2, "")
    assert "hostage_taking" in done.err


def test_a_type_may_be_written_with_a_hyphen(reports: Path) -> None:
    run("add", "in", folder=reports)
    hyphen, under = (run("incidents", "--type", f"hostage{mark}taking", folder=reports) for mark in "-_")
    assert hyphen == under
    assert "Gunmen hold two guards" in hyphen.out


def test_how_near_goes_with_where(reports: Path) -> None:
    done = run("incidents", "--km", "5", folder=reports)
    assert (done.code, done.out) == (2, "")
    assert "goes with --near" in done.err


def test_a_hint_names_the_database_that_was_asked(reports: Path) -> None:
    run("add", "in", "--db", "news.db", folder=reports)
    for command, hint in (("brief", "incidents"), ("sources", "incidents"), ("show", "reports")):
        done = run(command, "zzzzzz", "--db", "news.db", folder=reports)
        assert f"(see: standoff {hint} --db news.db)" in done.err
    (reports / "bare").mkdir()
    run("add", "bare", "--db", "bare.db", folder=reports)
    assert "standoff add PATH --db bare.db" in run("incidents", "--db", "bare.db", folder=reports).err


def test_the_ending_of_the_output_gives_the_form_of_the_sources(reports: Path) -> None:
    run("add", "in", folder=reports)
    for name, start in (("s.svg", "<?xml"), ("s.json", "["), ("s.txt", "Marrow Valley Courier")):
        run("sources", code(reports), "--output", name, folder=reports)
        assert (reports / name).read_text(encoding="utf-8").startswith(start)


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
