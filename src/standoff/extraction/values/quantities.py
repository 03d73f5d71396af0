"""From the words of a count or toll to its interval and party: which of its numbers and phrases is meant.

Invariant: where both ends are there, ``low <= high``; nothing is taken from outside the stretch but a bound right
before its number ("at least") and the marks that tell an age or a year. The intervals are those of the claims guide
("at least six" 6 and up, "dozens" 24 and up).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.phrases import (
    HYPHENS,
    Phrase,
    is_several,
    noun_phrases,
    nouns,
    phrase_at,
)
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.values.cardinals import cardinal, lowered
from standoff.extraction.values.count_lists import list_up_to, with_partners
from standoff.extraction.values.counts import SEVERAL, Count, Sentence, of_numeral, of_phrase
from standoff.extraction.values.numeral import Numeral
from standoff.extraction.values.numerals import begin_of, find_numerals
from standoff.extraction.values.parties import spoken
from standoff.records import TOLL_SLOTS, Quantity
from standoff.records.explanation import Reason

_PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being", "get", "got"])
_OWNS = frozenset(["'s", "’s", "'"])
_ASKING = ("how", "many")
_NEAR = 4  # words before a number in which a verb such as "killing" speaks of it


def reasoned_quantity(
    words: Sequence[str], first: int, last: int, slot: str, tags: Sequence[str]
) -> tuple[Quantity, tuple[Reason, ...]] | None:
    """The number that words ``first`` up to but not ``last`` say, for a count or toll slot, with what decided.

    ``tags`` are universal part-of-speech names, one a word. ``None`` when the words hold neither a number nor anyone
    who could be counted ("were also killed"): the count is then that of the antecedent.
    """
    if not 0 <= first < last <= len(words):
        return None
    first = begin_of(words, first, last)
    text = Sentence(words, lowered(words), tags, first, last)
    found = _count(text, slot)
    if found is None:
        return None
    if slot in TOLL_SLOTS:
        return Quantity("toll", found.low, found.high, found.approx, found.party), found.why
    return Quantity("count", found.low, found.high, found.approx), found.why


def _count(text: Sentence, slot: str) -> Count | None:
    if _is_asked(text):
        return None
    found = find_numerals(text.words, text.first, text.last)
    numerals = [n for n in found if not _is_aside(text, n) and not _counts_wounds(text, n, slot)]
    numerals = [n for n in numerals if not _is_put_right(text, n, found)]
    if numerals:
        chosen = of_numeral(text, _chosen(text, numerals, slot))
        if slot in TOLL_SLOTS and (owner := _owner(text, chosen)) is not None:
            return owner
        return list_up_to(text, chosen) or with_partners(text, chosen)
    ages = _ages(text)
    if ages:
        return ages
    phrase = _counted_phrase(text)
    if phrase is None:
        return None
    counted = of_phrase(text, phrase)
    if phrase.last - phrase.first == 1 and text.lower[phrase.head].isdigit():
        counted = replace(counted, party=None)  # an age stands for whom it is told of: "his wife, [57], died"
    return (_owner(text, counted) if slot in TOLL_SLOTS else None) or with_partners(text, counted)


def _is_asked(text: Sentence) -> bool:
    """Whether a number is only asked for: "it is not clear [how many people died]"."""
    before = max(0, text.first - 1)
    return _ASKING in (text.lower[before : before + 2], text.lower[text.first : text.first + 2])


def _owner(text: Sentence, limbs: Count) -> Count | None:
    """Whose limbs are counted, where no people are: "two of his fingers", "three of the guard's toes"; "lost an eye"
    is told of one."""
    if limbs.party is None or limbs.party.lower().rpartition(" ")[2] not in nouns("limbs"):
        return None
    why = (Reason("whose limbs are told of", "parties.toml: nouns.limbs"),)
    pronouns = section("parties", "pronouns")
    for at in range(limbs.first, limbs.last):
        if text.lower[at] in pronouns["one"]:
            return Count(1, 1, False, limbs.first, limbs.last, None, why)
        if text.lower[at] in pronouns["several"]:
            return Count(*SEVERAL, False, limbs.first, limbs.last, None, why)
        if text.lower[at] in _OWNS:
            owners = noun_phrases(text.words, text.tags, text.first, at)
            return replace(of_phrase(text, owners[-1]), why=why) if owners else None
    lost = text.lower[text.first] in section("parties", "parts")["losing"]
    return Count(1, 1, False, limbs.first, limbs.last, None, why) if lost else None


def _is_aside(text: Sentence, numeral: Numeral) -> bool:
    """ "the boy was hit in the 400 block": a number after "in" when someone who could be counted comes before; so is
    the "four" of "a mother of four" and of "mother-of-four Ana Bly", and the age of "a woman of 27"."""
    before = tuple(word for word in text.lower[text.first : numeral.first] if word not in HYPHENS)
    if before[-1:] == ("of",) and before[-2:-1] and before[-2] in nouns("parents") | nouns("aged"):
        return True
    before = text.lower[text.first : numeral.first]
    if before[-1:] == ("the",):
        before = before[:-1]
    if not before or before[-1] not in section("parties", "parts")["aside"]:
        return False
    phrases = noun_phrases(text.words, text.tags, text.first, text.first + len(before) - 1)
    return bool(phrases) and text.lower[phrases[0].head] not in nouns("harm") | nouns("uncounted")


def _is_put_right(text: Sentence, numeral: Numeral, found: Sequence[Numeral]) -> bool:
    """Whether a number is said not to be the one, which stands before or after it: "one man, not two"."""
    denied = numeral.first > text.first and text.lower[numeral.first - 1] == "not"
    return denied and (numeral.first - 1 > text.first or numeral is not found[-1])


def _counts_wounds(text: Sentence, numeral: Numeral, slot: str) -> bool:
    """ "Two gunshot wounds", "shot several times": what one person has, or how often, and not how many they are."""
    phrase = phrase_at(text.lower, text.tags, numeral.last, text.last) if slot in TOLL_SLOTS else None
    if phrase is None or text.lower[phrase.head] not in nouns("marks"):
        return False
    return "VERB" not in text.tags[phrase.first : phrase.head]  # not "two men both suffered wounds"


def _chosen(text: Sentence, numerals: Sequence[Numeral], slot: str) -> Numeral:
    """The number that the slot's own words stand nearest to; the first one when nothing tells."""
    numerals = _wholes(text, numerals)
    numerals = [numeral for numeral in numerals if not _is_beside(text, numeral)] or numerals
    if len(numerals) == 1:
        return numerals[0]
    return max(enumerate(numerals), key=lambda pair: (_fit(text, numerals, pair[0], slot), -pair[0]))[1]


