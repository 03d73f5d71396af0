"""From the words of a count or toll to its interval and party.

Invariant: where both ends are there, ``low <= high``; nothing is taken from outside the stretch but a bound right
before its number ("at least") and the marks that tell an age or a year. The intervals are those of the claims guide
("at least six" 6 and up, "dozens" 24 and up).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.extraction.cardinals import cardinal, lowered
from standoff.extraction.lexicon import section
from standoff.extraction.numerals import Numeral, begin_of, find_numerals
from standoff.extraction.parties import party_after, party_of, spoken
from standoff.extraction.phrases import (
    HYPHENS,
    Phrase,
    guess_tags,
    is_several,
    noun_phrases,
    nouns,
    phrase_at,
)
from standoff.records import TOLL_SLOTS, Quantity
from standoff.records.explanation import Reason

_NEGATIONS = frozenset(["not", "n't", "never", "nor", "cannot"])
_PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being", "get", "got"])
_SEVERAL = (2, None)
_LONGEST = 12  # words that a number expression may have
_LIST = 60  # words before a number in which a list may begin; bounds the work on endless text
_NEAR = 4  # words before a number in which a verb such as "killing" speaks of it


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words in three forms, and the stretch asked for."""

    words: Sequence[str]
    lower: tuple[str, ...]
    tags: Sequence[str]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Count:
    """An interval, the words that say it and whom it counts, and what decided it."""

    low: int | None
    high: int | None
    approx: bool
    first: int
    last: int
    party: str | None
    why: tuple[Reason, ...]


def read_quantity(
    words: Sequence[str], first: int, last: int, slot: str, tags: Sequence[str] | None = None
) -> Quantity | None:
    """The number that words ``first`` up to but not ``last`` say, for a count or toll slot.

    ``tags`` are universal part-of-speech names, one a word; without them closed word classes stand in. ``None`` when
    the words hold neither a number nor anyone who could be counted ("were also killed"): the count is then that of
    the antecedent.
    """
    found = reasoned_quantity(words, first, last, slot, tags)
    return found[0] if found else None


def reasoned_quantity(
    words: Sequence[str], first: int, last: int, slot: str, tags: Sequence[str] | None = None
) -> tuple[Quantity, tuple[Reason, ...]] | None:
    """As `read_quantity`, with what decided."""
    if not 0 <= first < last <= len(words):
        return None
    first = begin_of(words, first, last)
    text = _Sentence(words, lowered(words), tags or guess_tags(words), first, last)
    found = _count(text, slot)
    if found is None:
        return None
    if slot in TOLL_SLOTS:
        return Quantity("toll", found.low, found.high, found.approx, found.party), found.why
    return Quantity("count", found.low, found.high, found.approx), found.why


def _count(text: _Sentence, slot: str) -> _Count | None:
    found = find_numerals(text.words, text.first, text.last)
    numerals = [numeral for numeral in found if not _is_aside(text, numeral)]
    if numerals:
        chosen = _of_numeral(text, _chosen(text, numerals, slot))
        return _list_up_to(text, chosen) or _with_partners(text, chosen)
    ages = _ages(text)
    if ages:
        return ages
    phrase = _counted_phrase(text)
    return _with_partners(text, _of_phrase(text, phrase)) if phrase else None


def _is_aside(text: _Sentence, numeral: Numeral) -> bool:
    """ "the boy was hit in the 400 block": a number after "in" when someone who could be counted comes before; so is
    the "four" of "a mother of four"."""
    before = text.lower[text.first : numeral.first]
    if before[-1:] == ("of",) and phrase_at(text.lower, text.tags, numeral.last, text.last) is None:
        owner = noun_phrases(text.words, text.tags, text.first, numeral.first - 1)[-1:]
        return bool(owner) and text.lower[owner[0].head] in nouns("parents")
    if before[-1:] == ("the",):
        before = before[:-1]
    if not before or before[-1] not in section("parties", "parts")["aside"]:
        return False
    phrases = noun_phrases(text.words, text.tags, text.first, text.first + len(before) - 1)
    return bool(phrases) and text.lower[phrases[0].head] not in nouns("harm")


