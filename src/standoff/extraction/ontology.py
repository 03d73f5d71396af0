"""The ontology of events and slots as data: what counts, codes of databases of events, words that name a type.

The types that the model tells apart are `standoff.records.EVENT_TYPES`; a type of a user's own stands under one of them
and is told from it by its words. `ontology_file` reads and checks the files.
Invariant: an ontology has every type and slot of the records, the types first and in their order; it never changes once
made, and it is handed to whoever needs it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from standoff.records import EVENT_TYPES

Codes = Mapping[str, tuple[str, ...]]  # by the keys of data/codings.toml


@dataclass(frozen=True, slots=True)
class EventType:
    """One type: what it covers, its codes, and stems of words that name it (lower case; see `stem_names`).

    ``under`` is the type of the records that it stands under, which for those of the records is itself; ``label`` is
    what briefs call it, ``None`` where that is as always.
    """

    name: str
    under: str
    covers: str
    label: str | None
    triggers: tuple[str, ...]
    codes: Codes


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot: what it means, and the fields of databases that hold the like; ``label`` as for a type."""

    name: str
    means: str
    label: str | None
    codes: Codes


@dataclass(frozen=True, eq=False)
class Ontology:
    """Types and slots by name. Two are told apart by identity, so that what is worked out for one can be kept."""

    types: Mapping[str, EventType]
    slots: Mapping[str, Slot]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the types, in their order."""
        return tuple(self.types)

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """For each type, the number of the records' type that it is or stands under."""
        return tuple(EVENT_TYPES.index(kind.under) for kind in self.types.values())

    @cached_property
    def own(self) -> tuple[int, ...]:
        """The numbers of the types that stand under another."""
        return tuple(number for number, column in enumerate(self.columns) if number != column)

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """What types and slots are to be called, where that is not as always: by "types" and "slots", then by name."""
        kinds: dict[str, Mapping[str, EventType] | Mapping[str, Slot]] = {
            "types": self.types,
            "slots": self.slots,
        }
        return {
            key: {name: item.label for name, item in items.items() if item.label}
            for key, items in kinds.items()
        }

    @cached_property
    def _pairs(self) -> dict[str, list[tuple[str, int]]]:
        """For the first of two words that name a type together: the second, and the type ("opened fire")."""
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, kind in enumerate(self.types.values()):
            for first, gap, second in (stem.partition(" ") for stem in kind.triggers):
                if gap:
                    found[first].append((second, number))
        return dict(found)

    @cached_property
    def _stems(self) -> tuple[dict[str, list[int]], dict[str, list[int]], int]:
        """The types of each stem that is a whole word, then of each that words begin with; and the longest of these."""
        whole: dict[str, list[int]] = defaultdict(list)
        begun: dict[str, list[int]] = defaultdict(list)
        for number, kind in enumerate(self.types.values()):
            for stem in kind.triggers:
                if stem.endswith("$"):
                    whole[stem[:-1]].append(number)
                elif " " not in stem:
                    begun[stem].append(number)
        return dict(whole), dict(begun), max(map(len, begun), default=0)

    def named_alone(self, form: str) -> tuple[int, ...]:
        """Numbers of the types that a word (lower case) names by itself, ascending."""
        whole, begun, longest = self._stems
        beginnings = (form[:end] for end in range(1, min(len(form), longest) + 1))
        found = {number for stem in filter(begun.__contains__, beginnings) for number in begun[stem]}
        return tuple(sorted(found.union(whole.get(form, ()))))

    def types_named(self, form: str, following: str) -> Sequence[int]:
        """Numbers of the types that a word (lower case) names, alone or with the one after it, each once.

        A word that names a type of a user's own names no more the type that it stands under.
        """
        pairs = self._pairs.get(form)
        if not pairs:
            return _finest_alone(self, form)
        both = (number for second, number in pairs if following.startswith(second))
        return self._finest(tuple(dict.fromkeys((*self.named_alone(form), *both))))

    def _finest(self, named: tuple[int, ...]) -> tuple[int, ...]:
        """The types without those that others of them stand under."""
        wider = {self.columns[number] for number in named if self.columns[number] != number}
        return tuple(number for number in named if number not in wider)

    def stem_of(self, number: int, form: str, following: str) -> str | None:
        """The first trigger of a type that a word, with the one after it, is; ``None`` when it names another."""
        for stem in self.types[self.names[number]].triggers:
            first, gap, second = stem.partition(" ")
            if (form == first and following.startswith(second)) if gap else stem_names(stem, form):
                return stem
        return None


@lru_cache(maxsize=1 << 15)
def _finest_alone(ontology: Ontology, form: str) -> tuple[int, ...]:
    return ontology._finest(ontology.named_alone(form))  # noqa: SLF001 - remembered here, for each ontology


@lru_cache(maxsize=1 << 15)
def may_name(ontology: Ontology, form: str) -> bool:
    """Whether a word (lower case) names a type, alone or with some word after it."""
    return form in ontology._pairs or bool(_finest_alone(ontology, form))  # noqa: SLF001 - as above


def stem_names(stem: str, form: str) -> bool:
    """Whether a word (lower case) is what a stem stands for: it begins so, or is it where a "$" ends it."""
    return form == stem[:-1] if stem.endswith("$") else form.startswith(stem)
