"""Fits the weights by which `standoff.extraction.slots.near_misses` lets observations stand that the model just misses.

``python -m training.fit_near_misses --shared SHARED`` prints ``extraction/data/near_misses.toml``. The words are
counted in the reports that the model has learned from: how often a word stands in an observation there, against all
words. The weights are fitted on reports that it has not learned from, since its scores are fair only there: every
second of them by name, so that the others and those of ``training/heldout.txt`` are left to measure by. Logistic
regression with a ridge by Newton's steps; no chance in it, so the same folder and model give the same file.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.face import report
from standoff.extraction.grammar.capitals import is_shouted
from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.idle import is_idle
from standoff.extraction.slots.near_misses import HEADS, SLOT, facts
from standoff.extraction.slots.rows import faint_rows, read_rows
from standoff.reading import read_many
from standoff.records import Reading
from training.annotated import Annotated, held_out, read_annotated, read_gold

# Reports of annotated.jsonl, the first ones, that the ninth form has learned from: the weights that ship were fitted
# beside it. The tenth has learned from all but the held-out ones, so a new fit needs new reports.
LEARNED = 1146
LEAST = 0.4  # probability of what stands: by F1 alone three in ten would do, but it is to be trusted
OFTEN, TIMES = 0.8, 10  # of a listed word: its log odds over those of all words, how often it is seen
AROUND = 8  # sightings of any word that those of a word are mixed with
AGREES = 0.4  # token F1 of values that are the same (CLAIMS.md section 6)
RIDGE, STEPS = 5.0, 30
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
Words = dict[str, list[str]]  # the lists of `HEADS`


@dataclass(frozen=True, slots=True)
class Example:
    """A row that the model just misses: what is known of it, and whether a claim is there."""

    known: dict[str, float]
    right: bool


def heads(reports: Iterable[Annotated]) -> Words:
    """The words, names left out, that stand in observations much more often than others, and those that seldom do."""
    inside: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    small: Counter[str] = Counter()  # where there are small letters: as common words, less as names
    for item in reports:
        told = [at for claim in item.claims if claim["slot"] == SLOT for at in claim["spans"]]
        shouted = is_shouted(item.text)
        for found in _WORD.finditer(item.text):
            word = found[0].casefold()
            seen[word] += 1
            inside[word] += any(first <= found.start() < last for first, last in told)
            small[word] += 0 if shouted else 1 if found[0].islower() else -1
    usual = sum(inside.values()) / max(1, sum(seen.values()))
    odds = {
        word: _log_odds((inside[word] + AROUND * usual) / (count + AROUND)) - _log_odds(usual)
        for word, count in sorted(seen.items())
        if count >= TIMES and small[word] > 0
    }
    listed = [w for w, by in odds.items() if by >= OFTEN], [w for w, by in odds.items() if by <= -OFTEN]
    return dict(zip(HEADS, listed, strict=True))


def _log_odds(share: float) -> float:
    return float(np.log(share / (1 - share)))


def examples(item: Annotated, reading: Reading, words: Words) -> Iterator[Example]:
    """The rows of one report that the model just misses."""
    page = Page.of(reading)
    missed = [row for row in faint_rows(page) if row.slot == SLOT and not is_idle(page, row.slot, row.at)]
    told = [claim for claim in item.claims if claim["slot"] == SLOT]
    for row, known in zip(missed, facts(page, read_rows(page), missed, words), strict=True):
        span = page.span(row.at)
        right = any(
            _meets(claim["spans"], span.start, span.end)
            and _agree(str(claim["value"].get("text")), page.quote(row.at))
            for claim in told
        )
        yield Example(known, right)


def _meets(spans: Iterable[Sequence[int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def _agree(one: str, other: str) -> bool:
    a, b = (Counter(_WORD.findall(text.casefold())) for text in (one, other))
    return 2 * (a & b).total() >= AGREES * (a.total() + b.total()) > 0


def fit(found: Sequence[Example]) -> dict[str, float]:
    """The weight of each fact and the bias, rounded as the data file has them."""
    names = list(found[0].known)
    x = np.array([[1.0, *example.known.values()] for example in found])
    spread = x.std(0)
    spread[spread == 0] = 1.0
    x, y = x / spread, np.array([example.right for example in found], float)
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 0.0
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        bend = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        weights -= np.linalg.solve(bend, x.T @ (p - y) + ridge * weights)
    made = weights / spread
    return {name: round(float(weight), 2) for name, weight in zip(("bias", *names), made, strict=True)}


def toml(weights: dict[str, float], words: Words) -> Iterator[str]:
    """The lines of the data file."""
    yield "# Weights and words for slots/near_misses.py, which says what they mean."
    yield "# Made by: python -m training.fit_near_misses --shared SHARED"
    yield f"\nleast = {LEAST}\n\n[weights]"
    yield from (f"{name} = {weight}" for name, weight in weights.items())
    yield "\n# Words that what is told hangs on: those whose odds to stand in an observation of annotated reports are"
    yield "# 2.2 times those of all words, and those whose odds are less than half of them."
    yield "[heads]"
    for name, listed in words.items():
        yield f"{name} = ["
        yield from _lines(listed)
        yield "]"


def _lines(words: Collection[str]) -> Iterator[str]:
    """Words in quotes, as many as fit into a line."""
    line = " "
    for word in words:
        if len(line) + len(word) > 115:
            yield line
            line = " "
        line += f' "{word}",'
    if line.strip():
        yield line


def main() -> None:
    """Prints the data file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora/ and gold/")
    shared, apart = parser.parse_args().shared, held_out()
    annotated = list(read_annotated(shared))
    learned = [*read_gold(shared / "gold" / "train"), *annotated[:LEARNED]]
    new = sorted((item for item in annotated[LEARNED:] if item.id not in apart), key=lambda item: item.id)
    words = heads(item for item in learned if item.id not in apart)
    made = [report(item.text, item.id, item.outlet, item.published) for item in new[1::2]]
    read = zip(new[1::2], read_many(made), strict=True)
    found = [one for item, reading in read for one in examples(item, reading, words)]
    print("\n".join(toml(fit(found), words)))


if __name__ == "__main__":
    main()