def _chosen(text: _Sentence, numerals: Sequence[Numeral], slot: str) -> Numeral:
    """The number that the slot's own words stand nearest to; the first one when nothing tells."""
    numerals = _wholes(text, numerals)
    numerals = [numeral for numeral in numerals if not _is_beside(text, numeral)] or numerals
    if len(numerals) == 1:
        return numerals[0]
    return max(enumerate(numerals), key=lambda pair: (_fit(text, numerals, pair[0], slot), -pair[0]))[1]


def _is_beside(text: _Sentence, numeral: Numeral) -> bool:
    """Whether a preposition before a number ties it to something else: "12 men from various groups"."""
    return numeral.first > text.first and text.tags[numeral.first - 1] == "ADP"


def _wholes(text: _Sentence, numerals: Sequence[Numeral]) -> Sequence[Numeral]:
    """The numbers that are no part of the first one: "32 others, including 25 policemen" is 32."""
    parts = section("parties", "parts")["words"]
    after = next((at for at in range(numerals[0].last, text.last) if text.lower[at] in parts), text.last)
    return [numeral for numeral in numerals if numeral.first < after]


def _fit(text: _Sentence, numerals: Sequence[Numeral], index: int, slot: str) -> int:
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


def _of_numeral(text: _Sentence, numeral: Numeral) -> _Count:
    low, high = numeral.low, numeral.high
    at = numeral.last
    while (
        at < text.last
        and text.lower[at] in ("more", "other", "others")
        and text.lower[at + 1 : at + 2] == ("of",)
    ):
        at += 1
    party = party_after(text.words, text.tags, at, text.last)
    phrase = _phrase_after(text, at)
    last = phrase.last if phrase else numeral.last
    return _Count(low, high, numeral.approx, numeral.first, last, party, _told_by(text, numeral))


def _told_by(text: _Sentence, numeral: Numeral) -> tuple[Reason, ...]:
    said = f"the number “{spoken(text.words, numeral.first, numeral.last)}”"
    if not numeral.entries:
        return (Reason(f"{said}, in figures"),)
    return tuple(Reason(said, f"numbers.toml: {entry}") for entry in numeral.entries)


def _phrase_after(text: _Sentence, at: int) -> Phrase | None:
    if text.lower[at : at + 1] == ("of",):
        at += 1
    return phrase_at(text.lower, text.tags, at, text.last)


def _of_phrase(text: _Sentence, phrase: Phrase) -> _Count:
    low, high = _SEVERAL if is_several(text.words, text.tags, phrase) else (1, 1)
    if _is_negated(text, phrase):
        low, high = 0, 0
    end = phrase.last
    party = party_of(text.words, text.tags, phrase, text.last)
    said = spoken(text.words, phrase.first, phrase.last)
    many = {0: "nobody", 1: "one"}.get(low, "several, two or more")
    return _Count(low, high, False, phrase.first, end, party, (Reason(f"no number: “{said}” is {many}"),))


def _is_negated(text: _Sentence, phrase: Phrase) -> bool:
    """ "had not arrested a suspect": none."""
    opener = text.lower[phrase.first]
    return opener in ("a", "an", "any", "anyone", "anybody") and any(
        word in _NEGATIONS for word in text.lower[text.first : phrase.first]
    )


def _counted_phrase(text: _Sentence) -> Phrase | None:
    """Whom a stretch without a number is about: the object of its deed, else the first noun phrase that is a party."""
    phrases = noun_phrases(text.words, text.tags, text.first, text.last)
    deed = _deed(text)
    after = [phrase for phrase in phrases if deed is not None and _is_object(text, phrase, deed)]
    for phrase in (*after, *phrases):
        if text.lower[phrase.head] not in nouns("wounds"):
            return _inside_harm(text, phrase)
    return None


def _is_object(text: _Sentence, phrase: Phrase, deed: int) -> bool:
    """Whether a phrase is whom the deed was done to: "held a guard", not "held hostage"."""
    return phrase.first == deed + 1 and (
        phrase.first < phrase.head or text.lower[phrase.head] not in nouns("fates")
    )


def _deed(text: _Sentence) -> int | None:
    """The word "killing", "arrested" … that has its object right after it."""
    cues = {word for toll in TOLL_SLOTS for word in section("parties", "tolls")[toll]}
    for at in range(text.first, text.last - 1):
        passive = at > text.first and text.lower[at - 1] in _PASSIVE
        if text.lower[at] in cues and text.tags[at] == "VERB" and not passive:
            return at
    return None


