"""Sources that are told by their office: "the city's mayor" is the mayor whom another report names.

Invariant: an office is somebody's only where all that is named with it in the reports is one person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from standoff.linking.words import tokens
from standoff.records import Source
from standoff.settings import settings

_MARKS = re.compile(r"[.:;,!?()\n\"“”]")  # no phrase goes over these
MINISTRY = frozenset(("minister", "ministry"))
_BARE = ("", "a", "the", "its")  # before the word for a ministry where it is not said which


class Offices:
    """Who holds which office, from the named sources of some reports, each with the key of who it is."""

    def __init__(self, named: Iterable[tuple[Source, str]]) -> None:
        held: dict[str, dict[str, Source]] = defaultdict(dict)
        for source, key in named:
            if has_name(source):
                for office in _offices(source):
                    held[office].setdefault(key, source)
        self._holders = {
            office: next(iter(people.values())) for office, people in held.items() if len(people) == 1
        }

    def holder(self, source: Source) -> Source | None:
        """The named person who holds the office that a source without a name is told by."""
        if has_name(source):
            return None
        found = (self._holders.get(office) for office in _offices(source))
        return next((each for each in found if each), None)


def ministry_of(told: Sequence[Sequence[str]]) -> str | None:
    """The ministry that words name, or whose minister they name: "interior ministry" for both, and for the "minister of
    the interior". A land's ministry of defence speaks for its army."""
    rules = _rules()
    for words in told:
        for field, word in _fields(words):
            if word in MINISTRY and field in rules["portfolios"]:
                name = f"{rules['spelling'].get(field, field)} ministry"
                return str(rules["speaks_for"].get(name, name))
    return None


def _fields(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each word with what stands before it, and with what follows it after "of" or "for", and "the"."""
    yield from pairwise(words)
    for at, word in enumerate(words):
        if words[at + 1 : at + 2] in (["of"], ["for"]):
            yield from (
                (field, word) for field in [each for each in words[at + 2 : at + 4] if each != "the"][:1]
            )


def the_ministry(told: Sequence[Sequence[str]], text: str) -> str | None:
    """The ministry that words tell of without saying which ("the ministry's spokeswoman"): the only one that the text
    of their report names."""
    runs = (["", *words] for words in told)
    bare = any(before in _BARE and word in MINISTRY for words in runs for before, word in pairwise(words))
    return _only_ministry(text) if bare else None


@lru_cache(maxsize=1 << 10)
def _only_ministry(text: str) -> str | None:
    told = [pair for piece in _MARKS.split(text) for pair in _fields(tokens(piece))]
    named = {pair[0]: ministry_of([pair]) for pair in told if pair[1] in MINISTRY and _tells_which(pair[0])}
    named = {before: name for before, name in named.items() if name or before != "prime"}
    return next(iter(named.values())) if len(set(named.values())) == 1 else None


def _tells_which(word: str) -> bool:
    """Whether a word beside that for a ministry may say which one it is, and is no small word ("said the minister")."""
    return word not in _BARE and word.isalpha()


def led_body(source: Source, bodies: Iterable[tuple[str, str]]) -> str | None:
    """The key of the one body that a person leads or speaks for by their description: "the union's leader" where one
    union is named. ``bodies`` are the names of bodies, each with its key."""
    for told in source.described:
        words = tokens(told)
        led = set(words) - {"the"} if not set(words).isdisjoint(_rules()["leading"]) else set[str]()
        found = {
            key
            for name, key in bodies
            if name != source.name and tokens(name)[-1:] and tokens(name)[-1] in led
        }
        if len(found) == 1:
            return next(iter(found))
    return None


def _offices(source: Source) -> list[str]:
    if is_former(source):
        return []
    words = _words(source)
    return [office for office, called in _rules()["held_by_one"].items() if not words.isdisjoint(called)]


def is_former(source: Source) -> bool:
    """Whether a source is told to have held an office once ("a former inspector")."""
    return not _words(source).isdisjoint(_rules()["past"])


def _words(source: Source) -> set[str]:
    """The words of what a source is called."""
    return {word for text in (source.name, *source.described) for word in tokens(text)}


def has_name(source: Source) -> bool:
    """Whether a source is called by a proper name, and not by common words alone."""
    return source.identification == "named" and any(word[:1].isupper() for word in source.name.split())


def _rules() -> dict[str, Any]:
    found: dict[str, Any] = settings("weighing", "sources")["offices"]
    return found
