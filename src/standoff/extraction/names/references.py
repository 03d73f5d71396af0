"""Which name a role or a body with "the" means: "the governor", "the Ostranian envoy", "the agency".

Invariant: a name that is described by the very noun and its modifiers goes before one that shares only some of them,
and what was said before goes before what comes after.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, cached_property

from standoff.extraction.chains.source_kinds import kind_of
from standoff.extraction.chains.source_words import collective, governs, noun_kind
from standoff.extraction.grammar.clauses import is_joined, noun_phrase, told_with
from standoff.extraction.grammar.noun_forms import singular
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.names.names import Names
from standoff.extraction.names.parts import Name, person_words, title_words
from standoff.extraction.names.sorts import apart, called

DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "said"))
_OWNERS = frozenset(("its", "his", "her", "their"))
_MEDIA = ("media", "agency")
_NO_SIDES = ("official", "media", "agency")
_STEM = 4  # letters that a place and its adjective share
_NO_BODY = frozenset(
    ("place", "abstract", "object", "event", "time", "substance", "plant", "animal")
)  # entities
_SOON = 2  # sentences ahead to the name of somebody who is introduced by his title
_NEAR = 2  # sentences back to a body that is not described


def is_definite(page: Page, head: int) -> bool:
    """Whether a noun phrase speaks of something known: "the envoy", "its envoy", "Ostrany's envoy"."""
    before = [child for child in page.children[head] if child < head]
    return any(page.forms[child] in DEFINITE or _owns(page, child) for child in before)


def _owns(page: Page, word: int) -> bool:
    marks = (page.forms[kid] for kid in page.children[word])
    return page.relations[word] == "nmod" and any(mark in ("'s", "’s") for mark in marks)


def is_qualified(page: Page, head: int) -> bool:
    """Whether a noun phrase says whose or of what it is, so that it does not just point back: "Ostrany's office",
    "their union"."""
    return any(
        page.relations[child] == "nmod"
        and (child > head or _owns(page, child) or page.forms[child] in _OWNERS)
        for child in page.children[head]
    )


class Described:
    """The names of a page, to be found by what describes them."""

    def __init__(self, page: Page, names: Names) -> None:
        self._page = page
        self._names = names

    def find(self, head: int, noun: str) -> Name | None:
        """The name before that a noun phrase on ``head`` means, ``noun`` being its head in the singular."""
        marks, first = self._marks(head), noun_phrase(self._page, head).first
        called = reversed(self._by_noun.get(noun, ()))
        fits = [
            name
            for name in called
            if (
                name.at.last <= first or name.at.last == head
            )  # "the KNT agency", not "the UN refugee agency"
            and self._fits(name, noun)
            and not self._elsewhere(head, name)
        ]
        exact = next((name for name in fits if _told_of(marks, self._words(name))), None)
        if exact is not None:
            return exact
        return self._of_sort(head, noun, marks) or next(
            (name for name in fits if name.person is not False), None
        )

    def _before(self, head: int) -> Iterator[Name]:
        """The names before a noun, the last first; of its own phrase only one right before it: "the KNT agency", but
        not "the UN refugee agency"."""
        first = noun_phrase(self._page, head).first
        near = (self._names.all[at] for at in range(bisect_right(self._ends, head) - 1, -1, -1))
        return (name for name in near if name.at.last <= first or name.at.last == head)

    @cached_property
    def _ends(self) -> list[int]:
        return [name.at.last for name in self._names.all]

    def _words(self, name: Name) -> frozenset[str]:
        return self._telling[name.at][0]

    def _roles(self, name: Name) -> frozenset[str]:
        return self._telling[name.at][1]

    @cached_property
    def _telling(self) -> dict[Stretch, tuple[frozenset[str], frozenset[str]]]:
        """For each name, all words that describe it or stand in it, and those of its description that no noun follows:
        of "coast guard spokesman" the last, who is no guard."""
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

    @cached_property
    def _by_noun(self) -> dict[str, list[Name]]:
        """For each noun, in text order, the names that it stands in or describes, or is short for what does."""
        short, found = _short(), defaultdict[str, list[Name]](list)
        for name in self._names.all:
            words = self._words(name)
            for noun in {
                *words,
                self._page.forms[name.head],
                *(short[word] for word in words & short.keys()),
            }:
                found[noun].append(name)
        return dict(found)

    def _fits(self, name: Name, noun: str) -> bool:
        """Whether a name ends in the noun or is described by it."""
        described = self._words(name) - set(name.tokens)
        if noun_kind(noun) == "official" and kind_of(name.text, proper=True) == "party":
            return False  # "the army" is not the "Vale Liberation Army"
        if name.person is not True and (
            noun in (name.tokens[-1], self._page.forms[name.head])
            or (noun in reference_nouns("body") and noun in described)
        ):
            return True
        short, roles = _short(), self._roles(name)
        role = noun in roles or any(short.get(word) == noun for word in roles)
        role = role and (noun in title_words() or noun_kind(noun) is not None)
        body = collective(noun) or noun in reference_nouns("body")
        return role and name.person is not False and not body

    def _of_sort(self, head: int, noun: str, marks: AbstractSet[str]) -> Name | None:
        """The last name before that is of the same sort and that one of the modifiers describes: "the Ostranian
        leader"."""
        office = noun in reference_nouns("office")
        if not marks or not (office or noun in reference_nouns("body")):
            return None
        return next((name for name in self._before(head) if self._shares(name, office, marks)), None)

    def _shares(self, name: Name, office: bool, marks: AbstractSet[str]) -> bool:
        """Whether a name is that of somebody in office, or else of no person, and one of the modifiers describes it."""
        if office != bool(name.person):
            return False
        described = self._words(name).difference(name.tokens)
        if office and described.isdisjoint(title_words()):
            return False
        return any(_told_of({mark}, described) for mark in marks)

    def last_body(self, head: int, noun: str) -> Name | None:
        """The last body named, when it is near, for "the company"."""
        page = self._page
        if noun not in reference_nouns("body") or is_qualified(page, head):
            return None
        told = (
            name
            for name in self._before(head)
            if page.part_at(name.head) != "dateline" and not is_joined(page, name.head)
        )
        last = next((name for name in told if self.is_body(name)), None)
        if last is None or not self.may_be_called(last, head):
            return None
        return last if page.sentence[head] - page.sentence[last.head] <= _NEAR else None

    def last_medium(self, head: int) -> Name | None:
        """The last medium named near before, by a name that tells so, for "the station"."""
        page = self._page
        near = (n for n in self._before(head) if page.sentence[head] - page.sentence[n.head] <= _NEAR)
        media = (name for name in near if _is_medium(name) and page.part_at(name.head) != "dateline")
        name = next(media, None)
        return name if name is not None and self.may_be_called(name, head) else None

    def is_body(self, name: Name) -> bool:
        """Whether a name is that of a body, by any mention that tells: not of a person, a place or a thing."""
        person, land = self._names.person(name), governs(name.text.lower())
        same = (other for other in self._names.by_token[name.tokens[-1]] if other.tokens == name.tokens)
        return person is False and not land and all(other.entity not in _NO_BODY for other in same)

    def may_be_called(self, name: Name, head: int) -> bool:
        """Whether a noun on ``head`` may mean a body of this name: of no other sort, and marked as no other."""
        marks = self._marks(head, naming=True)
        sort = called(self._page, head)
        if sort != "official":  # "the software giant" only describes, "the transport ministry" names
            marks = {
                self._page.forms[kid] for kid in self._page.children[head] if self._page.capital(kid)
            } & marks
        if self._is_side(head) and kind_of(name.text, proper=True, entity=name.entity) in _NO_SIDES:
            return False
        told = {self._page.forms[word] for word in self._names.descriptions(name)}
        return not apart(sort, name, told & reference_nouns("body")) and _told_of(marks, self._words(name))

    def _is_side(self, head: int) -> bool:
        """Whether a noun is called a side of a fight: "the militant group"."""
        kids = (kid for kid in self._page.children[head] if self._page.relations[kid] in ("amod", "compound"))
        return any(noun_kind(self._page.forms[kid]) == "party" for kid in kids)

    def _elsewhere(self, head: int, name: Name) -> bool:
        """Whether a name is described by another land than a noun: "Kenya's president" is not "U.S. President X", nor
        "the governor of Dalmora" somebody in whose sentence no Dalmora is."""
        page = self._page
        around = frozenset(page.forms[slice(*page.bounds[page.sentence[name.head]])])
        of = {page.forms[word] for word in told_with(page, head, "of") if page.capital(word)}
        if not _told_of(of, around):
            return True
        owner = next((page.forms[kid] for kid in page.children[head] if _owns(page, kid)), None)
        lands = {page.forms[word] for word in name.described if page.words[word][:1].isupper()} - _offices()
        same = (_told_of({land}, {owner}) or _told_of({owner}, {land}) for land in lands if owner)
        return owner is not None and bool(lands) and not any(same)

    def ahead(self, head: int, noun: str) -> Name | None:
        """The first person named later whom the noun and all modifiers describe: "the governor denied it ..."."""
        for name in self._by_noun.get(noun, ()):
            if name.at.first > head and name.person is True and self._fits(name, noun):
                if self._elsewhere(head, name):
                    continue
                return name if _told_of(self._marks(head), self._words(name)) else None
        return None

    def only_person(self, head: int, noun: str) -> Name | None:
        """The one person named in the sentences just before, for "the rapper", "the mother of four" and the like."""
        page = self._page
        phrase = noun_phrase(page, head)
        if not _is_personal(page, head, noun, phrase) or any(
            map(page.capital, range(phrase.first + 1, phrase.last))
        ):
            return None
        near = (name for name in self._before(phrase.first) if self._names.person(name) is True)
        met: dict[str, Name] = {}
        for name in near:
            if page.sentence[head] - page.sentence[name.head] > _SOON:
                break
            met.setdefault(self._names.fullest(name).text, name)
        return next(iter(met.values())) if len(met) == 1 else None

    def introduced(self, head: int, noun: str) -> Name | None:
        """The person whom "a bishop" turns out to be, when the next name with that title comes soon."""
        page = self._page
        name = self.ahead(head, noun) if noun in title_words() else None
        if name is None or page.sentence[name.head] - page.sentence[head] > _SOON:
            return None
        titled = any(singular(page.forms[word]) == noun for word in name.described if word < name.at.first)
        return name if titled else None

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


