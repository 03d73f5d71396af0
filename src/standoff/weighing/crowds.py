"""Numbers that are of the same people: for whom a toll is that names nobody, and crowds that are counted in two slots.

Invariant: no number changes, only for whom it is or as what it counts them; every assertion is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from standoff.records import TOLL_SLOTS, Quantity
from standoff.settings import settings
from standoff.weighing.assertion import Assertion
from standoff.weighing.compare import is_vague, word_f1
from standoff.weighing.parties import HOSTAGES, WHOLE, is_open, is_relative

_COUNTS = ("actor_count", "target_count")
Number = tuple[str, int | None, int | None]  # of a slot, by its bounds
Texts = Mapping[str, set[str]]  # the texts that tell a number of each party


def with_crowds(made: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions, tolls without a party for whom they are: for the one listed party of which the same number is
    told elsewhere, by most texts if of several, or for the only one of whom the slot is told, if some number shows that
    they are all. Hostages are those whom most texts tell to have been held."""
    named = _named(made)
    only = _only(made, named)
    held = _held(made)
    for each in made:
        party = _of_whom(each, named, only) if each.party == WHOLE else each.party
        yield replace(each, party=held if party == HOSTAGES else party) if each.slot in TOLL_SLOTS else each


def _of_whom(each: Assertion, named: Mapping[Number, Texts], only: Mapping[str, str]) -> str:
    """For whom a toll is that names nobody; one person is no total."""
    if party := _most(named.get(_number(each), {}), WHOLE):
        return party
    total = each.size > 1 or each.polarity == "denied"
    return only.get(each.slot, WHOLE) if total else WHOLE


def one_crowd(made: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions, people who are counted as taking part and as affected, by one number and in the same words, in
    that of the two slots in which more texts count them, first of all the one that was published first."""
    told: dict[tuple[int, str], list[Assertion]] = defaultdict(list)
    for each in sorted(made, key=lambda each: each.order):
        if each.slot in _COUNTS and each.size > 1:
            told[each.size, each.polarity].append(each)
    for each in made:
        same = [one for one in told.get((each.size, each.polarity), ()) if _same_people(each, one)]
        texts = {slot: {one.text for one in same if one.slot == slot} for slot in (one.slot for one in same)}
        most = max(texts, key=lambda slot: len(texts[slot]), default=each.slot)
        first = next((one for one in same if one.slot == most), each)
        yield replace(each, slot=most, party=first.party) if most != each.slot else each


def _held(made: Sequence[Assertion]) -> str:
    """The class of people who were held by most texts that tell of several; hostages where none is."""
    texts: dict[str, set[str]] = defaultdict(set)
    for each in made:
        if each.slot == "captive" and each.size > 1:
            texts[each.party or HOSTAGES].add(each.text)
    return _most(texts, HOSTAGES)


def _most(texts: Texts, otherwise: str) -> str:
    """The party of which more texts tell than of any other."""
    ranked = sorted(texts, key=lambda party: -len(texts[party]))
    most, second = [*(len(texts[party]) for party in ranked), 0, 0][:2]
    return ranked[0] if most > second else otherwise


def _same_people(one: Assertion, other: Assertion) -> bool:
    """Whether two counts of one number are told in the same words, the number aside."""
    least = settings("weighing", "weighing")["values"]["entity_f1"]
    return one.slot in _COUNTS and one.value == other.value and word_f1(one.words, other.words) > least


def _named(made: Sequence[Assertion]) -> Mapping[Number, Texts]:
    """The listed parties for which each number is told, by which texts; one person, and a bound ("some", "at least
    twenty") are no number to know them by."""
    found: dict[Number, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in made:
        if _is_listed(each) and _is_exact(each):
            found[_number(each)][each.party].add(each.text)
    return found


def _only(made: Sequence[Assertion], named: Mapping[Number, Texts]) -> Mapping[str, str]:
    """The party that all people of a slot are of: the only one of whom any number is told, one of its numbers told of
    all, and no source telling of more people beside it."""
    parties: dict[str, set[str]] = defaultdict(set)
    shown: set[str] = set()
    for each in made:
        if each.slot not in TOLL_SLOTS or is_vague(each.value):
            continue
        if each.party != WHOLE:
            parties[each.slot].add(each.party)
        elif _is_exact(each) and named.get(_number(each)):
            shown.add(each.slot)
    alone = {slot: next(iter(parties[slot])) for slot in shown if len(parties[slot]) == 1}
    return {slot: party for slot, party in alone.items() if not _are_some(made, slot, party)}


def _are_some(made: Sequence[Assertion], slot: str, party: str) -> bool:
    """Whether a source tells of more people in one report than of those of a party."""
    told = [each for each in made if each.slot == slot and each.polarity == "affirmed"]
    return any(
        one.party == party and other.party == WHOLE and other.size > one.size
        for one in told
        for other in told
        if (one.ref.report, one.origin.key) == (other.ref.report, other.origin.key)
    )


def _number(each: Assertion) -> Number:
    value = each.value
    return (each.slot, value.low, value.high) if isinstance(value, Quantity) else (each.slot, None, None)


def _is_exact(each: Assertion) -> bool:
    return isinstance(each.value, Quantity) and each.size > 1 and each.value.low == each.value.high


def _is_listed(each: Assertion) -> bool:
    """Whether a toll is for people who are told apart from others."""
    named = each.party != WHOLE and not is_relative(each.party) and not is_open(each.party)
    return each.slot in TOLL_SLOTS and named
