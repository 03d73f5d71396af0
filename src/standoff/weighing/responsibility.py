"""Whose act it is: what a group claims, and what others blame on someone and deny, answer one question each.

Invariant: nothing is answered that no claim says, and nothing where only the claim of responsibility itself is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from standoff.linking.words import tokens
from standoff.weighing.assertion import Assertion
from standoff.weighing.bodies import is_body
from standoff.weighing.compare import is_part, relation
from standoff.weighing.names import same_name
from standoff.weighing.parties import ATTACKERS, WHOLE, party_class
from standoff.weighing.succession import later

_DOERS = ("actor", "suspect")
_OWNERS = ("affiliation", "claimant")


def with_responsibility(made: Sequence[Assertion]) -> list[Assertion]:
    """The assertions, with those that say whose the act is in other words than its affiliation.

    Who claims an act says that it is theirs; who denies that one of those who claim it did it says that it is not. What
    some say that somebody did, and others deny, is blame, and stands with the suspects. Who blames another claims
    nothing.
    """
    blamed = [each for each in made if each.slot == "suspect" and each.polarity == "affirmed"]
    told = [each for each in made if not _accuses(each, blamed)]
    told = list(_one_claimant(list(_named(told))))
    claimed = [each for each in told if each.slot == "claimant" and each.polarity == "affirmed"]
    denied = [each for each in told if each.slot in _DOERS and _denies(each, claimed)]
    asked = bool(denied) or any(each.slot == "affiliation" for each in told)
    answers = [*claimed, *denied] if asked else []
    return [
        *told,
        *_withdrawn(denied, claimed),
        *(replace(each, slot="affiliation", party=WHOLE) for each in answers),
        *_blame(told, denied),
    ]


def _withdrawn(denied: Sequence[Assertion], claimed: Sequence[Assertion]) -> Iterator[Assertion]:
    """That a claim of responsibility is not theirs any more, by those who are said to have made it."""
    for each in denied:
        if any(each.origin.key == one.origin.key and _same(each, one) for one in claimed):
            yield replace(each, slot="claimant", party=WHOLE)


def _named(told: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions of whose act it is, without those by which a source only says what the one is whom it names in the
    same report: "the Heron League, the coast's largest gang"."""
    for each in told:
        described = each.slot in _OWNERS and (_is_nameless(each) or not _is_somebody(f"the {each.value}"))
        if not (described and any(_names_it(each, other) for other in told)):
            yield each


def _names_it(each: Assertion, other: Assertion) -> bool:
    """Whether the same source names somebody, as whose act it is, for the same event of a report."""
    if other.slot not in (*_OWNERS, *_DOERS) or _is_nameless(other) or not _is_somebody(f"the {other.value}"):
        return False
    one, two = ((a.polarity, a.ref.report, a.event, _teller(a)) for a in (each, other))
    return one == two


def _teller(each: Assertion) -> str | tuple[str, ...]:
    """Who tells whose act it is: of a claim of responsibility, which rests on the group, those who relay it."""
    return each.origin.through if each.slot == "claimant" else each.origin.key


def _one_claimant(told: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions, claims of one group under several names each resting on the group by its shortest name; a group
    that is only told as part of another ("a splinter group") is the one that is named, where one is."""
    claimed = [each for each in told if each.slot == "claimant" and each.polarity == "affirmed"]
    named = sorted(
        (each for each in claimed if not _is_nameless(each)),
        key=lambda each: (len(str(each.value)), each.order),
    )
    leaders = {each.origin.key: _leader(each, named) for each in named}
    alone = next(iter(leaders.values())) if len({each.origin.key for each in leaders.values()}) == 1 else None
    for each in told:
        group = leaders.get(each.origin.key, alone) if each in claimed else None
        yield _of_group(each, group) if group else each


def _of_group(each: Assertion, group: Assertion) -> Assertion:
    """A claim as the group's own, by the group's name where it is told by what the group is."""
    value = group.value if _is_nameless(each) or "," in str(each.value) else each.value
    return replace(each, value=value, origin=replace(group.origin, through=each.origin.through))


def _leader(each: Assertion, named: Sequence[Assertion]) -> Assertion:
    return next(one for one in named if _same(one, each))


def _is_nameless(each: Assertion) -> bool:
    """Whether a group is told as part of another one alone, or only by what its people are ("the rebels")."""
    words = tokens(str(each.value))
    nameless = bool(words) and all(party_class(word) == ATTACKERS for word in words if word != "the")
    return nameless or is_part(str(each.value))


def _accuses(each: Assertion, blamed: Sequence[Assertion]) -> bool:
    """Whether who is said to claim an act blames somebody else for it."""
    return each.slot == "claimant" and any(
        same_name(one.origin.name, str(each.value)) and not _same(one, each) for one in blamed
    )


def _denies(each: Assertion, claimed: Sequence[Assertion]) -> bool:
    return each.polarity == "denied" and any(_same(each, one) for one in claimed)


def _blame(told: Sequence[Assertion], answered: Sequence[Assertion]) -> Iterator[Assertion]:
    """What is told of actors, as told of suspects, where somebody by name or office is said to have done it by some and
    not to have done it by others."""
    doers = [
        each
        for each in told
        if each.slot in _DOERS and _is_somebody(str(each.value)) and each not in answered
    ]
    denied = [
        each
        for each in doers
        if each.polarity == "denied" and not any(_told_before(each, one) for one in doers)
    ]
    accused = [
        each
        for each in doers
        if each.polarity == "affirmed" and not each.own and any(_same(each, no) for no in denied)
    ]
    disputed = [*accused, *(no for no in denied if any(_same(no, each) for each in accused))]
    yield from (replace(each, slot="suspect") for each in disputed if each.slot != "suspect")


def _told_before(denied: Assertion, told: Assertion) -> bool:
    """Whether who denies an act told before, as a fact, what the same one did: it is of another act that he denies it.
    "Navy divers freed them, the ministry said … The ministry denied that navy divers had shot a hostage."
    """
    told_it = told.slot == "actor" and told.polarity == "affirmed" and told.origin.key == denied.origin.key
    return told_it and later(told, denied) and _same(told, denied)


def _is_somebody(words: str) -> bool:
    """Whether words name somebody, a body at least ("the army"), and not only some people."""
    return is_body(tokens(words)) or any(word[:1].isupper() for word in words.split()[1:])


def _same(one: Assertion, other: Assertion) -> bool:
    return relation(one.value, other.value) == "equal"
