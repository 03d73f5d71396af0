"""How each word is set: small, Capitalised, CAPITALS, a lone Capital, or mIxed. The word pieces alone do not say.

Capitals in a run (a headline, a telex) are a manner of setting a text, not a word: such words count as small.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from standoff.records.reading import Ints

SMALL, CAPITALISED, CAPITALS, LONE, MIXED = range(5)
CASES = 5
RUN = 3  # words in capitals one after the other (figures and marks between them not counted) that make a run


def cases(text: str, offsets: Ints) -> Ints:
    """The case of each word, [n], 0 to 4; ``offsets`` [n, 2] in code points of the text."""
    if not len(offsets):
        return np.zeros(0, np.int32)
    starts, ends = offsets[:, 0], offsets[:, 1]
    upper = _counts(text, text.lower(), str.isupper)
    lower = _counts(text, text.upper(), str.islower)
    large = upper[ends] - upper[starts]
    letters = large + lower[ends] - lower[starts]
    first = upper[starts + 1] > upper[starts]
    made = np.where(large > 0, MIXED, SMALL)
    made[first & (large == 1)] = CAPITALISED
    made[(large > 1) & (large == letters)] = CAPITALS
    made[first & (letters == 1)] = LONE
    made[_in_run(made, letters > 0)] = SMALL
    return made.astype(np.int32)


def _counts(text: str, other: str, holds: Callable[[str], bool]) -> Ints:
    """How many of the first n characters are such letters, [len + 1]: those that the other setting changes."""
    same = len(other) == len(text)  # not so where a letter becomes two when set otherwise
    marks = _codes(text) != _codes(other) if same else np.array([holds(letter) for letter in text])
    return np.concatenate(([0], np.cumsum(marks))).astype(np.int32)


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _in_run(made: NDArray[np.int64], lettered: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which words stand in a run of words in capitals; a lone capital goes with its neighbours."""
    at = np.flatnonzero(lettered)
    large = (made[at] == CAPITALS) | (made[at] == LONE)
    edges = np.flatnonzero(np.diff(large, prepend=False, append=False))
    found = np.zeros(len(made), np.bool_)
    for begin, end in edges.reshape(-1, 2).tolist():
        run = at[begin:end]
        if len(run) >= RUN and (made[run] == CAPITALS).any():
            found[run] = True
    return found
