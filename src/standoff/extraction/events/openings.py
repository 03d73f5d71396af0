"""Sentences that turn to another happening: "In a separate incident, …", "Elsewhere, …", "In Kunduz, a mine …".

A report that tells of several says so where it goes over from one to the next, or sets its news beside another one in
passing ("The attack came two days after …"). Invariant: a sentence opens another happening by its first few words
alone, a word for it among them, or a place or a new day that is set before all that it tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from standoff.extraction.events.labels import UNDATED, begins_line, beyond, is_label
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import word_set
from standoff.extraction.times.spans import find_times

_FIRST = 6  # words of a sentence that say what it goes over to
_NEAR = 4  # "another car bomb attack": the happening's name stands so near
_WEEK = 7  # days before publication in which what happened is the news
_LONGEST = 9  # words of a time and the comma behind it: "just two weeks ago in October,"
_BEFORE = 2  # words before it: "and in"
_DAY = len("2024-06-16")
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
    heads = word_set("events", "openings", "parts")
    for number, at in enumerate(page.bounds):
        if page.part_at(at.first) in heads:
            continue
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


def openings_of_old_days(page: Page, days: Mapping[int, tuple[str, str]]) -> list[Opening]:
    """Where sentences begin with a day long before the news, and nothing before them is told of one: "Last November, a
    fire …". ``days`` are as `openings_of_days` has them."""
    published = page.reading.report.published
    if published is None or len(published.value) < _DAY:
        return []
    written = date.fromisoformat(published.value[:_DAY])
    old = [number for number in sorted(days) if (written - _day(days[number][1])).days > _WEEK]
    first = old[0] if old else 0
    opens = first > 0 and _time_ahead(page, page.bounds[first]) > 0
    return [Opening(first, first + 1)] if opens else []


def _day(told: str) -> date:
    return date.fromisoformat(told[:_DAY])


def _time_ahead(page: Page, at: Stretch) -> int:
    """How many words a time takes that stands before all else in a sentence, and before a comma: "Last November,"."""
    first = page.forms[at.first : min(at.last, at.first + _LONGEST)]
    stop = first.index(",") if "," in first else 0
    told = find_times(first[:stop])
    return stop + 1 if told and told[0][0] <= _BEFORE else 0


def _begins_with_day(page: Page, at: Stretch) -> bool:
    """Whether a line begins with a day between it and a comma: "On 8 May, a mine …"."""
    name = beyond(page, at, ("marks", "on"))
    day = name < at.last and page.entity_labels.get(name) in UNDATED
    return day and begins_line(page, at) and "," in page.forms[name : min(at.last, name + _NEAR)]


def _opens(page: Page, at: Stretch) -> bool:
    first = page.forms[at.first : min(at.last, at.first + _FIRST)]
    told = at.first + _time_ahead(page, at)
    return (
        not word_set("events", "openings", "words").isdisjoint(first)
        or _another(page.forms[told : min(at.last, told + _FIRST)])
        or _placed(page, at)
        or _described_place(page, at)
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


def _described_place(page: Page, at: Stretch) -> bool:
    """Whether a place that was not named before stands before all else in a sentence, with what it is: "In the border
    region of Kunduz, …"."""
    begin = beyond(page, at, ("marks",))
    ahead = page.forms[begin : min(at.last, begin + _LONGEST)]
    if not ahead or ahead[0] not in word_set("events", "openings", "before") or "," not in ahead:
        return False
    names = [word for word in range(begin + 1, begin + ahead.index(",")) if page.named(word)]
    return bool(names) and all(
        page.entity_labels.get(word) == "place" and page.by_form[page.forms[word]][0] == word
        for word in names
    )


def _placed(page: Page, at: Stretch) -> bool:
    """Whether a place stands before all else in a sentence, or in a line of a list: "- Kunduz: a mine …"."""
    begin, name = beyond(page, at, ("marks",)), beyond(page, at, ("marks", "before", "articles"))
    if name == at.last or not page.named(name) or page.entity_labels.get(name) in UNDATED:
        return False
    stop = "," if page.forms[begin] in word_set("events", "openings", "before") else ":"
    near = page.forms[name : min(at.last, name + _NEAR)]
    last = name + near.index(stop) if stop in near else name
    return last > name and page.entity_labels.get(last - 1) != "organization"
