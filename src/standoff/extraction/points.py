"""The model's rows to points: put right by what words and tree tell, then valued; and tolls that only the tree shows.

Invariant: a point stands in the report's words and goes back to a row of the model's table, its own or the nearest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from standoff.extraction.chains.claimants import with_claimants
from standoff.extraction.chains.own_deeds import with_own_deeds
from standoff.extraction.grammar.clauses import noun_phrase, subject
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.accused import with_accused
from standoff.extraction.slots.apart import with_fellows_apart
from standoff.extraction.slots.blamed import with_blamed
from standoff.extraction.slots.borne_out import with_borne_out
from standoff.extraction.slots.casualties import with_casualties
from standoff.extraction.slots.causes import with_causes
from standoff.extraction.slots.counted import counts
from standoff.extraction.slots.crowds import with_crowds
from standoff.extraction.slots.damages import with_damages
from standoff.extraction.slots.fates import suiting, with_named_fates
from standoff.extraction.slots.hostages import with_hostages
from standoff.extraction.slots.idle import is_idle
from standoff.extraction.slots.losses import with_losses
from standoff.extraction.slots.memberships import with_memberships
from standoff.extraction.slots.mines import with_mines
from standoff.extraction.slots.mishaps import with_mishaps
from standoff.extraction.slots.named import with_named
from standoff.extraction.slots.named_people import with_named_people
from standoff.extraction.slots.present import with_present
from standoff.extraction.slots.responses import with_responses
from standoff.extraction.slots.rivals import beaten
from standoff.extraction.slots.row import Nearest, Row, by_sentence, nearest, words_of
from standoff.extraction.slots.rows import faint_rows, slot_rows, with_listed_people
from standoff.extraction.slots.suspected import with_suspected
from standoff.extraction.slots.taking_part import with_doers_counted, with_takers_part
from standoff.extraction.slots.tolls import find_tolls
from standoff.extraction.slots.unmanned import with_unmanned
from standoff.extraction.slots.unsettled import with_unsettled
from standoff.extraction.slots.victims import with_victims
from standoff.extraction.slots.wounds import with_wounds
from standoff.extraction.trace import Point
from standoff.extraction.values.counts import SEVERAL
from standoff.extraction.values.numerals import find_numerals
from standoff.extraction.values.rolls import Found
from standoff.extraction.values.valuing import Valuer
from standoff.records import TOLL_SLOTS, Quantity, Value
from standoff.records.explanation import Reason

_FATES = frozenset(("killed", "injured", "unharmed", "missing"))
_BELYING = {  # the fates that the tree tells of people which the model gives another
    **dict.fromkeys(_FATES, _FATES),
    "captive": frozenset(("freed", "missing")),
    "displaced": frozenset(("freed", "missing")),
    "arrested": _FATES,
}
_HURT = ("injured", "target")
_ARRESTEE = "a single arrestee is the target of the arrest"
TREE_SCORE = 0.5  # of a value that a rule over the tree finds and the model does not


def points_of(valuer: Valuer) -> Iterator[Point]:
    """The points of a report: those of the model's rows in text order, then the tolls that only the tree shows."""
    page = valuer.page
    missed = faint_rows(page)
    rows = _further(valuer, _put_right(valuer, slot_rows(page), missed), missed)
    tolls = find_tolls(page) if len(page.reading.slots) else []
    lost = beaten(page, rows)
    kept = with_crowds(page, [row for number, row in enumerate(rows) if number not in lost], missed)
    kept = with_losses(page, with_casualties(page, with_named(page, kept, missed), missed))
    kept = with_borne_out(page, with_hostages(page, kept, tolls, missed), tolls, missed)
    kept = with_doers_counted(page, [*kept, *counts(page, kept)], missed)
    belied = _belied(page, rows, tolls)
    aimed = words_of(row for row in kept if row.slot == "target")
    for row in sorted(kept, key=lambda row: (row.at.first, row.number)):
        found = None if row in belied else valuer.valued(row.slot, row.at, row.number)
        if found is not None and _is_one_arrested(page, row, found[0]):
            row = row._replace(slot="target", at=_arrestee(page, row.at), rule=_ARRESTEE)
            found = valuer.valued(row.slot, row.at, row.number) if aimed.isdisjoint(range(*row.at)) else None
        if found is not None:
            told = (Reason(row.rule), *found[1]) if row.rule else found[1]
            score = max(row.score, TREE_SCORE) if row.rule else row.score
            yield Point(row.number, row.slot, row.at, found[0], score, told)
    yield from _tolls(valuer, tolls, [row for row in kept if row not in belied], kept, missed)


def _put_right(valuer: Valuer, rows: list[Row], missed: Sequence[Row]) -> list[Row]:
    """The rows, each in the slot that its sentence gives its words: people by name, fates, lists, the accused, the
    suspected, who took part, who claims it."""
    page = valuer.page
    rows = with_named_fates(page, with_named_people(page, with_fellows_apart(page, rows)))
    rows = with_victims(page, with_present(page, with_listed_people(page, rows), missed), missed)
    rows = with_takers_part(page, with_mines(page, with_suspected(page, with_accused(page, rows))))
    rows = with_unmanned(page, rows)
    return with_own_deeds(valuer.chains, with_claimants(valuer.chains, rows, missed))


