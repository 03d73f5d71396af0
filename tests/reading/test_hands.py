"""Hands that read in processes of their own: what they give back, and what becomes of them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from made import report
from reading.finishing import by_word
from standoff.errors import InputError, ModelError
from standoff.extraction import extract, load_ontology
from standoff.reading import hands as room
from standoff.reading.hands import Hands
from standoff.reading.worker import Finish, Outcome
from standoff.records import Reading

OWN = """
[types.heist]
under = "attack"
covers = "banks held up"
label = "Heist"
triggers = ["held up", "heist"]
"""
FINE = [report(f"Report number {i} from Velmore.", name=f"r{i}") for i in range(3)]


@pytest.fixture(autouse=True)
def _no_worker_before_and_after() -> Iterator[None]:
    room._end()
    yield
    room._end()


def away(finish: Finish = by_word) -> Hands:
    """Hands of which the next has a process of its own."""
    made = Hands(2, finish)
    made._free.put(made._free.get())
    return made


def process_of(outcome: Outcome) -> int:
    assert isinstance(outcome, Reading)
    return int(outcome.report.url or 0)


def gone(pid: int) -> bool:
    """Whether a process has ended, or does within seconds."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


def test_only_a_long_stream_leaves_this_process_and_one_hand_never_does() -> None:
    assert process_of(away().read(FINE, is_long=False)[0]) == os.getpid()
    hands = away()
    there, here = (process_of(hands.read(FINE, is_long=True)[0]) for _ in range(2))
    assert (there == os.getpid(), here) == (False, os.getpid())


def test_what_cannot_be_pickled_is_finished_here() -> None:
    made = away(lambda reading: by_word(reading)).read(FINE, is_long=True)
    assert [process_of(item) for item in made] == [os.getpid()] * len(FINE)


def test_a_worker_waits_for_the_next_stream_and_then_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "REST", 0.2)
    first = away()
    pid = process_of(first.read(FINE, is_long=True)[0])
    first.rest()
    second = away()
    assert process_of(second.read(FINE, is_long=False)[0]) == pid
    time.sleep(0.4)  # nobody ends it while it has work
    assert process_of(second._all[1].read(FINE, is_long=True)[0]) == pid
    second.rest()
    assert gone(pid)
    assert process_of(away().read(FINE, is_long=True)[0]) != pid


def test_errors_come_back_as_themselves() -> None:
    texts = ("refuse", "broken", "odd")
    made = away().read([report(text, name=text) for text in texts], is_long=True)
    refused, broken, odd = made
    assert isinstance(refused, InputError)
    assert (refused.name, refused.reason, refused.hint) == ("refuse", "refused", "ask again")
    assert isinstance(broken, ModelError)
    assert str(odd) == "Odd: this and that"


def test_a_report_that_kills_its_worker_is_one_error_and_the_others_are_read() -> None:
    hands = away()
    made = hands.read([FINE[0], report("die", name="bad.txt"), FINE[1]], is_long=True)
    assert [isinstance(item, Reading) for item in made] == [True, False, True]
    assert isinstance(made[1], InputError)
    assert made[1].name == "bad.txt"
    assert "exit code 7" in made[1].reason


def test_a_worker_that_somebody_kills_costs_no_report() -> None:
    hands = away()
    pid = process_of(hands.read(FINE, is_long=True)[0])
    os.kill(pid, signal.SIGKILL)
    hands._free.put(hands._free.get())
    [made] = hands.read(FINE[:1], is_long=True)
    assert process_of(made) not in (pid, os.getpid())


def test_what_a_library_prints_does_not_get_among_the_answers() -> None:
    assert isinstance(away().read([report("speak")], is_long=True)[0], Reading)


def test_no_process_is_left_when_the_hands_are_dropped() -> None:
    hands = away()
    pid = process_of(hands.read(FINE, is_long=True)[0])
    hands.drop()
    assert gone(pid)


def test_where_no_worker_can_be_started_all_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/no/such/python")
    assert process_of(away().read(FINE, is_long=True)[0]) == os.getpid()


def test_an_ontology_of_a_users_own_is_used_there(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(OWN, encoding="utf-8")
    finish = partial(extract, ontology=load_ontology(file))
    told = report("Gunmen held up a bank in Velmore and killed two guards, police said.")
    [there] = away(finish).read([told], is_long=True)
    [here] = Hands(1, finish).read([told], is_long=True)
    assert isinstance(there, Reading)
    assert isinstance(here, Reading)
    assert there.to_json() == here.to_json()
    assert "heist" in {event.type for event in there.events}
