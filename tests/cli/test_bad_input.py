"""Bad input of every kind: one line each, the rest is done, no traceback, and the exit code tells."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

import made
from cli.command import Done, environment, process, run, start
from cli.stand_in import BEGUN


def mishap(done: Done, name: str) -> str:
    """The one line about the one thing that failed, by name and with a way out."""
    assert done.code == 1, done
    [line] = done.errors
    assert line.startswith(f"standoff: {name}: "), line
    assert line.endswith(")"), f"no way out: {line}"
    return line


def empty(path: Path) -> None:
    path.touch()


def binary(path: Path) -> None:
    path.write_bytes(b"\x7fELF" + bytes(range(256)) * 400)


def one_word(path: Path) -> None:
    path.write_bytes(b"a" * 50_000_000)


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def crashing(path: Path) -> None:
    path.write_text("A text at which the reader will crash.")


BAD = (empty, binary, one_word, dangling, loop, pipe, crashing)


@pytest.fixture(scope="module")
def bad_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    for make in BAD:
        make(folder / f"{make.__name__}.txt")
    (folder / "zz.txt").write_text(made.TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def brief_of_bad(bad_folder: Path) -> Done:
    return process("brief", ".", folder=bad_folder)


@pytest.mark.parametrize("kind", [make.__name__ for make in BAD])
def test_each_bad_file_of_a_folder_is_one_line(brief_of_bad: Done, kind: str) -> None:
    [line] = [line for line in brief_of_bad.errors if line.startswith(f"standoff: {kind}.txt: ")]
    assert line.endswith(")"), f"no way out: {line}"


def test_the_good_files_of_a_folder_are_read_and_the_exit_code_tells_of_the_others(
    brief_of_bad: Done,
) -> None:
    assert brief_of_bad.code == 1
    assert len(brief_of_bad.errors) == len(BAD)
    assert "Red Heron group" in brief_of_bad.out


def test_a_folder_of_bad_files_is_added_as_far_as_it_can_be(bad_folder: Path) -> None:
    done = process("add", ".", "none.txt", "--db", "news.db", folder=bad_folder)
    assert done.code == 1
    assert done.errors[-1] == f"1 added, 0 there already, {len(BAD) + 1} failed"
    assert run("reports", "--db", "news.db", folder=bad_folder).out.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="the super-user may read anything")
def test_a_file_without_read_permission_is_one_line(folder: Path) -> None:
    (folder / "secret.txt").write_text("secret")
    (folder / "secret.txt").chmod(0)
    mishap(process("brief", "secret.txt", folder=folder), "secret.txt")


def test_a_name_that_is_too_long_is_one_line_and_does_not_stop_the_others(folder: Path) -> None:
    mishap(run("brief", "x" * 300, folder=folder), "x" * 300)
    done = run("read", "x" * 300, "courier.txt", folder=folder)
    assert (done.code, len(done.errors), len(done.out.splitlines())) == (1, 1, 1)


def test_broken_utf8_is_read_as_far_as_it_is_text(folder: Path) -> None:
    (folder / "broken.txt").write_bytes(
        b"Guards \xff\xfe sang \xf0\x28 in Tellis, a caf\xc3 owner said.\n" * 3
    )
    done = run("read", "broken.txt", folder=folder)
    assert (done.code, len(done.out.splitlines())) in ((0, 1), (1, 0))
    assert len(done.errors) == done.code


def test_html_nested_100_000_deep_ends_in_a_reading_or_one_line(folder: Path) -> None:
    (folder / "deep.html").write_text(
        "<html><body>" + "<div>" * 100_000 + "<p>Guards sang.</p>" + "</div>" * 100_000
    )
    done = process("read", "deep.html", "courier.txt", folder=folder)
    assert len(done.errors) == done.code
    assert len(done.out.splitlines()) == 2 - done.code


def test_a_file_name_that_is_no_text_is_told_all_the_same(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9\n.txt")
    (folder / name).touch()
    done = process("brief", name, folder=folder)
    assert done.errors == ["standoff: caf\ufffd .txt: is empty (nothing to read in it)"]


def test_nothing_to_read_leaves_no_output(folder: Path) -> None:
    mishap(run("brief", "none.txt", "--output", "b.html", folder=folder), "none.txt")
    assert not (folder / "b.html").exists()


@pytest.mark.parametrize(
    "words", [["brief"], ["brief", "x", "--format", "pdf"], ["serach", "x"], ["add", "--dbb"], []]
)
def test_wrong_usage_is_exit_code_2(folder: Path, words: list[str]) -> None:
    done = run(*words, folder=folder)
    assert done.code == 2
    assert "Usage: standoff" in done.out + done.err


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("courier.txt/news.db", "folder does not exist"),
        ("none/news.db", "folder does not exist"),
        (".", "is a folder"),
        ("courier.txt", "is not a database"),
        ("postgresql://host/x", "only SQLite"),
    ],
)
def test_a_database_that_cannot_be_made_is_one_line_before_anything_is_read(
    folder: Path, name: str, reason: str
) -> None:
    (folder / "slow.txt").write_text("slow")
    assert reason in mishap(process("add", "slow.txt", "--db", name, folder=folder), name)


def test_a_database_that_may_not_be_written_is_one_line(folder: Path) -> None:
    run("add", "courier.txt", "--db", "news.db", folder=folder)
    connection = sqlite3.connect(folder / "news.db")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    (folder / "news.db").chmod(0o444)
    if os.geteuid() == 0:
        pytest.skip("the super-user may write anything")
    assert "may not be written" in mishap(run("add", ".", "--db", "news.db", folder=folder), "news.db")
    assert run("reports", "--db", "news.db", folder=folder).code == 0


@pytest.mark.parametrize("words", [["reports"], ["show", "x"], ["search", "x"]])
def test_asking_a_database_that_is_not_there_tells_how_to_make_one(folder: Path, words: list[str]) -> None:
    assert "standoff add PATH" in mishap(run(*words, "--db", "none.db", folder=folder), "none.db")
    assert not (folder / "none.db").exists()


def test_arguments_that_are_no_text_are_told_all_the_same(folder: Path) -> None:
    run("add", "courier.txt", folder=folder)
    for words in (["search"], ["show"], ["sources"]):
        mishap(run(*words, "\udcff", folder=folder), "\ufffd")
    assert run("reports", "--db", "\udcff.db", folder=folder).errors == [
        "standoff: \ufffd.db: no such database (make one with: standoff add PATH --db \ufffd.db)"
    ]


def test_an_unknown_id_tells_where_ids_are(folder: Path) -> None:
    run("add", "courier.txt", folder=folder)
    assert "standoff reports" in mishap(run("show", "ffff", folder=folder), "ffff")


def test_an_output_that_cannot_be_written_is_one_line(folder: Path) -> None:
    mishap(run("brief", "courier.txt", "--output", "none/b.html", folder=folder), "none/b.html")


def test_a_full_disk_under_standard_output_is_one_line(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        started = start("brief", "courier.txt", folder=folder, stdout=full)
        _, err = started.communicate(timeout=30)
    assert started.returncode == 1
    assert err.decode().splitlines() == ["standoff: output: No space left on device"]


def closing(number: int, *words: str, folder: Path) -> Done:
    """Run with one of the three streams closed, as the shell does it with ``<&-`` and ``>&-``."""
    started = start(*words, folder=folder, preexec_fn=lambda: os.close(number))
    out, err = started.communicate(timeout=60)
    return Done(started.returncode, out.decode(), err.decode())


def test_a_closed_standard_input_is_one_line(folder: Path) -> None:
    assert "standard input is closed" in mishap(closing(0, "read", "-", folder=folder), "-")


def test_a_closed_standard_output_is_one_line_where_something_is_to_be_written(folder: Path) -> None:
    assert "standard output is closed" in mishap(closing(1, "model", folder=folder), "output")
    mishap(closing(1, "brief", "courier.txt", folder=folder), "output")
    added = closing(1, "add", "courier.txt", folder=folder)
    assert (added.code, added.err) == (0, "1 added, 0 there already, 0 failed\n")


def test_a_closed_standard_error_leaves_the_exit_code(folder: Path) -> None:
    assert closing(2, "add", "courier.txt", folder=folder) == Done(0, "", "")
    assert closing(2, "read", "none.txt", folder=folder) == Done(1, "", "")


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    for number in range(200):
        (folder / f"{number}.txt").write_text(f"Guards sang {number} songs in Tellis. " * 100)
    started = start("read", ".", folder=folder)
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.read(10)
    started.stdout.close()
    assert started.stderr.read() == b""
    started.stderr.close()
    assert started.wait(30) == 141


def test_debug_shows_where_an_error_came_from(folder: Path) -> None:
    crashing(folder / "bad.txt")
    done = process("--debug", "brief", "bad.txt", folder=folder)
    assert "ZeroDivisionError: inside" in done.err
    assert "Traceback" in done.err
    assert done.code == 1


def interrupted(*words: str, folder: Path, after: Path) -> Done:
    """Ctrl-C while the slow report is read, once the file has been begun."""
    started = start(*words, folder=folder, env=environment(), stdin=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while not ((folder / BEGUN).exists() and _begun(after)) and time.monotonic() < deadline:
        time.sleep(0.02)
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=30)
    return Done(started.returncode, out.decode(), err.decode())


def _begun(file: Path) -> bool:
    if file.suffix != ".db":
        return bool(list(file.parent.glob(f".{file.name}.*")))
    try:
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
            return bool(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
    except sqlite3.Error:
        return False


def test_ctrl_c_while_adding_keeps_what_was_added(folder: Path) -> None:
    (folder / "slow.txt").write_text("slow")
    done = interrupted("add", "courier.txt", "slow.txt", folder=folder, after=folder / "standoff.db")
    assert done.code == 130
    assert done.errors == [
        "standoff: interrupted (what was added is kept; the same command goes on from there)"
    ]
    assert run("reports", folder=folder).out.count("\n") == 1
    (folder / "slow.txt").write_text("quick")
    assert run("add", "courier.txt", "slow.txt", folder=folder).err == "1 added, 1 there already, 0 failed\n"


def test_ctrl_c_while_writing_leaves_the_older_output(folder: Path) -> None:
    (folder / "slow.txt").write_text("slow")
    (folder / "b.json").write_text("older")
    done = interrupted(
        "brief", "courier.txt", "slow.txt", "-o", "b.json", folder=folder, after=folder / "b.json"
    )
    assert (done.code, done.errors) == (130, ["standoff: interrupted"])
    assert (folder / "b.json").read_text() == "older"
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
