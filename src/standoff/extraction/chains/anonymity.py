"""Who asked not to be named, or was granted it: of the parties of a sentence the one that its words belong to.

Invariant: the answer depends on the trees of two sentences and on the lexicon alone; where the tree does not tell whose
words they are, they are anybody's.
"""

from __future__ import annotations

from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.source_words import collective, listed
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.names.definite import is_definite, reference_nouns
from standoff.extraction.names.meant import HE, THEY
from standoff.extraction.names.nouns import head_noun, is_plural

_CLAUSES = frozenset(("acl", "advcl", "parataxis", "ccomp"))
_PHRASES = frozenset(("nmod", "appos", "flat", "compound"))
_PEOPLE = THEY.union(HE)


def is_anonymous(page: Page, *words: int) -> bool:
    """Whether in the sentence of one of the words, which stand for one party, or in the next by what points back to
    it, that party's anonymity is told."""
    sentences = {page.sentence[word] for word in words}
    told = [owner for at, owner in _owners(page) if page.sentence[at] in sentences]
    if any(owner is None or not _phrases_on(page, owner).isdisjoint(words) for owner in told):
        return True
    return any(_is_of_speaker(page, who, word) for _, who in _asked(page) for word in words)


@once
def _asked(page: Page) -> list[tuple[int, int]]:
    """The last word of each telling of anonymity whose subject points back to somebody, with that: "[he] asked not to
    be named", "[the officer] spoke on condition of anonymity"."""
    found = ((word, _subject(page, word)) for word in _tellings(page))
    others = listed("identification", "called_by")
    told = [(word, who) for word, who in found if who is not None and page.forms[who] not in others]
    return [(word, who) for word, who in told if page.forms[who] in _PEOPLE or is_definite(page, who)]


def _subject(page: Page, word: int) -> int | None:
    """The nearest subject over a word; over whose name it is, who asks: "[he] asked that his name not be used"."""
    over = [word, *page.above(word)]
    subjects = (page.child(above, "nsubj") for above in over if page.tags[above] == "VERB")
    found = [who for who in subjects if who is not None]
    if found and page.forms[found[0]] in listed("identification", "called_by"):
        asking = listed("identification", "asking")
        return next((who for who in found[1:] if page.forms[page.heads[who]] in asking), found[0])
    return next(iter(found), None)


def _is_of_speaker(page: Page, who: int, word: int) -> bool:
    """Whether a pronoun or a noun with "the" means a word of the sentence before, the subject of its outermost
    telling."""
    if page.sentence[who] - page.sentence[word] != 1 or page.relations[word] != "nsubj":
        return False
    if any(page.forms[above] in verbs() for above in page.above(word) if above != page.heads[word]):
        return False
    noun, several = head_noun(page, word), is_plural(page, word)
    if page.forms[who] in _PEOPLE:
        body = collective(noun) or noun in reference_nouns("body")
        return not body and several == (page.forms[who] in THEY)
    return head_noun(page, who) == noun and several == is_plural(page, who)


def tells_anonymity(page: Page, at: Stretch) -> bool:
    """Whether words say of the one who spoke that he asked not to be named: "[he asked not to be named]"."""
    return any(at.holds(word) for word, _ in _asked(page))


def explains_anonymity(page: Page, word: int) -> bool:
    """Whether a word hangs on what tells that somebody asked not to be named: "asked not to be named because he
    [feared] reprisals"."""
    return page.heads[word] in _of_tellings(page)


@once
def _of_tellings(page: Page) -> frozenset[int]:
    """The words of all tellings of anonymity up to the verb of who asked for it or spoke so."""
    found: set[int] = set()
    for word in _tellings(page):
        for over in (word, *page.above(word)):
            found.add(over)
            if page.tags[over] == "VERB" and page.relations[over] != "xcomp":
                break
    return frozenset(found)


@once
def _owners(page: Page) -> list[tuple[int, int | None]]:
    """The last word of each telling of anonymity, with whose it is where the tree tells that."""
    return [(word, _owner(page, word)) for word in _tellings(page)]


def _tellings(page: Page) -> list[int]:
    """The last words of all phrases by which anonymity is told."""
    found: set[int] = set()
    for phrase in listed("identification", "anonymity"):
        forms = phrase.split()
        starts = page.by_form[forms[0]] if page.vocabulary.issuperset(forms) else ()
        found.update(at + len(forms) - 1 for at in starts if page.forms[at : at + len(forms)] == forms)
    return sorted(found)


def _owner(page: Page, word: int) -> int | None:
    """The noun that a clause with the word hangs on, or the subject of its verb, whichever is nearer."""
    below = word
    for above in (word, *page.above(word)):
        if page.tags[above] in NOUNS and page.relations[below] in _CLAUSES and below != above:
            return above
        who = page.child(above, "nsubj") if page.tags[above] == "VERB" else None
        if who is not None and page.forms[who] in listed("identification", "called_by"):
            who = next(
                (kid for kid in page.children[who] if kid < who and page.relations[kid] == "nmod"), None
            )
        if who is not None and page.tags[who] in NOUNS:
            return who
        below = above
    return None


def _phrases_on(page: Page, noun: int) -> frozenset[int]:
    """A noun with those whose phrases it stands in: "an [official] in the [ministry] who"."""
    found = [noun]
    while page.relations[found[-1]] in _PHRASES and page.tags[page.heads[found[-1]]] in NOUNS:
        found.append(page.heads[found[-1]])
    return frozenset(found)
