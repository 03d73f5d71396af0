"""Many reports read at once, on as many cores as there are.

Each thread takes a few reports at a time: first the model reads all of them, then each is finished (its claims
extracted, say). The model's weights and the rules' tables do not fit a core's cache together, so going to and fro
between them with every report costs both dear.

Invariant: the readings are those of the reports one by one, in their order; no more is held than is read ahead. How
long threads of this process keep the interpreter is shortened meanwhile (`TURN`), and set back at the end.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice, repeat

from standoff.reading.graph import cores
from standoff.reading.reader import ModelReader
from standoff.records import Reading, Report

FEW = 4  # reports that a thread takes at a time, once every thread has had some
TURN = 1e-4  # seconds that a thread may keep the interpreter while another, back from the graph, waits for it
Finish = Callable[[Reading], Reading]
Outcome = Reading | Exception


def read_many(reports: Iterable[Report], finish: Finish = lambda reading: reading) -> Iterator[Reading]:
    """Readings in the order of the reports, each ``finish``ed in the thread that made it.

    Raises, where its reading would stand, what reading or finishing a report raised.
    """
    count = cores()
    turns = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    waiting: deque[Future[list[Outcome]]] = deque()
    pool = ThreadPoolExecutor(count)
    try:
        for few in _groups(reports, count):
            waiting.append(pool.submit(_read, few, finish))
            if len(waiting) > 2 * count:
                yield from _given(waiting.popleft())
        while waiting:
            yield from _given(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)
        sys.setswitchinterval(turns)


def _groups(reports: Iterable[Report], count: int) -> Iterator[list[Report]]:
    """The reports in groups that grow, so that no thread waits for its first ones."""
    stream = iter(reports)
    for size in chain(repeat(1, count), repeat(2, count), repeat(FEW)):
        if not (few := list(islice(stream, size))):
            return
        yield few


def _read(reports: list[Report], finish: Finish) -> list[Outcome]:
    read = ModelReader().read
    made = [_tried(read, report) for report in reports]
    return [item if isinstance(item, Exception) else _tried(finish, item) for item in made]


def _tried(step: Callable[[Report], Reading] | Finish, given: Report | Reading) -> Outcome:
    try:
        return step(given)  # type: ignore[arg-type]
    except Exception as error:  # noqa: BLE001 - raised in the caller's thread, where its reading would stand
        return error


def _given(done: Future[list[Outcome]]) -> Iterator[Reading]:
    for item in done.result():
        if isinstance(item, Exception):
            raise item
        yield item
