"""What a pronoun may stand for, and which of it: the antecedents of one page.

Candidates that agree in number, gender and animacy are ranked by distance, grammatical role and having spoken (the
preferences of Lappin and Leass 1994, cut to what news needs); who is tried, by being on trial ("he faces ten years").
Invariant: an antecedent stands before its pronoun.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.chains.source_words import governs, noun_kind
from standoff.extraction.grammar.clauses import turned_from
from standoff.extraction.grammar.noun_forms import plural
from standoff.extraction.grammar.page import Page
from standoff.extraction.names.accused import Accused
from standoff.extraction.names.meant import HE, IT, THEY, Mention, mentions_of
from standoff.extraction.names.names import Names
from standoff.extraction.names.nouns import head_noun, is_plural
from standoff.extraction.names.owned import is_owned, tells
from standoff.extraction.names.parts import title_words

_REACH = 4
_TELLER, _SINGULAR = 1.0, 1.0  # for who tells the clause of a pronoun, and off for one body as "they"
_TRIED = 2.0  # for who stands accused, of a pronoun that does: not the judge, nor who told of the charge
_LAW = -4.0  # for an official who tells what the law does to a pronoun, or of its crime: seldom his own
_MAIN = 1.0  # for the subject of the main clause of the pronoun's sentence
_TAGGED = -2.0  # for that of the clause of which "he said" is the tag: somebody else says it
_SPOKE = {True: 1.5, False: 0.5}  # for a pronoun that speaks itself, and for another
_TOLD = ("ccomp", "root")  # of a clause under a verb, a root that hangs on something is one that is told
_TEXTS = frozenset(("imagery", "document", "social"))


class Antecedents:
    """The mentions of a page in text order; ``heads`` are their words."""

    def __init__(self, page: Page, names: Names) -> None:
        self.page = page
        self._names = names
        self._mentions = mentions_of(page, names)
        self._accused = Accused(page, names)
        self.heads = [mention.head for mention in self._mentions]

    def add(self, head: int) -> None:
        """Takes a word that speaks for a mention, whatever noun it is."""
        at = bisect_left(self.heads, head)
        if at < len(self.heads) and self.heads[at] == head:
            return
        person = True if head_noun(self.page, head) in title_words() else None
        self.heads.insert(at, head)
        self._mentions.insert(at, Mention(head, person, is_plural(self.page, head), None, None))

    def find(self, head: int, spoke: AbstractSet[int], others: AbstractSet[int] = frozenset()) -> int | None:
        """The word that the pronoun ``head`` stands for, if anything near agrees; ``spoke`` is who spoke before,
        ``others`` is who is not meant."""
        return self._likeliest(head, spoke, others | self._speakers_of(head, spoke))

    def _likeliest(self, head: int, spoke: AbstractSet[int], others: AbstractSet[int]) -> int | None:
        page, form = self.page, self.page.forms[head]
        best, best_score = None, -99.0
        for at in range(bisect_left(self.heads, head) - 1, -1, -1):
            mention = self._mentions[at]
            distance = page.sentence[head] - page.sentence[mention.head]
            if distance > _REACH:
                break
            told = _tells_of(page, mention.head, head)
            if (
                mention.head in others
                or self._bound(mention.head, head)
                or (form in HE and (_counts_several(page, mention) or is_owned(page, mention.head, head)))
                or (form in THEY and (self._is_thing(mention) or _is_town(mention)))
                or not (_agrees(form, mention) or (told and _some_body(form, mention)))
            ):
                continue
            score = self._salience(mention, head, distance, spoke)
            if score > best_score:
                best, best_score = mention.head, score
        return best

    def _speakers_of(self, head: int, spoke: AbstractSet[int]) -> frozenset[int]:
        """The mentions of who says the quotation that a pronoun stands in, where "he said" tells that: he is none of
        those of whom he speaks as "him"."""
        page, found = self.page, set[int]()
        quotation = page.quoted[head]
        if quotation < 0 or page.forms[head] not in HE or tells(page, head):
            return frozenset()
        verb = next((word for word in page.above(head) if page.quoted[word] != quotation), -1)
        who = page.child(verb, "nsubj") if verb >= 0 and page.forms[verb] in verbs() else None
        while who is not None and page.forms[who] in HE and who not in found:
            found.add(who)
            who = self._likeliest(who, spoke, frozenset())
        return frozenset((*found, *self._all_of(who))) if who is not None and found else frozenset()

    def _all_of(self, word: int) -> Iterator[int]:
        """The words for one whom a word means: every mention by his name, with the nouns that it stands beside."""
        page, name = self.page, self._names.by_word.get(word)
        same = (
            (
                mention.head
                for mention in self._mentions
                if mention.name and mention.name.tokens == name.tokens
            )
            if name
            else ()
        )
        for other in (word, *same):
            yield other
            if page.relations[other] == "appos":
                yield page.heads[other]

    def _is_thing(self, mention: Mention) -> bool:
        """Whether a mention is one picture or text, which "they" never means, as it may mean a body."""
        return not mention.plural and noun_kind(self.page.forms[mention.head]) in _TEXTS

    def _bound(self, other: int, head: int) -> bool:
        """Whether two words depend on the same verb, so that a plain pronoun cannot mean the other."""
        page = self.page
        same = page.heads[other] == page.heads[head] and page.tags[page.heads[head]] == "VERB"
        return same and page.relations[head] in ("obj", "iobj", "obl", "nsubj")

    def _salience(self, mention: Mention, head: int, distance: int, spoke: AbstractSet[int]) -> float:
        page = self.page
        score = -1.0 * distance
        aside = page.quoted[head] >= 0 and not tells(page, head)  # tells of others than told so far
        if _subject(page, mention.head) and not (aside and tells(page, mention.head)):
            score += 0.8
        if self._accused.is_tried(head):
            score += _TRIED if self._accused.is_one(mention.head) else 0.0
        elif not aside and (mention.head in spoke or _issues(page, mention.head)):
            score += _SPOKE[tells(page, head)]
        score += self._by_telling(mention, head)
        if distance == 0:
            score += _in_sentence(page, mention.head, head)
        if page.forms[head] in THEY and not mention.plural:
            score -= _SINGULAR
        if mention.pronoun:
            score += 0.5 if page.forms[mention.head] == page.forms[head] else 0.2
        elif mention.person and page.forms[head] in HE:
            score += 1.0 if mention.name is not None else 0.5
        quoted = page.quoted[mention.head]
        if quoted >= 0 and quoted != page.quoted[head]:
            score -= 1.5
        return score

    def _by_telling(self, mention: Mention, head: int) -> float:
        """What it says for a mention that it tells the clause of a pronoun, or as an official of one whom the law deals
        with or who did a crime."""
        dealt_with = self._accused.is_tried(head) or self._accused.is_one(head)
        score = _LAW if dealt_with and self._tells_as_official(mention) else 0.0
        return score + (_TELLER if _tells_of(self.page, mention.head, head) else 0.0)

    def _tells_as_official(self, mention: Mention) -> bool:
        """Whether a mention tells and is an official's, of whom the report tells no crime: "Mayor [Bly] said he"."""
        if not tells(self.page, mention.head) or self._accused.is_one(mention.head):
            return False
        words = (mention.head,) if mention.name is None else self._names.descriptions(mention.name)
        return any(noun_kind(self.page.forms[word]) == "official" for word in words)


