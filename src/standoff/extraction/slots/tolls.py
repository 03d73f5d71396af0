"""Tolls that the tree shows: a word of harm with those whom it befell ("two men were killed", "killing six").

The model learns tolls from few examples; words of harm and their arguments are plain grammar. Invariant: a stretch
holds the whole phrase of those it befell, and the word itself where it stands for one phrase alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from standoff.extraction.grammar.clauses import negation, noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOMINALS
from standoff.extraction.lexicon import section
from standoff.extraction.slots.casualties import is_either, is_sum
from standoff.extraction.slots.nobody_held import nobody_held
from standoff.extraction.slots.shares import shares
from standoff.extraction.slots.told_fates import fate_of, is_unreal
from standoff.extraction.slots.toll_words import shared_fates, toll_uses
from standoff.extraction.slots.undergoers import named_as, undergoers
from standoff.extraction.values.figures import figure_of
from standoff.extraction.values.numerals import find_numerals
from standoff.extraction.values.own_fates import own_fate
from standoff.extraction.values.revisions import Revision, bare_figures, new_tolls, old_alone, revisions
from standoff.extraction.values.rolls import Found, fellows, no_people
from standoff.extraction.values.spreads import spread
from standoff.records import TOLL_SLOTS

_KILLED_OR_HELD = ("killed", "arrested")
_LONGEST = 14  # words; a longer phrase is most often a wrong tree
_BOUND = 4  # words of a number before the one that a phrase begins with: "as many as"
_NEAR = 4  # words between a phrase and its word of harm that are shown with them


def find_tolls(page: Page) -> list[Found]:
    """Slot and stretch of every toll that the tree shows, in text order."""
    found: set[Found] = set()
    uses, things = toll_uses(), no_people(page) - {*page.where(section("tolls", "people")["selves"])}
    for word in page.where(uses):
        for use, slot in uses[page.forms[word]]:
            if use == "under" or not is_unreal(page, word):
                people = [noun for noun in undergoers(page, word, use) if noun not in things - {word}]
                for fate in _fates(page, fate_of(page, use, slot, word, people), word):
                    found.update(_stretches(page, fate, word, people))
    found.update(list(_victims(page, found)))
    found.update(list(fellows(page, found)))
    found.update(list(shares(page, shared_fates())))
    found.update(list(spread(page, found)))
    made = [each for each in revisions(page) if each.slot]
    found = {(slot, old_alone(made, slot, at)) for slot, at in found}
    found.update(list(_revised(made, found)))
    found.update(each for each in new_tolls(page) if not any(each[1].meets(at) for _, at in found))
    found.update(list(_told_on(page, found)))
    found.update(list(nobody_held(page)))
    found = {(slot, figure_of(page, at) or at) for slot, at in found}
    return sorted(found, key=lambda item: (item[1], item[0]))


def _revised(made: Iterable[Revision], found: Iterable[Found]) -> Iterator[Found]:
    """The figures of tolls that are put in place of others, old and new: "lowered the toll to 12 from 15"."""
    known = [at for _, at in found]
    for each in made:
        for at in (each.old, each.new):
            if not any(at.meets(other) for other in known):
                yield each.slot, at


def _told_on(page: Page, found: Iterable[Found]) -> Iterator[Found]:
    """The figures with no word of what befell those counted, each in the slot of the tolls before it in its sentence,
    else of those of the sentence before, where that is one."""
    known = [*found, *((row.label, row.at) for row in page.read_slots if row.label in TOLL_SLOTS)]
    for at in bare_figures(page):
        if any(at.meets(other) for _, other in known):
            continue
        line = page.sentence[at.first]
        own = {slot for slot, other in known if page.sentence[other.first] == line and other.first < at.first}
        before = own or {slot for slot, other in known if page.sentence[other.first] == line - 1}
        if len(before) == 1:
            yield before.pop(), at


def _fates(page: Page, slot: str, word: int) -> Sequence[str]:
    """The slot of a word's use; both of the "killed or captured", of whom one befell."""
    both = slot in _KILLED_OR_HELD and is_either(page, Stretch(word, word + 1), ("arrested",))
    return _KILLED_OR_HELD if both else (slot,)


def _victims(page: Page, found: Iterable[Found]) -> Iterator[Found]:
    """ "The seven victims" were killed where the report so far tells of killed and of no injured people; else "victims"
    tells no fate."""
    known = [*found, *((row.label, row.at) for row in page.read_slots)]
    victims = section("tolls", "people")["victims"]
    for word in page.where(victims):
        further = any(page.forms[kid] in section("tolls", "people")["further"] for kid in page.children[word])
        if page.child(word, "det") is None or further:
            continue
        told = {slot for slot, at in known if at.first < word and slot in ("killed", "injured")}
        line = page.line(page.sentence[word]).forms
        other = any(use != "oneself" for beside in line for use, _ in toll_uses().get(beside, ()))
        if told == {"killed"} and not other:
            counted = page.child(word, "nummod") is not None
            people = [word] if counted else named_as(page, word) if page.relations[word] == "nsubj" else ()
            yield from _stretches(page, "killed", word, people)


def _stretches(page: Page, slot: str, word: int, nouns: Iterable[int]) -> Iterator[Found]:
    """A toll for each phrase of a list; a phrase alone is shown with the word."""
    for noun in nouns if slot else ():
        listed = [(slot, noun_phrase(page, noun)), *_others(page, noun, slot)]
        for fate, at in listed:
            shown = _with_bound(page, at)
            if len(listed) == 1 and _near(shown, word):
                shown = Stretch(min(shown.first, word), max(shown.last, word + 1))
            if shown.last - shown.first <= _LONGEST and not is_sum(page, shown):
                yield fate, shown


def _others(page: Page, noun: int, slot: str) -> Iterator[Found]:
    """The other items of a list that a noun opens, each with its fate."""
    for item in page.children[noun]:
        if _joined(page, item) and item not in no_people(page):
            at = noun_phrase(page, item)
            if fate := own_fate(page, at, slot):
                yield fate, at


def _with_bound(page: Page, phrase: Stretch) -> Stretch:
    """A phrase with all of the number that it begins in: "as many as | five people", wherever the tree hangs that."""
    sentence = page.bounds[page.sentence[phrase.first]]
    line, first = page.line(page.sentence[phrase.first]).words, phrase.first - sentence.first
    for numeral in find_numerals(line, max(0, first - _BOUND), min(len(line), first + 2)):
        if numeral.first < first <= numeral.core:
            return Stretch(numeral.first + sentence.first, phrase.last)
    return phrase


def _near(phrase: Stretch, word: int) -> bool:
    return phrase.first - _NEAR <= word < phrase.last + _NEAR


def _joined(page: Page, word: int) -> bool:
    listed = page.relations[word] == "conj" and page.tags[word] in NOMINALS
    return listed and negation(page, word) is None  # "one man, not two"
