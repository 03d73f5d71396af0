"""A report of four times the length takes about four times the steps: calls and memory are counted, not time."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import FrameType
from typing import ClassVar

import pytest

from standoff.extraction import extract
from standoff.extraction.explain import explain
from standoff.extraction.explain_event import event_reason
from standoff.extraction.extract import traced
from standoff.extraction.ontology_file import bundled
from standoff.extraction.trace import Trace
from standoff.publish.brief import make_brief
from standoff.publish.render import render_reading
from standoff.records import Claim, Reading
from trees import reading

TOLD = (
    "{name}/PROPN/2/nsubj said/VERB/0/root gunmen/NOUN/4/nsubj killed/VERB/2/ccomp {dead}/NUM/6/nummod "
    "guards/NOUN/4/obj and/CCONJ/8/cc wounded/VERB/4/conj {hurt}/NUM/10/nummod clerks/NOUN/8/obj ./PUNCT/2/punct\n"
    "Orlo/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj rained/VERB/2/ccomp ./PUNCT/2/punct"
)
FEW, TIMES = 40, 4
MOST = 1.25  # of so many times the steps; sorting takes a few more


def told(times: int) -> Reading:
    """A report that tells of so many attacks; of the wounded, only the tree does."""
    names = ("Abel", "Bly", "Corin", "Dane", "Esk")
    numbers = range(10_000, 10_000 + times)
    trees = "\n".join(TOLD.format(name=names[n % len(names)], dead=n, hurt=n + 50_000) for n in numbers)
    return reading(trees, slots=[("killed", f"{n} guards", 0.9) for n in numbers])


def calls(of: Callable[[], object]) -> int:
    """How many functions are called, and generators gone on with."""
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        of()
    finally:
        sys.setprofile(None)
    return count


def peak(of: Callable[[], object]) -> int:
    """The most bytes that are held at one time."""
    tracemalloc.start()
    try:
        of()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


STEPS: dict[str, Callable[[Reading], object]] = {
    "extraction": lambda done: extract(done),
    "explanation": lambda done: explain(done, done.claims[0].id),
    "brief": lambda done: make_brief(done),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_steps_grow_with_the_length_of_a_report(step: Callable[[Reading], object]) -> None:
    short, long = extract(told(FEW)), extract(told(FEW * TIMES))
    assert len(long.claims) == TIMES * len(short.claims) == TIMES * 2 * FEW
    assert calls(lambda: step(long)) <= MOST * TIMES * calls(lambda: step(short))


def test_why_a_claim_is_of_its_event_holds_no_table_of_all_pairs() -> None:
    few, many = (traced(told(times), bundled()) for times in (FEW, FEW * TIMES))

    def reason(trace: Trace) -> object:
        return event_reason(trace, trace.reading.claims[0], trace.reading.events[0], bundled())

    assert peak(lambda: reason(many)) <= MOST * TIMES * peak(lambda: reason(few))


class Counted(tuple[Claim, ...]):
    """Claims that count how often they are gone through."""

    __slots__ = ()
    rounds: ClassVar[list[int]] = []

    def __iter__(self) -> Iterator[Claim]:
        self.rounds.append(len(self))
        return super().__iter__()


def test_claims_are_not_gone_through_for_every_sentence() -> None:
    done = extract(told(FEW))
    Counted.rounds.clear()
    render_reading(replace(done, claims=Counted(done.claims)), "text")
    assert len(Counted.rounds) == 1
