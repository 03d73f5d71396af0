"""Claims agree with a case by the rules of the claims guide, which the claim scorer has too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import made
from benchmarks.chains import names_agree
from benchmarks.values import scorer
from cases import agreement, checking
from cases.notation import Case, read_line, written
from standoff.records import Quantity


@pytest.mark.parametrize(
    ("told", "found", "agree"),
    [
        ("3", Quantity("toll", 3, 3), True),
        ("3", Quantity("toll", 3, None), False),
        ("3+", Quantity("toll", 3, None), True),
        ("..3", Quantity("toll", None, 3), True),
        ("3..5", Quantity("toll", 3, 5), True),
        ("~3", Quantity("toll", 3, 3, approx=True), True),
        ("~3", Quantity("toll", 3, 3), False),
        ("3 guards", Quantity("toll", 3, 3, party="prison guards"), True),
        ("3 guards", Quantity("toll", 3, 3, party="inmates"), False),
        ("3 guards", Quantity("toll", 3, 3), False),
    ],
)
def test_a_number_agrees_in_both_bounds_and_in_whom_it_counts(
    told: str, found: Quantity, agree: bool
) -> None:
    assert agreement.numbers_agree(told, found) is agree


@pytest.mark.parametrize(
    ("told", "start", "end", "agree"),
    [
        ("2024-02", "2024-02-01", "2024-02-29", True),
        ("2024-02", "2024-02-01", "2024-02-28", False),
        ("2024", "2024-01-01", "2024-12-31", True),
        ("2024-05-15T10:00", "2024-05-15T10:00", "2024-05-15T10:00", True),
        ("2024-05-15T10:00", "2024-05-15", "2024-05-15", False),
        ("2024-05-14..2024-05-15", "2024-05-14", "2024-05-15", True),
    ],
)
def test_a_time_agrees_when_it_covers_the_same(told: str, start: str, end: str, agree: bool) -> None:
    assert agreement.times_agree(told, start, end) is agree


def _checked(claims: Sequence[str] = (), never: Sequence[str] = ()) -> tuple[str, ...]:
    reading = made.reading()
    told = tuple(read_line(line, made.TEXT, told=True) for line in claims)
    banned = tuple(read_line(line, made.TEXT, told=False) for line in never)
    faults = checking.check(Case("made", "made", reading.report, told, banned), reading).faults
    return tuple(f"{fault.aspect}: {fault.line}" for fault in faults)


def _said() -> list[str]:
    """What the invented reading claims, as a case would have it; only of words that stand once."""
    reading = made.reading()
    lines = [written(claim, reading) for claim in reading.claims]
    return [line for line in lines if made.TEXT.count(line.split('"')[1]) == 1]


def test_a_reading_that_says_what_the_case_does_lacks_nothing() -> None:
    assert len(_said()) > 3
    assert _checked(_said()) == ()


def test_what_is_not_found_and_what_must_not_be_are_told() -> None:
    first, other = _said()[0], _said()[0].replace("affirmed", "denied")
    assert _checked(['arrested 7 "Shots"']) == ('slot: arrested 7 "Shots"',)
    assert _checked(never=[first]) == (f"never: {first}",)
    assert _checked([other]) == (f"manner: {other}",)
    assert _checked(never=[other, "arrested"]) == ()


def test_labels_tell_which_claims_belong_to_one_event() -> None:
    siege, fire = (line.split(";")[0] for line in (_said()[0], _said()[-1]))
    assert _checked([f"{siege}; e1", f"{fire}; e2"]) == _checked([f"{siege}; e2", f"{fire}; e1"]) == ()
    assert _checked([f"{siege}; e1", f"{fire}; e1"]) == ("event: claims are gathered into other events",)


def _gold(folder: Path) -> list[dict[str, Any]]:
    files = sorted(folder.glob("*.json"))
    return [claim for file in files for claim in json.loads(file.read_text("utf-8"))["claims"]]


@pytest.mark.shared
def test_words_names_and_times_agree_as_in_the_claim_scorer(shared: Path) -> None:
    score, claims = scorer(), _gold(shared / "gold" / "train")
    texts = [claim["value"].get("text") or claim["quote"] for claim in claims]
    for one, other in pairwise(sorted(texts)):
        assert agreement.entities_agree(one, other) == score.entities_agree(one, other), (one, other)
        assert names_agree(one, other) == score.names_agree(one, other), (one, other)
    times = sorted((v["start"], v["end"]) for c in claims if (v := c["value"])["kind"] == "time" and v["end"])
    for (start, end), (first, last) in pairwise(times):
        same = [score.bound(start, False), score.bound(end, True)] == [
            score.bound(first, False),
            score.bound(last, True),
        ]
        assert agreement.times_agree(f"{start}..{end}", first, last) == same
