"""Which name a role or a body with "the" means: "the governor", "the Ostranian envoy", "the agency".

Invariant: a name that is described by the very noun and its modifiers goes before one that shares only some of them,
and what was said before goes before what comes after.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from standoff.extraction.chains.cues import words
from standoff.extraction.chains.source_kinds import kind_of
from standoff.extraction.chains.source_words import collective, governs, noun_kind
from standoff.extraction.grammar.clauses import is_joined, noun_phrase, told_with
from standoff.extraction.grammar.noun_forms import singular
from standoff.extraction.grammar.page import Page
from standoff.extraction.names.definite import (
    is_personal,
    is_qualified,
    modifiers,
    owns,
    reference_nouns,
    trades_otherwise,
)
from standoff.extraction.names.descriptions import Descriptions, told_of
from standoff.extraction.names.names import Names
from standoff.extraction.names.parts import Name, person_words, title_words
from standoff.extraction.names.sorts import apart, called, is_medium, kind_of_name

_NO_SIDES = ("official", "media", "agency")
_NO_BODY = frozenset(
    ("place", "abstract", "object", "event", "time", "substance", "plant", "animal")
)  # entities
_SOON = 2  # sentences ahead to the name of somebody who is introduced by his title
_NEAR = 2  # sentences back to a body that is not described
_TOLD = 4  # sentences back to a medium, to which somebody told all of them


class References:
    """The names of a page, to be found by a noun that refers to them."""

    def __init__(self, page: Page, names: Names) -> None:
        self._page = page
        self._names = names
        self._descriptions = Descriptions(page, names)

    def find(self, head: int, noun: str) -> Name | None:
        """The name before that a noun phrase on ``head`` means, ``noun`` being its head in the singular."""
        marks, first = modifiers(self._page, head), noun_phrase(self._page, head).first
        described = reversed(self._descriptions.by_noun.get(noun, ()))
        before = (name for name in described if name.at.last <= first or name.at.last == head)
        fits = [name for name in before if self._fits(name, noun) and not self._elsewhere(head, name)]
        exact = next((name for name in fits if told_of(marks, self._descriptions.words(name))), None)
        if exact is not None:
            return exact
        return self._of_sort(head, noun, marks) or next(
            (name for name in fits if name.person is not False), None
        )

    def _fits(self, name: Name, noun: str) -> bool:
        """Whether a name ends in the noun or is described by it."""
        described = self._descriptions.words(name) - set(name.tokens)
        if noun_kind(noun) == "official" and kind_of(name.text, proper=True) == "party":
            return False  # "the army" is not the "Vale Liberation Army"
        if name.person is not True and (
            noun in (name.tokens[-1], self._page.forms[name.head])
            or (noun in reference_nouns("body") and noun in described and not self._is_land(name))
        ):
            return True
        role = self._descriptions.has_role(name, noun)
        role = role and (noun in title_words() or noun_kind(noun) is not None)
        body = collective(noun) or noun in reference_nouns("body")
        return role and name.person is not False and not body

    def _of_sort(self, head: int, noun: str, marks: AbstractSet[str]) -> Name | None:
        """The last name before that is of the same sort and that one of the modifiers describes: "the Ostranian
        leader"."""
        office = noun in reference_nouns("office")
        if not marks or not (office or noun in reference_nouns("body")):
            return None
        lands = {
            self._page.forms[kid] for kid in self._page.children[head] if self._page.capital(kid)
        } & marks
        return next(
            (name for name in self._descriptions.before(head) if self._shares(name, office, marks, lands)),
            None,
        )

    def _shares(self, name: Name, office: bool, marks: AbstractSet[str], lands: AbstractSet[str]) -> bool:
        """Whether a name is that of somebody in office, or else of no person, and one of the modifiers describes it; of
        a land's also the adjective does."""
        if office != bool(name.person):
            return False
        described = self._descriptions.words(name).difference(name.tokens)
        if office and described.isdisjoint(title_words()):
            return False
        return not marks.isdisjoint(described) or any(told_of({land}, described) for land in lands)

    def last_body(self, head: int, noun: str) -> Name | None:
        """The last body named, when it is near, for "the company"."""
        page = self._page
        if (
            noun not in reference_nouns("body")
            or noun in reference_nouns("own_sort")
            or page.forms[head] != noun  # "the monitors" are several
            or is_qualified(page, head)
        ):
            return None
        told = (
            name
            for name in self._descriptions.before(head)
            if page.part_at(name.head) != "dateline"
            and not self._is_joined(name)
            and not self._tells_of(name, head)
        )
        last = next((name for name in told if self.is_body(name)), None)
        if last is None or not self.may_be_called(last, head) or self._is_of_state(last, head):
            return None
        return last if page.sentence[head] - page.sentence[last.head] <= _NEAR else None

    def _is_joined(self, name: Name) -> bool:
        """Whether a name is one of several that are joined, and not with another name of the same body: "the Vale Army,
        or VA,"."""
        if not is_joined(self._page, name.head):
            return False
        own = self._names.fullest(name)
        word = self._page.heads[name.head]
        joined = (word, *self._page.children[name.head])
        others = [self._names.by_word[other] for other in joined if other in self._names.by_word]
        return not any(other is not name and self._names.fullest(other) is own for other in others)

    def _is_of_state(self, name: Name, head: int) -> bool:
        """Whether a noun is of the state, as the report never says of the name: "the state oil company"."""
        marks = modifiers(self._page, head) & reference_nouns("of_state")
        return not marks <= self._descriptions.words(name)

    def _tells_of(self, name: Name, head: int) -> bool:
        """Whether a name stands in a participle of the noun on ``head``: "banned by [Ostrany], the group"."""
        page = self._page
        clause = next((word for word in page.above(name.head) if page.tags[word] == "VERB"), -1)
        if clause < 0 or page.child(clause, "nsubj") is not None or page.relations[head] != "nsubj":
            return False
        if page.relations[clause] == "advcl":
            return page.heads[clause] == page.heads[head]
        opens = clause == page.bounds[page.sentence[clause]].first and page.forms[clause + 1] == "by"
        return opens and page.heads[page.heads[head]] == clause  # what the participle opens hangs on it then

    def last_medium(self, head: int) -> Name | None:
        """The last medium named near before, by a name that tells so or by what it carries, for "the station"."""
        page = self._page
        near = (
            n for n in self._descriptions.before(head) if page.sentence[head] - page.sentence[n.head] <= _TOLD
        )
        known = (name for name in near if page.part_at(name.head) != "dateline")
        media = (name for name in known if is_medium(name) or self._carries(name))
        name = next(media, None)
        return name if name is not None and self.may_be_called(name, head) else None

    def _carries(self, name: Name) -> bool:
        """Whether a name is that of who carries what others made: "footage broadcast by [Vale One]"."""
        before = self._page.forms[max(0, name.at.first - 2) : name.at.first]
        return before[1:] == ["by"] and before[0] in words("nouns", "carrying")

    def is_body(self, name: Name) -> bool:
        """Whether a name is that of a body, by any mention that tells: not of a person, a place or a thing."""
        person, land = self._names.person(name), governs(name.text.lower())
        same = (other for other in self._names.by_token[name.tokens[-1]] if other.tokens == name.tokens)
        return person is False and not land and all(other.entity not in _NO_BODY for other in same)

    def may_be_called(self, name: Name, head: int) -> bool:
        """Whether a noun on ``head`` may mean a body of this name: of no other sort, and marked as no other."""
        marks = modifiers(self._page, head, naming=True)
        sort = called(self._page, head)
        if sort != "official":  # "the software giant" only describes, "the transport ministry" names
            marks = {
                self._page.forms[kid] for kid in self._page.children[head] if self._page.capital(kid)
            } & marks
        if self._is_side(head) and kind_of_name(name) in _NO_SIDES:
            return False
        if trades_otherwise(self._page.forms[head], name.tokens[-1]):
            return False
        told = {self._page.forms[word] for word in self._names.descriptions(name)}
        if self._page.forms[head] in reference_nouns("sides") and not told.isdisjoint(
            reference_nouns("trading")
        ):
            return False
        return not apart(sort, name, told & reference_nouns("body")) and told_of(
            marks, self._descriptions.words(name)
        )

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
        if not told_of(of, around):
            return True
        owner = next((page.forms[kid] for kid in page.children[head] if owns(page, kid)), None)
        lands = {page.forms[word] for word in name.described if page.words[word][:1].isupper()} - _offices()
        same = (told_of({land}, {owner}) or told_of({owner}, {land}) for land in lands if owner)
        return owner is not None and bool(lands) and not any(same)

    def ahead(self, head: int, noun: str) -> Name | None:
        """The first person named later whom the noun and all modifiers describe: "the governor denied it ..."."""
        for name in self._descriptions.by_noun.get(noun, ()):
            if name.at.first > head and name.person is True and self._fits(name, noun):
                if self._elsewhere(head, name):
                    continue
                return name if told_of(modifiers(self._page, head), self._descriptions.words(name)) else None
        return None

    def only_person(self, head: int, noun: str) -> Name | None:
        """The one person named in the sentences just before, for "the rapper", "the mother of four" and the like."""
        page = self._page
        phrase = noun_phrase(page, head)
        if not is_personal(page, head, noun, phrase) or any(
            map(page.capital, range(phrase.first + 1, phrase.last))
        ):
            return None
        near = (name for name in self._descriptions.before(phrase.first) if self._names.person(name) is True)
        met: dict[str, Name] = {}
        for name in near:
            if page.sentence[head] - page.sentence[name.head] > _SOON:
                break
            met.setdefault(self._names.fullest(name).text, name)
        return next(iter(met.values())) if len(met) == 1 else None

    def only_side(self, head: int, noun: str) -> Name | None:
        """The one armed group or the like that was named so far, however long before, for "the group"."""
        if noun not in reference_nouns("sides") or is_qualified(self._page, head):
            return None
        sides: dict[str, Name] = {}
        for name in self._descriptions.before(head):
            if self._names.person(name) is True or self._is_land(name) or self._tells_of(name, head):
                continue
            if self._is_named_side(name):
                sides.setdefault(self._names.fullest(name).text.casefold(), name)
        side = next(iter(sides.values())) if len(sides) == 1 else None
        return side if side is not None and self.may_be_called(side, head) else None

    def _is_land(self, name: Name) -> bool:
        """Whether a name is that of a land or a place, by any mention that tells."""
        same = (other for other in self._names.by_token[name.tokens[-1]] if other.tokens == name.tokens)
        return governs(name.text.lower()) or any(other.entity == "place" for other in same)

    def _is_named_side(self, name: Name) -> bool:
        """Whether a name is that of a side, by itself or by what describes it, by its people ("al-Marab militants") or
        by an act that it claims."""
        page, (first, last) = self._page, name.at
        described = [page.forms[word] for word in self._names.descriptions(name)]
        if last < len(page) and page.heads[name.head] == last:
            described.append(page.forms[last])
        claims = any(row.label == "claimant" and row.at.holds(first) for row in page.read_slots)
        kind = kind_of(name.text, proper=True, description=" ".join(described), entity=name.entity)
        return claims or kind == "party"

    def introduced(self, head: int, noun: str) -> Name | None:
        """The person whom "a bishop" turns out to be, when the next name with that title comes soon."""
        page = self._page
        name = self.ahead(head, noun) if noun in title_words() else None
        if name is None or page.sentence[name.head] - page.sentence[head] > _SOON:
            return None
        titled = any(singular(page.forms[word]) == noun for word in name.described if word < name.at.first)
        return name if titled else None


@cache
def _offices() -> frozenset[str]:
    """Words that describe people by their office, and tell no land."""
    words = title_words() | person_words("qualifiers") | person_words("portfolios")
    return words | {f"{word}." for word in words}
