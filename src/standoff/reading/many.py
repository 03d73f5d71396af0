"""Many reports read at once, on as many cores as there are.

A few reports are read by threads of this process. Of a long stream only one thread goes on so, and each other gets a
process to read for it (`hands`): rules hold the interpreter, and threads that wait for it cost a fifth of the time.
Each takes a few reports at a time: first the model reads all of them, then each is finished (its claims extracted,
say). The model's weights and the rules' tables do not fit a core's cache together, so going to and fro costs both dear.

Invariant: the readings are those of the reports one by one, in their order; no more is held than is read ahead. How
long threads of this process keep the interpreter (`TURN`) and how often garbage is looked for (`YOUNG`) are set back
at the end.
"""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from standoff.reading.graph import cores
from standoff.reading.hands import Hands
from standoff.reading.worker import YOUNG, Finish
from standoff.records import Reading, Report

FEW = 8  # reports that are taken at a time, where enough wait; of 1 or 2, each takes a tenth longer
AHEAD = (
    4 * FEW
)  # reports read ahead for each core, so that groups stay large while the first of them is not done
HERE = 32  # reports after which processes are started: to start one takes as long as to read ten
MOST = 8  # cores used at most: each takes 200 MB of memory, and this process must keep up with what they give
TURN = 1e-4  # seconds that a thread may keep the interpreter while another, back from the graph, waits for it

_Asked = tuple[Report, Future[Reading], bool]  # and whether so many came before that a process may be started


def as_read(reading: Reading) -> Reading:
    """The reading as the model gave it."""
    return reading


def read_many(reports: Iterable[Report], finish: Finish = as_read) -> Iterator[Reading]:
    """Readings in the order of the reports, each ``finish``ed in the thread or process that made it.

    Raises, where its reading would stand, what reading or finishing a report raised. A ``finish`` that cannot be
    pickled keeps all of it in this process.
    """
    count = min(cores(), MOST)
    turns, young = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(TURN)
    if young[0]:  # it may be off
        gc.set_threshold(max(YOUNG, young[0]), *young[1:])
    ahead, waiting = deque[_Asked](), deque[Future[Reading]]()
    pool, hands = ThreadPoolExecutor(count), Hands(count, finish)
    try:
        for number, report in enumerate(reports):
            waiting.append(Future())
            ahead.append((report, waiting[-1], number >= HERE))
            pool.submit(_take, ahead, count, hands)
            while waiting and (len(waiting) > AHEAD * count or waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except Exception:
        raise
    except BaseException:  # Ctrl-C, or nobody wants the rest: what is being read is of no use
        hands.drop()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        hands.rest()
        sys.setswitchinterval(turns)
        gc.set_threshold(*young)


def _take(ahead: deque[_Asked], count: int, hands: Hands) -> None:
    """Reads some of what waits: few where little does, so that at both ends of a stream no core is without work."""
    few = list(_popped(ahead, max(1, min(FEW, len(ahead) // (2 * count)))))
    try:
        outcomes = hands.read([report for report, *_ in few], few[-1][2]) if few else []
    except Exception as error:  # noqa: BLE001 - raised for who waits, who would wait for ever else
        outcomes = [error] * len(few)
    for (_, asked, _), outcome in zip(
        few, outcomes, strict=False
    ):  # there are none when nobody wants them any more
        if isinstance(outcome, Exception):
            asked.set_exception(outcome)
        else:
            asked.set_result(outcome)


def _popped(ahead: deque[_Asked], most: int) -> Iterator[_Asked]:
    for _ in range(most):
        try:
            yield ahead.popleft()
        except IndexError:  # another thread was quicker
            return
