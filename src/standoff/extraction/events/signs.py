"""Signs that an event is of another type than its words make it look: who did it and to whom, a plain word for it.

Shots and the dead name attacks, be it the murder of a mayor, a rifle that went off or police who fire; the model and
the words that name types see as much. A sign names the types that such an event is taken for and the one that it is,
and adds its weight to the score of that. So all that speaks for a type is weighed together: a sign decides where model
and words hardly do, and not against all that they have. Signs are data (``signs.toml``).

Invariant: signs count only where the type that scores best without them is one that they name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

from standoff.extraction.events.foiled import foiled, foils
from standoff.extraction.events.shot_by_forces import shot_by_forces
from standoff.extraction.events.unmeant import unmeant
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.trace import Point
from standoff.records import Quantity

_HARMED = ("target", "killed", "injured")
_NAME = "signs"


@dataclass(frozen=True, eq=False)
class Told:
    """What one event's points and sentences tell, each worked out when a sign first asks for it."""

    page: Page
    points: Sequence[Point]

    @cached_property
    def sentences(self) -> list[Sequence[str]]:
        """The words, in lower case, of each sentence that has a point, in text order."""
        return [self.page.line(number).forms for number in sorted(self._numbers)]

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return frozenset(self.page.sentence[point.at.first] for point in self.points)

    def holds(self, word: int) -> bool:
        """Whether a word stands in one of the sentences."""
        return self.page.sentence[word] in self._numbers

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sentences, and each two that stand together."""
        pairs = (f"{first} {second}" for forms in self.sentences for first, second in pairwise(forms))
        return frozenset(form for forms in self.sentences for form in forms).union(pairs)

    @cached_property
    def slots(self) -> frozenset[str]:
        """The slots that are filled, by a number over none where it is one."""
        return frozenset(
            point.slot
            for point in self.points
            if not isinstance(point.value, Quantity) or point.value.high != 0
        )

    @cached_property
    def actors(self) -> frozenset[str]:
        """The heads of those who did it."""
        return self._heads("actor")

    @cached_property
    def targets(self) -> frozenset[str]:
        """The heads of whom or what it was done to, and the words for those of whom a toll is told."""
        parties = (point.value.party for point in self.points if isinstance(point.value, Quantity))
        return self._heads(*_HARMED).union(
            word for party in parties if party for word in party.lower().split()
        )

    def _heads(self, *slots: str) -> frozenset[str]:
        """The heads of what fills slots, alone and with the word before them ("air force")."""
        forms = self.page.forms
        heads = [top_of(self.page, point.at) for point in self.points if point.slot in slots]
        begins = ((first, head) for head in heads for first in (max(0, head - 1), head))
        return frozenset(" ".join(forms[first : head + 1]) for first, head in begins)


def _foilers(told: Told) -> bool:
    """Whether who did it foiled what others were to do."""
    doers = [point.at for point in told.points if point.slot == "actor"]
    return any(foils(told.page, *deed, at) for deed in (foiled(told.page) if doers else ()) for at in doers)


_COUNTS: Mapping[str, Callable[[Told], int]] = {
    "unmeant": lambda told: unmeant(told.page),
    "foiled": lambda told: int(not _foilers(told) and any(map(told.holds, dict(foiled(told.page))))),
    "foilers": lambda told: int(_foilers(told)),
    "shot_by_forces": lambda told: shot_by_forces(told.sentences),
}


@dataclass(frozen=True, eq=False)
class Sign:
    """One sign, as ``signs.toml`` explains it."""

    name: str
    kind: str
    weight: float
    slots: frozenset[str]
    without: frozenset[str]
    any_of: Sequence[tuple[str, frozenset[str]]]
    none_of: Sequence[tuple[str, frozenset[str]]]
    counted: str | None

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Sign:
        """A sign of the data file."""
        return cls(
            table["name"],
            table["kind"],
            table["weight"],
            frozenset(table.get("slots", ())),
            frozenset(table.get("without", ())),
            _lists(table, words="said", actors="actors", targets="targets"),
            _lists(table, words="unsaid", actors="no_actors", targets="no_targets"),
            table.get("counted"),
        )

    def worth(self, told: Told) -> float:
        """What the sign adds to the score of its type: none where it does not hold."""
        holds = (
            (not self.slots or not self.slots.isdisjoint(told.slots))
            and self.without.isdisjoint(told.slots)
            and not any(words.isdisjoint(getattr(told, of)) for of, words in self.any_of)
            and all(words.isdisjoint(getattr(told, of)) for of, words in self.none_of)
        )
        if not holds:
            return 0.0
        return self.weight * (_COUNTS[self.counted](told) if self.counted else 1)


def _lists(table: Mapping[str, Any], **keys: str) -> Sequence[tuple[str, frozenset[str]]]:
    """The lists of words that a sign names under each key, all in one, with what of an event they are looked for in."""
    return tuple(
        (of, frozenset().union(*(word_set(_NAME, "lists", listed) for listed in table[key])))
        for of, key in keys.items()
        if key in table
    )


@cache
def _by_type() -> Mapping[str, Sequence[Sign]]:
    """The signs by the types that events with them are taken for."""
    found: dict[str, list[Sign]] = defaultdict(list)
    for table in section(_NAME, "signs"):
        sign = Sign.of(table)
        for kind in table["of"]:
            found[kind].append(sign)
    return found


def signs_of(page: Page, points: Sequence[Point], kind: str) -> Iterator[tuple[Sign, float]]:
    """The signs that an event with these points is not of the type that scores best without them, and their worth."""
    told = Told(page, points)
    for sign in _by_type().get(kind, ()):
        if worth := sign.worth(told):
            yield sign, worth
