"""A process of its own that reads reports: `Worker` is this side of its pipes, `serve` the other.

It is started as a program, in a Python of its own, and not by `multiprocessing`: so a script that calls the library
needs no ``__main__`` guard, nothing but the workers runs beside it, and they share no lock (docs/decisions/0012). It
ends when its pipe does, whatever became of the process that started it, and Ctrl-C on the terminal is not for it.

Invariant: a worker answers every group of reports with as many outcomes, in their order, or it has died.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import BinaryIO

from standoff.reading.reader import ModelReader
from standoff.records import Reading, Report

Finish = Callable[[Reading], Reading]
Outcome = Reading | Exception
PROTOCOL = 5
READY = "ready"
# New objects after which garbage is looked for; after 700, as by default, rules take 4 % longer.
YOUNG = 20_000
START = f"from {__name__} import main; main()"
_APART: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # on Windows; elsewhere a session of its own


class WorkerDied(Exception):
    """The process ended before it answered; ``str`` says how."""


class Worker:
    """A process that reads reports, for one thread at a time. Raises `OSError` when it cannot be started."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this very Python, and what it runs is in `START`
            [sys.executable, "-P", "-c", START],  # -P: what lies in the folder is not imported
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, sys.path))},
            start_new_session=True,
            creationflags=_APART,
        )

    def is_ready(self) -> bool:
        """Waits until it has started; ``False`` when it could not."""
        try:
            return self._answer() == READY
        except WorkerDied:
            return False

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def read(self, reports: Sequence[Report], finish: bytes) -> list[Outcome]:
        """What `read_few` gives there; ``finish`` is pickled. Raises `WorkerDied`."""
        try:
            pickle.dump((finish, list(reports)), self._to, PROTOCOL)
            self._to.flush()
        except (OSError, ValueError) as error:  # ended, or `kill` has closed it
            raise WorkerDied(self._end()) from error
        made: list[Outcome] = self._answer()  # type: ignore[assignment]
        return made

    def kill(self) -> None:
        """Ends it at once, whatever it is doing, and waits until it is gone. It keeps nothing that could be lost."""
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):  # what was not sent yet
            self._to.close()
        self._from.close()

    @property
    def _to(self) -> BinaryIO:
        return self._process.stdin  # type: ignore[return-value]

    @property
    def _from(self) -> BinaryIO:
        return self._process.stdout  # type: ignore[return-value]

    def _answer(self) -> object:
        try:
            return pickle.load(self._from)  # noqa: S301 - our own process
        except (OSError, ValueError, EOFError, pickle.UnpicklingError) as error:
            raise WorkerDied(self._end()) from error

    def _end(self) -> str:
        self.kill()
        return f"exit code {self._process.returncode}"


def read_few(reports: Sequence[Report], finish: Finish) -> list[Outcome]:
    """The model reads all of them, then each is finished: a reading, or what was raised, for every report."""
    read = ModelReader().read
    made = [_tried(read, report) for report in reports]
    return [item if isinstance(item, Exception) else _tried(finish, item) for item in made]


def _tried(step: Callable[[Report], Reading] | Finish, given: Report | Reading) -> Outcome:
    try:
        return step(given)  # type: ignore[arg-type]
    except Exception as error:  # noqa: BLE001 - raised in the caller's thread, where its reading would stand
        return error


def serve(given: BinaryIO, gives: BinaryIO) -> None:
    """Answers groups of reports until there are no more."""
    _send(READY, gives)
    while True:
        try:
            finish, reports = pickle.load(given)  # noqa: S301 - from the process that started this one
        except EOFError:
            return
        _send([_sendable(item) for item in read_few(reports, _finish(finish))], gives)


@lru_cache(maxsize=1)
def _finish(pickled: bytes) -> Finish:
    """Kept, so that all groups of a stream are finished by one and the same ontology."""
    made: Finish = pickle.loads(pickled)  # noqa: S301 - as above
    return made


def _sendable(outcome: Outcome) -> Outcome:
    """The outcome; of an error that cannot be pickled, what it says."""
    if isinstance(outcome, Exception):
        try:
            pickle.loads(pickle.dumps(outcome))  # noqa: S301 - made in the same line
        except Exception:  # noqa: BLE001 - whatever the error's own class raises
            return RuntimeError(f"{type(outcome).__name__}: {outcome}")
    return outcome


def _send(item: object, gives: BinaryIO) -> None:
    pickle.dump(item, gives, PROTOCOL)
    gives.flush()


def main() -> None:
    """The process: answers go out where standard output was, and what anything prints goes to standard error."""
    given, gives = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    gc.set_threshold(YOUNG)
    with contextlib.suppress(BrokenPipeError):  # who asked is gone
        serve(given, gives)
