"""How many people an event killed and injured, summed up from all that one report's claims say of them.

One report gives the same people several times: as a number ("three people were shot"), one by one ("a 19-year-old
man"), by name, first as hurt and then as dead. Here the mentions of one person are brought together; whoever died is no
longer injured. Invariant: no number is larger than what some words, or the people told one by one, give.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from standoff.extraction.lexicon import section
from standoff.records import Claim, Quantity, Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*\.?")
_AGE = re.compile(r"\b(\d{1,2})\b(?=,|[- ](?:year|month|week|day))|\b(\d{1,2})$")
_AGE_BEFORE = re.compile(r"\b(\d{1,2})[- ]year[- ]old $")
_AGE_BEHIND = re.compile(r", (?:age )?(\d{1,2})\b(?=[,.;])")
_JOINT = re.compile(r"(?:,|,?(?P<closed> and))\s+")
_NEAR = 20  # characters before a name in which an age is looked for
_GROWN = 20  # years at which nobody is called a boy


@dataclass(frozen=True, slots=True)
class Casualties:
    """People killed and people injured who lived, by one report."""

    killed: int
    injured: int


@dataclass(frozen=True, slots=True)
class _Told:
    """One toll: how many, in which sentence, and what the words tell of the people."""

    count: int
    sentence: int
    span: Span
    party: str
    name: frozenset[str]
    sexes: frozenset[str]
    age: str
    young: bool
    further: bool
    vague: bool
    hit: bool


def casualties(text: str, claims: Sequence[Claim], sentence_of: Callable[[int], int]) -> Casualties:
    """The people killed and injured by one event, from its claims. ``sentence_of`` numbers the sentence of an offset.

    What is denied, planned or only imagined does not count.
    """
    dead, hurt = (
        [_told(text, c, sentence_of) for c in claims if _counts(c, slot)] for slot in ("killed", "injured")
    )
    killed = _number(dead, text)
    many = _people([item for item in hurt if item.name]) > killed
    hurt = [replace(item, hit=item.hit or _holds_the_dead(item, killed, hurt)) for item in hurt]
    alive = [
        item
        for item in hurt
        if any(_beside(item, other) for other in dead) or not any(_same(item, other, many) for other in dead)
    ]
    return Casualties(killed, _number([_survivors(item, dead, killed) for item in alive], text))


def _counts(claim: Claim, slot: str) -> bool:
    real = claim.polarity == "affirmed" and claim.realis not in ("intended", "hypothetical")
    return claim.slot == slot and real and isinstance(claim.value, Quantity)


def _told(text: str, claim: Claim, sentence_of: Callable[[int], int]) -> _Told:
    span, value = claim.evidence[0], claim.value
    party = value.party if isinstance(value, Quantity) and value.party else ""
    low, high = (value.low, value.high) if isinstance(value, Quantity) else (0, 0)
    said = f"{party} {text[span.start : span.end]}"
    words = frozenset(word.casefold() for word in _WORD.findall(said))
    people = section("tolls", "people")
    return _Told(
        (high or 0) if low is None else low,
        sentence_of(span.start),
        span,
        party,
        _name(party),
        frozenset(sex for sex in ("male", "female") if words.intersection(people[sex])),
        next((before or last for before, last in _AGE.findall(said)), "") or _age_beside(text, span),
        young=bool(words.intersection(people["young"])),
        further=bool(words.intersection(people["further"])),
        vague=(low, high) == (2, None),
        hit=bool(words.intersection(section("tolls", "injured")["hits"])),
    )


def _age_beside(text: str, span: Span) -> str:
    """The age right before or behind a mention: "44-year-old | Kurt Ander", "Kurt Ander |, 44,"."""
    before = _AGE_BEFORE.search(text[max(0, span.start - _NEAR) : span.start])
    found = before or _AGE_BEHIND.match(text, span.end)
    return found[1] if found else ""


def _name(party: str) -> frozenset[str]:
    """The names in a party that ends with one, without what is no name; empty for a description."""
    words = [
        word for word in _WORD.findall(party) if word.casefold() not in section("tolls", "people")["parts"]
    ]
    people = section("tolls", "people")
    common = (*people["male"], *people["female"])
    named = frozenset(word.casefold().removesuffix("'s") for word in words if word[:1].isupper()) - {*common}
    return named if words and words[-1][:1].isupper() else frozenset()


def _same(one: _Told, other: _Told, many: bool) -> bool:
    """Whether a mention of a single person who was hurt may be of one who died: not where one has no name and ``many``,
    more than died, are named as hurt."""
    if many and bool(one.name) != bool(other.name):
        return False
    if one.count != 1 or other.count != 1 or one.further or other.further:
        return False
    if one.name and other.name:
        return bool(one.name & other.name)
    if one.age and other.age and one.age != other.age:
        return False
    if any(
        item.young and int(with_age.age or 0) >= _GROWN for item, with_age in ((one, other), (other, one))
    ):
        return False
    return one.sexes == other.sexes or not one.sexes or not other.sexes


def _beside(one: _Told, other: _Told) -> bool:
    """Whether mentions stand in one sentence that tells people apart: "left a man dead and a teen hurt"; "a boy" is
    "a young boy"."""
    if one.sentence != other.sentence:
        return False
    apart = one.span.end <= other.span.start or other.span.end <= one.span.start
    words, others = _words(one), _words(other)
    told = bool(words) and bool(others) and not words <= others and not others <= words
    return apart and told and not one.name & other.name


def _words(item: _Told) -> frozenset[str]:
    return frozenset(_WORD.findall(item.party.casefold()))


def _says_less(item: _Told, other: _Told) -> bool:
    """Whether a mention is of one whom its sentence describes with more words elsewhere: "a student", "the young
    student"."""
    return item.sentence == other.sentence and not item.further and _words(item) < _words(other)


