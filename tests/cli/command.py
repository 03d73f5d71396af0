"""Runs the command line with the stand-in for the model: in this process, or as a process of its own."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from cli.stand_in import modules

STAND_IN = Path(__file__).with_name("stand_in.py")
_OURS = ("STANDOFF_DB", "NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR")


@dataclass(frozen=True)
class Done:
    """What a process left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """The lines on standard error, each of which must be one of ours."""
        lines = self.err.splitlines()
        assert "Traceback" not in self.err, self.err
        return lines


def environment(**changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    return kept | {"TERM": "xterm-256color", "PYTHONWARNINGS": "error"} | changes


def start(*words: str | Path, folder: Path, **options: object) -> subprocess.Popen[bytes]:
    line = [sys.executable, str(STAND_IN), *map(str, words)]
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(line, cwd=folder, **{"env": environment(), **streams, **options})  # type: ignore[call-overload, no-any-return]


@contextmanager
def standing_in() -> Iterator[None]:
    """The stand-ins in place of the rooms; what else is imported meanwhile stays."""
    kept = {name: sys.modules.get(name) for name in modules()}
    sys.modules.update(modules())
    try:
        yield
    finally:
        for name, module in kept.items():
            sys.modules.pop(name)
            if module is not None:
                sys.modules[name] = module


def run(*words: str | Path, folder: Path, stdin: bytes = b"", **changes: str) -> Done:
    """Run in this process, which is quick: for what needs no signal, pipe or terminal of its own."""
    from standoff.cli import main

    out, err = (
        io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n"),
        io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n"),
    )
    given = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    with ExitStack() as stack:
        for patched in (
            patch.object(sys, "argv", ["standoff", *map(str, words)]),
            patch.object(sys, "stdin", given),
            patch.object(sys, "stdout", out),
            patch.object(sys, "stderr", err),
            patch.dict(os.environ, environment(**changes), clear=True),
            standing_in(),
            chdir(folder),
        ):
            stack.enter_context(patched)
        with pytest.raises(SystemExit) as left:
            main()
    return Done(int(left.value.code or 0), _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def process(*words: str | Path, folder: Path, stdin: bytes = b"", **changes: str) -> Done:
    """Run as a process of its own to the end, nothing being a terminal."""
    started = start(*words, folder=folder, stdin=subprocess.PIPE, env=environment(**changes))
    out, err = started.communicate(stdin, timeout=60)
    return Done(started.returncode, out.decode(), err.decode())


def on_terminal(*words: str | Path, folder: Path, columns: int = 80, **changes: str) -> Done:
    """Run with standard output and standard error on one terminal; ``out`` holds both."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    started = start(*words, folder=folder, stdout=theirs, stderr=theirs, env=environment(**changes))
    os.close(theirs)
    shown = bytearray()
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return Done(started.wait(60), shown.decode().replace("\r\n", "\n"), "")
