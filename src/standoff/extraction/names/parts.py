"""A name from its words: which are titles, what describes it, whether it is a person's.

Invariant: a name's ``text`` stands in the report at its stretch, and its words are in text order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from standoff.extraction.chains.source_words import names_body, names_side, noun_kind
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.noun_forms import plural, tidy
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.lexicon import word_set
from standoff.extraction.places.lexicon import candidates

OWNING = frozenset(("'s", "’s", "'", "’"))
_MARKS = frozenset((".", ","))
_APART = frozenset(("-", "."))  # joints that may also part a title from a name
_ACRONYM = 6  # letters
LEAST_NAMES = 2  # of a person who is named in full


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a party by name. ``described``: the words that stand with it; ``person``: ``None`` if open."""

    head: int
    at: Stretch
    text: str
    tokens: tuple[str, ...]
    described: tuple[int, ...]
    person: bool | None
    entity: str | None


def make_name(page: Page, first: int, last: int) -> Name | None:
    """The name that a run of words makes; ``None`` when they only name an office."""
    inside = range(first, last)
    head = next((word for word in inside if page.heads[word] not in inside), first)
    entity = page.entity_labels.get(head)
    body = entity == "organization" and called_body(page, Stretch(first, last), head)
    start = first if body else first + _titles(page, first, last)  # "the rights group Witness Vale"
    none = _untelling() | _MARKS
    tokens = tuple([form for form in page.forms[start:last] if form not in none])
    if not tokens or all(token.rstrip(".") in _before_names() for token in tokens):
        return None  # "the District Attorney" is a role
    if page.shouted and len(tokens) == 1 and noun_kind(tokens[0]) is not None:
        return None  # "THE ARMY", which no capital sets apart
    opens = first == page.bounds[page.sentence[first]].first
    if opens and len(tokens) == 1 and plural(tokens[0]) and noun_kind(tokens[0]) is not None:
        return None  # "Organisers said"
    if entity == "person" and (_is_acronym(page, start, last) or _is_office(page, head, last)):
        entity = None  # the model takes a body that it does not know for a person
    at = Stretch(start, last)
    text = tidy(page.quote(at))
    kind = noun_kind(tokens[-1])
    person = True if entity == "person" or start > first else None
    if entity not in (None, "person") or (
        (
            kind in ("official", "media", "organisation")
            or names_side(tokens[-1])
            or _is_office(page, head, last)
        )
        and entity is None
        and start == first
    ):
        person = False
    described = tuple(range(first, start)) + _described(page, head, first, last)
    if page.forms[last : last + 2] == [",", "which"] or _said_to_be_body(page, head, last):
        person = False  # "Coal Path, which sent medics, said", "Coal Path, a separatist group"
    after = _nouns_after(page, last)
    if after > last and _is_body(page, after - 1, acronym=_is_acronym(page, start, last)):
        # "the Red Heron group", "the NWA news agency"
        person, described = False, (*described, *range(last, after))
    if person is None and any(page.forms[word].rstrip(".") in title_words() for word in described):
        person = True
    return Name(head, at, text, tokens, described, person, entity)


def called_body(page: Page, at: Stretch, head: int) -> bool:
    """Whether the noun right before a name says that it is a body: "the press freedom group Clear Voice", "the bank,
    First Heritage,"."""
    noun = at.first - 1
    noun -= noun > 0 and page.forms[noun] == "," == page.forms[min(at.last, len(page) - 1)]
    said = noun >= 0 and page.tags[noun] in NOUNS and not page.named(noun)
    if not said or page.forms[noun] not in word_set("sources", "reference", "body"):
        return False
    return at.holds(page.heads[noun]) or page.heads[head] == noun


def _said_to_be_body(page: Page, head: int, last: int) -> bool:
    """Whether a noun set off behind a name says that it is a body: "Red Heron, a separatist group,"."""
    if page.forms[last : last + 1] != [","]:
        return False
    beside = (kid for kid in page.children[head] if kid > last and page.relations[kid] == "appos")
    bodies = word_set("sources", "reference", "body")
    return any(page.forms[kid] in bodies and page.tags[kid] == "NOUN" for kid in beside)


