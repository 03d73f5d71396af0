"""The cases against what the program reads: what each lacks, and the list of those that are known to fail.

Invariant: a case is right when every claim that it expects is found and none that it forbids is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from cases.agreement import fitting
from cases.notation import KNOWN_MISSES, Case, Pattern, written
from standoff import read_many
from standoff.records import Claim, Reading

_HEAD = """\
# Cases that the program does not read as they say, by area; one that it does must be taken off.
# `UPDATE_CASES=1 make cases` writes this list.
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that is not met, and in what: the first aspect (`agreement.ASPECTS`) in which no claim is as it says."""

    aspect: str
    line: str


@dataclass(frozen=True, slots=True)
class Result:
    """A case with what it lacks, and all that was found in its text."""

    case: Case
    faults: tuple[Fault, ...]
    found: tuple[str, ...]


def check_all(cases: Sequence[Case]) -> list[Result]:
    """Every case read and checked, in order. Raises `ModelError` without a usable model."""
    return [
        check(case, reading)
        for case, reading in zip(cases, read_many(case.report for case in cases), strict=True)
    ]


def check(case: Case, reading: Reading) -> Result:
    """One case against the reading of its text."""
    told = {pattern: fitting(pattern, reading.claims, reading) for pattern in case.claims}
    banned = {pattern: fitting(pattern, reading.claims, reading) for pattern in case.never}
    faults = [Fault(lack, pattern.line) for pattern, (_, lack) in told.items() if lack]
    faults += [Fault("never", pattern.line) for pattern, (found, _) in banned.items() if found]
    if not faults and not _events_fit({pattern: found for pattern, (found, _) in told.items()}):
        faults.append(Fault("event", "claims are gathered into other events"))
    return Result(case, tuple(faults), tuple(written(claim, reading) for claim in reading.claims))


def _events_fit(fitting: Mapping[Pattern, Sequence[Claim]]) -> bool:
    """Whether claims with one label (``e1``) can be of one event, and those with different labels of different ones."""
    options: dict[str, set[str]] = {}
    for pattern, claims in fitting.items():
        for label in (note for note in pattern.notes if note[0] == "e" and note[1:].isdigit()):
            events = {claim.event for claim in claims}
            options[label] = options.get(label, events) & events
    return any(len({*chosen}) == len(chosen) for chosen in product(*options.values()))


def known_misses() -> frozenset[str]:
    """The ids of the cases that are known to fail."""
    listed = tomllib.loads(KNOWN_MISSES.read_text(encoding="utf-8"))
    return frozenset(name for names in listed.values() for name in names)


def write_known_misses(results: Sequence[Result]) -> None:
    """The list anew: every case of these that fails, and no other."""
    lines = [_HEAD]
    for area in dict.fromkeys(result.case.area for result in results):
        names = [result.case.id for result in results if result.case.area == area and result.faults]
        lines += [f"{area} = [", *(f'    "{name}",' for name in names), "]"]
    KNOWN_MISSES.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def table(results: Sequence[Result]) -> Iterator[str]:
    """How many cases of each area are right, a line each, and of all."""
    areas = dict.fromkeys(result.case.area for result in results)
    for area in (*areas, "all"):
        chosen = [not result.faults for result in results if area in (result.case.area, "all")]
        yield f"{area:14} {sum(chosen):4} of {len(chosen):4}  {sum(chosen) / len(chosen):6.1%}"


def aspects(results: Sequence[Result]) -> Iterator[str]:
    """In what the lines are not met, the most frequent first, with the cases."""
    found: dict[str, dict[str, None]] = {}
    for result in results:
        for fault in result.faults:
            found.setdefault(fault.aspect, {})[result.case.id] = None
    for aspect, names in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"{aspect:16} {len(names):4}  {' '.join(names)}"


def account(result: Result) -> Iterator[str]:
    """What a failing case lacks, beside all that was found in its text."""
    yield f"\n{result.case.area}: {result.case.id}"
    yield f"    {result.case.report.text.strip()}"
    yield from (f"  - {fault.aspect}: {fault.line}" for fault in result.faults)
    yield from (f"    {line}" for line in result.found)
