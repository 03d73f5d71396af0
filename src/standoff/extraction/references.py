"""Which name a role or a body with "the" means: "the governor", "the Ostranian envoy", "the agency".

Invariant: a name that is described by the very noun and its modifiers goes before one that shares only some of them,
and what was said before goes before what comes after.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

from standoff.extraction.lexicon import section
from standoff.extraction.name_parts import Name, title_words
from standoff.extraction.names import Names
from standoff.extraction.page import Page
from standoff.extraction.sources import collective, kind_of, noun_kind

DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "said"))
_STEM = 4  # letters that a place and its adjective share
_NEAR = 2  # sentences back to a body that is not described


def is_definite(page: Page, head: int) -> bool:
    """Whether a noun phrase speaks of something known: "the envoy", "its envoy", "Ostrany's envoy"."""
    before = [child for child in page.children[head] if child < head]
    return any(page.forms[child] in DEFINITE or _owns(page, child) for child in before)


def _owns(page: Page, word: int) -> bool:
    marks = (page.forms[kid] for kid in page.children[word])
    return page.relations[word] == "nmod" and any(mark in ("'s", "’s") for mark in marks)


class Described:
    """The names of a page, to be found by what describes them."""

    def __init__(self, page: Page, names: Names) -> None:
        self._page = page
        self._names = names

    def find(self, head: int, noun: str) -> Name | None:
        """The name before that a noun phrase on ``head`` means, ``noun`` being its head in the singular."""
        marks = self._marks(head)
        before = [name for name in reversed(self._names.all) if name.at.last <= head]
        fits = [name for name in before if self._fits(name, noun)]
        exact = next((name for name in fits if _told_of(marks, self._words(name))), None)
        if exact is not None:
            return exact
        found = next((name for name in before if marks and self._shares(name, noun, marks)), None)
        found = found or next((name for name in fits if name.person is not False), None)
        return found or self._last_body(before, head, noun)

    def _words(self, name: Name) -> set[str]:
        return {self._page.forms[word].rstrip(".") for word in name.described} | set(name.tokens)

    def _fits(self, name: Name, noun: str) -> bool:
        """Whether a name ends in the noun or is described by it."""
        described = self._words(name) - set(name.tokens)
        if name.person is not True and (
            name.tokens[-1] == noun or (noun in _nouns("body") and noun in described)
        ):
            return True
        short, roles = _reference()["short"], self._roles(name)
        role = noun in roles or any(short.get(word) == noun for word in roles)
        return role and name.person is not False and not collective(noun) and noun not in _nouns("body")

    def _roles(self, name: Name) -> set[str]:
        """The words of a description that no noun follows: of "coast guard spokesman" the last, who is no guard."""
        page = self._page
        told = [w for w in name.described if w + 1 not in name.described or page.tags[w + 1] != "NOUN"]
        return {page.forms[word].rstrip(".") for word in told} - set(name.tokens)

    def _shares(self, name: Name, noun: str, marks: AbstractSet[str]) -> bool:
        """Whether a name is of the same sort, and one of the modifiers describes it: "the Ostranian leader"."""
        described = self._words(name) - set(name.tokens)
        if not any(_told_of({mark}, described) for mark in marks):
            return False
        if noun in _nouns("office"):
            return bool(name.person and described & title_words())
        return noun in _nouns("body") and not name.person

    def _last_body(self, before: list[Name], head: int, noun: str) -> Name | None:
        """The last body named, when it is near, of a sort that the noun may mean, and nothing marks it as another."""
        if noun not in _nouns("body"):
            return None
        page, marks = self._page, self._marks(head, naming=True)
        last = next((name for name in before if name.person is False and name.entity != "place"), None)
        if last is None or _apart(noun, last) or not _told_of(marks, self._words(last)):
            return None
        return last if page.sentence[head] - page.sentence[last.head] <= _NEAR else None

    def ahead(self, head: int, noun: str) -> Name | None:
        """The first person named later whom the noun and all modifiers describe: "the governor denied it ..."."""
        for name in self._names.all:
            if name.at.first > head and name.person is True and self._fits(name, noun):
                return name if _told_of(self._marks(head), self._words(name)) else None
        return None

    def _marks(self, head: int, naming: bool = False) -> set[str]:
        """The modifiers of a noun; only those that set it apart by name ("transport ministry", "Ostranian agency")
        where ``naming``."""
        page = self._page
        return {
            page.forms[kid]
            for kid in page.children[head]
            if page.relations[kid] == "compound"
            or (page.relations[kid] == "amod" and (page.capital(kid) or not naming))
        }


def _apart(noun: str, name: Name) -> bool:
    """Whether one is a medium and the other an office or a side: no ministry is "Radio Ostrany"."""
    kinds = {noun_kind(noun), kind_of(name.text, proper=True, entity=name.entity)}
    return "media" in kinds and bool(kinds & {"official", "party"})


def _told_of(marks: AbstractSet[str], words: AbstractSet[str]) -> bool:
    """Whether each mark is one of the words, or its adjective: "Ostranian" of "Ostrany"."""
    return all(
        mark in words
        or (
            len(mark) > _STEM
            and any(word.startswith(mark[: max(_STEM, len(mark) - _STEM)]) for word in words)
        )
        for mark in marks
    )


@cache
def _reference() -> dict[str, Any]:
    return dict(section("sources", "reference"))


@cache
def _nouns(key: str) -> frozenset[str]:
    return frozenset(_reference()[key])
