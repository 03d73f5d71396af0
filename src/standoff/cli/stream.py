"""Standard output and standard error: what goes where, in what width and colours, and how errors are told."""

from __future__ import annotations

import io
import os
import shutil
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkstemp
from typing import IO, Any, TypeVar

from standoff.errors import InputError

Made = TypeVar("Made")
PLAIN_WIDTH = 100
_HOW: Any = {"encoding": "utf-8", "errors": "backslashreplace", "newline": "\n"}


@dataclass(slots=True)
class Mishaps:
    """Tells what goes wrong, a line each on standard error, and keeps count of it for the exit code.

    ``on_interrupt`` is the line for Ctrl-C.
    """

    debug: bool = False
    count: int = 0
    on_interrupt: str = field(default="interrupted")

    def tell(self, error: BaseException) -> None:
        """One line for an error from outside: what, why, the way out."""
        self._line(_said(error), error)

    def tell_fault(self, error: BaseException) -> None:
        """One line for an error of our own."""
        way_out = "a fault of Standoff's: please report it with the output of standoff --debug"
        self._line(f"{type(error).__name__}: {error} ({way_out})", error)

    def note(self, words: str) -> None:
        """One line for what is no error, where somebody may see it."""
        if sys.stderr.isatty():
            sys.stderr.write(f"standoff: {one_line(words)}\n")

    def interrupted(self) -> None:
        """The line for Ctrl-C."""
        after_the_mark = "\n" if sys.stderr.isatty() else ""  # the terminal has just shown ^C
        sys.stderr.write(f"{after_the_mark}standoff: {self.on_interrupt}\n")

    def sieve(self, items: Iterable[Made | InputError]) -> Iterator[Made]:
        """The items that are no errors; the errors are told as they come."""
        for item in items:
            if isinstance(item, InputError):
                self.tell(item)
            else:
                yield item

    @property
    def exit_code(self) -> int:
        return 1 if self.count else 0

    def _line(self, words: str, error: BaseException) -> None:
        self.count += 1
        if self.debug:
            traceback.print_exception(error)
        sys.stderr.write(f"standoff: {one_line(words)}\n")


def _said(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'output'}: {error.strerror}"
    if isinstance(error, MemoryError):
        return "the memory is full (give fewer or smaller reports)"
    return str(error) or type(error).__name__


def one_line(words: str) -> str:
    """The words without line breaks or anything else that a terminal would act on."""
    from standoff.publish.safety import visible

    return visible(words).strip()


def ready() -> None:
    """Make both streams take any text: what the terminal's encoding lacks is written as ``\\u…``, as JSON has it. Where
    standard error is closed, what is told goes nowhere."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", **_HOW)  # noqa: SIM115 - for as long as the process is there
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def hush() -> None:
    """Nobody reads standard output any more: let nothing be written there when the process ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """Columns to fill: the terminal's (or ``COLUMNS``), and 100 where there is none."""
    return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns if on_terminal() else _asked_width()


def _asked_width() -> int:
    asked = os.environ.get("COLUMNS", "")
    return int(asked) if asked.isdecimal() and 0 < int(asked) < 10_000 else PLAIN_WIDTH


def color() -> bool:
    """Whether to colour: on a terminal that can, unless ``NO_COLOR`` is set (https://no-color.org)."""
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(pieces: Iterable[str], output: Path | None = None) -> None:
    """Write the pieces to the file, which appears only when it is whole, or to standard output as they come."""
    with _opened(output) as file:
        for piece in pieces:
            file.write(piece)
            if output is None:
                file.flush()


@contextmanager
def _opened(output: Path | None) -> Iterator[IO[str]]:
    if output is None:
        if sys.stdout is None:
            raise InputError("output", "standard output is closed", "send it to a file or a program")
        yield sys.stdout
        return
    try:
        with _replacing(output) as file:
            yield file
    except OSError as error:
        way_out = "name another file with --output"
        raise InputError(str(output), f"cannot be written: {error.strerror or error}", way_out) from error


@contextmanager
def _replacing(output: Path) -> Iterator[IO[str]]:
    if output.exists() and not output.is_file():  # /dev/stdout, a pipe: nothing to replace
        with output.open("w", **_HOW) as file:
            yield file
        return
    target = output.resolve()  # a link stays one, and the draft is on the file system of what it leads to
    descriptor, name = mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "w", **_HOW) as file:
            yield file
        draft.chmod(output.stat().st_mode if output.exists() else 0o666 & ~_umask())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
