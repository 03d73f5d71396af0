"""Rolls of people: lists of counted items ("nine Danes, seven Japanese and a Turk"), each of which shares its fate.

The model reads some items of a list and misses others; what befell one befell all. Invariant: an item is a number or an
article with its noun, the list is closed by "and", and at least one of its items is a number of two or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import HYPHENS, phrase_at
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.values.cardinals import ARTICLES
from standoff.extraction.values.numeral import Numeral
from standoff.extraction.values.numerals import find_numerals
from standoff.extraction.values.own_fates import own_fate
from standoff.records import TOLL_SLOTS

Found = tuple[str, Stretch]
Item = tuple[Stretch, bool]  # and whether it is a number of two or more

_WHOLE = ("whom", "them")
_CLOSING = ("and", "plus")


def fellows(page: Page, tolls: Iterable[Found]) -> Iterator[Found]:
    """The other items of the lists that tolls (slot and stretch) are items of, each as a toll of that slot."""
    things = no_people(page)
    for sentence, group in groupby(
        sorted(tolls, key=lambda toll: toll[1]), lambda toll: page.sentence[toll[1].first]
    ):
        known, named = list(group), _named(page, sentence)
        for roll in _rolls(page, sentence):
            slots = {slot for slot, at in known if any(at.meets(item) for item in roll)} & named
            for item in roll if len(slots) == 1 else ():
                taken = any(at.meets(item) for _, at in known)
                for slot in () if taken or things.intersection(range(*item)) else slots:
                    if fate := own_fate(page, item, slot):
                        yield fate, item


def parts_of(page: Page, tolls: Iterable[Found]) -> Iterator[Found]:
    """The number "of whom" something else is told, as a toll like the one before it in its sentence, where no fate of
    their own is told: "fifteen were hurt, four of whom are in a critical condition"."""
    known = sorted(tolls, key=lambda toll: (toll[1], toll[0]))
    for word in page.where(_WHOLE):
        if not 2 <= word < len(page) - 1:
            continue
        at, number = Stretch(word - 2, word + 1), page.sentence[word]
        if not _is_part(page, at) or any(at.meets(other) for _, other in known):
            continue
        before = [
            slot for slot, other in known if other.last < at.first and page.sentence[other.first] == number
        ]
        if before and not _fated(page, Stretch(word, page.bounds[number].last)):
            yield before[-1], at


def _is_part(page: Page, at: Stretch) -> bool:
    """Whether words are "four of whom", and what they are is told, not what they do."""
    number, of = at.first, at.first + 1
    part = page.forms[of] == "of" and page.tags[number] == "NUM"
    if at.last >= len(page):
        return False
    stays = page.forms[at.last] in section("parties", "parts")["said_to_be"]
    return part and (stays or page.tags[at.last] in ("ADV", "ADJ"))


def _fated(page: Page, at: Stretch) -> bool:
    words = section("parties", "tolls")
    return any(form in words[slot] for slot in TOLL_SLOTS for form in page.forms[slice(*at)])


@once
def no_people(page: Page) -> frozenset[int]:
    """The heads of phrases that the model takes for no people, whole and in part: times, places, things. "People" and
    "her" always are."""
    kinds, pronouns = word_set("tolls", "people", "never"), section("parties", "pronouns")
    people = {*section("tolls", "people")["always"], *pronouns["one"], *pronouns["several"]}
    return frozenset(
        word
        for (first, last), label, *_ in page.entities
        if label in kinds
        for word in range(first, last)
        if not first <= page.heads[word] < last
        and page.forms[word] not in people
        and page.entity_labels.get(word) != "person"
    )


def _rolls(page: Page, sentence: int) -> Iterator[tuple[Stretch, ...]]:
    """The lists of a sentence, left to right."""
    line, base = page.line(sentence), page.bounds[sentence].first
    if not any(word in _CLOSING for word in line.forms):
        return
    numbers = {numeral.first: numeral for numeral in find_numerals(line.words, 0, len(line.words))}
    run: list[Item] = []
    at = 0
    while at < len(line.forms):
        item = _item(line.forms, line.tags, at, numbers)
        if item is None:
            at += 1
            continue
        joint = line.forms[run[-1][0].last : at] if run else ()
        run = [*run, item] if joint in ((",",), (",", "and"), *((word,) for word in _CLOSING)) else [item]
        if len(run) > 1 and joint[-1] in _CLOSING:
            if any(several for _, several in run):
                yield tuple(Stretch(each.first + base, each.last + base) for each, _ in run)
            run = []
        at = item[0].last


def _item(forms: tuple[str, ...], tags: Sequence[str], at: int, numbers: dict[int, Numeral]) -> Item | None:
    """What a number or an article counts, where a noun follows it outright."""
    numeral = numbers.get(at)
    begin = numeral.last if numeral else at + 1
    if numeral is None and forms[at] not in ARTICLES:
        return None
    dash = next(
        (n - 1 for n in numbers if n > begin and forms[n - 1] in HYPHENS), len(forms)
    )  # "men - six Danes"
    phrase = phrase_at(forms, tags, begin, dash)
    if phrase is None or tags[phrase.head] == "PRON":
        return None
    return Stretch(at, phrase.last), numeral is not None and (numeral.low or numeral.high or 0) > 1


def _named(page: Page, sentence: int) -> set[str]:
    """The tolls that a sentence has words for: without one, what the model reads of an item may be wrong of all."""
    forms = page.line(sentence).forms
    victims = set() if word_set("tolls", "people", "victims").isdisjoint(forms) else {"killed"}
    return victims | {slot for slot in TOLL_SLOTS if not word_set("parties", "tolls", slot).isdisjoint(forms)}