def _inside_harm(text: _Sentence, phrase: Phrase) -> Phrase:
    """The phrase itself, or what the "of" of "death of" holds."""
    if text.lower[phrase.head] not in nouns("harm") or text.lower[phrase.head] in nouns("plural"):
        return phrase
    if phrase.last + 1 < text.last and text.lower[phrase.last] == "of":
        return phrase_at(text.lower, text.tags, phrase.last + 1, text.last) or phrase
    return phrase


def _ages(text: _Sentence) -> _Count | None:
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
    return _Count(len(found), len(found), False, found[0], phrase.last, party, why)


def _opens_age(text: _Sentence, at: int) -> bool:
    joined = text.lower[at + 1 : at + 2]
    return cardinal(text.lower, at, at + 1) is not None and bool(joined) and joined[0] in HYPHENS


def _with_partners(text: _Sentence, count: _Count) -> _Count:
    """The sum over a list: "eight women, a girl and four men" 13, "a man and a woman" 2."""
    items, at, closed = [count], count.last, False
    while at < text.last and not closed:
        joined = _joint(text, at)
        item = _item(text, joined) if joined > at else None
        if item is None:
            break
        closed = "and" in text.lower[at:joined] or "plus" in text.lower[at:joined]
        items.append(item)
        at = item.last
    return _total(text, items) if closed else count


def _list_up_to(text: _Sentence, count: _Count) -> _Count | None:
    """The sum over a list that begins before a number: "his wife and two sons" 3."""
    begin = max(text.first, count.first - _LIST)
    numbered = [_of_numeral(text, n) for n in find_numerals(text.words, begin, count.first)]
    plain = [_of_phrase(text, p) for p in noun_phrases(text.words, text.tags, begin, count.first)]
    for item in sorted((*numbered, *plain), key=lambda item: item.first):
        total = _with_partners(text, item)
        if total.last >= count.last:
            return total
    return None


def _joint(text: _Sentence, at: int) -> int:
    """The word after "," or "and" or ", and"; ``at`` itself when none of them stands there."""
    end = at
    if end < text.last and text.lower[end] == ",":
        end += 1
    if end < text.last and text.lower[end] in ("and", "plus"):
        end += 1
    return end


def _item(text: _Sentence, at: int) -> _Count | None:
    near = min(text.last, at + _LONGEST)
    numeral = next((n for n in find_numerals(text.words, at, near) if n.first == at), None)
    if numeral:
        return _of_numeral(text, numeral)
    phrase = phrase_at(text.lower, text.tags, at, text.last)
    return _of_phrase(text, phrase) if phrase and text.tags[phrase.head] != "PRON" else None


def _total(text: _Sentence, items: Sequence[_Count]) -> _Count:
    first = items[0]
    counted = [item for item in items if _has_own_count(text, item)]
    party = _list_party(text, items)
    if first.low == 0:
        return first
    why = (Reason("the sum over a list"), *(reason for item in counted for reason in item.why))
    if not counted or (_is_bare_several(items[-1]) and not _has_own_count(text, items[-1])):
        low, high = (first.low, first.high) if _has_own_count(text, first) else _SEVERAL
        return _Count(low, high, first.approx, first.first, items[-1].last, party, why)
    low = None if any(item.low is None for item in counted) else sum(item.low or 0 for item in counted)
    high = None if any(item.high is None for item in counted) else sum(item.high or 0 for item in counted)
    approx = any(item.approx for item in counted)
    return _Count(low, high, approx, first.first, items[-1].last, party, why)


def _has_own_count(text: _Sentence, item: _Count) -> bool:
    """Whether a number, an article of one, an owner or a name tells how many the item is."""
    opener = text.lower[item.first]
    owned = opener in ("a", "an", "another", "one", "his", "her", "my", "their", "our", "its", "the")
    numbered = bool(find_numerals(text.words, item.first, item.last))
    return numbered or (owned and not _is_bare_several(item)) or text.tags[item.last - 1] == "PROPN"


def _is_bare_several(item: _Count) -> bool:
    return (item.low, item.high) == _SEVERAL


def _list_party(text: _Sentence, items: Sequence[_Count]) -> str | None:
    named = [item.party for item in items if item.party]
    return spoken(text.words, items[0].first, items[-1].last) if len(named) > 1 else next(iter(named), None)
