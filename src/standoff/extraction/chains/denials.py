"""What a denial denies that names it no more: "the army denied that", "police denied it", "said this was untrue".

The value is that of the clause or sentence before, the words are those that point back to it (gold/DECISIONS.md: a
pronoun can be the quote). "The allegations" are what others told, be it sentences ago, so they repeat nothing that the
outlet tells by itself. Invariant: a denial repeats slots and values of the sentence right before its own, or of what
stands before it in its own, and no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from standoff.extraction.chains.acts import undecided
from standoff.extraction.chains.asides import denied_asides, opens_aside
from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.clauses import negation, noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.extraction.manner.falsehoods import called_false
from standoff.extraction.trace import Point
from standoff.records import TOLL_SLOTS
from standoff.records.explanation import Reason

_DOERS = ("actor", "suspect")
_GOOD = frozenset(("freed", "unharmed"))
_WHY = Reason("what a denial points back to: the sentence before")


def with_denied(page: Page, points: Sequence[Point]) -> list[Point]:
    """The points, with those of the sentence before again at the words by which a denial points back to them."""
    backward = dict.fromkeys([*_backward(page), *_called_false(page), *_asides(page)])
    repeated = [again for at in backward for again in _repeated(page, points, at)]
    said = [
        *(again.at for again in repeated),
        *(at for again in repeated for at in _callings(page, again.at)),
    ]
    kept = [point for point in points if not any(at.covers(point.at) for at in said)]
    return sorted([*kept, *repeated], key=lambda point: point.at.first)


def _callings(page: Page, at: Stretch) -> Iterator[Stretch]:
    """What somebody calls that which he denies, together with that: "termed [the claim propaganda]", "[it was a
    hoax]"."""
    noun = at.last - 1
    verb = page.heads[noun]
    if page.tags[verb] in ("NOUN", "ADJ") and verb > noun:
        yield Stretch(at.first, noun_phrase(page, verb).last)
    for kid in page.children[verb] if verb >= 0 else ():
        false = page.forms[kid] in section("manner", "falsehoods")["words"]
        named = page.relations[kid] == "xcomp" or any(page.forms[mark] == "as" for mark in page.children[kid])
        named = named or (false and page.relations[kid] == "ccomp")
        if named and kid > noun:
            yield Stretch(at.first, max(page.subtree(kid)) + 1)


def _repeated(page: Page, points: Sequence[Point], at: Stretch) -> Iterator[Point]:
    """The charges of the sentence before, else whom it accuses, of "the accusation", else its tolls, which are no
    answer to "denied the charges", else who did it, else what was last seen to happen."""
    if _is_aside(page, at.last - 1) or _is_joined(page, at):
        before = [p for p in points if page.sentence[p.at.first] == page.sentence[at.first] and p.at < at]
    else:
        before = [p for p in points if page.sentence[p.at.first] + 1 == page.sentence[at.first]]
        before = _last_told(page, before) if page.forms[at.last - 1] in ("this", "that", "it") else before
    noun, table = page.forms[at.last - 1], section("cues", "backward")
    if noun in table["wholes"] and not any(_is_told(page, page.sentence[point.at.first]) for point in before):
        return
    charges = [point for point in before if point.slot == "charge"]
    legal = noun in table["charges"] and not opens_aside(page, at.last - 1)
    tolls = [point for point in before if point.slot in TOLL_SLOTS]
    if noun in table["accusing"] and any(point.slot in _GOOD for point in tolls):
        return  # nobody is accused of letting people go
    doers = [point for point in before if point.slot in _DOERS]
    blamed = [point for point in doers if point.slot == "suspect" and noun in table["accusing"]]
    seen = [point for point in before if point.slot == "observation"][-1:]
    for point in charges or ([] if legal else blamed or tolls or doers or seen):
        yield replace(point, at=at, why=(*point.why, _WHY), by_model=False)