def _further(valuer: Valuer, rows: list[Row], missed: Sequence[Row]) -> list[Row]:
    """The rows, with what words beside them tell: causes, blame, mishaps, responses, questions, members."""
    page = valuer.page
    rows = with_blamed(page, valuer.chains.parties.names, with_causes(page, rows))
    rows = with_responses(page, with_damages(page, with_mishaps(page, rows), missed), missed)
    return with_wounds(page, with_memberships(page, with_unsettled(page, rows, missed)))


def _words_for(page: Page, row: Row) -> Iterator[int]:
    """The words of a row, and the noun beside which it stands: "[the envoy], Ana Bly, escaped unhurt"."""
    yield from range(*row.at)
    top = top_of(page, row.at)
    if page.relations[top] == "appos":
        yield page.heads[top]


def _belied(page: Page, rows: Sequence[Row], tolls: Sequence[Found]) -> set[Row]:
    """Rows that give people another fate than the tree does ("two others survived" read as
    killed, "freeing six hostages" as captive too)."""
    fates: dict[int, set[str]] = defaultdict(set)
    for fate, at in tolls:
        for word in range(*at):
            fates[word].add(fate)
    freed = words_of(row for row in rows if row.slot == "freed")
    belied: set[Row] = set()
    for row in (row for row in rows if row.slot in _BELYING):
        told = {fate for word in _words_for(page, row) for fate in fates.get(word, ())}
        doubted = row.slot != "captive" or "missing" in told or not freed.isdisjoint(range(*row.at))
        if doubted and row.slot not in told and not told.isdisjoint(_BELYING[row.slot]):
            belied.add(row)
    return belied


def _tolls(
    valuer: Valuer,
    tolls: Sequence[Found],
    known: Sequence[Row],
    read: Sequence[Row],
    missed: Sequence[Row],
) -> Iterator[Point]:
    """The tolls that the tree shows and the model has not; each in the event of the slot nearest to it, be that one
    that is not known to be right; where the report has none, of what the model just misses there."""
    owners = _near_rows(valuer.page, tolls, known or read) or _missed_rows(valuer.page, tolls, missed)
    rows = [row._replace(slot=slot, at=at) for row, (slot, at) in owners]
    held = {slot: words_of(row for row in known if row.slot == slot) for slot in TOLL_SLOTS}
    seen = words_of(row for row in (*read, *missed) if row.slot in _HURT)
    for row in with_named_fates(valuer.page, rows):
        taken = not held[row.slot].isdisjoint(range(*row.at))
        idle = valuer.page.part_at(row.at.first) in ("title", "header") or is_idle(
            valuer.page, row.slot, row.at
        )
        found = None if taken or idle else valuer.valued(row.slot, row.at)
        value, why = found or (None, ())
        if isinstance(value, Quantity) and not _is_loose(valuer.page, row, value, seen):
            yield Point(row.number, row.slot, row.at, value, TREE_SCORE, why, by_model=False)


def _is_one_arrested(page: Page, row: Row, value: Value) -> bool:
    """Whether a toll is of a single arrestee, who is the target of the arrest alone (gold/DECISIONS.md); "one was
    captured" and "any of them" count."""
    if row.slot != "arrested" or not isinstance(value, Quantity) or value.high != 1:
        return False
    words = page.words[slice(*row.at)]
    return not find_numerals(words, 0, len(words)) and "any" not in page.forms[slice(*row.at)]


def _arrestee(page: Page, at: Stretch) -> Stretch:
    """Who is arrested, without the verb that a toll's words may hold: "[he] was nabbed"."""
    top = top_of(page, at)
    who = subject(page, top) if page.tags[top] == "VERB" else None
    return noun_phrase(page, who) if who is not None and at.holds(who) else at


def _is_loose(page: Page, row: Row, value: Quantity, seen: Collection[int]) -> bool:
    """Whether a toll of the tree is too little to stand: one person who is arrested, but for one of several ("six died
    and one was captured"); an injured one at whose words the model has ``seen`` nobody hurt or aimed at, be it only
    just, and who did not do it to himself."""
    if row.slot == "arrested":
        return value.high == 1 and not any(_is_one_of_them(page, word) for word in range(*row.at))
    words, selves = range(*row.at), section("tolls", "people")["selves"]
    uncounted = row.slot == "injured" and (value.low, value.high) in ((1, 1), SEVERAL)
    return uncounted and not any(word in seen or page.forms[word] in selves for word in words)


def _is_one_of_them(page: Page, word: int) -> bool:
    """Whether a word is a "one" that stands for a whole phrase."""
    return page.forms[word] == "one" and page.relations[word] in ("nsubj", "obj")


def _near_rows(page: Page, tolls: Sequence[Found], rows: Sequence[Row]) -> list[tuple[Row, Found]]:
    """Each toll with the row nearest to it, of those in its sentence that suit it where there are any."""
    told, near = by_sentence(page, rows), Nearest(rows)
    found = []
    for slot, at in tolls if rows else ():
        fitting = suiting(page, told.get(page.sentence[at.first], ()), slot)
        found.append((nearest(fitting, at) if fitting else near.to(at), (slot, at)))
    return found


def _missed_rows(page: Page, tolls: Sequence[Found], missed: Sequence[Row]) -> list[tuple[Row, Found]]:
    """Each toll with the row nearest to it of those that the model just misses on its words, else in its sentence,
    where there is one."""
    found, near = [], by_sentence(page, missed)
    for slot, at in tolls:
        if beside := [row for row in missed if row.at.meets(at)] or near.get(page.sentence[at.first], []):
            found.append((nearest(suiting(page, beside, slot) or beside, at), (slot, at)))
    return found
