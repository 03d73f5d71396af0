"""FILE, DIR or ``-``, one after another, so that one bad file does not stop the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from standoff.errors import EmptyInput, InputError
from standoff.ingest.given import Given
from standoff.ingest.raw import DEFAULT, Limits, ending, take
from standoff.ingest.registry import SIDE_FILES, load, load_bytes
from standoff.records.report import Report

STDIN = "-"


def read_inputs(
    paths: Iterable[str | Path], *, given: Given | None = None, limits: Limits = DEFAULT
) -> Iterator[Report | InputError]:
    """A report or an error for every file that the paths name, in order; the files of a folder sorted by name.

    ``given`` is what is known of each of them.

    ``-`` is one report on standard input. A folder is walked with its folders; hidden files and side files (``.json``
    and other data) are passed over, links to folders are not followed.
    """
    for place in files_of(paths):
        if isinstance(place, InputError):
            yield place
            continue
        try:
            yield _stdin(given, limits) if place == STDIN else load(place, given=given, limits=limits)
        except InputError as error:
            yield error


def files_of(paths: Iterable[str | Path]) -> Iterator[str | InputError]:
    """The files that the paths name, as `read_inputs` takes them, without opening any."""
    for path in map(str, paths):
        if path != STDIN and is_folder(path):
            yield from _walk(path)
        else:
            yield path


def is_folder(path: str | Path) -> bool:
    """Whether a path names a folder. One that nobody can look at names none, and opening it tells why."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where a name is too long or a folder closed


def _walk(folder: str) -> Iterator[str | InputError]:
    failed: list[InputError] = []

    def fail(error: OSError) -> None:
        where = str(error.filename or folder)
        failed.append(
            InputError(where, f"cannot be listed: {error.strerror}", "check who may read the folder")
        )

    count = 0
    for where, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and ending(name) not in SIDE_FILES:
                count += 1
                yield _regular(str(Path(where) / name))
    yield from failed
    if not count and not failed:
        yield EmptyInput(folder, "has no file to read in it", "give a folder of text or HTML files")


def _regular(path: str) -> str | InputError:
    """The file, if it can be read to an end: a pipe or device in a folder would never be. One called ``-`` is told with
    its folder, since ``-`` alone is standard input."""
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 - as in is_folder
        return InputError(path, "is no regular file", "take it out of the folder")
    return f"./{path}" if path == STDIN else path


def _stdin(given: Given | None, limits: Limits) -> Report:
    way_out = "name a file, or send a report there"
    if sys.stdin is None:
        raise InputError(STDIN, "standard input is closed", way_out)
    try:
        data = take(sys.stdin.buffer, STDIN, limits)
    except OSError as error:
        raise InputError(STDIN, f"cannot be read: {error.strerror or error}", way_out) from error
    return load_bytes(data, STDIN, given=given, limits=limits)
