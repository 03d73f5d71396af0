"""The sum over a list: "eight women, a girl and four men" is 13, "his wife and two sons" 3.

Invariant: a list is summed only where it is closed by "and" and the number of each item that is counted is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.phrases import noun_phrases, phrase_at
from standoff.extraction.values.counts import SEVERAL, Count, Sentence, of_numeral, of_phrase
from standoff.extraction.values.numerals import find_numerals
from standoff.extraction.values.parties import spoken
from standoff.records.explanation import Reason

_LONGEST = 12  # words that a number expression may have
_TWO = 2
_LIST = 60  # words before a number in which a list may begin; bounds the work on endless text


def with_partners(text: Sentence, count: Count) -> Count:
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


def list_up_to(text: Sentence, count: Count) -> Count | None:
    """The sum over a list that begins before a number: "his wife and two sons" 3."""
    begin = max(text.first, count.first - _LIST)
    numbered = [of_numeral(text, n) for n in find_numerals(text.words, begin, count.first)]
    plain = [of_phrase(text, p) for p in noun_phrases(text.words, text.tags, begin, count.first)]
    for item in sorted((*numbered, *plain), key=lambda item: item.first):
        total = with_partners(text, item)
        if total.last >= count.last:
            return total
    return None


def _joint(text: Sentence, at: int) -> int:
    """The word after "," or "and" or ", and"; ``at`` itself when none of them stands there."""
    end = at
    if end < text.last and text.lower[end] == ",":
        end += 1
    if end < text.last and text.lower[end] in ("and", "plus"):
        end += 1
    return end


def _item(text: Sentence, at: int) -> Count | None:
    near = min(text.last, at + _LONGEST)
    numeral = next((n for n in find_numerals(text.words, at, near) if n.first == at), None)
    if numeral:
        return of_numeral(text, numeral)
    phrase = phrase_at(text.lower, text.tags, at, text.last)
    return of_phrase(text, phrase) if phrase and text.tags[phrase.head] != "PRON" else None


def _total(text: Sentence, items: Sequence[Count]) -> Count:
    first = items[0]
    counted = [item for item in items if _has_own_count(text, item)]
    party = _list_party(text, items)
    if first.low == 0:
        return first
    why = (Reason("the sum over a list"), *(reason for item in counted for reason in item.why))
    if not counted or (_is_bare_several(items[-1]) and not _has_own_count(text, items[-1])):
        low, high = (first.low, first.high) if _has_own_count(text, first) else SEVERAL
        return Count(low, high, first.approx, first.first, items[-1].last, party, why)
    low = None if any(item.low is None for item in counted) else sum(item.low or 0 for item in counted)
    high = None if any(item.high is None for item in counted) else sum(item.high or 0 for item in counted)
    approx = any(item.approx for item in counted)
    return Count(low, high, approx, first.first, items[-1].last, party, why)


def _has_own_count(text: Sentence, item: Count) -> bool:
    """Whether a number, an article of one, an owner or a name tells how many the item is."""
    opener = text.lower[item.first]
    owned = opener in ("a", "an", "another", "one", "his", "her", "my", "their", "our", "its", "the")
    numbered = bool(find_numerals(text.words, item.first, item.last))
    return numbered or (owned and not _is_bare_several(item)) or text.tags[item.last - 1] == "PROPN"


def _is_bare_several(item: Count) -> bool:
    return (item.low, item.high) == SEVERAL


def _list_party(text: Sentence, items: Sequence[Count]) -> str | None:
    named = [item.party for item in items if item.party]
    if len(named) < _TWO:
        return next(iter(named), None)
    return spoken(text.words, _named_from(text, items), items[-1].last)


def _named_from(text: Sentence, items: Sequence[Count]) -> int:
    """Where whom a list names begins: behind a number that its items share, "12 [men and women]"; a number of the
    first one alone stays, "[two men and a woman]"."""
    first, *others = items
    numerals = find_numerals(text.words, first.first, first.last)
    if not numerals or any(_has_own_count(text, item) for item in others):
        return first.first
    at = numerals[0].last
    while text.lower[at] in ("of", "the", "other", "more"):
        at += 1
    return at