def _is_beside(text: Sentence, numeral: Numeral) -> bool:
    """Whether a preposition before a number ties it to something else: "12 men from various groups"."""
    return numeral.first > text.first and text.tags[numeral.first - 1] == "ADP"


def _wholes(text: Sentence, numerals: Sequence[Numeral]) -> Sequence[Numeral]:
    """The numbers that are no part of the first one: "32 others, including 25 policemen" is 32."""
    parts = section("parties", "parts")["words"]
    after = next((at for at in range(numerals[0].last, text.last) if text.lower[at] in parts), text.last)
    return [numeral for numeral in numerals if numeral.first < after]


def _fit(text: Sentence, numerals: Sequence[Numeral], index: int, slot: str) -> int:
    start, end = numerals[index].first, numerals[index].last
    begins = numerals[index - 1].last if index else text.first
    stops = numerals[index + 1].first if index + 1 < len(numerals) else text.last
    score = 0
    for toll in TOLL_SLOTS:
        cues = section("parties", "tolls")[toll]
        before = any(word in cues for word in text.lower[max(begins, start - _NEAR) : start])
        after = any(word in cues for word in text.lower[end:stops])
        score += (2 if toll == slot else -1) * (before or after)
    return score


def _counted_phrase(text: Sentence) -> Phrase | None:
    """Whom a stretch without a number is about: the object of its deed, else the first noun phrase that is a party."""
    phrases = noun_phrases(text.words, text.tags, text.first, text.last)
    deed = _deed(text)
    after = [phrase for phrase in phrases if deed is not None and _is_object(text, phrase, deed)]
    wounds = False
    told = [who for phrase in phrases if (who := _told_of(text, phrase))]
    for phrase in (*after, *told, *phrases):
        counted = _inside_harm(text, phrase)
        aged = text.lower[counted.first] in word_set("numbers", "traps", "ages")
        wounds = _is_wound(text, phrase, told=wounds)
        if (
            not aged
            and not wounds
            and not _is_nobody(text, counted)
            and text.lower[counted.head] not in nouns("uncounted")
        ):
            return counted
    return None