def _is_aside(page: Page, noun: int) -> bool:
    """Whether a noun is set beside what was told, by the tree or a comma: "six had died, [a figure] X disputes"."""
    return page.relations[noun] == "appos" or opens_aside(page, noun)


def _is_joined(page: Page, at: Stretch) -> bool:
    """Whether who denies does it in a clause of his own after the one denied: "X said so; [the army] denied it"."""
    verb = page.heads[at.last - 1]
    joined = verb >= 0 and page.relations[verb] in ("conj", "parataxis") and page.heads[verb] < verb
    return joined and page.child(verb, "nsubj") is not None


def _last_told(page: Page, points: Sequence[Point]) -> list[Point]:
    """Of the points of a sentence by which somebody tells one thing and then another, those of the last: "put the toll
    at six and [accused the army of shelling]"."""
    first, last = page.bounds[page.sentence[points[0].at.first]] if points else (0, 0)
    joined = (
        word
        for word in range(last - 1, first, -1)
        if page.relations[word] == "conj" and page.tags[word] == "VERB" and page.forms[word] in verbs()
    )
    begin = next(joined, first - 1)
    return [point for point in points if point.at.first > begin] or list(points)


def _is_told(page: Page, sentence: int) -> bool:
    """Whether somebody tells a sentence, so that "the reports" can point to it."""
    return not _telling().isdisjoint(page.line(sentence).forms)


@cache
def _telling() -> frozenset[str]:
    return frozenset((*verbs(), "according", '"', "“", "”"))


def _backward(page: Page) -> Iterator[Stretch]:
    """The objects of denying that only point back."""
    for verb in page.where(page.vocabulary & verbs().keys()):
        if (pronoun := _belied(page, verb)) is not None:
            yield noun_phrase(page, pronoun)
        if verbs()[page.forms[verb]].act != "denies" or page.tags[verb] != "VERB" or undecided(page, verb):
            continue
        for thing in page.children[verb]:
            if page.relations[thing] in ("obj", "ccomp") and thing > verb and _points_back(page, thing):
                yield noun_phrase(page, thing)


def _called_false(page: Page) -> Iterator[Stretch]:
    """The nouns for what was told just before, where somebody calls that false: "termed [the claim] propaganda"."""
    for verb in page.where(section("manner", "falsehoods")["verbs"]):
        found = called_false(page, verb)
        if found is not None and _points_back(page, found.noun):
            yield noun_phrase(page, found.noun)


def _asides(page: Page) -> Iterator[Stretch]:
    """The nouns of asides by which somebody denies what was just told: "[a toll] X called a lie"."""
    for verb, aside in denied_asides(page):
        if not undecided(page, verb):
            yield noun_phrase(page, aside.noun)


def _belied(page: Page, verb: int) -> int | None:
    """The words that point back to what somebody says is not so: "told X this was not true", "said that was false"."""
    so = page.child(verb, "ccomp")
    if so is None or so < verb or page.tags[verb] != "VERB":
        return None
    subject, table = page.child(so, "nsubj"), section("manner", "falsehoods")
    negated = negation(page, so) is not None
    said = (so, *(kid for kid in page.children[so] if page.relations[kid] == "amod"))  # "a false alarm"
    false = any(page.forms[word] in table["true" if negated else "words"] for word in said)
    return subject if subject is not None and false and _points_back(page, subject) else None


def _points_back(page: Page, thing: int) -> bool:
    """Whether a word is a pronoun or names a telling, with nothing that says which: "it", "the claim"."""
    table = section("cues", "backward")
    beside = [page.relations[child] for child in page.children[thing] if page.relations[child] != "punct"]
    pronoun = page.forms[thing] in table["pronouns"] and not beside
    opened = any(page.forms[child] in table["openers"] for child in page.children[thing])
    return pronoun or (page.forms[thing] in table["nouns"] and opened and set(beside) == {"det"})
