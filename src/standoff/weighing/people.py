"""The people of tolls across reports: one person under several names, and people who are all of those that there are.

Invariant: only for whom a number is changes, never the number, and listed classes of people stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from standoff.extraction.places.lexicon import peoples
from standoff.extraction.places.names import name_key
from standoff.records import TOLL_SLOTS, Quantity
from standoff.weighing.assertion import Assertion
from standoff.weighing.parties import WHOLE, is_listed, is_open


def with_people(made: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions, each person by one name. Where no report tells of more than one, who alone is named is all, and
    so is who is told by what they are ("a clerk"), unless several are named and none is told of as all. A number of
    people who are called in many ways is that of all, where it is told of all or of others."""
    of_slot: dict[str, list[Assertion]] = defaultdict(list)
    for each in made:
        if each.slot in TOLL_SLOTS:
            of_slot[each.slot].append(each)
    names = {slot: _names(told) for slot, told in of_slot.items()}
    of_one = {slot for slot, told in of_slot.items() if not _many(told)}
    alone = {slot for slot in of_one if len(set(names[slot].values())) < 2}
    single = alone | {slot for slot in of_one if any(each.party == WHOLE for each in of_slot[slot])}
    shared = {slot: _shared(told) for slot, told in of_slot.items()}
    for each in made:
        name = names[each.slot].get(each.party) if each.slot in TOLL_SLOTS and _is_one(each) else None
        if each.slot not in TOLL_SLOTS or not (name or is_open(each.party)):
            yield each
        elif _is_one(each):
            whole = each.slot in (alone if name else single)
            yield replace(each, party=WHOLE if whole else name or each.party, partial=whole or each.partial)
        else:
            yield replace(each, party=WHOLE) if _exact(each) in shared[each.slot] else each


def _names(told: Iterable[Assertion]) -> dict[str, str]:
    """For each class of people that is one person's name, that of its longest form, with the fewest words about it."""
    named = {each.party: name for each in told if _is_one(each) and (name := _name(each))}
    found: dict[str, str] = {}
    leaders: list[tuple[list[str], str]] = []
    for party, name in sorted(named.items(), key=lambda item: (-len(item[1].split()), len(item[0]), item)):
        words = name.split()
        leader = next((first for longer, first in leaders if _is_short_for(words, longer)), None)
        found[party] = leader or party
        if leader is None:
            leaders.append((words, party))
    return found


def _is_short_for(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether a name is a longer one cut short: the same surname, and no word that the other has not."""
    return words[-1] == longer[-1] and set(words) <= set(longer)


def _name(each: Assertion) -> str:
    """The proper name in the words for one person, without their people; none for who is of a listed class."""
    if is_listed(each.party) or each.party == WHOLE:
        return ""
    words = each.whom.split()
    for start, end, _ in reversed(peoples(each.whom.lower().split())):
        del words[start:end]
    first = next((at for at, word in enumerate(words) if word[:1].isupper()), len(words))
    name = name_key(" ".join(words[first:]))
    return name if is_open(each.party) or len(name.split()) > 1 else ""


def _is_one(each: Assertion) -> bool:
    return isinstance(each.value, Quantity) and each.value.low == each.value.high == 1


def _exact(each: Assertion) -> int | None:
    """The number of a toll that is told exactly, of two and more."""
    value = each.value
    whole = isinstance(value, Quantity) and value.low == value.high and not value.approx
    return each.size if whole and each.size > 1 and each.polarity == "affirmed" else None


def _many(told: Iterable[Assertion]) -> bool:
    """Whether any of the numbers is more than one."""
    return any(each.size > 1 for each in told)


def _shared(told: Iterable[Assertion]) -> frozenset[int]:
    """The numbers that are told of all people, or of several classes that are not listed."""
    classes: dict[int, set[str]] = defaultdict(set)
    for each in told:
        number = _exact(each)
        if number is not None and (each.party == WHOLE or is_open(each.party)):
            classes[number].add(each.party)
    return frozenset(number for number, parties in classes.items() if WHOLE in parties or len(parties) > 1)
