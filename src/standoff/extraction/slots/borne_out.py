"""Rows that the model is unsure of, or just misses, and that the words around them bear out.

By themselves about a third of them are right. Where a toll tells what befell the same people, a verb of violence what
they underwent, "by", a number or captives who did it, or "and" that they go with others of whom the model is sure, it
is every second. Invariant: a row that is borne out keeps its slot, its words and its number in the model's table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from standoff.extraction.grammar.clauses import begins_with_the, has_case, passive
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Row, words_of
from standoff.extraction.slots.surety import is_unsure
from standoff.extraction.values.rolls import Found

_DOERS = ("actor", "actor_count")
_FATES = ("killed", "injured", "captive")
_LISTED = frozenset(("actor", "target", "suspect", "place", "damage"))  # several of which "and" joins
_HARMED, _STRUCK = "whom a toll tells of", "whom a verb of violence befell"
_FELLOW, _DOES = "joined to one of which the model is sure", "who did it, by 'by' or by their number"
_HOLDS = "who takes or holds captives"


class _Known(NamedTuple):
    """What a report tells besides: words of those who came to harm, of captives and freed ones, of numbers of actors,
    heads of sure rows."""

    harmed: set[int]
    held: set[int]
    counted: set[int]
    sure: Mapping[str, set[int]]


def with_borne_out(
    page: Page, rows: Sequence[Row], tolls: Iterable[Found], missed: Sequence[Row]
) -> list[Row]:
    """The rows, those that the model is unsure of with what bears them out, and of those that it just ``missed`` those
    that something bears out, where no row of their slot has their words. ``tolls`` are those of the tree."""
    known = _known(page, rows, tolls, missed)
    kept = [row._replace(rule=_sign(page, row, known)) if is_unsure(row) else row for row in rows]
    held: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        held[row.slot].update(range(*row.at))
    further = (row for row in missed if held[row.slot].isdisjoint(range(*row.at)))
    signed = (row._replace(rule=_sign(page, row, known)) for row in further)
    return [*kept, *(row for row in signed if row.rule and (row.slot != "actor" or row.rule != _DOES))]


def _known(page: Page, rows: Sequence[Row], tolls: Iterable[Found], missed: Sequence[Row]) -> _Known:
    harmed = words_of(row for row in rows if row.slot in _FATES)
    harmed |= {word for fate, at in tolls if fate in _FATES for word in range(*at)}
    sure: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.slot in _LISTED and not is_unsure(row):
            sure[row.slot].add(top_of(page, row.at))
    held = words_of(row for row in rows if row.slot in ("captive", "freed"))
    return _Known(harmed, held, words_of(row for row in (*rows, *missed) if row.slot == "actor_count"), sure)


def _sign(page: Page, row: Row, known: _Known) -> str:
    """What bears a row out; "" where nothing does."""
    top = top_of(page, row.at)
    if row.slot == "target" and _is_somebody(page, row, top, known):
        if not known.harmed.isdisjoint(range(*row.at)):
            return _HARMED
        if page.entity_labels.get(top) == "person" and _is_struck(page, top, "verbs"):
            return _STRUCK
    if (
        row.slot == "target"
        and row.score >= section("idle", "borne_out")["target"]
        and (_is_struck(page, top, "assaults") or _is_hit(page, top))
    ):
        return _STRUCK
    if row.slot in _LISTED and _is_fellow(page, top, known.sure[row.slot]):
        return _FELLOW
    if row.slot in _DOERS and _holds(page, top, known.held):
        return _HOLDS
    return _DOES if row.slot == "actor" and _does(page, row, top, known.counted) else ""


def _is_somebody(page: Page, row: Row, top: int, known: _Known) -> bool:
    """Whether a target that the model has at least just missed is told of for the first time: no pronoun, and not
    "the man", but for one who is taken ("took the envoy hostage")."""
    taken = top in known.held and page.forms[top] not in section("events", "fates")["people"]
    seen = row.score >= section("idle", "borne_out")["target"]
    return seen and page.tags[top] != "PRON" and (taken or not begins_with_the(page, row.at))


def _is_struck(page: Page, word: int, verbs: str) -> bool:
    """Whether a noun is the object of a verb of violence, or the subject of its passive."""
    verb = page.heads[word]
    if verb < 0 or page.tags[verb] != "VERB" or page.forms[verb] not in section("tolls", "violence")[verbs]:
        return False
    return page.relations[word] == ("nsubj" if passive(page, verb) else "obj")


def _is_hit(page: Page, word: int) -> bool:
    """Whether a noun is what something crashed or was driven into."""
    verb = page.heads[word]
    hits = verb >= 0 and page.forms[verb] in section("tolls", "violence")["impacts"]
    return hits and has_case(page, word, ("into",))


def _is_fellow(page: Page, word: int, sure: set[int]) -> bool:
    """Whether a noun is an item of a list of which another is sure."""
    first = page.heads[word] if page.relations[word] == "conj" else word
    items = (
        {first, *(kid for kid in page.children[first] if page.relations[kid] == "conj")}
        if first >= 0
        else set()
    )
    return not sure.isdisjoint(items - {word})


def _holds(page: Page, word: int, held: set[int]) -> bool:
    """Whether a noun is the subject of a verb whose object is captive, and not set free."""
    verb = page.heads[word]
    if verb < 0 or page.relations[word] != "nsubj" or page.tags[verb] != "VERB":
        return False
    freed = page.forms[verb] in section("parties", "tolls")["freed"]
    return page.child(verb, "obj") in held and not freed


def _does(page: Page, row: Row, top: int, counted: set[int]) -> bool:
    """Whether words are those of who did something by its passive, did harm, or tell the number of those who did."""
    verb = page.heads[top]
    agent = (
        verb >= 0 and passive(page, verb) and page.relations[top] == "obl" and has_case(page, top, ("by",))
    )
    return agent or _strikes(page, top) or not counted.isdisjoint(range(*row.at))


def _strikes(page: Page, word: int) -> bool:
    """Whether a noun is the subject of a verb that harms what is its object: "[a gunboat] had sunk a launch"."""
    verb = page.heads[word]
    if verb < 0 or page.relations[word] != "nsubj" or passive(page, verb) or page.child(verb, "obj") is None:
        return False
    return page.forms[verb] in {
        *section("events", "damages")["verbs"],
        *section("tolls", "violence")["assaults"],
    }
