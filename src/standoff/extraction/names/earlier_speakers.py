"""Who spoke before, and which of them a noun means that points back: "the source", "the agency", "the statement".

Invariant: whom a noun means stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from standoff.extraction.chains.source_words import MEDIA, noun_kind
from standoff.extraction.chains.telling_nouns import issuer as issuer_named
from standoff.extraction.grammar.clauses import noun_phrase, subject
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.names.definite import is_qualified, reference_nouns, trades_otherwise
from standoff.extraction.names.names import Names
from standoff.extraction.names.nouns import head_noun, is_plural
from standoff.extraction.names.party import Party, kind_of_party, name_of
from standoff.extraction.names.references import References
from standoff.extraction.names.sorts import called as sort_called
from standoff.records.claims import Kind

_ISSUERS = frozenset(("official", "organisation", "party"))
_REACH = 4  # sentences
_WITHIN = (["in"], ["at"], ["within"], ["close"])


class Speakers:
    """Those who spoke so far in a page, to be found by what a later noun says of them.

    ``resolve`` gives the party of a word; ``words`` are those that spoke.
    """

    def __init__(
        self, page: Page, names: Names, references: References, resolve: Callable[[int], Party]
    ) -> None:
        self.words: set[int] = set()
        self._page = page
        self._names = names
        self._references = references
        self._resolve = resolve

    def add(self, *words: int) -> None:
        """Takes words that spoke."""
        self.words.update(words)

    def whoever(self, head: int, noun: str, several: bool) -> int | None:
        """Who spoke last, one or several, for a bare noun that any speaker may be called by ("the source"): of those
        near before who were called by such a noun, else of all."""
        if noun not in reference_nouns("whoever"):
            return None
        near = (word for word in self._before(head, _REACH) if self._may_be(word, head, noun))
        spoke = [word for word in near if self._resolve(word).plural == several]
        called_so = (word for word in spoke if head_noun(self._page, word) in reference_nouns("whoever"))
        return next(called_so, spoke[0] if spoke else None)

    def called(self, head: int, noun: str) -> int | None:
        """Who spoke last of those that a noun may mean: anybody for "the source", the last body for "the company", the
        last person for "the officer"."""
        if is_qualified(self._page, head):
            return None
        wire = noun == "agency" or sort_called(self._page, head) in MEDIA
        if wire and (medium := self._medium(head)) is not None:
            return medium
        return next((word for word in self._before(head, _REACH) if self._may_be(word, head, noun)), None)

    def document(self, head: int, noun: str) -> int | None:
        """The last document that spoke, for "the report said"."""
        page = self._page
        if noun not in reference_nouns("documents") or is_plural(page, head):
            return None
        spoke = (word for word in self.words if word < head and _is_document(head_noun(page, word)))
        return max(spoke, default=self._reporter(head, noun))

    def issuer(self, head: int) -> int | None:
        """Who issued what "the statement" means: its issuer or its verb's subject, else who spoke last."""
        page = self._page
        for word in range(head - 1, page.bounds[max(0, page.sentence[head] - _REACH)].first - 1, -1):
            if page.forms[word] == page.forms[head] and page.tags[word] in NOUNS:
                owner = issuer_named(page, word)
                verb = page.heads[word]
                by_it = any(page.forms[kid] == "according" for kid in page.children[word])
                if owner is None and verb >= 0 and page.tags[verb] == "VERB" and not by_it:
                    owner = subject(page, verb)
                if owner is not None:
                    return owner
        return self._last(head)

    def body_before(self, head: int) -> int | None:
        """Who spoke last, right before, where others speak for such: "[the bank] said so. A spokesman said ..."."""
        last = next(self._before(head, 1), None)
        return last if last is not None and self._kind(last) in _ISSUERS else None

    def several(self, head: int) -> int | None:
        """Those of whom one spoke before "the other"."""
        spoke = self._before(head, _REACH)
        return next((word for word in spoke if self._resolve(word).plural), None)

    def _medium(self, head: int) -> int | None:
        """The medium that a noun for one means: that named in its sentence, else the last that spoke, else that named
        near before."""
        name = self._references.last_medium(head)
        if name is not None and self._page.sentence[name.head] == self._page.sentence[head]:
            return name.head
        spoke = (word for word in self._before(head, _REACH) if self._is_of(word, head))
        return next(spoke, None if name is None else name.head)

    def _may_be(self, speaker: int, head: int, noun: str) -> bool:
        """Whether who spoke may be called by a noun."""
        if noun in reference_nouns("whoever"):
            return self._page.forms[head + 1 : head + 2] not in _WITHIN  # "the source in the fire service"
        if self._is_of(speaker, head):
            return True
        name = name_of(self._names, self._resolve(speaker))
        if noun in reference_nouns("body"):
            if not self._may_share(speaker, noun):
                return False
            if trades_otherwise(noun, head_noun(self._page, speaker)):
                return False
            pointed = head_noun(self._page, speaker) in reference_nouns("body")
            if pointed or name is None:
                return pointed and self._same_sort(speaker, head)
            if self._page.forms[head] != noun:
                return False  # "the monitors" are several
            return self._references.is_body(name) and self._references.may_be_called(name, head)
        return noun in reference_nouns("caller") and name is not None and self._names.person(name) is True

    def _same_sort(self, speaker: int, head: int) -> bool:
        """Whether a noun adds nothing to what spoke: "the group" of "a rights group", not "the transport ministry";
        "the union" is no radio station."""
        page = self._page
        said = {page.forms[word] for word in range(*noun_phrase(page, speaker))}
        marks = {
            page.forms[kid] for kid in page.children[head] if page.relations[kid] in ("compound", "amod")
        }
        apart = {noun_kind(page.forms[head]), noun_kind(page.forms[speaker])}
        return marks <= said and not ({"official", "party", "media"} & apart and len(apart - {None}) > 1)

    def _may_share(self, speaker: int, noun: str) -> bool:
        """Whether bodies of two nouns may be one: no ministry is an agency."""
        own = reference_nouns("own_sort")
        return noun == head_noun(self._page, speaker) or noun not in own

    def _is_of(self, speaker: int, head: int) -> bool:
        """Whether who spoke is of the kind and number that a noun tells, and the noun says nothing else of whom."""
        sort = sort_called(self._page, head)
        if head_noun(self._page, head) == "agency" and self._kind(speaker) == "agency":
            sort = "agency"  # a news agency is an agency
        if sort == "witness" and head_noun(self._page, head) not in reference_nouns("onlooker"):
            return False
        if sort not in reference_nouns("of_kind") or any(map(self._page.capital, self._page.children[head])):
            return False
        return self._kind(speaker) == sort and self._resolve(speaker).plural == is_plural(self._page, head)

    def _reporter(self, head: int, noun: str) -> int | None:
        """Who reported shortly before, or the medium that told, for "the report" of what that said."""
        spoke = self._before(head, _REACH)
        near = (word for word in spoke if self._reports(word) or self._kind(word) in MEDIA)
        page = self._page
        named = any(page.tags[kid] == "PROPN" for kid in page.children[head])  # "the UN report"
        apart = named or is_qualified(page, head)
        return next(near, None) if noun == "report" and not apart else None

    def _reports(self, speaker: int) -> bool:
        page, verb = self._page, self._page.heads[speaker]
        tells = page.relations[speaker] == "nsubj" and verb >= 0
        return tells and page.forms[verb] in reference_nouns("reporting")

    def _last(self, head: int) -> int | None:
        """Who spoke last of those that issue texts, else of all."""
        spoke = list(self._before(head, _REACH - 1))
        return next((word for word in spoke if self._kind(word) in _ISSUERS), spoke[0] if spoke else None)

    def _kind(self, speaker: int) -> Kind:
        return kind_of_party(self._names, self._resolve(speaker))

    def _before(self, head: int, reach: int) -> Iterator[int]:
        """Those who spoke at most so many sentences before a word, the last first."""
        page = self._page
        near = (
            word for word in self.words if word < head and page.sentence[head] - page.sentence[word] <= reach
        )
        return iter(sorted(near, reverse=True))


def _is_document(noun: str) -> bool:
    return noun == "report" or noun_kind(noun) == "document"


def speaker_owner(page: Page, head: int) -> frozenset[str]:
    """The words of the medium whose own a noun is said to be, which tell nothing of whom it means: "[the agency's]
    source"."""
    owners = (kid for kid in page.children[head] if page.relations[kid] == "nmod" and kid < head)
    media = (kid for kid in owners if page.forms[kid] == "agency" or sort_called(page, kid) in MEDIA)
    return frozenset(page.forms[word] for kid in media for word in page.subtree(kid))
