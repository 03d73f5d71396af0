"""What each command gives when all is well."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import made
import standoff
from cli.command import on_terminal, run
from standoff.cli.stream import write


def ids(folder: Path) -> list[str]:
    listed = run("reports", "--format", "jsonl", folder=folder)
    return [json.loads(line)["id"] for line in listed.out.splitlines()]


def test_a_brief_names_the_values_and_who_says_so(folder: Path) -> None:
    done = run("brief", "courier.txt", folder=folder)
    assert (done.code, done.err) == (0, "")
    assert "Red Heron group" in done.out
    assert "police spokeswoman" in done.out


def test_a_report_without_a_date_is_told_of_and_takes_the_one_that_is_given(folder: Path) -> None:
    (folder / "undated.txt").write_text("Two hurt at the mill\n\nTwo men were hurt on Wednesday.\n")
    assert "--published" in on_terminal("read", "undated.txt", folder=folder).out
    assert "--published" not in on_terminal("read", "courier.txt", folder=folder).out
    told = run("read", "undated.txt", "--published", "14 May 2031", folder=folder)
    assert (told.code, told.err) == (0, "")
    assert json.loads(told.out)["report"]["published"]["value"] == "2031-05-14"


def test_a_date_that_is_given_leaves_one_that_a_report_tells(folder: Path) -> None:
    told = run("read", "courier.txt", "--published", "1999-01-01", folder=folder)
    assert json.loads(told.out)["report"]["published"]["value"] == "2031-03-14"


def test_a_date_that_is_none_is_wrong_usage(folder: Path) -> None:
    done = run("read", "courier.txt", "--published", "Wednesday", folder=folder)
    assert done.code == 2
    assert "2031-05-14" in done.err


def test_a_brief_of_standard_input(folder: Path) -> None:
    done = run("brief", "-", folder=folder, stdin=made.TEXT.encode())
    assert done.code == 0
    assert "Red Heron group" in done.out


@pytest.mark.parametrize(("name", "start"), [("b.html", "<!doctype html>"), ("b.md", "# "), ("b.json", "{")])
def test_the_ending_of_the_output_gives_the_form(folder: Path, name: str, start: str) -> None:
    done = run("brief", "courier.txt", "--output", name, folder=folder)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (folder / name).read_text(encoding="utf-8").lower().startswith(start)


@pytest.mark.parametrize(("name", "form"), [("r.conllu", "conllu"), ("r.jsonl", "jsonl"), ("r.txt", "text")])
def test_the_ending_of_the_output_gives_the_form_of_a_reading(folder: Path, name: str, form: str) -> None:
    run("read", "courier.txt", "--output", name, folder=folder)
    shown = run("read", "courier.txt", "--format", form, folder=folder).out
    assert (folder / name).read_text(encoding="utf-8") == shown


def test_the_form_that_is_asked_for_goes_before_the_ending(folder: Path) -> None:
    run("brief", "courier.txt", "-f", "json", "-o", "b.html", folder=folder)
    assert json.loads((folder / "b.html").read_text(encoding="utf-8"))


def test_an_output_behind_a_link_is_written_where_it_lies_and_the_link_stays(folder: Path) -> None:
    (folder / "far").mkdir()
    (folder / "b.txt").symlink_to(folder / "far" / "b.txt")
    seen: list[str] = []

    def pieces() -> Iterator[str]:
        seen.extend(path.parent.name for path in folder.rglob(".b.txt.*"))
        yield "words"

    write(pieces(), folder / "b.txt")
    assert seen == ["far"], "a draft elsewhere may be on another file system"
    assert (folder / "b.txt").is_symlink()
    assert (folder / "far" / "b.txt").read_text() == "words"


def test_readings_come_one_a_line_in_the_order_of_the_files(reports: Path) -> None:
    done = run("read", "in/zebra.txt", "in", folder=reports)
    names = [json.loads(line)["report"]["name"] for line in done.out.splitlines()]
    assert (done.code, done.err) == (0, "")
    assert names == ["in/zebra.txt", "in/courier.txt", "in/quiet.txt", "in/zebra.txt"]


@pytest.mark.parametrize("form", ["conllu", "text"])
def test_other_forms_of_a_reading_hold_its_words(folder: Path, form: str) -> None:
    done = run("read", "courier.txt", "--format", form, folder=folder)
    assert done.code == 0
    assert "Gunmen" in done.out


def test_adding_tells_what_was_added_and_what_was_there(reports: Path) -> None:
    first, again = (run("add", "in", "in/zebra.txt", "--db", "news.db", folder=reports) for _ in range(2))
    assert (first.code, first.err) == (0, "3 added, 1 there already, 0 failed\n")
    assert (again.code, again.err) == (0, "0 added, 4 there already, 0 failed\n")


def test_the_database_is_named_by_the_environment_or_lies_in_the_folder(reports: Path) -> None:
    run("add", "in", folder=reports, STANDOFF_DB="named.db")
    assert (reports / "named.db").is_file()
    assert run("reports", folder=reports).code == 1
    run("add", "in/zebra.txt", folder=reports)
    assert (reports / "standoff.db").is_file()


def test_stored_reports_are_listed_shown_and_found(reports: Path) -> None:
    run("add", "in", folder=reports)
    listed = run("reports", folder=reports)
    assert "Marrow Valley Courier  Gunmen hold two guards" in listed.out
    assert len(listed.out.splitlines()) == len(ids(reports)) == 3
    courier = next(line.split()[0] for line in listed.out.splitlines() if "Courier" in line)
    assert "Red Heron group" in run("show", courier[:6], folder=reports).out
    found = run("search", "guard", "tellis", folder=reports)
    assert found.out.startswith(courier)
    assert "«guards»" in found.out
    hits = run("search", "zebra", "--format", "jsonl", folder=reports).out.splitlines()
    assert [json.loads(hit)["report"]["name"] for hit in hits] == ["in/zebra.txt"]


def test_a_found_claim_is_told_as_a_brief_tells_it(reports: Path) -> None:
    run("add", "in", folder=reports)
    found = run("search", "heron", folder=reports).out
    assert "    c6 belonging to: possibly Red Heron group (Northwind Agency ← unnamed officials) – “" in found
    assert "    c7 by whom: denied: Red Heron group (" in found


def test_a_search_needs_words(reports: Path) -> None:
    run("add", "in", folder=reports)
    done = run("search", " ", folder=reports)
    assert (done.code, done.out) == (2, "")
    assert "a search needs words" in done.err


def test_a_shown_report_is_the_brief_of_its_file(reports: Path) -> None:
    run("add", "in/courier.txt", folder=reports)
    shown = run("show", ids(reports)[0], "--format", "json", folder=reports)
    assert shown.out == run("brief", "in/courier.txt", "--format", "json", folder=reports).out


def test_nothing_found_is_one_line_and_exit_code_1(reports: Path) -> None:
    run("add", "in", folder=reports)
    done = run("search", "unicorn", folder=reports)
    assert (done.code, done.out) == (1, "")
    assert done.errors == [
        "standoff: unicorn: nothing found (try fewer words, or the beginning of one: word*)"
    ]


def test_the_model_card_and_the_version_are_printed(folder: Path) -> None:
    assert run("model", folder=folder).out == "# A stand-in\n"
    assert run("--version", folder=folder).out == f"standoff {standoff.__version__}\n"


def test_colours_and_width_follow_the_terminal(folder: Path) -> None:
    coloured = on_terminal("brief", "courier.txt", folder=folder, columns=60).out
    assert "\x1b[" in coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert max(map(len, plain.splitlines())) <= 60
    wide = on_terminal("brief", "courier.txt", folder=folder, columns=140, NO_COLOR="1").out
    assert "\x1b" not in wide
    assert max(map(len, wide.splitlines())) > 100
    assert "\x1b" not in run("brief", "courier.txt", folder=folder).out


def test_found_words_stand_out_on_a_terminal(reports: Path) -> None:
    run("add", "in", folder=reports)
    assert "\x1b[1;4mzebra\x1b[0m" in on_terminal("search", "zebra", folder=reports).out


def test_a_bar_shows_on_a_terminal_and_nowhere_else(reports: Path) -> None:
    (reports / "in" / "empty.txt").touch()
    shown = on_terminal("add", "in", folder=reports).out
    assert "Adding" in shown
    assert "4/4" in shown
    assert "standoff: in/empty.txt: is empty" in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    assert "Adding" not in run("add", "in", folder=reports).err


def test_text_from_outside_sends_no_command_to_the_terminal(folder: Path) -> None:
    (folder / "evil.txt").write_text(
        "title: \x1b]0;owned\x07 guards\n\nGuards \x1b[2J\x9b2J sang.\n", encoding="utf-8"
    )
    run("add", "evil.txt", folder=folder)
    for words in (["reports"], ["search", "guards"], ["brief", "evil.txt", "\x1b[2J.txt"]):
        shown = on_terminal(*words, folder=folder, NO_COLOR="1").out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown), words
