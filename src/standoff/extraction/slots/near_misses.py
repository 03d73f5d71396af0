"""Observations that the model just misses and that their words and the report speak for.

Of what the model just misses (`Reading.faint`, docs/decisions/0021) a third is right. Which third is told by one small
log-linear score of plain facts: how near it came, whether the report is of what people say more than of what befalls
them (there the model is too careful), how the words stand in their sentence, and whether the word that they hang on
is often among what somebody saw. ``data/near_misses.toml`` has the weights, fitted by ``training.fit_near_misses``.
Invariant: the answer depends on one report and on the weights alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import exp, log

import numpy as np

from standoff.extraction.grammar.lines import says
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.manner.tense import tense_at
from standoff.extraction.slots.row import Row, words_of
from standoff.records import EVENT_TYPES

SLOT = "observation"
HEADS = ("often", "seldom")  # lists of words that what is told hangs on
_RULE = "what the model just misses, and what its words and the report speak for"
_HURT = frozenset(("killed", "injured"))
_IN_CLAUSE = frozenset(("obl", "nmod", "obj"))
_MOST_SAID = 0.3  # a report may be of sayings so far; more of them tell no more
_OWN = frozenset(("i", "we", "my", "our", "us", "me"))
_STATEMENT = EVENT_TYPES.index("statement")


def near_misses(page: Page, read: Iterable[Row], missed: Iterable[Row]) -> list[Row]:
    """Of the rows that the model just misses, the observations that are likelier than ``least``."""
    weights, least = section("near_misses", "weights"), section("near_misses", "least")
    told = [row for row in missed if row.slot == SLOT and not _is_figure(page, row)]
    if not told:
        return []
    heads = {name: word_set("near_misses", "heads", name) for name in HEADS}
    seen = facts(page, read, told, heads)
    return [
        row._replace(rule=_RULE)
        for row, known in zip(told, seen, strict=True)
        if likely(weights, known) >= least
    ]


def _is_figure(page: Page, row: Row) -> bool:
    """Whether the sentence of a row only sounds violent: "dropped a bombshell"."""
    return says(page.line(page.sentence[row.at.first]).forms, section("idle", "figures")["words"])


def likely(weights: Mapping[str, float], known: Mapping[str, float]) -> float:
    """How likely a row is right by its facts, 0 to 1."""
    return 1 / (1 + exp(-weights["bias"] - sum(weights[name] * value for name, value in known.items())))


def facts(
    page: Page, read: Iterable[Row], missed: Iterable[Row], heads: Mapping[str, Collection[str]]
) -> Iterator[dict[str, float]]:
    """What is known of each row that the model just misses, by the names that the weights have; ``heads`` are the lists
    of `HEADS`."""
    read = list(read)
    hurt, said = (
        words_of(row for row in read if row.slot in _HURT),
        min(of_statements(page, read), _MOST_SAID),
    )
    for row in missed:
        top = top_of(page, row.at)
        sentence = page.bounds[page.sentence[row.at.first]]
        yield {
            "score": log(row.score / (1 - row.score)),
            "said": said,
            "content": float(page.relations[top] == "ccomp"),
            "within": float(page.relations[top] in _IN_CLAUSE),
            "future": float(tense_at(page, row.at) == "future"),
            "own": float(not _OWN.isdisjoint(page.forms[row.at.first : row.at.last])),
            "hurt": float(not hurt.isdisjoint(range(*row.at))),
            "share": (row.at.last - row.at.first) / (sentence.last - sentence.first),
            **{name: float(page.forms[top] in words) for name, words in heads.items()},
        }


def of_statements(page: Page, read: Iterable[Row]) -> float:
    """How far a report is of statements, 0 to 1, by the types that the model gives the slots it reads."""
    kinds = page.reading.slot_types[[row.number for row in read], _STATEMENT]
    return float(np.mean(kinds)) if len(kinds) else 0.0
