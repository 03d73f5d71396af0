"""Whom an accusation names: "residents accused soldiers of setting fire to it" has the soldiers as suspects.

The model marks the deed and often not who is blamed. Who stands trial did nothing else there ("the trial of four men
was due to resume"). Invariant: a row stands on the object of an active verb of accusing, where no row for a party
stands yet, and goes back to the nearest row of its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from standoff.extraction.chains.blaming import blames
from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.grammar.clauses import has_case, noun_phrase, passive, subject
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.names.accused import LEGAL
from standoff.extraction.names.meant import HE
from standoff.extraction.slots.row import PARTIES, Missing, Row, filled
from standoff.extraction.slots.suspected import is_party
from standoff.records import EVENT_TYPES

_PLEADS, _TRIAL = "who answers the charge", "whose trial it is"
_TRIED = {"actor": "target", "actor_count": "target_count", "suspect": "target"}


def with_accused(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, with those whom active verbs of accusing name as suspects.

    Who pleads, or stands trial, is the target of that, and whose member they are tells nothing of another event.
    """
    pleading = (row._replace(slot="target", rule=_PLEADS) if _pleads(page, row) else row for row in rows)
    tried = [
        row._replace(slot=_TRIED[row.slot], rule=_TRIAL)
        if row.slot in _TRIED and _is_tried(page, row)
        else row
        for row in pleading
        if row.slot != "affiliation" or _is_legal(page, row) or not _is_tried(page, row)
    ]
    return filled(page, tried, _accused(page) if rows else ())


def _is_tried(page: Page, row: Row) -> bool:
    """Whether a row is of whose trial it is: "the trial of [four members of the League]", or of whom a court deals
    with: "[a former officer] was sentenced"."""
    word = top_of(page, row.at)
    verb = page.heads[word] if page.relations[word] == "nsubj" else -1
    if verb >= 0 and page.forms[verb] in words("grammar", "judged") and passive(page, verb):
        return _is_legal(page, row)
    while page.relations[word] == "nmod" and has_case(page, word, ("of",)):
        word = page.heads[word]
        if page.forms[word] in words("grammar", "trials"):
            return True
    return False


def _pleads(page: Page, row: Row) -> bool:
    """Whether a row is of who answers a charge, read as the one who does something in the trial."""
    verb = page.heads[top_of(page, row.at)] if row.slot in ("actor", "suspect") else -1
    if verb < 0 or page.forms[verb] not in words("grammar", "pleading") or row.at.last > verb:
        return False
    return _is_legal(page, row) and "guilty" in page.forms[verb + 1 : verb + 3]


def _is_legal(page: Page, row: Row) -> bool:
    """Whether the model takes a row for one of an arrest or a trial."""
    return EVENT_TYPES[int(page.reading.slot_types[row.number].argmax())] in LEGAL


def _accused(page: Page) -> Iterator[Missing]:
    yield from _in_court(page)
    for verb in page.where(_accusing()):
        if page.tags[verb] == "VERB" and not passive(page, verb) and (at := _blamed(page, verb)):
            yield Missing("suspect", at, "whom a verb of accusing names", PARTIES)
    for verb in page.where(words("grammar", "holding")):
        whom = page.child(verb, "obj") if blames(page, verb) is not None else None
        if whom is not None and _is_party(page, whom):
            yield Missing("suspect", noun_phrase(page, whom), "who is held responsible", PARTIES)


def _in_court(page: Page) -> Iterator[Missing]:
    """Who is due in court or appears there, by name or pronoun: "[he] is due in court on Thursday"."""
    for court in page.where(("court",)):
        if " ".join(page.forms[max(0, court - 2) : court]) not in words("grammar", "in_court"):
            continue
        who = subject(page, court - 2)
        known = who is not None and (page.entity_labels.get(who) == "person" or page.forms[who] in HE)
        if who is not None and known and (page.tags[who] == "PRON" or page.named(who)):
            yield Missing("target", noun_phrase(page, who), "who is due in court", PARTIES)


@cache
def _accusing() -> frozenset[str]:
    return frozenset(form for form, cue in verbs().items() if cue.accusing)


def _blamed(page: Page, verb: int) -> Stretch | None:
    """The accused of an active verb: its object, or whom something is blamed "on" or attributed "to"."""
    own = subject(page, verb)
    thing = page.child(verb, "obj") or _behind(page, verb)
    if thing is None and own is not None and own > verb and page.relations[verb] == "conj":
        thing, own = own, subject(page, page.heads[verb])  # "put it at six and accused [the army] of it"
    if thing is None or own is None or own == thing:
        return None
    mark = _marks().get(verbs()[page.forms[verb]].lemma)
    whom = (
        word for word in page.children[verb] if any(page.forms[kid] == mark for kid in page.children[word])
    )
    head = next(whom, None if mark == "to" else thing)
    if head is None:
        return None
    return noun_phrase(page, head) if _is_party(page, head) else None


def _is_party(page: Page, word: int) -> bool:
    """Whether a word is a noun for people, or "him", "them"."""
    return page.forms[word] in section("tolls", "violence")["pronouns"] or is_party(page, word)


def _behind(page: Page, verb: int) -> int | None:
    """The last of two subjects that the tree gives a verb, the one behind it: "residents accused [soldiers] of it"."""
    subjects = [kid for kid in page.children[verb] if page.relations[kid] == "nsubj"]
    return subjects[-1] if len(subjects) > 1 and subjects[0] < verb < subjects[-1] else None


@cache
def _marks() -> dict[str, str]:
    """By verb, what stands before the accused when the object is the deed: "blamed it on them"."""
    pairs = (line.partition(" ") for line in words("grammar", "deed_first"))
    return {verb: mark for verb, _, mark in pairs}
