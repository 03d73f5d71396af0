"""Lines of a list that begin with a label, where and when: "- Kunduz, 8 May: a mine …"; where lines begin at all.

Invariant: line ends, tags and the words of ``events.toml`` decide; a label is a sentence of its own.
"""

from __future__ import annotations

from functools import cache

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import word_set

UNDATED = ("date", "time")
_LONGEST = 9  # words of a label
_TAGS = frozenset(("PROPN", "NUM", "PUNCT", "SYM", "ADP", "DET", "NOUN", "ADJ"))


def labelled(page: Page) -> dict[int, int]:
    """The numbers of the sentences of a line that begins with a label, and of the label, which tells where and when."""
    found: dict[int, int] = {}
    label: int | None = None
    for number, at in enumerate(page.bounds):
        if begins_line(page, at):
            label = number if is_label(page, at) else None
        if label is not None:
            found[number] = label
    return found


def is_label(page: Page, at: Stretch) -> bool:
    """Whether a sentence only says where or when, and ends in a colon before what happened: "- Kunduz, 8 May:"."""
    begin, stop = beyond(page, at, ("marks",)), at.last - 1
    if not begin < stop <= begin + _LONGEST or page.forms[stop] != ":":
        return False
    known = page.entity_labels.get(begin) in (*UNDATED, "place")
    return known and all(page.tags[word] in _TAGS for word in range(begin, stop))


def begins_line(page: Page, at: Stretch) -> bool:
    """Whether a sentence is the first of its line."""
    return at.first == 0 or "\n" in page.text[page.ends[at.first - 1] : page.starts[at.first]]


def beyond(page: Page, at: Stretch, lists: tuple[str, ...]) -> int:
    """The first word of a sentence that is of none of the lists of ``[openings]``; its end where there is none."""
    passed = _listed(lists)
    for word in range(*at):
        if page.forms[word] not in passed:
            return word
    return at.last


@cache
def _listed(lists: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(word_set("events", "openings", key) for key in lists))
