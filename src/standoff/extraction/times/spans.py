"""Time expressions in running words, as word ranges: high recall, to help the model's time slot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from standoff.extraction.lexicon import load
from standoff.extraction.times.words import Token, letters, tokens_of


@cache
def _grammar() -> re.Pattern[str]:
    """A core, or several joined by glue, with what may stand before and after; see ``[spans]`` of the lexicon."""
    spans = load("times")["spans"]
    core = "|".join(f"(?:{pattern})" for pattern in spans["cores"])
    return re.compile(f"{spans['before']}(?:{core})(?:{spans['glue']}(?:{core}))*{spans['after']}")


def find_times(words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where time expressions stand in running words: (first, last+1), in order, not overlapping.

    ``words`` are as the reader cuts them. About a microsecond a word.
    """
    return _found(tuple(words))


@lru_cache(maxsize=256)
def _found(words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    tokens = tokens_of(words)
    line = letters(tokens)
    return tuple(
        match.span() for match in _grammar().finditer(line) if _plausible(tokens[match.start() : match.end()])
    )


def _plausible(tokens: Sequence[Token]) -> bool:
    """A bare number is a year only within narrow bounds."""
    cores = [token for token in tokens if token.letter not in "iHofwtsB"]
    if len(cores) != 1 or cores[0].letter != "y":
        return True
    limits = load("times")["thresholds"]
    return bool(limits["first_bare_year"] <= cores[0].number <= limits["last_bare_year"])
