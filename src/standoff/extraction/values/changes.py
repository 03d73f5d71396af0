"""Numbers that changed: "rose from three to five", "cut from an earlier count of 12 to nine".

The words are in ``numbers.toml``. Invariant: a change says the new number alone; both stand in its stretch, the old one
first.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.lexicon import section
from standoff.extraction.values.cardinals import lowered
from standoff.extraction.values.numeral import Numeral

CHANGE = "ranges.changes"  # the entry of numbers.toml that tells a change from a range
TO = "to"  # the one join of a change: "from 12 - 15" and "from two or three" are ranges
_FROM = 5  # words between "from" and the old number
_BEFORE = 6  # words before "from" in which a word of change stands


def is_change(lower: Sequence[str], at: int) -> bool:
    """Whether "A to B" at a word (lower case) is a change and no range; the word may be the "from" before it."""
    table = section("numbers", "ranges")
    begins = next((word for word in range(at, max(-1, at - _FROM - 1), -1) if lower[word] == "from"), None)
    if begins is None or any(word not in table["old"] for word in lower[begins + 1 : at]):
        return False
    return any(word in table["changes"] for word in lower[max(0, begins - _BEFORE) : begins])


def changed(words: Sequence[str], numeral: Numeral) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the old number of a change and the new one stand, each its first word and the word after; ``None`` of
    numbers that did not change."""
    if CHANGE not in numeral.entries:
        return None
    lower = lowered(words)
    to = next((word for word in range(numeral.core, numeral.last) if lower[word] == TO), None)
    if to is None:
        return None
    return (numeral.first + (lower[numeral.first] == "from"), to), (to + 1, numeral.last)
