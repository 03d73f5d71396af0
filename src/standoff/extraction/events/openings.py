"""Sentences that turn to another happening: "In a separate incident, …", "Elsewhere, …", "In Kunduz, a mine …".

A report that tells of several says so where it goes over from one to the next, or sets its news beside another one in
passing ("The attack came two days after …"). Invariant: a sentence opens another happening by its first few words
alone, a word for it among them, or a place or a new day that is set before all that it tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from standoff.extraction.events.labels import UNDATED, begins_line, beyond, is_label
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import word_set

_FIRST = 6  # words of a sentence that say what it goes over to
_NEAR = 4  # "another car bomb attack": the happening's name stands so near
_TOLD = 2  # sentences, the one that opens another happening the first, that tell of it for sure


class Opening(NamedTuple):
    """The first sentence that tells of another happening, the one after the last that does so for sure, and whether the
    text goes back to its news then."""

    first: int
    last: int
    passing: bool = False


def openings(page: Page, begins: Sequence[int] = ()) -> list[Opening]:
    """Where sentences tell of another happening than what is told before them: from one that ``begins`` an item to the
    end, else where one opens it, in text order."""
    found = [Opening(number, len(page.bounds)) for number in begins]
    for number, at in enumerate(page.bounds):
        if number and _came_after(page, at):
            found.append(Opening(number, number + 1, passing=True))
        elif number and _opens(page, at):
            found.append(Opening(number, number + _TOLD))
    return found


def set_beside(page: Page, at: Stretch) -> int | None:
    """The verb that sets the news beside another happening: "The attack [came] as …", "The crash [comes] a week after
    …"; none where a sentence does not begin so."""
    first = page.forms[at.first : min(at.last, at.first + _FIRST)]
    verbs, happenings, news = (
        word_set("events", "openings", key) for key in ("coming", "happenings", "news")
    )
    verb = next((place for place, form in enumerate(first) if form in verbs), 0)
    return at.first + verb if verb and first[verb - 1] in happenings | news else None


def _came_after(page: Page, at: Stretch) -> bool:
    """Whether a sentence tells how long after another happening the news came."""
    verb = set_beside(page, at)
    told = page.forms[verb + 1 : min(at.last, verb + _FIRST)] if verb is not None else []
    stop = next((place for place, form in enumerate(told) if form in ("after", "before")), 0)
    return not word_set("events", "openings", "measures").isdisjoint(told[:stop])


def openings_of_days(page: Page, days: Mapping[int, tuple[str, str]]) -> list[Opening]:
    """Where sentences begin a paragraph with a day that nothing before them is told of.

    ``days`` are the first and last day that sentences give, by number.
    """
    found: list[Opening] = []
    before: set[str] = set()
    for number in sorted(days):
        first, last = days[number]
        if first == last:
            if before and first not in before and _begins_with_day(page, page.bounds[number]):
                found.append(Opening(number, number + _TOLD))
            before.add(first)
    return found


def _begins_with_day(page: Page, at: Stretch) -> bool:
    """Whether a line begins with a day between it and a comma: "On 8 May, a mine …"."""
    name = beyond(page, at, ("marks", "on"))
    day = name < at.last and page.entity_labels.get(name) in UNDATED
    return day and begins_line(page, at) and "," in page.forms[name : min(at.last, name + _NEAR)]


def _opens(page: Page, at: Stretch) -> bool:
    first = page.forms[at.first : min(at.last, at.first + _FIRST)]
    return (
        not word_set("events", "openings", "words").isdisjoint(first)
        or _another(first)
        or _placed(page, at)
        or is_label(page, at)
    )


def _another(forms: list[str]) -> bool:
    """Whether words have one for another and then name what happened: "a second explosion"."""
    others, happenings = (
        word_set("events", "openings", "others"),
        word_set("events", "openings", "happenings"),
    )
    return any(
        form in others and not happenings.isdisjoint(forms[at + 1 : at + _NEAR])
        for at, form in enumerate(forms)
    )


def _placed(page: Page, at: Stretch) -> bool:
    """Whether a place stands before all else in a sentence, or in a line of a list: "- Kunduz: a mine …"."""
    begin, name = beyond(page, at, ("marks",)), beyond(page, at, ("marks", "before"))
    if name == at.last or not page.named(name) or page.entity_labels.get(name) in UNDATED:
        return False
    stop = "," if page.forms[begin] in word_set("events", "openings", "before") else ":"
    return stop in page.forms[name : min(at.last, name + _NEAR)]
