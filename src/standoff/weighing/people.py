"""The people of tolls across reports: one person under several names, and people who are all of those that there are.

Invariant: only for whom a number is changes, never the number, and listed classes of people stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from standoff.extraction.places.lexicon import peoples
from standoff.extraction.places.names import name_key
from standoff.linking.words import tokens
from standoff.records import TOLL_SLOTS, Quantity
from standoff.weighing.apposed import is_name
from standoff.weighing.assertion import Assertion
from standoff.weighing.parties import WHOLE, is_listed, is_open, is_relative, party_class


def with_people(told: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions, each person by one name, or by what the words beside it in some report say that they are.

    Where no report tells of more than one, who alone is named is all, and so is who is told by what they are ("a
    clerk"), unless several are named and none is told of as all. A number of people who are called in many ways is that
    of all, where it is told of all or of others.
    """
    made = list(_in_full(told))
    of_slot = _by_slot(made)
    names = {slot: _names(told) for slot, told in of_slot.items()}
    of_one = {slot for slot, told in of_slot.items() if not _many(told)}
    alone = {slot for slot in of_one if len(set(names[slot].values())) < 2}
    single = alone | {slot for slot in of_one if any(each.party == WHOLE for each in of_slot[slot])}
    shared = {slot: _shared(told) for slot, told in of_slot.items()}
    for each in made:
        name = names[each.slot].get(each.party) if each.slot in TOLL_SLOTS and _is_one(each) else None
        if each.slot not in TOLL_SLOTS or not (name or is_open(each.party) or is_relative(each.party)):
            yield each
        elif _is_one(each):
            whole = each.slot in (alone if name else single)
            yield replace(each, party=WHOLE if whole else name or each.party, partial=whole or each.partial)
        else:
            yield replace(each, party=WHOLE) if _exact(each) in shared[each.slot] else each


def _by_slot(made: Iterable[Assertion]) -> dict[str, list[Assertion]]:
    found: dict[str, list[Assertion]] = defaultdict(list)
    for each in made:
        if each.slot in TOLL_SLOTS:
            found[each.slot].append(each)
    return found


def _in_full(told: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions, one person who is told by what they are by the longest words for it: "the clerk" is "a court
    clerk", if no other is."""
    longer = {slot: dict(_longer(each)) for slot, each in _by_slot(told).items()}
    for each in told:
        yield replace(each, party=longer.get(each.slot, {}).get(each.party, each.party))


def _longer(told: Sequence[Assertion]) -> Iterator[tuple[str, str]]:
    """The classes of one person each that are words of one other alone; "a clerk" in its own report is another one."""
    ones: dict[str, list[Assertion]] = defaultdict(list)
    for each in told:
        if is_open(each.party) and not is_name(each.whom):
            ones[each.party].append(each)
    several = {party for party, some in ones.items() if _many(some)}
    for party in ones.keys() - several:
        words = party.split()
        found = [other for other in ones if other != party and _is_short_for(words, other.split())]
        if len(found) == 1 and found[0] not in several:
            reports = {each.ref.report for each in ones[found[0]]}
            if not any(each.ref.report in reports and _is_new(each) for each in ones[party]):
                yield party, found[0]


def _is_new(each: Assertion) -> bool:
    """Whether words speak of somebody who is not known yet: "a clerk"."""
    return tokens(each.words)[:1] in (["a"], ["an"], ["another"])


def _names(told: Iterable[Assertion]) -> dict[str, str]:
    """For each class of people that is one person's name, that of its longest form, with the fewest words about it, or
    that of what the person is said to be."""
    named = {each.party: name for each in told if _is_one(each) and (name := _name(each))}
    roles = {name: each.party for each in told if _is_one(each) and (name := _apposed_name(each))}
    found: dict[str, str] = {}
    leaders: list[tuple[list[str], str]] = []
    for party, name in sorted(named.items(), key=lambda item: (-len(item[1].split()), len(item[0]), item)):
        words = name.split()
        leader = next((first for longer, first in leaders if _is_short_for(words, longer)), None)
        role = next((roles[known] for known in sorted(roles) if _is_name_of(words, known.split())), None)
        found[party] = role or leader or party
        if leader is None:
            leaders.append((words, party))
    return found


def _is_short_for(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether a name is a longer one cut short: the same surname, and no word that the other has not."""
    return words[-1] == longer[-1] and set(words) <= set(longer)


def _is_name_of(one: Sequence[str], other: Sequence[str]) -> bool:
    return _is_short_for(one, other) or _is_short_for(other, one)


def _apposed_name(each: Assertion) -> str:
    """The name in the words for one person who is of a class for what stands beside it."""
    return (
        name_key(each.whom)
        if each.whom and party_class(each.whom) != each.party and is_name(each.whom)
        else ""
    )


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


def _shared(told: Sequence[Assertion]) -> frozenset[int]:
    """The numbers that are told of all people, or of several classes that are not listed ("four of its members" are the
    four); those of some among more, of whom their report tells, are none."""
    classes: dict[int, set[str]] = defaultdict(set)
    totals: dict[str, int] = defaultdict(int)
    for each in told:
        if each.party == WHOLE and each.polarity == "affirmed":
            totals[each.ref.report] = max(totals[each.ref.report], each.size)
    for each in told:
        number = _exact(each) if each.size >= totals[each.ref.report] else None
        if number is not None and (each.party == WHOLE or is_open(each.party)):
            classes[number].add(each.party)
    return frozenset(number for number, parties in classes.items() if WHOLE in parties or len(parties) > 1)