def _is_body(page: Page, noun: int, *, acronym: bool) -> bool:
    """Whether a noun after a name says what body that is, not of what land: "Ostranian defence ministry"."""
    pair = f"{page.forms[noun - 1]} {page.forms[noun]}"
    office = (noun_kind(pair) or noun_kind(page.forms[noun])) == "official" and page.forms[noun] != "agency"
    return page.forms[noun] in word_set("sources", "reference", "body") and (acronym or not office)


def _is_office(page: Page, head: int, last: int) -> bool:
    """Whether a name begins with what a body is: "Administration for the Protection of Forests"."""
    return names_body(page.forms[head]) and head + 1 < last and page.forms[head + 1] in ("of", "for")


def _is_acronym(page: Page, first: int, last: int) -> bool:
    """Whether a name is one word of a few capitals, in a text that has small letters too."""
    word = page.words[first]
    return (
        last - first == 1
        and 2 <= len(word) <= _ACRONYM
        and word.isalpha()
        and word.isupper()
        and not page.shouted
    )


def _nouns_after(page: Page, last: int) -> int:
    """The word after the common nouns that follow a name at once."""
    at = page.bounds[page.sentence[last - 1]]
    while last < at.last and page.tags[last] in NOUNS and not page.named(last):
        last += 1
    return last


def _titles(page: Page, first: int, last: int) -> int:
    """How many leading words are no part of a person's name: all up to the last title, when a name is left."""
    cut = 0
    for at in range(first, last - 1):
        if page.forms[at].rstrip(".") in _before_names() and not _begins_body(page, at):
            cut = at + 1 - first
            if page.forms[at + 1] == ".":
                cut += 1
            elif page.forms[at + 1] == "of":
                cut = _past_portfolio(page, at + 1, last) - first
    if first + cut == last - 1 and (names_body(page.forms[last - 1]) or page.tags[last - 1] == "ADV"):
        return 0  # "Justice Department", "King County", "Justice Now"
    return cut if first + cut < last and page.forms[first + cut] not in joints() - _APART else 0


def _begins_body(page: Page, at: int) -> bool:
    """Whether a title and the word after it are what a body is called: "General Staff"."""
    return names_body(" ".join(page.forms[at : at + 2]))


def _past_portfolio(page: Page, of: int, last: int) -> int:
    """The word after "of State", "of Public Health" and the like, or after the place that an office is of, where its
    holder's whole name comes right after: "Mayor of New York City [Ana Bly]"."""
    at = of + 1
    while at < last and page.forms[at] in person_words("portfolios") | _untelling():
        at += 1
    ends = range(last - LEAST_NAMES, at, -1)
    return next((end for end in ends if candidates(" ".join(page.forms[at:end]))), at)


def _described(page: Page, head: int, first: int, last: int) -> tuple[int, ...]:
    """Words around a name that describe it: nouns before it, an apposition after or around it."""
    found: list[int] = []
    for child in page.children[head]:
        relation = page.relations[child]
        if relation == "appos" or (relation in ("compound", "amod", "flat", "nmod") and child < first):
            at = noun_phrase(page, child)
            found += [
                word for word in range(at.first, min(at.last, at.first + 12)) if not first <= word < last
            ]
    above = page.heads[head]
    if above >= 0 and page.relations[head] in ("appos", "flat") and page.tags[above] in NOUNS:
        at = noun_phrase(page, above)
        found += [word for word in range(max(at.first, at.last - 12), at.last) if not first <= word < last]
    return tuple(sorted(set(found)))


def title_words() -> frozenset[str]:
    """Titles and offices that stand before names, without stops."""
    return person_words("titles")


@cache
def _before_names() -> frozenset[str]:
    return title_words() | person_words("qualifiers")


def joints() -> frozenset[str]:
    """What may stand between the words of a name: "of", "and", "de"."""
    return word_set("sources", "grammar", "joints")


def _untelling() -> frozenset[str]:
    """Words of a name by which no other mention is known as the same."""
    return word_set("sources", "grammar", "untelling")


def person_words(key: str) -> frozenset[str]:
    """One list of words that stand with names of people: "titles", "qualifiers", "portfolios", "female", "male"."""
    return word_set("sources", "person", key)


def in_one_name(page: Page, one: int, other: int) -> bool:
    """Whether the model reads both words as one party, and the other as none of its own."""
    held = page.entities_at.get(other, ())
    return bool(held) and all(at.holds(one) for at in held)
