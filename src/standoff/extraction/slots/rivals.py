"""Which of the model's rows for the same words stands: one role, one fate, one thing said.

Invariant: of two rows of rivals on the same words, one is beaten, but for two fates that the sentence has words for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from standoff.extraction.grammar.clauses import does, negation, passive, shared_verbs
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.fates import tells
from standoff.extraction.slots.row import PARTIES, TEXTS, Row
from standoff.extraction.slots.surety import is_unsure
from standoff.extraction.slots.suspected import is_tried
from standoff.records import EVENT_TYPES, TOLL_SLOTS

RIVALS = (PARTIES, TEXTS, TOLL_SLOTS)
_PARTS = frozenset(("actor", "target"))  # that somebody may have both, by two verbs

_COUNTED = {"actor_count": "actor", "target_count": "target"}


def beaten(page: Page, rows: Sequence[Row]) -> set[int]:
    """The numbers of the rows that say of the same words something else than a better row does.

    Better is what its sentence has a word for ("captive", not "freed"), then what befalls people in events of its
    type, then what the model is sure enough of to stand, then what has the higher score; people may have two fates that
    the sentence has words for ("rescued unharmed").
    """
    named, fitting = _named(page, rows), _fitting(page, rows)
    lost: set[int] = set()
    for rivals in RIVALS:
        kept: dict[int, list[int]] = defaultdict(list)  # numbers of rows, by word
        numbers = (number for number, row in enumerate(rows) if row.slot in rivals)
        for number in sorted(
            numbers,
            key=lambda at: (at not in named, at not in fitting, is_unsure(rows[at]), -rows[at].score),
        ):
            others = {other for word in range(*rows[number].at) for other in kept.get(word, ())}
            if any(_excludes(page, rows, number, other, named) for other in others):
                lost.add(number)
                continue
            for word in range(*rows[number].at):
                kept[word].append(number)
    return lost | _miscounted(rows)


def _miscounted(rows: Sequence[Row]) -> set[int]:
    """Rows that count the same words as those of another part than they play: two targets are no two actors too."""
    lost: set[int] = set()
    for number, row in enumerate(rows):
        if row.slot in _COUNTED:
            (other,) = (slot for slot in _COUNTED if slot != row.slot)
            twins = any(each.slot == other and _same(each.at, row.at) for each in rows)
            playing = {
                slot
                for slot, part in _COUNTED.items()
                for each in rows
                if each.slot == part and each.at.meets(row.at)
            }
            if twins and playing == {other}:
                lost.add(number)
    return lost


def _excludes(page: Page, rows: Sequence[Row], one: int, other: int, named: AbstractSet[int]) -> bool:
    if not _same(rows[one].at, rows[other].at):
        return False
    both = rows[one].slot != rows[other].slot and named >= {one, other}
    both = both or _is_denied(page, rows[one]) != _is_denied(page, rows[other])
    both = both or _belongs(page, rows[one], rows[other]) or _belongs(page, rows[other], rows[one])
    both = both or _has_two_parts(page, rows[one], rows[other])
    return not (both or is_tried(page, rows[one], rows[other]) or is_tried(page, rows[other], rows[one]))


def _is_denied(page: Page, row: Row) -> bool:
    """Whether the verb of its own fate is denied of people, who then have another: "were not [killed] but captured"."""
    verb = does(page, top_of(page, row.at)) if row.slot in TOLL_SLOTS else -1
    fated = verb >= 0 and page.forms[verb] in section("parties", "tolls").get(row.slot, ())
    return fated and negation(page, verb) is not None


def _belongs(page: Page, member: Row, group: Row) -> bool:
    """Whether one names the group of which the other are members: "two men of [the Vale Front]"."""
    after = member.at.first < group.at.first and page.forms[group.at.first - 1] in ("of", "from")
    return group.slot == "affiliation" != member.slot and after


def _has_two_parts(page: Page, one: Row, other: Row) -> bool:
    """Whether somebody does one thing and undergoes another that is joined to it: "[a man] tried to flee but was
    caught"."""
    verbs = shared_verbs(page, top_of(page, one.at)) if {one.slot, other.slot} == _PARTS else []
    deeds = (each for each in verbs if page.child(each, "obj", "xcomp") is not None)
    return any(passive(page, each) for each in verbs) and any(not passive(page, each) for each in deeds)


def _same(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches share more than half of the words that they cover together."""
    shared = min(one.last, other.last) - max(one.first, other.first)
    return 2 * shared > max(one.last, other.last) - min(one.first, other.first)


def _named(page: Page, rows: Sequence[Row]) -> set[int]:
    """Rows of tolls in whose sentence a word of that very toll stands; "hostages" only says who they are."""
    return {
        number for number, row in enumerate(rows) if row.slot in TOLL_SLOTS and tells(page, row.at, row.slot)
    }


def _fitting(page: Page, rows: Sequence[Row]) -> set[int]:
    """Rows of the toll that goes with the type that the model gives their event: the freed with a release."""
    fates = section("events", "fates")
    kinds = page.reading.slot_types.argmax(1).tolist() if rows else []
    return {
        number for number, row in enumerate(rows) if fates.get(EVENT_TYPES[kinds[row.number]]) == row.slot
    }