def _told_of(text: Sentence, phrase: Phrase) -> Phrase | None:
    """Whom something tells of, where a clause on him begins: "an autopsy showed [Jan Ott] had been killed"."""
    at = phrase.first + (text.tags[phrase.first] == "VERB")
    who = phrase_at(text.lower, text.tags, at, text.last) if at > text.first else None
    if who is None or who.last >= text.last or text.tags[who.last] != "AUX":
        return None
    return who if text.lower[at - 1] == "that" or text.lower[at - 1] in verbs() else None


def _is_wound(text: Sentence, phrase: Phrase, *, told: bool) -> bool:
    """Whether a phrase is what a person has; after such a one also what it is in, and how it is: "a cut in [the head]",
    "her face was [swollen]"."""
    if text.lower[phrase.head] in nouns("wounds"):
        return True
    return told and (text.lower[phrase.head] in nouns("wounded") or text.tags[phrase.head] == "ADJ")


def _is_nobody(text: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase only tells how something is, who did it, or where somebody died: "was much [higher]", "killed by
    [police]", "died at [the scene]"."""
    lone = phrase.last - phrase.first == 1 and text.tags[phrase.head] == "ADJ"
    state = lone and text.words[phrase.head].islower() and text.lower[phrase.head] not in nouns("plural")
    before = text.lower[max(text.first, phrase.first - 2) : phrase.first]
    aside = before[-1:] and before[-1] in section("parties", "parts")["aside"]
    where = aside and before[0] in section("tolls", "killed")["befalls"]
    return bool(state or where) or before[-1:] == ("by",)


def _is_object(text: Sentence, phrase: Phrase, deed: int) -> bool:
    """Whether a phrase is whom the deed was done to: "held a guard", not "held hostage"."""
    return phrase.first == deed + 1 and (
        phrase.first < phrase.head or text.lower[phrase.head] not in nouns("fates")
    )


def _deed(text: Sentence) -> int | None:
    """The word "killing", "arrested" … that has its object right after it."""
    cues = {word for toll in TOLL_SLOTS for word in section("parties", "tolls")[toll]}
    for at in range(text.first, text.last - 1):
        passive = at > text.first and text.lower[at - 1] in _PASSIVE
        if text.lower[at] in cues and text.tags[at] == "VERB" and not passive:
            return at
    return None


def _inside_harm(text: Sentence, phrase: Phrase) -> Phrase:
    """The phrase itself, or what the "of" of "death of" holds."""
    if text.lower[phrase.head] not in nouns("harm") or text.lower[phrase.head] in nouns("plural"):
        return phrase
    if phrase.last + 1 < text.last and text.lower[phrase.last] == "of":
        return phrase_at(text.lower, text.tags, phrase.last + 1, text.last) or phrase
    return phrase


def _ages(text: Sentence) -> Count | None:
    """ "5- and 8-year-old boys": as many as there are ages."""
    found = [at for at in range(text.first, text.last) if _opens_age(text, at)]
    units = section("parties", "ages")["units"]
    end = next((at for at in range(text.last - 1, text.first, -1) if text.lower[at] in units), None)
    if len(found) < 2 or end is None or found[-1] > end:
        return None
    phrase = next((p for p in noun_phrases(text.words, text.tags, end, text.last)), None)
    if phrase is None or not is_several(text.words, text.tags, phrase):
        return None
    party = spoken(text.words, phrase.head, phrase.last)
    why = (Reason("as many as ages are told", "parties.toml: ages.units"),)
    return Count(len(found), len(found), False, found[0], phrase.last, party, why)


def _opens_age(text: Sentence, at: int) -> bool:
    joined = text.lower[at + 1 : at + 2]
    return cardinal(text.lower, at, at + 1) is not None and bool(joined) and joined[0] in HYPHENS
