"""Ctrl-C, a kill and the end of input while processes read a long stream: real processes with the real model."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from cli.command import environment
from standoff.reading.graph import cores
from standoff.reading.many import HERE

COUNT = 3 * HERE

pytestmark = pytest.mark.skipif(
    cores() < 2 or not Path("/proc/self/task").exists(), reason="no processes are started or can be told here"
)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for number in range(COUNT):
        text = " ".join(f"Choir {number}-{song} sang well, said its {song}th head." for song in range(9))
        (tmp_path / "in" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def begun(*words: str, folder: Path) -> subprocess.Popen[bytes]:
    """The command, as a group of processes of its own, as a shell begins it.

    A signal can come between ``open`` and the ``with`` that closes the file, which only tests would hear of.
    """
    line = [sys.executable, "-m", "standoff", *words]
    settings = environment(PYTHONWARNINGS="error,ignore::ResourceWarning")
    return subprocess.Popen(
        line, cwd=folder, env=settings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, process_group=0,
    )  # fmt: skip


def workers(pid: int) -> list[int]:
    """The processes that a process has started, in whichever of its threads."""
    found: list[int] = []
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # the thread has ended
            found += map(int, file.read_text().split())
    return found


def until(is_so: Callable[[], object], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.02)
    return False


def is_gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def stored(folder: Path) -> int:
    try:
        with sqlite3.connect(f"file:{folder / 'standoff.db'}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_ctrl_c_while_processes_read_loses_nothing_and_leaves_none(many: Path) -> None:
    started = begun("add", "in", folder=many)
    assert until(lambda: stored(many) > HERE and workers(started.pid))
    pids = workers(started.pid)
    os.killpg(started.pid, signal.SIGINT)
    _, err = started.communicate(timeout=60)
    assert (started.returncode, err.decode().splitlines()) == (
        130, ["standoff: interrupted (what was added is kept; the same command goes on from there)"]
    )  # fmt: skip
    assert all(map(is_gone, pids))
    kept = stored(many)
    assert HERE < kept < COUNT
    again = begun("add", "in", folder=many)
    _, err = again.communicate(timeout=100)
    assert err.decode().strip() == f"{COUNT - kept} added, {kept} there already, 0 failed"
    assert stored(many) == COUNT


def test_what_is_written_before_ctrl_c_is_whole_and_in_order(many: Path) -> None:
    started = begun("read", "in", folder=many)
    assert started.stdout is not None
    lines = [started.stdout.readline() for _ in range(HERE + 1)]
    assert until(lambda: workers(started.pid))
    pids = workers(started.pid)
    os.killpg(started.pid, signal.SIGINT)
    lines += started.stdout.readlines()
    _, err = started.communicate(timeout=60)
    assert (started.returncode, err) == (130, b"standoff: interrupted\n")
    assert all(map(is_gone, pids))
    names = [Path(json.loads(line)["report"]["name"]).name for line in lines]
    assert names == [f"{number:03}.txt" for number in range(len(names))]


def test_a_killed_command_leaves_no_process_either(many: Path) -> None:
    started = begun("read", "in", folder=many)
    assert started.stdout is not None
    assert until(lambda: started.stdout.readline() and workers(started.pid))  # type: ignore[union-attr]
    pids = workers(started.pid)
    started.kill()
    started.communicate(timeout=60)
    assert until(lambda: all(map(is_gone, pids)), 30)


def test_no_process_is_left_when_all_is_read(many: Path) -> None:
    started = begun("read", "in", folder=many)
    seen: set[int] = set()
    assert started.stdout is not None
    for _ in started.stdout:
        seen.update(workers(started.pid))
    started.communicate(timeout=60)
    assert started.returncode == 0
    assert seen
    assert all(map(is_gone, seen))
