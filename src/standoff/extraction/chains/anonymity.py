"""Who asked not to be named, or was granted it: of the parties of a sentence the one that its words belong to.

Invariant: the answer depends on the sentence's tree and on ``data/sources.toml`` alone; where the tree does not tell
whose words they are, they are anybody's.
"""

from __future__ import annotations

from standoff.extraction.chains.source_words import listed
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tags import NOUNS

_CLAUSES = frozenset(("acl", "advcl", "parataxis", "ccomp"))
_PHRASES = frozenset(("nmod", "appos", "flat", "compound"))


def is_anonymous(page: Page, *words: int) -> bool:
    """Whether in the sentence of one of the words, which stand for one party, that party's anonymity is told."""
    sentences = {page.sentence[word] for word in words}
    told = [owner for at, owner in _owners(page) if page.sentence[at] in sentences]
    return any(owner is None or not _phrases_on(page, owner).isdisjoint(words) for owner in told)


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