def _holds_the_dead(item: _Told, killed: int, hurt: Sequence[_Told]) -> bool:
    """Whether a number of hurt people is that of the dead and of the others who were hurt: "four women were shot", two
    of whom died, "and two others are in hospital"."""
    others = [other.count for other in hurt if other.further]
    return not item.further and killed > 0 and item.count - killed in others


def _survivors(item: _Told, dead: Sequence[_Told], killed: int) -> _Told:
    """People who were hit without those of them who died."""
    apart = item.further or any(
        other.sentence == item.sentence and other.span.start < item.span.start for other in dead
    )
    if item.count > 1 and item.hit and not apart:
        return replace(item, count=max(0, item.count - killed))
    return item


def _number(told: Sequence[_Told], text: str) -> int:
    """The largest of the numbers given, the sums over lists, the names, and the people told of one by one in one
    sentence; "victims" are two only where nobody tells their number."""
    told = [item for item in told if not item.vague] or told
    singles = [item for item in told if item.count == 1]
    named = [item for item in singles if item.name]
    described = [item for item in singles if item.party and not item.name]
    listed = Counter(
        item.sentence for item in described if not any(_says_less(item, other) for other in described)
    )
    numbers = [item.count for item in told]
    return max([*numbers, *_sums(told, text), _people(named), *listed.values()], default=0)


def _sums(told: Sequence[_Told], text: str) -> Iterator[int]:
    """The sum over each list of people without names, which "and" closes: "a clerk and her two sons", but not of "four
    people, two men and two women"."""
    run: list[_Told] = []
    for item in sorted((item for item in told if not item.name), key=lambda item: item.span):
        joint = _JOINT.fullmatch(text, run[-1].span.end, item.span.start) if run else None
        run = [*run, item] if joint else [item]
        total = sum(each.count for each in run)
        if joint and joint["closed"] and 2 * run[0].count != total:
            yield total


def _people(named: Sequence[_Told]) -> int:
    """How many people names stand for: names that share a word are of one person."""
    people: list[frozenset[str]] = []
    for item in sorted(named, key=lambda item: (-len(item.name), sorted(item.name))):
        if not any(item.name & known for known in people):
            people.append(item.name)
    return len(people)