def _is_personal(page: Page, head: int, noun: str, phrase: Stretch) -> bool:
    """Whether a noun phrase with "the" only says what somebody is: by its noun, by his age or by his children."""
    if page.forms[phrase.first] != "the":
        return False
    aged = noun == "old" and "year" in page.forms[slice(*phrase)] and not _aged_before(page, phrase)
    counted = page.forms[head + 1 : head + 2] == ["of"] and page.tags[head + 2 : head + 3] == ["NUM"]
    return aged or noun in reference_nouns("personal") or (noun in reference_nouns("parents") and counted)


def _aged_before(page: Page, phrase: Stretch) -> bool:
    """Whether somebody of the same age was told of before without a name: "a 13-year-old boy"."""
    age = page.forms[phrase.first + 1 : phrase.last]
    return any(page.forms[at : at + len(age)] == age for at in range(phrase.first))


def _is_medium(name: Name) -> bool:
    return kind_of(name.text, proper=True, entity=name.entity) in _MEDIA


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
def _offices() -> frozenset[str]:
    """Words that describe people by their office, and tell no land."""
    words = person_words("titles") | person_words("qualifiers") | person_words("portfolios")
    return words | {f"{word}." for word in words}


def _short() -> Mapping[str, str]:
    """What a word is short for, of those that stand before names."""
    short: Mapping[str, str] = section("sources", "reference")["short"]
    return short


def reference_nouns(key: str) -> frozenset[str]:
    """One list of the nouns that refer back: "body", "office", "whoever", "caller"."""
    return word_set("sources", "reference", key)
