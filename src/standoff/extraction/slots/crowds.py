"""Whom somebody uses force on, where the model has them as who did it: "police fired tear gas at the protesters".

A crowd is the actor of its protest and the target of what police do to it. The verbs are in ``tolls.toml``. Invariant:
a row as a target stands where the model sees somebody, or just misses it, on whom another actor of the sentence uses
force; as actors they stay where the model sees a protest or riot.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from standoff.extraction.chains.telling_nouns import by_whom
from standoff.extraction.grammar.clauses import begins_with_the, doer, has_case, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.slots.row import Row, by_sentence
from standoff.records import EVENT_TYPES

_TARGETS = {"actor": "target", "actor_count": "target_count"}
_PARTS = frozenset((*_TARGETS, *_TARGETS.values()))
_RULE = "on whom force was used"
_CROWDED = [EVENT_TYPES.index(kind) for kind in ("protest", "riot")]
_OWN = 0.5  # of what the model makes of an event: from here on it is the crowd's own


def with_crowds(page: Page, rows: Sequence[Row], missed: Sequence[Row]) -> list[Row]:
    """The rows, actors on whom other actors use force as the targets of these, and targets that the tree bears out, be
    they just ``missed``."""
    told = by_sentence(page, (row for row in rows if row.slot == "actor"))
    further = [row for row in missed if _is_new(page, row) and not _has(rows, _PARTS, row.at)]
    every = [*rows, *further] if told else rows
    used = {row.at: _by(page, row, told[page.sentence[row.at.first]]) for row in every if row.slot in _PARTS}
    known = [new for row in rows for new in _parts(page, row, used.get(row.at), rows)]
    return [*known, *(row._replace(rule=_RULE) for row in further if used.get(row.at))]


def _is_new(page: Page, row: Row) -> bool:
    """Whether a row is of targets who are told of for the first time."""
    if row.slot != "target":
        return False
    return page.tags[top_of(page, row.at)] != "PRON" and not begins_with_the(page, row.at)


def user_of_force(page: Page, at: Stretch) -> int | None:
    """Who does what words tell of, where that is a use of force: "[pushed the crowd back]", "[to disperse them]"."""
    deed = top_of(page, at)
    forceful = any(page.forms[deed] in word_set("tolls", "force", how) for how in ("wielding", "striking"))
    return doer(page, deed) if forceful and page.tags[deed] == "VERB" and not passive(page, deed) else None


def _parts(page: Page, row: Row, by: Row | None, rows: Sequence[Row]) -> Iterator[Row]:
    """A row as the actor that it is, as the target that it is of another actor, or as both."""
    if by is None or row.slot not in _PARTS:
        yield row
    elif row.slot in _TARGETS:
        if page.reading.slot_types[row.number][_CROWDED].sum() >= _OWN:
            yield row
        if not _has(rows, (_TARGETS[row.slot],), row.at):
            yield by._replace(slot=_TARGETS[row.slot], at=row.at, rule=_RULE)
    else:
        twin = any(each.slot in _TARGETS and each.at == row.at for each in rows)
        yield row._replace(number=by.number if twin else row.number, rule=_RULE)


def _has(rows: Sequence[Row], slots: Collection[str], at: Stretch) -> bool:
    """Whether a row of one of these slots shares words with a stretch."""
    return any(row.slot in slots and row.at.meets(at) for row in rows)


def _by(page: Page, row: Row, actors: Sequence[Row]) -> Row | None:
    """The other actor that uses force on the people of a row."""
    who = _doer_of_force(page, _whole(page, top_of(page, row.at)))
    if who is None or row.at.holds(who):
        return None
    return next((each for each in actors if each.at.holds(who) and not each.at.meets(row.at)), None)


def _whole(page: Page, noun: int) -> int:
    """The word on which a clause hangs people: "[thousands] of protesters"."""
    counted = page.relations[noun] == "nmod" and has_case(page, noun, ("of",))
    return page.heads[noun] if counted else noun


def _doer_of_force(page: Page, whom: int) -> int | None:
    """Who uses force on some people: the object or passive subject of its verb, or those "at" whom it is used."""
    verb, relation, table = page.heads[whom], page.relations[whom], section("tolls", "force")
    striking = word_set("tolls", "force", "striking")
    aimed = has_case(page, whom, table["upon"])
    if aimed and relation == "nmod" and page.tags[verb] == "NOUN":
        verb, relation = page.heads[verb], "obl"  # "used tear gas against them"
    form = page.forms[verb] if verb >= 0 else ""
    if form in striking and passive(page, verb):
        return by_whom(page, verb) if relation == "nsubj" else None
    bare = relation == "obl" and not any(page.relations[kid] == "case" for kid in page.children[whom])
    struck = (bare or relation == "obj") and form in striking
    shot_at = aimed and relation == "obl" and form in (*table["wielding"], *table["striking"])
    return doer(page, verb) if struck or shot_at else None
