"""Which sentences are one, where a cut stands though no sentence ends: "the U.S. | said".

Invariant: only the words on both sides of a cut, and the white space in it, are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from standoff.extraction.grammar.capitals import Bounds
from standoff.extraction.grammar.quotations import CLOSING
from standoff.settings import settings

_ENDINGS = frozenset((".", "!", "?", "…", "...", '"', "”", "''", "’", "'", ")", "]", ":", ";"))
_DASHES = frozenset(("--", "—", "–"))  # an ending before the next line, which is a line of its own then
_HANGING = ("ADP", "DET")  # what ends no sentence, but for "where are you from?", which a mark ends
_NEW_PARAGRAPH = 2  # line ends; a single one may only wrap a line


def without_hanging(
    bounds: Sequence[Sequence[int]], tags: Sequence[str], gap: Callable[[int], str]
) -> list[tuple[int, int]]:
    """The sentences, one that ends in a preposition or an article as one with the next on its line: "the bridge at |
    Ostrel"; ``gap`` gives what stands before a word."""
    found: list[tuple[int, int]] = []
    for first, last in bounds:
        if found and tags[first - 1] in _HANGING and found[-1][1] == first and "\n" not in gap(first):
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return found


def whole_sentences(
    words: Sequence[str], forms: Sequence[str], bounds: Bounds, gaps: Sequence[str], *, shouted: bool
) -> list[range]:
    """For each sentence the numbers of those that it is one with; ``gaps`` are what stands between each two.

    ``shouted`` says that the text is all capitals, where small letters tell nothing.
    """
    found: list[range] = []
    for number in range(1, len(bounds) + 1):
        if number < len(bounds):
            word, gap = bounds[number][0], gaps[number - 1]
            small = not shouted and words[word][0].islower()
            if _runs_on(forms, word, gap, small=small):
                continue
        found += [range(len(found), number)] * (number - len(found))
    return found


def _runs_on(forms: Sequence[str], word: int, gap: str, *, small: bool) -> bool:
    """Whether what ends before a word goes on with it; it does in small letters after a full stop."""
    tagged = word > 1 and forms[word - 2] == "," and forms[word - 1] in CLOSING | {'"'}
    dashed = forms[word - 1] in _DASHES and "\n" in gap
    short = forms[word - 1].endswith(".") and (
        forms[word] in _openers() or forms[word - 1] == "x."
    )  # "at 4 a.m. | The"
    ended = (
        (forms[word - 1] in _ENDINGS or dashed or short) and not tagged and not (small and "\n" not in gap)
    )
    return not ended and gap.count("\n") < _NEW_PARAGRAPH


@cache
def _openers() -> frozenset[str]:
    """Words that begin sentences, and names hardly ever."""
    return frozenset(settings("records", "sentences")["openers"])
