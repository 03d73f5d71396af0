"""Who is meant: pronouns, roles and short forms resolved to the fullest mention in the same report.

Invariant: an antecedent stands before its pronoun; a party's ``text`` is made of the report's own words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.extraction.chains.cues import words as cue_words
from standoff.extraction.chains.sources import kind_of, noun_kind, tidy
from standoff.extraction.chains.telling_nouns import issuer
from standoff.extraction.grammar.clauses import noun_phrase, subject
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.names.antecedents import NOBODY, PRONOUNS, Antecedents
from standoff.extraction.names.beside import MEDIA, name_beside, name_within
from standoff.extraction.names.names import Names, head_noun, is_plural
from standoff.extraction.names.parts import Name, in_one_name, title_words
from standoff.extraction.names.references import (
    DEFINITE,
    Described,
    called,
    is_definite,
    is_qualified,
    reference_nouns,
)
from standoff.extraction.places.lexicon import demonyms
from standoff.records import Reading
from standoff.records.claims import Kind

_I = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"))
_PEOPLE = frozenset(("official", "witness", "relative", "expert", "journalist", "party", "organisation"))
_ISSUERS = frozenset(("official", "organisation", "party"))
_REACH = 4  # sentences
_RELATIVE = frozenset(("who", "which", "that"))
_DEPTH = 40  # pronouns that stand for pronouns, one after another


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant by a noun phrase: its resolved ``text``, the ``head`` of the mention it was found at.

    ``described`` are the words that describe it there; ``article`` the determiner of a common noun.
    """

    text: str
    head: int
    proper: bool
    plural: bool
    described: tuple[int, ...] = ()
    article: str = ""
    entity: str | None = None


def _is_apposition(page: Page, word: int, head: int) -> bool:
    return page.heads[word] == head and page.relations[word] in ("appos", "flat")


