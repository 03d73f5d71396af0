"""Who reads a stream of reports: threads of this process, and processes that its threads have read for them.

Workers that are done with a stream stay a while for the next (`REST`), so that many short streams do not start them
each time. Invariant: no worker outlives this process, none serves two threads at once, and what may have killed one is
not read in this process.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import pickle
import sys
from collections.abc import Sequence
from queue import SimpleQueue
from threading import Lock, Timer
from types import MappingProxyType

from standoff.errors import InputError
from standoff.reading.worker import PROTOCOL, Finish, Outcome, Worker, WorkerDied, read_few
from standoff.records import Report

REST = 30.0  # seconds that a worker without work keeps its memory


class Hands:
    """``count`` hands that ``finish`` what they read; the first stays in this process, come what may."""

    def __init__(self, count: int, finish: Finish) -> None:
        pickled = _pickled(finish)
        hands = [_Hand(finish, pickled if number else None) for number in range(count)]
        self._all, self._free = tuple(hands), SimpleQueue[_Hand]()
        for hand in hands:
            self._free.put(hand)

    def read(self, reports: Sequence[Report], is_long: bool) -> list[Outcome]:
        """An outcome for each report, by the hand that has waited longest; ``is_long`` allows it to start a process."""
        hand = self._free.get()
        try:
            return hand.read(reports, is_long)
        finally:
            self._free.put(hand)

    def drop(self) -> None:
        """Ends the processes, whatever they are doing; what they were reading is lost."""
        for hand in self._all:
            hand.drop()

    def rest(self) -> None:
        """Lets the processes wait for other streams. To be called when nothing is being read any more."""
        for hand in self._all:
            hand.rest()


class _Hand:
    def __init__(self, finish: Finish, pickled: bytes | None) -> None:
        self._finish, self._pickled = finish, pickled
        self._worker: Worker | None = None
        self._dropped = False

    def read(self, reports: Sequence[Report], is_long: bool) -> list[Outcome]:
        """If the worker dies of it, each report is read alone, so that only the one that killed it is lost."""
        if self._pickled and not self._worker:
            self._worker = _resting() or (_started() if is_long else None)
            if is_long and not self._worker:  # nor will it be possible later
                self._pickled = None
        if self._dropped:
            return []
        if not self._worker or not self._pickled:
            return read_few(reports, self._finish)
        try:
            return self._worker.read(reports, self._pickled)
        except WorkerDied:
            return [self._alone(report, self._pickled) for report in reports]

    def _alone(self, report: Report, pickled: bytes) -> Outcome:
        if not self._worker or not self._worker.is_alive:
            self.rest()
            self._worker = None if self._dropped else _started()
        try:
            return (
                self._worker.read([report], pickled)[0] if self._worker else _lost(report, "no other starts")
            )
        except WorkerDied as death:
            return _lost(report, f"{death}")

    def drop(self) -> None:
        self._dropped = True
        if worker := self._worker:
            _let_go(worker)

    def rest(self) -> None:
        if worker := self._worker:
            (_rest if worker.is_alive and not self._dropped else _let_go)(worker)
        self._worker = None


def _lost(report: Report, death: str) -> InputError:
    return InputError(
        report.name or report.id,
        f"could not be read: the process that read it ended ({death})",
        "most likely the memory was full: give fewer or smaller reports",
    )


def _pickled(finish: Finish) -> bytes | None:
    """``finish`` for another process; ``None`` where it cannot be sent, or no process be started."""
    if not sys.executable or getattr(sys, "frozen", False):  # a packed program would start itself
        return None
    made = io.BytesIO()
    pickler = pickle.Pickler(made, PROTOCOL)
    pickler.dispatch_table = {MappingProxyType: lambda proxy: (MappingProxyType, (dict(proxy),))}
    with contextlib.suppress(pickle.PicklingError, AttributeError, TypeError):
        pickler.dump(finish)
        return made.getvalue()
    return None


_lock = Lock()
_alive: dict[Worker, Timer | None] = {}  # with the timer that ends it, where it waits for work


def _resting() -> Worker | None:
    """A worker that waits, which it does no longer."""
    with _lock:
        for worker, timer in _alive.items():
            if timer:
                timer.cancel()
                _alive[worker] = None
                return worker
    return None


def _started() -> Worker | None:
    """A new worker; ``None`` where none can be started."""
    with _lock:
        try:
            made = Worker()
        except OSError:
            return None
        _alive[made] = None
    if made.is_ready():
        return made
    _let_go(made)
    return None


def _rest(worker: Worker) -> None:
    timer = Timer(REST, _expired, [worker])
    timer.daemon = True
    with _lock:
        _alive[worker] = timer
    timer.start()


def _expired(worker: Worker) -> None:
    with _lock:
        if not _alive.get(worker):  # hired in the meantime
            return
        del _alive[worker]
    worker.kill()


def _let_go(worker: Worker) -> None:
    with _lock:
        timer = _alive.pop(worker, None)
    if timer:
        timer.cancel()
    worker.kill()


def _end() -> None:
    for worker in tuple(_alive):
        _let_go(worker)


def _forget() -> None:
    global _lock  # a thread that is not here any more may hold it
    _lock = Lock()
    _alive.clear()  # they are the parent's


atexit.register(_end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
