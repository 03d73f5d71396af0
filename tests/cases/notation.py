"""Construction cases as they are written: short texts of ours, and in one line each what must and must not be claimed.

A line is ``SLOT VALUE "WORDS" by OUTER > INNER; NOTE, NOTE`` (docs/cases.md explains it). Claims that the program finds
are written in the same form, so that what was expected and what was found can be read side by side.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standoff.records import (
    CERTAINTIES,
    EVENT_TYPES,
    IDENTIFICATIONS,
    KINDS,
    POLARITIES,
    REALES,
    SLOTS,
    TOLL_SLOTS,
    Claim,
    Quantity,
    Reading,
    Report,
    Span,
    Time,
)

FOLDER = Path(__file__).parent
KNOWN_MISSES = FOLDER / "known_misses.toml"
STANDINGS = ("main", "related", "background")
ANY = "any"

NUMBER = re.compile(
    r"(?P<about>~)?(?:(?P<low>\d+)(?P<more>\+)?|(?=\.\.))(?:\.\.(?P<high>\d+))?(?: (?P<party>.+))?"
)
TIME = re.compile(r"{0}(?:\.\.{0})?".format(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?"))
_FORMS = dict.fromkeys((*TOLL_SLOTS, "actor_count", "target_count"), NUMBER) | {"time": TIME}
_LINE = re.compile(
    r'(?P<slot>\w+)(?: +(?P<value>[^";]+?))??(?: +"(?P<words>[^"]+)")?(?: +by +(?P<chain>[^;]+?))?'
    r"(?: *; *(?P<notes>.+))?"
)
_LINK = re.compile(r"(?P<name>[^()]+?)(?: *\((?P<facts>[a-z ]+)\))?")
_NOTE = re.compile(r"e\d+|at:[A-Z]{2}|(?:source|act|value):.+")
_PLAIN_NOTES = frozenset((*POLARITIES, *CERTAINTIES, *REALES, *STANDINGS, *EVENT_TYPES))


class CaseError(ValueError):
    """A case that cannot be read; the message names the case and the line."""


@dataclass(frozen=True, slots=True)
class Link:
    """One source of a chain: words of its name, and its identification or kind where the case is about them."""

    name: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a claim must be like; ``None`` where anything will do. ``at`` is where the words stand in the text."""

    line: str
    slot: str | None
    value: str | None
    at: Span | None
    chain: tuple[Link, ...] | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One construction: the report, the claims that must be found in it, and the ones that must not."""

    id: str
    area: str
    report: Report
    claims: tuple[Pattern, ...]
    never: tuple[Pattern, ...]


def read_cases(folder: Path = FOLDER) -> list[Case]:
    """The cases of all areas, in the order of their files. Raises `CaseError`."""
    files = sorted(file for file in folder.glob("*.toml") if file.name != KNOWN_MISSES.name)
    cases = [case for file in files for case in read_area(file)]
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise CaseError(f"{case.area}: {case.id} stands twice")
        seen.add(case.id)
    return cases


def read_area(file: Path) -> Iterator[Case]:
    """The cases of one file; what stands in its table ``every`` goes for each. Raises `CaseError`."""
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    every = tables.pop("every", {})
    for name, table in tables.items():
        try:
            yield _case(name, file.stem, every | table)
        except (KeyError, ValueError) as error:
            raise CaseError(f"{file.name}: {name}: {error}") from error


def _case(name: str, area: str, table: dict[str, Any]) -> Case:
    if odd := set(table) - {"text", "claims", "never", "published", "outlet", "title"}:
        raise CaseError(f"unknown keys: {', '.join(sorted(odd))}")
    report = _report(name, table)
    claims = tuple(read_line(line, report.text, told=True) for line in _lines(table.get("claims", "")))
    never = tuple(read_line(line, report.text, told=False) for line in _lines(table.get("never", "")))
    if not claims and not never:
        raise CaseError("neither claims nor never")
    return Case(name, area, report, claims, never)


def _report(name: str, table: dict[str, Any]) -> Report:
    """The text is wrapped as the file likes; an empty line parts paragraphs."""
    from standoff.ingest.given import Given
    from standoff.ingest.registry import load_bytes

    paragraphs = re.split(r"\n\s*\n", table["text"].strip())
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    given = Given(outlet=table.get("outlet"), title=table.get("title"), published=str(table["published"]))
    return load_bytes(f"{text}\n".encode(), f"{name}.txt", given=given)


def _lines(block: str) -> Iterator[str]:
    return (line.strip() for line in block.splitlines() if line.strip())


def read_line(line: str, text: str, *, told: bool) -> Pattern:
    """One line: of a claim that must be found (``told``), which has words, or of claims that must not be."""
    found = _LINE.fullmatch(line)
    if not found or (told and not found["words"]):
        raise CaseError(f"not a claim: {line}")
    slot = None if found["slot"] == ANY else found["slot"]
    if slot not in (None, *SLOTS):
        raise CaseError(f"unknown slot: {line}")
    if found["value"] and slot in _FORMS and not _FORMS[slot].fullmatch(found["value"]):
        raise CaseError(f"not a value of that slot: {line}")
    at = _place(found["words"], text) if found["words"] else None
    chain = tuple(_links(found["chain"])) if found["chain"] else () if told else None
    return Pattern(line, slot, found["value"], at, chain, tuple(_notes(found["notes"] or "")))


def _place(words: str, text: str) -> Span:
    """Where the words stand; of ``on the [two] of them`` only what is in brackets, the rest tells which "two"."""
    before, bracket, rest = words.partition("[")
    quote, _, after = rest.partition("]") if bracket else (before, "", "")
    before = before if bracket else ""
    if not quote or text.count(before + quote + after) != 1:
        raise CaseError(f"does not stand once in the text: {words}")
    start = text.index(before + quote + after) + len(before)
    return Span(start, start + len(quote))


def _links(chain: str) -> Iterator[Link]:
    for words in chain.split(" > "):
        found = _LINK.fullmatch(words.strip())
        facts = tuple((found["facts"] or "").split()) if found else ()
        if not found or not set(facts) <= {*IDENTIFICATIONS, *KINDS}:
            raise CaseError(f"not a source: {words}")
        yield Link(found["name"], facts)


def _notes(notes: str) -> Iterator[str]:
    for note in filter(None, map(str.strip, notes.split(","))):
        if note not in _PLAIN_NOTES and not _NOTE.fullmatch(note):
            raise CaseError(f"unknown note: {note}")
        yield note


def written(claim: Claim, reading: Reading) -> str:
    """A claim that was found, in the notation of the cases."""
    words = " … ".join(span.quote(reading.report.text) for span in claim.evidence)
    chain = " > ".join(f"{s.name} ({s.identification} {s.kind})" for s in claim.chain)
    standing = next(event.standing for event in reading.events if event.id == claim.event)
    notes = [claim.event, claim.type, standing, claim.polarity, claim.certainty, claim.realis]
    notes += [f"{hedge.level}:{hedge.text}" for hedge in claim.hedges]
    return f'{claim.slot} {_value(claim)} "{words}"{f" by {chain}" if chain else ""}; {", ".join(notes)}'


def _value(claim: Claim) -> str:
    match claim.value:
        case Quantity(_, low, high, approx, party):
            number = f"{low}" if low == high else f"{low}+" if high is None else f"{low or ''}..{high}"
            return f"{'~' if approx else ''}{number} {party or ''}".rstrip()
        case Time(start, end):
            return start if start == end else f"{start}..{end}"
        case value:
            return value.text
