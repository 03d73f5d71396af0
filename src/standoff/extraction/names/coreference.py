"""Who is meant: pronouns, roles and short forms resolved to the fullest mention in the same report.

Invariant: an antecedent stands before its pronoun; a party's ``text`` is made of the report's own words.
"""

from __future__ import annotations

from collections import defaultdict
from weakref import proxy

from standoff.extraction.chains.cues import words as cue_words
from standoff.extraction.chains.source_words import names_medium, noun_kind
from standoff.extraction.chains.telling_nouns import issuer, maker
from standoff.extraction.grammar.clauses import noun_phrase, subject, whose
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tags import NOUNS, RELATIVE
from standoff.extraction.names.antecedents import Antecedents
from standoff.extraction.names.beside import body_reporting, name_beside, name_given, name_within
from standoff.extraction.names.definite import DEFINITE, is_definite, is_qualified, reference_nouns
from standoff.extraction.names.earlier_speakers import Speakers, speaker_owner
from standoff.extraction.names.meant import NOBODY, PRONOUNS
from standoff.extraction.names.names import Names
from standoff.extraction.names.nouns import are_killed, head_noun, is_plural_noun
from standoff.extraction.names.parts import Name
from standoff.extraction.names.party import Party, party_of_name, plain_party
from standoff.extraction.names.references import References
from standoff.extraction.names.source_phrases import PEOPLE
from standoff.extraction.names.spoken_for import body_spoken_for

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
        self._references = References(page, self.names)
        self._known: dict[int, Party] = {}
        self._phrases: dict[int, frozenset[str]] = {}
        # weak, so that all of a report goes with it and not when garbage is looked for: a thirteenth of the time
        weak = proxy(self)
        self._speakers = Speakers(page, self.names, self._references, lambda head: weak.resolve(head))

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
        self._speakers.add(head, party.head)
        return party

    def body_before(self, head: int) -> Party | None:
        """The party that spoke right before a word, where others may speak for it."""
        body = self._speakers.body_before(head)
        return None if body is None else self.resolve(body)

    def _resolved(self, head: int, depth: int) -> Party:
        page, form = self.page, self.page.forms[head]
        if depth > _DEPTH:
            return self._plain(head)
        if form in PRONOUNS:
            return self._of_pronoun(head, depth)
        if form in RELATIVE and page.tags[head] == "PRON":
            found = self._before_relative(head)
            return self.resolve(found, depth + 1) if found is not None else self._plain(head)
        name = self.names.by_word.get(head)
        if name is not None and not self._is_text(name):
            return self._of_name(name)
        beside = name_beside(page, self.names, head) or name_within(page, self.names, head)
        beside = beside or name_given(page, self.names, head) or body_reporting(page, self.names, head)
        if beside is not None:
            return self._of_name(beside)
        if form in cue_words("nouns", "issued"):
            owner = issuer(page, head)
            if owner is not None:
                return self.resolve(owner, depth + 1)
        if form in cue_words("nouns", "counted_out") and (owner := maker(page, head)) is not None:
            return self.resolve(owner, depth + 1)
        if form in reference_nouns("others") and (several := self._speakers.several(head)) is not None:
            return self.resolve(several, depth + 1)
        return self._definite(head, depth) or self._plain(head)

    def _of_pronoun(self, head: int, depth: int) -> Party:
        """Whom a pronoun means: the likeliest before it who is not ruled out, whatever stands for him there."""
        others = self._who_does(head, depth)
        while (found := self._antecedents.find(head, self._speakers.words, others)) is not None:
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
        return lone and (word in cue_words("nouns", "issued") or word in reference_nouns("documents"))

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
            return whose(page, noun, head) if page.forms[head] == "who" and thing else noun
        first = page.bounds[page.sentence[head]].first
        return next((word for word in range(head - 1, first - 1, -1) if page.tags[word] in NOUNS), None)

    def _of_name(self, name: Name) -> Party:
        return party_of_name(self.page, self.names, self.names.fullest(name), name)

    def _plain(self, head: int) -> Party:
        return plain_party(self.page, self.names, head)

    def _definite(self, head: int, depth: int) -> Party | None:
        """Whom a common noun means that speaks of somebody known: "the envoy", "the statement"."""
        page, name = self.page, self.names.by_word.get(head)
        issued = page.forms[head] in cue_words("nouns", "issued")
        if issued and (name is None or not page.named(head) or self._is_text(name)):
            return self._of_issued(head, depth)
        noun, several = head_noun(page, head), is_plural_noun(page, head)
        if is_definite(page, head):
            return self._known_before(head, noun, several, depth)
        introduced = None if several else self._references.introduced(head, noun)
        return None if introduced is None else self._of_name(introduced)

    def _of_issued(self, head: int, depth: int) -> Party | None:
        """Who issued a text that says nothing of whose it is."""
        described = any(self.page.relations[kid] == "amod" for kid in self.page.children[head])
        if not is_definite(self.page, head) and (described or is_qualified(self.page, head)):
            return None  # "preliminary data"
        found = self._speakers.issuer(head)
        return self.resolve(found, depth + 1) if found is not None else None

    def _known_before(self, head: int, noun: str, several: bool, depth: int) -> Party | None:
        """Whom a noun with "the" means: a name that it describes, who is pointed back to, a name that it may mean."""
        references, name = self._references, None
        if not several:
            name = references.find(head, noun)
            if name is not None and (nearer := self._mentioned_since(head, noun, name)) is not None:
                return self.resolve(nearer, depth + 1)
            name = name or body_spoken_for(self.page, self.names, references, head, noun)
        if name is None and (earlier := self._pointed(head, noun, several)) is not None:
            return self.resolve(earlier, depth + 1)
        if name is None and not several:
            name = references.last_body(head, noun) or references.only_person(head, noun)
            name = name or references.ahead(head, noun) or references.only_side(head, noun)
        return None if name is None else self._of_name(name)

    def _mentioned_since(self, head: int, noun: str, name: Name) -> int | None:
        """The last mention of a body by the same noun after a name that only shares the noun with it: "the group" after
        "the separatist group" is no "Harbour Group" named before."""
        if self._words_of(head) - DEFINITE != {noun} or noun not in name.tokens:
            return None
        since = (word for word in reversed(self._by_noun.get(noun, ())) if name.head < word < head)
        return next((word for word in since if is_definite(self.page, word)), None)

    def _pointed(self, head: int, noun: str, several: bool) -> int | None:
        """The word before that a noun points back to, whatever tells."""
        said, speakers = self._words_of(head) - DEFINITE - speaker_owner(self.page, head), self._speakers
        found = speakers.whoever(head, noun, several) if said == {self.page.forms[head]} else None
        found = self._earlier(head, noun, several) if found is None else found
        found = speakers.document(head, noun) if found is None else found
        return speakers.called(head, noun) if found is None else found

    def _earlier(self, head: int, noun: str, several: bool) -> int | None:
        """The first fuller phrase on the same noun before, not of the killed, when this one says nothing that it does
        not, of those since the last "one" or "another"; the last of nouns that any speaker may be called by, of whom a
        report has many ("sources")."""
        mine = self._words_of(head) - DEFINITE
        before = [
            word
            for word in self._by_noun.get(noun, ())
            if word < head
            and self.page.part_at(word) != "title"
            and not (several and are_killed(self.page, word))
        ]
        new = max((at for at, word in enumerate(before) if self._opens(word)), default=0)
        last_first = noun in reference_nouns("whoever")
        for word in reversed(before) if last_first else (*before[new:], *before[:new]):
            if mine <= self._words_of(word) and is_plural_noun(self.page, word) == several:
                return word
        return None

    def _opens(self, word: int) -> bool:
        """Whether a noun phrase tells of somebody new beside others: "one man", "another man"."""
        return self.page.forms[noun_phrase(self.page, word).first] in reference_nouns("opening")

    def _words_of(self, head: int) -> frozenset[str]:
        """The words of the noun phrase on a word, in lower case; found once, for all later mentions."""
        if head not in self._phrases:
            self._phrases[head] = frozenset(self.page.forms[slice(*noun_phrase(self.page, head))])
        return self._phrases[head]
