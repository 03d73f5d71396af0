"""Who is meant: pronouns, roles and short forms resolved to the fullest mention in the same report.

Invariant: an antecedent stands before its pronoun; a party's ``text`` is made of the report's own words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from standoff.extraction.chains.cues import words as cue_words
from standoff.extraction.chains.source_kinds import kind_of
from standoff.extraction.chains.source_words import names_medium, noun_kind
from standoff.extraction.chains.telling_nouns import issuer, maker
from standoff.extraction.grammar.clauses import noun_phrase, subject
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.names.antecedents import NOBODY, PRONOUNS, Antecedents
from standoff.extraction.names.beside import MEDIA, name_beside, name_given, name_within
from standoff.extraction.names.names import Names, head_noun, is_plural
from standoff.extraction.names.parts import Name
from standoff.extraction.names.party import Party, party_of_name, plain_party
from standoff.extraction.names.references import (
    DEFINITE,
    Described,
    is_definite,
    is_qualified,
    reference_nouns,
)
from standoff.extraction.names.sorts import called
from standoff.extraction.names.source_phrases import PEOPLE
from standoff.extraction.names.spoken_for import body_spoken_for
from standoff.records.claims import Kind

_ISSUERS = frozenset(("official", "organisation", "party"))
_REACH = 4  # sentences
_RELATIVE = frozenset(("who", "which", "that"))
_WITHIN = (["in"], ["at"], ["within"], ["close"])
_DOCUMENTS = frozenset(("report", "document", "study"))
_REPORTING = frozenset(("report", "reports", "reported"))
_OTHERS = frozenset(("other", "others", "second", "third"))  # "one of the two said ..., the other said"
_DEPTH = 40  # pronouns that stand for pronouns, one after another


class Parties:
    """The parties of a page, resolved in text order: `resolve` remembers who spoke."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.names = Names(page)
        self._antecedents = Antecedents(page, self.names)
        self._by_noun: dict[str, list[int]] = defaultdict(list)
        for word in self._antecedents.heads:
            if not page.named(word):
                self._by_noun[head_noun(page, word)].append(word)
        self._described = Described(page, self.names)
        self._known: dict[int, Party] = {}
        self._phrases: dict[int, frozenset[str]] = {}
        self._spoke: set[int] = set()

    def resolve(self, head: int, depth: int = 0) -> Party:
        """Who the noun phrase on a word means. The same word gives the same answer, however often it is asked."""
        known = self._known.get(head)
        if known is None:
            known = self._known[head] = self._resolved(head, depth)
        return known

    def speaks(self, head: int) -> Party:
        """As `resolve`, and remembers that the word's party spoke."""
        party = self.resolve(head)
        if any(self.page.forms[child] in NOBODY for child in self.page.children[head]):
            return party  # "no group said": nobody whom "it" may mean
        self._antecedents.add(head)
        self._spoke.add(head)
        self._spoke.add(party.head)
        return party

    def phrase(self, head: int) -> Stretch:
        """The noun phrase on a word."""
        return noun_phrase(self.page, head)

    def description(self, party: Party) -> str:
        """The words that describe a party, as the report sets them, in one line."""
        name = self.named(party)
        words = self.names.descriptions(name) if name is not None else party.described
        return " ".join(map(self.page.quote, compact(sorted(words))))

    def named(self, party: Party) -> Name | None:
        """The name at the mention that a party was resolved to."""
        return self.names.by_word.get(party.head)

    def _resolved(self, head: int, depth: int) -> Party:
        page, form = self.page, self.page.forms[head]
        if depth > _DEPTH:
            return self._plain(head)
        if form in PRONOUNS:
            return self._of_pronoun(head, depth)
        if form in _RELATIVE and page.tags[head] == "PRON":
            found = self._before_relative(head)
            return self.resolve(found, depth + 1) if found is not None else self._plain(head)
        name = self.names.by_word.get(head)
        if name is not None and not self._is_text(name):
            return self._of_name(self.names.fullest(name), name)
        beside = name_beside(page, self.names, head) or name_within(page, self.names, head)
        beside = beside or name_given(page, self.names, head)
        if beside is not None:
            return self._of_name(self.names.fullest(beside), beside)
        if form in cue_words("nouns", "issued"):
            owner = issuer(page, head)
            if owner is not None:
                return self.resolve(owner, depth + 1)
        if form in cue_words("nouns", "counted_out") and (owner := maker(page, head)) is not None:
            return self.resolve(owner, depth + 1)
        if form in _OTHERS and (several := self._several_before(head)) is not None:
            return self.resolve(several, depth + 1)
        return self._definite(head, depth) or self._plain(head)

    def _several_before(self, head: int) -> int | None:
        """Those of whom one spoke before "the other"."""
        spoke = self._speakers(head, _REACH)
        return next((word for word in spoke if self.resolve(word).plural), None)

    def _of_pronoun(self, head: int, depth: int) -> Party:
        """Whom a pronoun means: the likeliest before it who is not ruled out, whatever stands for him there."""
        others = self._who_does(head, depth)
        while (found := self._antecedents.find(head, self._spoke, others)) is not None:
            party = self.resolve(found, depth + 1)
            if party.head not in others:
                return party
            others |= {found}
        return self._plain(head)

    def _who_does(self, head: int, depth: int) -> frozenset[int]:
        """Who does what is done to a pronoun, and is not meant by it: "they tied them", "a mob beat him"."""
        verb = self.page.heads[head]
        doer = (
            subject(self.page, verb) if verb >= 0 and self.page.relations[head] in ("obj", "iobj") else None
        )
        if doer is None or doer >= head:
            return frozenset()
        return frozenset((doer, self.resolve(doer, depth + 1).head))

    def _is_text(self, name: Name) -> bool:
        """Whether what is read as a name, in a report all in capitals, is a text that was issued: "THE COMMUNIQUE"."""
        word = self.page.forms[name.head]
        lone = len(name.tokens) == 1 and self.page.shouted and not names_medium(word)
        return lone and (word in cue_words("nouns", "issued") or word in _DOCUMENTS)

    def _before_relative(self, head: int) -> int | None:
        """The noun that a relative pronoun stands for."""
        page = self.page
        verb = page.heads[head]
        if verb >= 0 and page.relations[verb] == "acl" and 0 <= page.heads[verb] < head:
            noun = page.heads[verb]
            above = page.heads[noun]
            thing = page.tags[noun] == "NOUN" and noun_kind(page.forms[noun]) is None
            if page.forms[head] == "who" and thing and above >= 0 and noun_kind(page.forms[above]) in PEOPLE:
                return above  # "a witness to the shooting, who"
            return noun
        first = page.bounds[page.sentence[head]].first
        return next(
            (word for word in range(head - 1, first - 1, -1) if page.tags[word] in ("NOUN", "PROPN")), None
        )

    def _of_name(self, full: Name, here: Name) -> Party:
        return party_of_name(self.page, full, here)

    def _plain(self, head: int) -> Party:
        return plain_party(self.page, self.names, head)

    def _definite(self, head: int, depth: int) -> Party | None:
        page = self.page
        name = self.names.by_word.get(head)
        issued = page.forms[head] in cue_words("nouns", "issued")
        issued = issued and (not page.named(head) or (name is not None and self._is_text(name)))
        if not issued and not is_definite(page, head):
            named = None if is_plural(page, head) else self._described.introduced(head, head_noun(page, head))
            return None if named is None else self._of_name(self.names.fullest(named), named)
        if issued:
            if is_qualified(page, head) and not is_definite(page, head):
                return None
            found = self._issuer_before(head)
            return self.resolve(found, depth + 1) if found is not None else None
        noun, several = head_noun(page, head), is_plural(page, head)
        name = None if several else self._described.find(head, noun)
        if name is not None:
            return self._of_name(self.names.fullest(name), name)
        body = None if several else body_spoken_for(page, self.names, self._described, head, noun)
        if body is not None:
            return self._of_name(self.names.fullest(body), body)
        earlier = self._pointed(head, noun, several)
        if earlier is not None:
            return self.resolve(earlier, depth + 1)
        last = (
            None
            if several
            else self._described.last_body(head, noun) or self._described.only_person(head, noun)
        )
        if last is not None:
            return self._of_name(self.names.fullest(last), last)
        later = None if several else self._described.ahead(head, noun)
        return None if later is None else self._of_name(self.names.fullest(later), later)

    def _pointed(self, head: int, noun: str, several: bool) -> int | None:
        """The word before that a noun points back to, whatever tells."""
        found = self._last_who_spoke(head, noun, several)
        found = self._earlier(head, noun, several) if found is None else found
        found = self._document(head, noun) if found is None else found
        return self._speaker(head, noun) if found is None else found

    def _document(self, head: int, noun: str) -> int | None:
        """The last document that spoke, for "the report said"."""
        page = self.page
        if noun not in _DOCUMENTS or is_plural(page, head):
            return None
        spoke = (word for word in self._spoke if word < head and _is_document(head_noun(page, word)))
        return max(spoke, default=self._reporter(head, noun))

    def _reporter(self, head: int, noun: str) -> int | None:
        """Who reported shortly before, for "the report" of what he said."""
        near = (word for word in self._speakers(head, _REACH) if self._reports(word))
        return next(near, None) if noun == "report" and not is_qualified(self.page, head) else None

    def _reports(self, speaker: int) -> bool:
        verb = self.page.heads[speaker]
        return verb >= 0 and self.page.relations[speaker] == "nsubj" and self.page.forms[verb] in _REPORTING

    def _earlier(self, head: int, noun: str, several: bool) -> int | None:
        """The first fuller phrase on the same noun before, when this one says nothing that it does not; the last of
        nouns that any speaker may be called by, of whom a report has many ("sources")."""
        mine = self._words_of(head) - DEFINITE
        before = [
            word for word in self._by_noun.get(noun, ()) if word < head and self.page.part_at(word) != "title"
        ]
        for word in reversed(before) if noun in reference_nouns("whoever") else before:
            if mine <= self._words_of(word) and is_plural(self.page, word) == several:
                return word
        return None

    def _words_of(self, head: int) -> frozenset[str]:
        """The words of the noun phrase on a word, in lower case; found once, for all later mentions."""
        if head not in self._phrases:
            self._phrases[head] = frozenset(self.page.forms[slice(*noun_phrase(self.page, head))])
        return self._phrases[head]

    def _issuer_before(self, head: int) -> int | None:
        """Who issued what "the statement" means: its issuer or its verb's subject, else who spoke last."""
        page = self.page
        for word in range(head - 1, page.bounds[max(0, page.sentence[head] - _REACH)].first - 1, -1):
            if page.forms[word] == page.forms[head] and page.tags[word] == "NOUN":
                owner = issuer(page, word)
                verb = page.heads[word]
                by_it = any(page.forms[kid] == "according" for kid in page.children[word])
                if owner is None and verb >= 0 and page.tags[verb] == "VERB" and not by_it:
                    owner = subject(page, verb)
                if owner is not None:
                    return owner
        return self._last_speaker(head)

    def _speaker(self, head: int, noun: str) -> int | None:
        """Who spoke last of those that a noun may mean: anybody for "the source", the last body for "the company", the
        last person for "the officer"."""
        if is_qualified(self.page, head):
            return None
        wire = noun == "agency" or called(self.page, head) in MEDIA
        if wire and (medium := self._medium(head)) is not None:
            return medium
        return next((word for word in self._speakers(head, _REACH) if self._may_be(word, head, noun)), None)

    def _medium(self, head: int) -> int | None:
        """The medium that a noun for one means: that named in its sentence, else the last that spoke, else that named
        near before."""
        name = self._described.last_medium(head)
        if name is not None and self.page.sentence[name.head] == self.page.sentence[head]:
            return name.head
        spoke = (word for word in self._speakers(head, _REACH) if self._is_of(word, head))
        return next(spoke, None if name is None else name.head)

    def _last_who_spoke(self, head: int, noun: str, several: bool) -> int | None:
        """Who spoke last, one or several, for a bare noun that any speaker may be called by: "the source"."""
        if noun not in reference_nouns("whoever") or self._words_of(head) - DEFINITE != {
            self.page.forms[head]
        }:
            return None
        spoke = (word for word in self._speakers(head, _REACH) if self._may_be(word, head, noun))
        return next((word for word in spoke if self.resolve(word).plural == several), None)

    def _may_be(self, speaker: int, head: int, noun: str) -> bool:
        """Whether who spoke may be called by a noun."""
        if noun in reference_nouns("whoever"):
            return self.page.forms[head + 1 : head + 2] not in _WITHIN  # "the source in the fire service"
        if self._is_of(speaker, head):
            return True
        name = self.named(self.resolve(speaker))
        if noun in reference_nouns("body"):
            pointed = head_noun(self.page, speaker) in reference_nouns("body")
            if pointed or name is None:
                return pointed and self._same_sort(speaker, head)
            return self._described.is_body(name) and self._described.may_be_called(name, head)
        return noun in reference_nouns("caller") and name is not None and self.names.person(name) is True

    def _same_sort(self, speaker: int, head: int) -> bool:
        """Whether a noun adds nothing to what spoke: "the group" of "a rights group", not "the transport ministry";
        "the union" is no radio station."""
        page = self.page
        said = {page.forms[word] for word in range(*noun_phrase(page, speaker))}
        marks = {
            page.forms[kid] for kid in page.children[head] if page.relations[kid] in ("compound", "amod")
        }
        apart = {noun_kind(page.forms[head]), noun_kind(page.forms[speaker])}
        return marks <= said and not ({"official", "party", "media"} & apart and len(apart - {None}) > 1)

    def _is_of(self, speaker: int, head: int) -> bool:
        """Whether who spoke is of the kind and number that a noun tells, and the noun says nothing else of whom."""
        sort = called(self.page, head)
        if head_noun(self.page, head) == "agency" and self._kind(speaker) == "agency":
            sort = "agency"  # a news agency is an agency
        if sort not in reference_nouns("of_kind") or any(map(self.page.capital, self.page.children[head])):
            return False
        return self._kind(speaker) == sort and self.resolve(speaker).plural == is_plural(self.page, head)

    def _last_speaker(self, head: int) -> int | None:
        """Who spoke last of those that issue texts, else of all."""
        spoke = list(self._speakers(head, _REACH - 1))
        return next((word for word in spoke if self._kind(word) in _ISSUERS), spoke[0] if spoke else None)

    def _kind(self, speaker: int) -> Kind:
        party = self.resolve(speaker)
        described = self.description(party)
        return kind_of(party.text, proper=party.proper, description=described, entity=party.entity)

    def _speakers(self, head: int, reach: int) -> Iterator[int]:
        """Those who spoke at most so many sentences before a word, the last first."""
        page = self.page
        near = (
            word for word in self._spoke if word < head and page.sentence[head] - page.sentence[word] <= reach
        )
        return iter(sorted(near, reverse=True))


def _is_document(noun: str) -> bool:
    return noun == "report" or noun_kind(noun) == "document"