def _is_town(mention: Mention) -> bool:
    """Whether a mention is a place that is no land or its capital, and so no government that "they" may mean."""
    name = mention.name
    return name is not None and name.entity == "place" and not governs(name.text.lower())


def _counts_several(page: Page, mention: Mention) -> bool:
    """Whether a mention is a plural noun, also where the model takes it for a name for opening a sentence:
    "Prosecutors"."""
    return mention.name is None and not mention.pronoun and plural(page.forms[mention.head])


def _issues(page: Page, word: int) -> bool:
    """Whether a word is the subject of a verb that gives out words of its own, makes known what it thinks, or keeps
    that back: "the union issued a statement", "Ana Bly echoed their concerns", "Moscow did not comment"."""
    verb = page.heads[word]
    if page.relations[word] != "nsubj" or verb < 0:
        return False
    verb = page.heads[verb] if page.relations[verb] == "aux" else verb
    cue = verbs().get(page.forms[verb])
    if cue is not None and (cue.act == "declines" or cue.lemma == "comment"):
        return True
    text = page.child(verb, "obj")
    if text is None:
        return False
    if page.forms[verb] in words("nouns", "voicing") and page.forms[text] in words("nouns", "voiced"):
        return True
    given = words("nouns", "issued") | words("nouns", "accounts_given")
    return page.forms[verb] in words("nouns", "giving") and page.forms[text] in given


