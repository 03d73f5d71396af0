"""Numbers that are parts of other numbers, and numbers that are no totals.

Invariant: decided within one report, so that what one report tells in part is never held against another's total.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from standoff.linking.words import tokens
from standoff.records import TOLL_SLOTS, Claim, Quantity, Report, Span
from standoff.settings import settings
from standoff.weighing.assertion import Assertion
from standoff.weighing.beside import after, before
from standoff.weighing.names import same_person
from standoff.weighing.parties import WHOLE, is_listed
from standoff.weighing.updates import is_number

_HELD = ("captive", "arrested")
_TAKINGS = ("hostage_taking", "abduction")
_BESIDE = 24  # characters on either side of a number in which "further" and "another" stand
_COMMA = re.compile(r"[,;:()–—]")  # "killed 12, others were hurt"
_AFTER = 3  # words after it among which "still" does


def totals(told: Sequence[Assertion]) -> Iterator[Assertion]:
    """What one report tells, without numbers that are parts of others; one person among several is marked partial, and
    a total has the numbers that come on top of it."""
    for each in told:
        if not any(_part_of(each, other) for other in told):
            larger = (other for other in told if _larger(other, each) and not _rivals(other, each))
            among = each.size == 1 and any(larger)
            added = frozenset(other.size for other in told if _adds_to(other, each))
            yield replace(each, partial=each.partial or among, on_top=added)


def with_additions(made: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions; those that come on top only where somebody tells a larger total of the same people, and their
    report gives their number for no total: "seven Italians" and "seven more" in one report are the same."""
    for each in made:
        larger = any(_is_total_of(other, each) for other in made)
        yield replace(
            each, added=each.added and larger and not any(_is_same_number(other, each) for other in made)
        )


def _is_same_number(other: Assertion, one: Assertion) -> bool:
    return (other.ref.report, other.slot, other.size, other.added) == (
        one.ref.report,
        one.slot,
        one.size,
        False,
    )


def _is_total_of(other: Assertion, one: Assertion) -> bool:
    of_all = other.party == one.party or WHOLE in (other.party, one.party)
    return _larger(other, one) and of_all and not other.added


def _adds_to(other: Assertion, one: Assertion) -> bool:
    """Whether a number comes on top of another one."""
    of_all = other.party == one.party or WHOLE in (other.party, one.party)
    both = other.polarity == one.polarity == "affirmed" and other.slot == one.slot
    return both and of_all and other.added and not one.added


def without_breakdowns(told: Sequence[Assertion]) -> Iterator[Assertion]:
    """What one report tells, without numbers of nobody in particular beside a larger one that the same source gives of
    the same event: "seven Italians died, five men and two women"."""
    for each in told:
        if not any(_breaks_down(each, other) for other in told):
            yield each


def with_one_fate(told: Sequence[Assertion], own: str) -> Iterator[Assertion]:
    """What one report tells, people who are held by what the incident is: captives of a hostage-taking are not under
    arrest as well, nor the arrested captives of anything else, where a source gives one number of both."""
    first, second = _HELD if own in _TAKINGS else _HELD[::-1]
    held = {(each.size, each.party, each.origin.key, each.polarity) for each in told if each.slot == first}
    for each in told:
        if not (each.slot == second and (each.size, each.party, each.origin.key, each.polarity) in held):
            yield each


def with_roll_calls(told: Sequence[Assertion]) -> Iterator[Assertion]:
    """What one report tells, those that one source names one by one counted together: "Sergeant Ana Bly and Constable
    Per Lund died" are two police officers, if not all of them."""
    named: dict[tuple[str, str, str, str], list[Assertion]] = defaultdict(list)
    for each in told:
        if _is_one_person(each):
            named[each.slot, each.party, each.origin.key, each.polarity].append(each)
    for each in told:
        people = named[each.slot, each.party, each.origin.key, each.polarity] if _is_one_person(each) else []
        count = len(_apart([one.whom for one in people]))
        yield (
            replace(each, value=Quantity("toll", count, count, party=each.party), partial=True)
            if count > 1
            else each
        )


def _is_one_person(each: Assertion) -> bool:
    """Whether a toll of one is that of somebody by name, who belongs to a listed class."""
    capitals = [word for word in each.whom.split() if word[:1].isupper()]
    return each.size == 1 and is_listed(each.party) and len(capitals) > 1


def _apart(names: Sequence[str]) -> list[str]:
    """The names of different people among some."""
    found: list[str] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if not any(same_person(name, other) for other in found):
            found.append(name)
    return found


def is_addition(report: Report, claim: Claim) -> bool:
    """Whether a number is no total: it comes on top of others ("two further suspects"), is what is left of them ("the
    last two", "two are still held"), or is part of all who met with the same ("three of those killed"), one of any
    ("one of the guards"), or what somebody saw of them."""
    if not isinstance(claim.value, Quantity):
        return False
    return any(_is_added(report.text, place, claim.slot) for place in claim.evidence)


