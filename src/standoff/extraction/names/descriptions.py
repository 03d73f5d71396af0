"""What the names of a page are described by, and the names that a noun describes.

Invariant: names are given in text order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.extraction.names.names import Names
from standoff.extraction.names.parts import Name

_STEM = 4  # letters that a place and its adjective share


class Descriptions:
    """The words that tell of each name of a page."""

    def __init__(self, page: Page, names: Names) -> None:
        self._page = page
        self._names = names

    def words(self, name: Name) -> frozenset[str]:
        """All words that describe a name or stand in it."""
        return self._telling[name.at][0]

    def has_role(self, name: Name, noun: str) -> bool:
        """Whether a noun, or what is short for it, says of itself what the named one is: of "coast guard spokesman"
        the last noun, who is no guard."""
        short, roles = _short(), self._telling[name.at][1]
        return noun in roles or any(short.get(word) == noun for word in roles)

    def before(self, head: int) -> Iterator[Name]:
        """The names before a noun, the last first; of its own phrase only one right before it: "the KNT agency", but
        not "the UN refugee agency"."""
        first = noun_phrase(self._page, head).first
        near = (self._names.all[at] for at in range(bisect_right(self._ends, head) - 1, -1, -1))
        return (name for name in near if name.at.last <= first or name.at.last == head)

    @cached_property
    def by_noun(self) -> dict[str, list[Name]]:
        """For each noun, in text order, the names that it stands in or describes, or is short for what does."""
        short, found = _short(), defaultdict[str, list[Name]](list)
        for name in self._names.all:
            words = self.words(name)
            for noun in {
                *words,
                self._page.forms[name.head],
                *(short[word] for word in words & short.keys()),
            }:
                found[noun].append(name)
        return dict(found)

    @cached_property
    def _ends(self) -> list[int]:
        return [name.at.last for name in self._names.all]

    @cached_property
    def _telling(self) -> dict[Stretch, tuple[frozenset[str], frozenset[str]]]:
        """For each name, its `words`, and those of its description that no noun follows."""
        page = self._page
        found = {}
        for name in self._names.all:
            tokens, described = frozenset(name.tokens), name.described
            roles = [w for w in described if w + 1 not in described or page.tags[w + 1] != "NOUN"]
            words, last = (
                frozenset(page.forms[w].rstrip(".") for w in listed) for listed in (described, roles)
            )
            found[name.at] = words | tokens, last - tokens
        return found


def told_of(marks: AbstractSet[str], words: AbstractSet[str]) -> bool:
    """Whether each mark is one of the words, or its adjective: "Ostranian" of "Ostrany"."""
    return all(
        mark in words
        or (
            len(mark) > _STEM
            and any(word.startswith(mark[: max(_STEM, len(mark) - _STEM)]) for word in words)
        )
        for mark in marks
    )


def _short() -> Mapping[str, str]:
    """What a word is short for, of those that stand before names."""
    short: Mapping[str, str] = section("sources", "reference")["short"]
    return short
