"""Whether a claim is what a case says: by the rules of the claims guide, section 6.

Numbers agree when both bounds do, times when they cover the same seconds, entities and places by their head words,
texts by a share of their words, chains link by link.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.chains import names_agree, words
from cases.notation import NUMBER, STANDINGS, TIME, Pattern
from standoff.records import (
    CERTAINTIES,
    EVENT_TYPES,
    POLARITIES,
    REALES,
    Claim,
    Entity,
    Place,
    Quantity,
    Reading,
    Text,
    Time,
)

Fits = Callable[[Pattern, Claim, Reading], bool]

_ENDS_HEAD = frozenset(
    """of in on at near from with for to by outside inside around across between under over against about behind after
    before during who which that whose where""".split()
)
_SAME_ENTITY, _SAME_TEXT = 0.5, 0.4  # shares of words in common


def fitting(pattern: Pattern, claims: Sequence[Claim], reading: Reading) -> tuple[list[Claim], str | None]:
    """The claims that are as the pattern has them, in all but the event's label; else what the last of them lacked."""
    left = list(claims)
    for name, fits in ASPECTS.items():
        left = [claim for claim in left if fits(pattern, claim, reading)]
        if not left:
            return [], name
    return left, None


def _words_agree(pattern: Pattern, claim: Claim, reading: Reading) -> bool:
    return pattern.at is None or any(pattern.at.touches(span) for span in claim.evidence)


def _slot_agrees(pattern: Pattern, claim: Claim, reading: Reading) -> bool:
    return pattern.slot in (None, claim.slot)


def _chain_agrees(pattern: Pattern, claim: Claim, reading: Reading) -> bool:
    """Link by link, by the words of the names."""
    told = pattern.chain
    return told is None or (
        len(told) == len(claim.chain)
        and all(names_agree(link.name, source.name) for link, source in zip(told, claim.chain, strict=True))
    )


def _kinds_agree(pattern: Pattern, claim: Claim, reading: Reading) -> bool:
    """Identification and kind of each link, where they are given."""
    links = zip(pattern.chain or (), claim.chain, strict=False)
    return all({*link.facts} <= {source.identification, source.kind} for link, source in links)


def _value_agrees(pattern: Pattern, claim: Claim, reading: Reading) -> bool:
    told = pattern.value or (pattern.at.quote(reading.report.text) if pattern.at else None)
    match claim.value:
        case Quantity():
            return pattern.value is None or numbers_agree(pattern.value, claim.value)
        case Time(start, end):
            return pattern.value is None or times_agree(pattern.value, start, end)
        case Text(text):
            return told is None or share(words(told), words(text)) >= _SAME_TEXT
        case Entity(text) | Place(text):
            return told is None or entities_agree(told, text)


def numbers_agree(told: str, found: Quantity) -> bool:
    """``3``, ``3+``, ``..3``, ``3..5``, with ``~`` before it where it is about so many, and whom it counts after it."""
    read = NUMBER.fullmatch(told)
    if not read:
        return False
    low = int(read["low"]) if read["low"] else None
    high = int(read["high"]) if read["high"] else None if read["more"] else low
    party = not read["party"] or (found.party is not None and entities_agree(read["party"], found.party))
    return (low, high) == (found.low, found.high) and party and (not read["about"] or found.approx)


def times_agree(told: str, start: str, end: str) -> bool:
    """Whether ``2024-05``, ``2024-05-15T10:00`` or ``2024-05-14..2024-05-15`` covers what start and end do."""
    if not TIME.fullmatch(told):
        return False
    first, _, last = told.partition("..")
    return (_opened(first, False), _opened(last or first, True)) == (
        _opened(start, False),
        _opened(end, True),
    )


def _opened(stamp: str, last: bool) -> str:
    """One end of an interval to the second: a day, month or year opens to its first or last."""
    year, month, day = ((stamp.split("T")[0]) + "--").split("-")[:3]
    month = month or ("12" if last else "01")
    day = day or (str(monthrange(int(year), int(month))[1]) if last else "01")
    clock = stamp.partition("T")[2] or ("23:59:59" if last else "00:00:00")
    return f"{year}-{month}-{day}T{clock if clock.count(':') > 1 else f'{clock}:00'}"


def _notes(group: Callable[[str], bool]) -> Fits:
    """Whether the notes of one group are so."""
    return lambda pattern, claim, reading: all(
        _note_agrees(note, claim, reading) for note in pattern.notes if group(note)
    )


def _note_agrees(note: str, claim: Claim, reading: Reading) -> bool:
    label, colon, rest = note.partition(":")
    if colon and label == "at":
        return isinstance(claim.value, Place) and claim.value.country == rest
    if colon:
        return any(hedge.level == label and names_agree(rest, hedge.text) for hedge in claim.hedges)
    if note in EVENT_TYPES:
        return claim.type == note
    if note in STANDINGS:
        return any(event.id == claim.event and event.standing == note for event in reading.events)
    is_label = note[0] == "e" and note[1:].isdigit()
    return is_label or note in (claim.polarity, claim.certainty, claim.realis)


def share(one: list[str], other: list[str]) -> float:
    """F1 of the words that two phrases have in common, 0 to 1."""
    return 2 * (Counter(one) & Counter(other)).total() / ((len(one) + len(other)) or 1)


def entities_agree(one: str, other: str) -> bool:
    """Whether the head words of one are in the other, or half of their words are the same."""
    left, right = words(one), words(other)
    heads = ((_head(left), right), (_head(right), left))
    return share(left, right) >= _SAME_ENTITY or any(head and head <= {*rest} for head, rest in heads)


def _head(listed: list[str]) -> set[str]:
    start = next((i for i, word in enumerate(listed) if word not in _ENDS_HEAD), len(listed))
    end = next((i for i in range(start, len(listed)) if listed[i] in _ENDS_HEAD), len(listed))
    return {*listed[start:end]}


ASPECTS: dict[str, Fits] = {
    "words": _words_agree,
    "slot": _slot_agrees,
    "value": _value_agrees,
    "chain": _chain_agrees,
    "kind of source": _kinds_agree,
    "type": _notes(lambda note: note in EVENT_TYPES),
    "standing": _notes(lambda note: note in STANDINGS),
    "manner": _notes(lambda note: note in (*POLARITIES, *CERTAINTIES, *REALES)),
    "hedge or country": _notes(lambda note: ":" in note),
}
