"""Of those whom a fate befell, the numbers of whom something is said: "of the wounded, [23 are pupils]", "[nine of
those killed were girls]", "of the deaths, [34] were recorded in Arden".

They share the fate of those of whom they are part. Invariant: a stretch begins with its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from standoff.extraction.grammar.clauses import has_case
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import VERBS
from standoff.extraction.values.numerals import find_numerals
from standoff.extraction.values.rolls import Found

_THOSE = ("those", "the")
_OF = (["of"], ["among"])


def shares(page: Page, fates: Mapping[str, str]) -> Iterator[Found]:
    """Slot and stretch of every share; ``fates`` are the words for those of whom it may be one, with their slots."""
    for word in page.where(fates):
        if page.forms[word - 1] in _THOSE and page.forms[word - 2 : word - 1] in _OF:
            yield from ((fates[page.forms[word]], at) for at in _number_before(page, word))
        if page.child(word, "det") is not None and has_case(page, word, ("of", "among")):
            told = list(_said_of(page, word)) or list(_number_after(page, word + 1))
            yield from ((fates[page.forms[word]], at) for at in told)


def _said_of(page: Page, word: int) -> Iterator[Stretch]:
    """The numbers of those that are said to be something, each with what: "[23 are pupils] and [five are teachers]"."""
    who = page.heads[word]
    if who <= word:
        return
    for said in (who, *(kid for kid in page.children[who] if page.relations[kid] == "conj")):
        number = page.child(said, "nsubj")
        if number is not None and page.tags[number] == "NUM" and page.child(said, "cop") is not None:
            yield Stretch(number, said + 1)


def _number_before(page: Page, word: int) -> Iterator[Stretch]:
    """The number before those in a state, with what they are said to be: "[nine of the dead were girls]"."""
    number = word - 3
    said = page.heads[number] if number >= 0 and page.tags[number] == "NUM" else -1
    if said > word and page.child(said, "cop") is not None and page.relations[number] == "nsubj":
        yield Stretch(number, said + 1)


def _number_after(page: Page, word: int) -> Iterator[Stretch]:
    """The number at a word, or behind the comma there, of whom a verb tells: it counts nothing else."""
    first, last = page.bounds[page.sentence[word - 1]]
    if word + 1 >= last:
        return
    begin = word + (page.forms[word] == ",") - first
    for numeral in find_numerals(page.line(page.sentence[word - 1]).words, begin, last - first):
        if numeral.first == begin and page.tags[numeral.last + first] in VERBS:
            yield Stretch(numeral.first + first, numeral.last + first)
