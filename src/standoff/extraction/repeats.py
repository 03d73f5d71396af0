"""Claims that say again what the same chain has said of the same event: one claim with all its places.

CLAIMS.md section 5: the same value by the same chain is one claim; a finer place is a new one, a coarser one is not,
and so with the short form of a name; but "another man" is none of whom the report told before. An event that has a
day and no place is mostly one with another of that day. Invariant: no place of
evidence is lost; the claim is the one that says most, and its id names all that were gathered into it, the one that
says most first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from standoff.records import Claim, Entity, Place, Quantity, Span, Value

_WORD = re.compile(r"(?:(?:anti|pro)-)?[^\W_]+")  # "anti-Bly marchers" are no Bly
_BEFORE = len("another ")  # characters before a value in which the word is looked for
_EMPTY = frozenset(("the", "a", "an", "of", "in", "at", "near", "on", "s"))


def merged(claims: Iterable[Claim], text: str) -> list[Claim]:
    """The claims on a text in its order, those that only repeat another gathered into it."""
    kept: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in _ordered(claims):
        chain = tuple(source.name.casefold() for source in claim.chain)
        said = kept[claim.event, claim.slot, chain, claim.polarity, claim.certainty, claim.realis]
        at = next((i for i, known in enumerate(said) if _told_again(claim, known, text)), None)
        if at is None:
            said.append(claim)
        else:
            said[at] = _joined(said[at], claim)
    return _without_days_again(_ordered(claim for said in kept.values() for claim in said))


def _without_days_again(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, the time of an event that has no place gathered into the same one of an event of its type, told by
    the same chain before: mostly the two events are one."""
    told = list(claims)
    placed = {claim.event for claim in told if claim.slot == "place"}
    known: dict[tuple[object, ...], int] = {}
    kept: list[Claim] = []
    for claim in told:
        if claim.slot != "time":
            kept.append(claim)
            continue
        chain = tuple(source.name.casefold() for source in claim.chain)
        key = claim.type, str(claim.value), chain, claim.polarity, claim.certainty, claim.realis
        if key not in known or claim.event in placed:
            known.setdefault(key, len(kept))
            kept.append(claim)
        else:
            kept[known[key]] = _joined(kept[known[key]], claim)
    return kept


def _ordered(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims in text order; values are written out, which takes long, for those alone that nothing else parts."""
    by_place = itemgetter(0)
    keyed = sorted([(_order(claim), claim) for claim in claims], key=by_place)
    for _, same in groupby(keyed, key=by_place):
        first, *others = [claim for _, claim in same]
        yield from sorted((first, *others), key=lambda claim: str(claim.value)) if others else (first,)


def _order(claim: Claim) -> tuple[object, ...]:
    at = claim.evidence[0]
    return at.start, at.end, claim.slot, claim.event, [source.name for source in claim.chain]


def _joined(known: Claim, again: Claim) -> Claim:
    places = tuple(sorted({*known.evidence, *again.evidence}))
    names = f"{known.id} {again.id}".strip()
    return replace(known, id=names, evidence=places, score=max(known.score, again.score))


def _told_again(claim: Claim, known: Claim, text: str) -> bool:
    """Whether a claim only repeats another; people who are "another" only such people, and one after "one" nobody."""
    if not repeats(claim.value, known.value) or _is_one_more(claim, known, text):
        return False
    return not _is_another(claim, text) or _is_another(known, text)


def _is_one_more(claim: Claim, known: Claim, text: str) -> bool:
    """Whether two of one paragraph are told apart by "one" each: "[one] broke an arm, [one] was burnt"."""
    first, last = known.evidence[-1].end, claim.evidence[0].start
    if first > last or "\n" in text[first:last]:
        return False
    return _is_bare_one(known, known.evidence[-1], text) and _is_bare_one(claim, claim.evidence[0], text)


def _is_bare_one(claim: Claim, at: Span, text: str) -> bool:
    """Whether a toll is told by "one" with no noun behind it: not "[one man]", who may be told of again."""
    opening, *others = _WORD.findall(at.quote(text).casefold()) or [""]
    party = claim.value.party if isinstance(claim.value, Quantity) else None
    return opening == "one" and _words(party or "").isdisjoint(others)


def _is_another(claim: Claim, text: str) -> bool:
    """Whether "another" opens the words for people, or stands right before them."""
    at = claim.evidence[0].start
    opening = text[max(0, at - _BEFORE) : at + _BEFORE].casefold().split()
    return isinstance(claim.value, Quantity) and "another" in opening


def repeats(value: Value, known: Value) -> bool:
    """Whether a value says nothing that a value of the same slot has not said."""
    if isinstance(value, Quantity) and isinstance(known, Quantity):
        same = (value.low, value.high) == (known.low, known.high)
        return same and _words(value.party or "") <= _words(known.party or "")
    if isinstance(value, (Entity, Place)) and isinstance(known, (Entity, Place)):
        return bool(_words(value.text)) and _words(value.text) <= _words(known.text)
    return str(value).casefold() == str(known).casefold()


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _EMPTY