def comes_on_top(report: Report, claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether a toll comes on top of others of its slot: "two more died". "Five died and another 14 were hurt" tells of
    14 who were hurt in all. ``told`` are the report's claims."""
    if claim.slot not in TOLL_SLOTS or not isinstance(claim.value, Quantity):
        return False
    words = set(settings("weighing", "weighing")["parts"]["more"])
    text = report.text
    others = [
        place.start
        for each in told
        for place in each.evidence
        if each.slot in TOLL_SLOTS and each.slot != claim.slot
    ]
    for place in claim.evidence:
        begin = place.start - len(before(text, place, place.start))
        on_top = not (_near(text, place) - _bound(text, place)).isdisjoint(words)
        if on_top and not any(begin <= start < place.start for start in others):
            return True
    return False


def _near(text: str, place: Span) -> set[str]:
    """The words of a number and those right beside it, within its clause."""
    ahead, behind = before(text, place, _BESIDE), after(text, place, _BESIDE)
    return {
        *tokens(_COMMA.split(ahead)[-1])[-1:], *tokens(place.quote(text)), *tokens(_COMMA.split(behind)[0])[:1]
    }  # fmt: skip


def _bound(text: str, place: Span) -> set[str]:
    """The words beside a number that bound it: "more than sixty" are a total."""
    return {"more", "other"} if "than" in _near(text, place) else set()


def _is_added(text: str, place: Span, slot: str) -> bool:
    rules = settings("weighing", "weighing")["parts"]
    ahead, behind = before(text, place, _BESIDE), after(text, place, _BESIDE)
    first, told, then = tokens(ahead)[-2:], tokens(place.quote(text)), tokens(behind)[:_AFTER]
    near = [*tokens(_COMMA.split(ahead)[-1])[-1:], *told, *tokens(_COMMA.split(behind)[0])[:1]]
    if (
        told[:2] == ["one", "of"]
        or _is_seen(first, told, slot)
        or _is_of_dead(told, then)
        or _is_share(near)
        or any(one == "the" and word in rules["rest"] for one, word in pairwise((*first, *told)))
    ):
        return True
    if slot == "captive" and not set(rules["still"]).isdisjoint((*told, *then)):
        return True
    return not (set(near) - _bound(text, place)).isdisjoint((*rules["more"], *rules["others"]))


def _is_seen(ahead: Sequence[str], words: Sequence[str], slot: str) -> bool:
    """Whether words tell how many somebody saw: "he had [seen three bodies]"."""
    number = next((at for at, word in enumerate(words) if is_number(word) or word == "one"), 0)
    seen = settings("weighing", "weighing")["parts"]["seen"]
    return slot in TOLL_SLOTS and [*ahead, *words[:number]][-1:] in [[word] for word in seen]


def _is_share(words: Sequence[str]) -> bool:
    """Whether words tell so many "of those" who met with something, or "of the five killed"."""
    rules = settings("weighing", "weighing")["parts"]
    after = words[words.index("of") + 1 :] if "of" in words else []
    rest = [word for word in after if word not in rules["before_shared"]]
    return len(rest) < len(after) and not set(rules["shared"]).isdisjoint((*rest[:1], *rest[-1:]))


def _is_of_dead(words: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether words tell so many of a number who died: "nine of the 14 inmates | who died"."""
    rules = settings("weighing", "weighing")["parts"]
    numbered = "of" in words and any(map(is_number, words[words.index("of") :]))
    return numbered and behind[:1] == ["who"] and not set(rules["dying"]).isdisjoint(behind[1:3])


def _larger(other: Assertion, one: Assertion) -> bool:
    """Whether a number is larger than another one of its slot; what may be is no more than what is: "all six were
    killed or captured; four were killed"."""
    told = other.slot == one.slot and other.polarity == one.polarity == "affirmed"
    return told and other.size > one.size and (other.is_firm or not one.is_firm)


def _breaks_down(one: Assertion, other: Assertion) -> bool:
    return (
        one.party == WHOLE
        and one.slot in TOLL_SLOTS
        and (one.event, one.origin.key) == (other.event, other.origin.key)
        and one.size > 0
        and _larger(other, one)
        and not _is_apart_from(one, other)
    )


def _is_apart_from(one: Assertion, other: Assertion) -> bool:
    """Whether a number comes on top of another one, which is not told as what the number rose to with it."""
    return one.added and not other.update


def _part_of(one: Assertion, other: Assertion) -> bool:
    """Whether one number is a part of another, or says less: of two that one source gives in one report for one party
    the smaller; of two that a report gives for whomever, the smaller if it names no party, but for two named sources'
    totals of the same people."""
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return False
    if not _larger(other, one) or _is_apart_from(one, other):
        return False
    same = one.party == other.party and one.origin.key == other.origin.key
    return same or (one.party == WHOLE and one.slot in TOLL_SLOTS and not _rivals(one, other))


def _rivals(one: Assertion, other: Assertion) -> bool:
    """Whether two numbers are what two named sources say of the same people."""
    return one.party == other.party and one.origin.key != other.origin.key and not one.own and not other.own
