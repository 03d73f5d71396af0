"""The people of tolls across reports: one person under several names, and people who are all of those that there are.

Invariant: only for whom a number is changes, never the number, and listed classes of people stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from standoff.extraction.places.names import name_key
from standoff.records import TOLL_SLOTS, Quantity
from standoff.weighing.assertion import Assertion
from standoff.weighing.parties import WHOLE, is_open

_TWO = 2


def with_people(made: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions, each person by one name. Who is told by what they are ("a clerk") is the one of whom all is told,
    where reports tell of one, and so is who alone is named, where none tells of more. A number of people who are called
    in many ways is that of all, where it is told of all or of others."""
    of_slot: dict[str, list[Assertion]] = defaultdict(list)
    for each in made:
        if each.slot in TOLL_SLOTS:
            of_slot[each.slot].append(each)
    names = {slot: _names(told) for slot, told in of_slot.items()}
    alone = {slot for slot, told in of_slot.items() if len(set(names[slot].values())) < _TWO and not _many(told)}
    single = alone | {slot for slot, told in of_slot.items() if any(_is_total_of_one(each) for each in told)}
    shared = {slot: _shared(told) for slot, told in of_slot.items()}
    for each in made:
        if each.slot not in TOLL_SLOTS or not is_open(each.party):
            yield each
        elif _is_one(each):
            name = names[each.slot].get(each.party)
            whole = each.slot in (alone if name else single)
            yield replace(each, party=WHOLE, partial=True) if whole else replace(each, party=name or each.party)
        else:
            yield replace(each, party=WHOLE) if _exact(each) in shared[each.slot] else each


def _names(told: Iterable[Assertion]) -> dict[str, str]:
    """For each class of people that is one person's name, that of its longest form."""
    named = {each.party: name for each in told if _is_one(each) and is_open(each.party) and (name := _name(each))}
    found: dict[str, str] = {}
    leaders: list[tuple[list[str], str]] = []
    for party, name in sorted(named.items(), key=lambda item: (-len(item[1].split()), item)):
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
    """The proper name in the words for one person, from its first capital on; all of them where all are capitals."""
    party = (each.value.party or "") if isinstance(each.value, Quantity) else ""
    words = party.split()
    first = next((at for at, word in enumerate(words) if word[:1].isupper()), len(words))
    return name_key(" ".join(words[first:]))


def _is_one(each: Assertion) -> bool:
    return isinstance(each.value, Quantity) and each.value.low == each.value.high == 1


def _is_total_of_one(each: Assertion) -> bool:
    return _is_one(each) and each.party == WHOLE and not each.partial


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
