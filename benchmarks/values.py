"""How well the rules turn gold words into gold values: ``python -m benchmarks.values --data GOLD_DIR``.

Reads the gold quotes: words are split by a plain pattern in the manner of English treebanks, and tagged by the model.
Agreement of words is the claim scorer's.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from rich.console import Console
from rich.table import Table

from benchmarks.face import Json
from benchmarks.gold import gold_files
from standoff.extraction.values.entities import entity_text, is_anaphor, plain_text
from standoff.extraction.values.quantities import reasoned_quantity
from standoff.reading.graph import labels
from standoff.reading.reader import parse_words
from standoff.records import TOLL_SLOTS

SCORER = Path(__file__).resolve().parents[2] / "shared" / "score" / "claims.py"
COUNTED = (*TOLL_SLOTS, "actor_count", "target_count")

_WORD = re.compile(
    r"[0-9]+(?:[.,:][0-9]+)*[½¼¾]?|(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Dr|Jr|Sr|St|Gen|Col|Lt|Rs|No)\.|n['’]t\b"
    r"|['’](?:s|re|ve|ll|d|m)\b|[^\W\d_]+?(?=n['’]t\b)|[^\W_]+|\S",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘A-Z0-9(])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Case:
    """One gold claim with the words of its sentence; ``first`` up to ``last`` are those of the quote."""

    claim: Json
    words: tuple[str, ...]
    first: int
    last: int

    @property
    def slot(self) -> str:
        """The slot of the claim."""
        return str(self.claim["slot"])

    @property
    def tags(self) -> Sequence[str]:
        """The universal tag of each word."""
        return _tags(self.words)

    @property
    def text(self) -> str:
        """The value, of those made of words."""
        if self.claim["value"]["kind"] == "entity":
            return entity_text(self.words, self.first, self.last, self.tags)
        return plain_text(self.words, self.first, self.last)


@cache
def _tags(words: tuple[str, ...]) -> Sequence[str]:
    (parsed,) = parse_words([words])
    return [labels().upos[tag] for tag in parsed.tags.tolist()]


def cases(folder: Path) -> Iterator[Case]:
    """Every claim of a folder of gold reports whose quote is found, in file order."""
    for report, text in gold_files(folder):
        sentences = _sentences(text)
        found = (_case(claim, text, sentences) for claim in report["claims"])
        yield from (case for case in found if case)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends."""
    marks = [mark.span() for mark in _BREAK.finditer(text)]
    return list(
        zip([0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)], strict=True)
    )


def _case(claim: Json, text: str, sentences: list[tuple[int, int]]) -> Case | None:
    start = text.find(claim["quote"], max(text.find(claim["context"]), 0))
    if start < 0:
        return None
    end = start + len(claim["quote"])
    left = max(first for first, _ in sentences if first <= start)
    right = min(last for _, last in sentences if last >= end)
    spans = [match.span() for match in _WORD.finditer(text, left, right)]
    inside = [at for at, (a, b) in enumerate(spans) if a < end and b > start]
    return Case(claim, tuple(text[a:b] for a, b in spans), inside[0], inside[-1] + 1) if inside else None


def scorer(path: Path = SCORER) -> ModuleType:
    """The claim scorer as a module. Leaves with a message when it is not there."""
    spec = spec_from_file_location("claim_scorer", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"{path}: no claim scorer there; give its place with --scorer")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def counts(found: list[Case], score: ModuleType) -> Iterator[tuple[str, str, bool, str]]:
    """Group, slot, right or wrong, and what to show, for each count or toll and each party."""
    for case in found:
        if case.slot not in COUNTED:
            continue
        read = reasoned_quantity(case.words, case.first, case.last, case.slot, case.tags)
        value, gold = read[0] if read else None, case.claim["value"]
        right = value is not None and (value.low, value.high) == (gold.get("low"), gold.get("high"))
        yield "count", case.slot, right, f"{gold} read as {value}"
        if case.slot in TOLL_SLOTS:
            party, told = value and value.party, gold.get("party")
            agree = party == told or bool(party and told and score.entities_agree(party, told))
            yield "party", "given" if told else "not given", agree, f"{told} read as {party}"


def wordings(found: list[Case], score: ModuleType) -> Iterator[tuple[str, str, bool, str]]:
    """The same for values made of words; those that only point back are a group of their own."""
    for case in found:
        if case.claim["value"]["kind"] not in ("entity", "place", "text"):
            continue
        read, gold = case.text, case.claim["value"]["text"]
        near = score.token_f1(score.tokens(read), score.tokens(gold)) >= 0.4
        agree = near if case.claim["value"]["kind"] == "text" else score.entities_agree(read, gold)
        group = "anaphor" if is_anaphor(case.words, case.first, case.last, case.tags) else "words"
        yield group, case.slot, agree, f"{gold} read as {read}"
        yield f"{group}, exact", case.slot, _bare(read) == _bare(gold), ""


def _bare(text: str) -> str:
    return "".join(text.split()).replace("’", "'")


def _shares(rows: list[tuple[str, str, bool, str]]) -> Table:
    table = Table("value", "slot", "right", "of", "share")
    tally = Counter((group, slot) for group, slot, _, _ in rows)
    hits = Counter((group, slot) for group, slot, right, _ in rows if right)
    for (group, slot), total in sorted(tally.items()):
        table.add_row(group, slot, str(hits[group, slot]), str(total), f"{hits[group, slot] / total:.3f}")
    return table


def main() -> None:
    """Print the figures; with ``--wrong`` each value that was read wrong as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of gold reports")
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the claim scorer")
    parser.add_argument("--wrong", action="store_true", help="list what was read wrong")
    options = parser.parse_args()
    console, found, score = (
        Console(soft_wrap=True, highlight=False, markup=False),
        list(cases(options.data)),
        scorer(options.scorer),
    )
    rows = [*counts(found, score), *wordings(found, score)]
    for group, slot, right, shown in rows:
        if options.wrong and not right and shown:
            console.print(f"{group} {slot}: {shown}")
    console.print(_shares(rows))


if __name__ == "__main__":
    main()