def _in_sentence(page: Page, word: int, head: int) -> float:
    """What the clauses of a pronoun's sentence say for a word of it."""
    if page.forms[head] in HE and _tagged(page, word, head):
        return _TAGGED
    return _MAIN if _rules(page, word, head) or _opens(page, word, head) else 0.0


def _rules(page: Page, word: int, head: int) -> bool:
    """Whether a word is the subject of a verb over a pronoun's own: "[Tamm] lost the vote, which he says is rigged"."""
    verb = page.heads[word]
    return page.relations[word] == "nsubj" and verb != page.heads[head] and verb in page.above(head)


def _opens(page: Page, word: int, head: int) -> bool:
    """Whether a word is the subject of the clause that opens the sentence whose subject is a pronoun: "When [Tamm]
    announced it, he said that"."""
    clause, verb = page.heads[word], page.heads[head]
    subjects = page.relations[word] == "nsubj" == page.relations[head]
    return subjects and verb >= 0 and page.relations[clause] == "advcl" and page.heads[clause] == verb


def _tagged(page: Page, word: int, head: int) -> bool:
    """Whether a word is the subject of the clause before a tag that a pronoun is the subject of: "[The clerk] had fled,
    he said"."""
    verb = page.heads[head]
    if not tells(page, head) or page.relations[word] != "nsubj" or word > head:
        return False
    clause = page.heads[verb] if page.relations[verb] == "parataxis" else page.child(verb, "ccomp")
    return clause == page.heads[word]


def _tells_of(page: Page, word: int, head: int) -> bool:
    """Whether a word is the subject of the telling whose clause has the pronoun ``head`` for its subject: "the group
    said in a statement by X that it ..."."""
    clause = page.heads[head]
    if page.relations[head] != "nsubj" or clause < 0 or page.relations[clause] not in _TOLD:
        return False
    over = page.heads[clause]
    first = turned_from(page, over) if over >= 0 else None
    return page.heads[word] == (over if first is None else first) and page.relations[word] == "nsubj"


def _subject(page: Page, word: int) -> bool:
    """Whether a word is a subject, or the name beside one: "the envoy, Ana Bly, said"."""
    above = page.heads[word]
    beside = page.relations[word] == "appos" and above >= 0 and page.relations[above] == "nsubj"
    return beside or page.relations[word] == "nsubj"


def _agrees(form: str, mention: Mention) -> bool:
    if form in HE:
        return mention.person is not False and not mention.plural and mention.gender in (None, HE[form])
    if form in IT:
        return mention.person is not True and not mention.plural
    return mention.plural or (mention.person is False and not mention.pronoun)


def _some_body(form: str, mention: Mention) -> bool:
    """Whether "they" may mean one person of whom no name and no sex is told: "a witness said they saw it"."""
    return form in THEY and mention.name is None and mention.gender is None and not mention.pronoun
