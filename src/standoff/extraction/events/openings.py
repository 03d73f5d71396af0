"""Sentences that turn to another happening: "In a separate incident, …", "Elsewhere, …", "In Kunduz, a mine …".

A report that tells of several says so where it goes over from one to the next. Invariant: a sentence opens another
happening by its first few words alone, a word for it among them, or a place that is set before all that it tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section, word_set

_TOLD = 2  # sentences, the one that opens another happening the first, that tell of it for sure
_FIRST = 6  # words of a sentence that say what it goes over to
_NEAR = 4  # "another car bomb attack": the happening's name stands so near
_UNDATED = ("date", "time")


def openings(page: Page, begins: Sequence[int] = ()) -> list[range]:
    """The sentences that tell for sure of another happening than what is told before them: from one that ``begins`` an
    item to the end, else the one that opens it and the next."""
    count = len(page.bounds)
    own = [range(number, count) for number in begins]
    return own + [
        range(number, number + _TOLD) for number, at in enumerate(page.bounds) if number and _opens(page, at)
    ]


def _opens(page: Page, at: Stretch) -> bool:
    first = page.forms[at.first : min(at.last, at.first + _FIRST)]
    return (
        not word_set("events", "openings", "words").isdisjoint(first)
        or any(_another(first[word:]) for word in range(len(first)))
        or _placed(page, at)
    )


def _another(forms: list[str]) -> bool:
    """Whether words begin with one for another and then name what happened: "a second explosion"."""
    others, happenings = (word_set("events", "openings", key) for key in ("others", "happenings"))
    return forms[0] in others and not happenings.isdisjoint(forms[1:_NEAR])


def _placed(page: Page, at: Stretch) -> bool:
    """Whether a place stands before all else in a sentence, or in a line of a list: "- Kunduz: a mine …"."""
    marks, before = (section("events", "openings")[key] for key in ("marks", "before"))
    begin = next((word for word in range(*at) if page.forms[word] not in marks), at.last)
    name = next((word for word in range(begin, at.last) if page.forms[word] not in before), at.last)
    if name == at.last or not page.named(name) or page.entity_labels.get(name) in _UNDATED:
        return False
    stop = "," if page.forms[begin] in before else ":"
    return stop in page.forms[name : min(at.last, name + _NEAR)]