class Parties:
    """The parties of a page, resolved in text order: `resolve` remembers who spoke."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.names = Names(page)
        self._antecedents = Antecedents(page, self.names)
        self._by_noun: dict[str, list[int]] = defaultdict(list)
        for word in self._antecedents.heads:
            if page.tags[word] != "PROPN":
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

    def named_in(self, parts: Sequence[Stretch], head: int) -> int:
        """The head of a source phrase, or of the name that it gives with a role: "the envoy, Ana Bly"."""
        page = self.page
        beside = self.names.by_word.get(head + 1)
        if beside is not None and _is_apposition(page, beside.head, head) and not is_plural(page, head):
            return beside.head  # "news channel KNT"
        if called(page, head) in MEDIA and (title := name_beside(page, self.names, head)) is not None:
            return title.head
        own = self.names.by_word.get(head)
        known = own is not None and own.person is True and page.forms[head] not in title_words()
        part = next((part for part in parts if part.holds(head)), None)
        one = part is not None and page.forms[part.first] == "one"  # "one of them, Ana Bly"
        if known or (not one and (is_plural(page, head) or (own is None and not _is_role(page, head)))):
            return head
        for word in range(head + 1, part.last if part else head + 1):
            name = self.names.by_word.get(word)
            if name is None or name.at.first != word or name.person is False:
                continue
            before = page.forms[word - 1]
            if own is not None and before not in title_words():
                continue
            if before == "," or (page.tags[word - 1] in ("NOUN", "PROPN") and before not in ("'s", "’s")):
                return name.head
        return head

    def included(self, parts: Sequence[Stretch]) -> list[int]:
        """The heads of the parties that a source phrase names after "including"."""
        page = self.page
        for part in parts:
            for word in range(part.first, part.last - 1):
                if page.forms[word] == "including":
                    nominal = (at for at in range(word + 1, part.last) if page.tags[at] in ("NOUN", "PROPN"))
                    first = next(nominal, None)
                    name = self.names.by_word.get(first) if first is not None else None
                    return [] if first is None else self.joined(name.head if name else first)
        return []

    def joined(self, head: int, parts: Sequence[Stretch] = ()) -> list[int]:
        """The heads of the parties that a noun phrase joins by "and", the first one first.

        ``parts`` are the words of the whole phrase, where they are known: a noun after "and" that hangs on none of them
        is joined whatever the tree makes of it.
        """
        page = self.page
        lost = (
            word
            for part in parts
            for word in range(max(head, part.first) + 1, part.last)
            if page.tags[word] in ("NOUN", "PROPN")
            and not any(other.holds(page.heads[word]) for other in parts)
            and page.forms[noun_phrase(page, word).first - 1] == "and"
            and not in_one_name(page, head, word)
        )
        joined = (
            kid
            for kid in page.children[head]
            if page.relations[kid] == "conj"
            and page.tags[kid] in ("NOUN", "PROPN", "PRON")
            and not in_one_name(page, head, kid)
        )
        return list(dict.fromkeys((head, *joined, *lost)))

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
            found = self._antecedents.find(head, self._spoke)
            return self.resolve(found, depth + 1) if found is not None else self._plain(head)
        if form in _RELATIVE and page.tags[head] == "PRON":
            found = self._before_relative(head)
            return self.resolve(found, depth + 1) if found is not None else self._plain(head)
        name = self.names.by_word.get(head)
        if name is not None:
            return self._of_name(self.names.fullest(name), name)
        beside = name_beside(page, self.names, head) or name_within(page, self.names, head)
        if beside is not None:
            return self._of_name(self.names.fullest(beside), beside)
        if form in cue_words("nouns", "issued"):
            owner = issuer(page, head)
            if owner is not None:
                return self.resolve(owner, depth + 1)
        return self._definite(head, depth) or self._plain(head)

    def _before_relative(self, head: int) -> int | None:
        """The noun that a relative pronoun stands for."""
        page = self.page
        verb = page.heads[head]
        if verb >= 0 and page.relations[verb] == "acl" and 0 <= page.heads[verb] < head:
            noun = page.heads[verb]
            above = page.heads[noun]
            thing = page.tags[noun] == "NOUN" and noun_kind(page.forms[noun]) is None
            if page.forms[head] == "who" and thing and above >= 0 and noun_kind(page.forms[above]) in _PEOPLE:
                return above  # "a witness to the shooting, who"
            return noun
        first = page.bounds[page.sentence[head]].first
        return next(
            (word for word in range(head - 1, first - 1, -1) if page.tags[word] in ("NOUN", "PROPN")), None
        )

    def _of_name(self, full: Name, here: Name) -> Party:
        described = tuple(sorted({*full.described, *here.described}))
        return Party(
            full.text,
            full.head,
            True,
            is_plural(self.page, full.head),
            described,
            "",
            full.entity or here.entity,
        )

    def _plain(self, head: int) -> Party:
        page = self.page
        at = noun_phrase(page, head)
        if page.forms[head] in cue_words("nouns", "of_happenings"):
            at = Stretch(at.first, head + 1)
        first = at.first
        article = ""
        while (
            first < head
            and page.tags[first] in ("DET", "PRON", "PUNCT")
            and page.forms[first] not in ("some", "no", "other")
        ):
            article, first = page.forms[first], first + 1
        text = tidy(page.quote(Stretch(first, at.last)))
        if (
            (page.tags[first] != "PROPN" or first not in self.names.by_word)
            and not text.isupper()
            and page.starts[first] == page.starts[page.bounds[page.sentence[head]].first]
            and not page.capital(head)  # "Harbour State", a name although the tree calls it a noun
            and not self._keeps_capital(first)
        ):
            text = text[:1].lower() + text[1:]
        if page.sentence[head] in page.in_title_case:
            words = range(first, at.last)
            text = tidy(
                " ".join(page.words[word] if page.named(word) else page.forms[word] for word in words)
            )
        return Party(text, head, False, is_plural(page, head), (), article)

    def _keeps_capital(self, word: int) -> bool:
        """Whether a word has a capital wherever it stands: "Ostranian", and what a name goes on after."""
        after = self.page.sentence[word + 1 : word + 2] == [self.page.sentence[word]]
        goes_on = after and self.page.capital(word + 1) and self.page.tags[word] in ("ADJ", "PROPN")
        return goes_on or self.page.forms[word] in demonyms()

    def _definite(self, head: int, depth: int) -> Party | None:
        page = self.page
        issued = page.forms[head] in cue_words("nouns", "issued") and not page.named(head)
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
        earlier = (
            self._earlier(head, noun, several) or self._document(head, noun) or self._speaker(head, noun)
        )
        if earlier is not None:
            return self.resolve(earlier, depth + 1)
        body = None if several else self._described.last_body(head, noun)
        if body is not None:
            return self._of_name(self.names.fullest(body), body)
        later = None if several else self._described.ahead(head, noun)
        return None if later is None else self._of_name(self.names.fullest(later), later)

    def _document(self, head: int, noun: str) -> int | None:
        """The last document that spoke, for "the report said"."""
        page = self.page
        if noun not in ("report", "document", "study") or is_plural(page, head):
            return None
        return max(
            (word for word in self._spoke if word < head and _is_document(head_noun(page, word))),
            default=None,
        )

    def _earlier(self, head: int, noun: str, several: bool) -> int | None:
        """The first fuller phrase on the same noun before, when this one says nothing that it does not."""
        mine = self._words_of(head) - DEFINITE
        for word in self._by_noun.get(noun, ()):
            if word >= head:
                return None
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
        return next((word for word in self._speakers(head, _REACH) if self._may_be(word, head, noun)), None)

    def _may_be(self, speaker: int, head: int, noun: str) -> bool:
        """Whether who spoke may be called by a noun."""
        if noun in reference_nouns("whoever"):
            return True
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
        """Whether a noun adds nothing to what spoke: "the group" of "a rights group", not "the transport ministry"."""
        page = self.page
        said = {page.forms[word] for word in range(*noun_phrase(page, speaker))}
        marks = {
            page.forms[kid] for kid in page.children[head] if page.relations[kid] in ("compound", "amod")
        }
        apart = {noun_kind(page.forms[head]), noun_kind(page.forms[speaker])}
        return marks <= said and not ({"official", "party"} & apart and len(apart - {None}) > 1)

    def _is_of(self, speaker: int, head: int) -> bool:
        """Whether who spoke is of the kind and number that a noun tells, and the noun says nothing else of whom."""
        sort = called(self.page, head)
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


def _is_role(page: Page, head: int) -> bool:
    noun = head_noun(page, head)
    return noun in title_words() or noun_kind(noun) in _PEOPLE


def resolve_mention(
    reading: Reading, first: int, last: int, *, parties: Parties | None = None, speaker: str | None = None
) -> str:
    """The words that a mention stands for: a pronoun's antecedent, the name of "the group", else its own words.

    ``first`` and ``last`` are the mention's words, half-open. ``speaker`` is who says them, for "I" and "we" (see
    `chains.ChainIndex.speaker_at`). Give ``parties`` when several mentions of one reading are asked for.
    """
    parties = parties or Parties(Page.of(reading))
    page = parties.page
    own = page.quote(Stretch(first, last))
    if _is_body(page, first, last):
        body = parties.resolve(last - 1)  # "the group"
        return body.text if body.proper else own
    if last - first != 1 or page.tags[first] not in ("PRON", "DET"):
        return own
    if page.forms[first] in _I:
        return speaker or own
    party = parties.resolve(first)
    return own if party.head == first else party.text


def _is_body(page: Page, first: int, last: int) -> bool:
    """Whether a mention is no more than "the group"."""
    noun = last - 1
    pointed = last - first == 2 and page.forms[noun] in reference_nouns("body") and is_definite(page, noun)
    return pointed and not is_qualified(page, noun)
