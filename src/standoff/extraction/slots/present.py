"""People who are only told to have been there: "crashed with 45 people on board, including three children", "was
carrying 350 people when it caught fire"; and survivors, of whom no other fate is told.

Where they were tells not what befell them: they are counted as targets. Invariant: only tolls change, and they
and what is added only come to `target_count`; where the clause of the people has a word for their fate, they keep it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import VERBS
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Missing, Row, filled
from standoff.records import COUNT_SLOTS, TOLL_SLOTS

_RULE = "people who are told to have been there"
_HELD = ("captive", "arrested", "missing")  # who is held or lost somewhere is told to be there as well
_SHOWN = ("captive", "missing")  # of these, those that a word for it tells
_FATES = frozenset(TOLL_SLOTS).difference(_HELD)
_ENDS = frozenset(("PUNCT", "CCONJ", "SCONJ"))  # tags of words that end a clause
_BEFORE_NUMBER = ("ADV", "ADJ", "ADP", "DET", "NUM")
_COUNTED = 3  # words on from "and" that a number and its noun end
_ASIDE = 6  # words between a number of people and "including" or the like


def with_present(page: Page, rows: Sequence[Row], missed: Sequence[Row] = ()) -> list[Row]:
    """The rows, tolls of people who are only told to have been there as numbers of targets, and so are their parts;
    with counted people of whom the model reads nothing. ``missed`` are rows that it just misses."""
    rows = filled(page, rows, _counted(page), missed)
    there = [row for row in rows if _may_be_there(page, row) and _is_present(page, row.at)]
    made = [_at(row) if row in there or _is_joined(page, row, there) else row for row in rows]
    made = [_at(row, "unharmed") if _is_survivors(page, row) else row for row in made]
    parts = {row: slot for row in made if row.slot in _FATES and (slot := _part(page, row, made))}
    ends = {row.at.last: slot for row, slot in parts.items()}
    return [_at(row, slot) if (slot := parts.get(row) or _joined(page, row, ends)) else row for row in made]


def _counted(page: Page) -> Iterator[Missing]:
    """Counted people who "were" somewhere when something happened: "[some 60 people] were at work when it fell"."""
    whens = section("tolls", "present")["when"]
    for be in page.where(("were", "was")):
        who = page.child(page.heads[be], "nsubj") if page.heads[be] >= 0 else None
        if who is None or who >= be or page.child(who, "nummod") is None or be != noun_phrase(page, who).last:
            continue
        at = noun_phrase(page, who)
        when = page.forms[_clause_end(page, at) : _clause_end(page, at) + 1]
        people = page.entity_labels.get(who) in ("person", None)
        if people and when and when[0] in whens and _is_present(page, at):
            yield Missing("target_count", at, _RULE, COUNT_SLOTS)


def _at(row: Row, slot: str = "target_count") -> Row:
    return row._replace(slot=slot, rule=_RULE)


def _may_be_there(page: Page, row: Row) -> bool:
    """Whether a number is a toll of people who need not be where they were: who is missing or captive is so by a word
    for it."""
    if row.slot not in _SHOWN:
        return row.slot in _FATES
    table, forms = section("tolls", "present"), page.line(page.sentence[row.at.first]).forms
    if row.slot == "captive" and {*table["aboard"], *table["carry"]}.isdisjoint(forms):
        return False  # "seven more inside" are held
    return {*section("parties", "tolls")[row.slot], *table["lost"]}.isdisjoint(forms)


def _is_present(page: Page, at: Stretch) -> bool:
    """Whether the clause of some people says where they were or what they did there, and nothing else of them."""
    table, end = section("tolls", "present"), _clause_end(page, at)
    if _tells_fate(page, at):
        return False
    if _is_carried(page, at):
        return True
    if page.forms[end : end + 1] == ["and"] and page.tags[end + 1 : end + 2] == ["NUM"]:
        return _is_present(
            page, Stretch(end + 1, min(end + _COUNTED, len(page)))
        )  # "60 passengers and six crew aboard"
    begin = next((word for word in range(at.last, end) if page.forms[word] not in table["helpers"]), end)
    if page.forms[at.last - 1] in table["where"]:
        return True
    near = (" ".join(page.forms[begin : begin + length]) for length in (1, 2))
    return any(form in table["where"] for form in near) or _is_placed(page, at.last, begin, end)


def _is_carried(page: Page, at: Stretch) -> bool:
    """Whether some people are what a ship or car was "carrying", whatever stands before their number ("about")."""
    first = page.bounds[page.sentence[at.first]].first
    before = (word for word in range(at.first - 1, first - 1, -1) if page.tags[word] not in _BEFORE_NUMBER)
    verb = next(before, None)
    return verb is not None and page.forms[verb] in section("tolls", "present")["carry"]


def _is_survivors(page: Page, row: Row) -> bool:
    """Whether some dead or missing are "survivors", and nothing else is told of them."""
    survivors = section("tolls", "people")["survivors"]
    return (
        row.slot in ("killed", "missing")
        and page.forms[row.at.last - 1] in survivors
        and not _tells_fate(page, row.at)
    )


def _clause_end(page: Page, at: Stretch) -> int:
    """The word after the clause of some people, as far as it goes on behind them."""
    when, last = section("tolls", "present")["when"], page.bounds[page.sentence[at.first]].last
    ends = (word for word in range(at.last, last) if page.tags[word] in _ENDS or page.forms[word] in when)
    return next(ends, last)


def _tells_fate(page: Page, at: Stretch) -> bool:
    """Whether the clause of some people has a word for what befell them."""
    return not _fates().isdisjoint(page.forms[at.first : _clause_end(page, at)])


@cache
def _fates() -> frozenset[str]:
    """Words that tell what befell people, or that they came to harm."""
    told, hospital = section("parties", "tolls"), section("tolls", "hospital")
    return frozenset(hospital["hurt"]).union(hospital["places"], *(told[slot] for slot in TOLL_SLOTS))


def _is_placed(page: Page, first: int, begin: int, end: int) -> bool:
    """Whether some people "were" at a place, where their clause ends, when something happened: "were in it when"."""
    table = section("tolls", "present")
    if first == begin or begin == end or page.forms[begin] not in table["places"]:
        return False
    when = any(form in table["when"] for form in page.forms[end : end + 1])
    then = when or page.forms[end - 3 : end] == ["at", "the", "time"]
    return then and all(page.tags[word] not in VERBS for word in range(begin, end))


def _is_joined(page: Page, row: Row, there: Sequence[Row]) -> bool:
    """Whether "and" or a comma joins people to others who were there: "[nine men] and two women were aboard"."""
    return row.slot in _FATES and any(
        row.slot == other.slot and page.forms[row.at.last : other.at.first] in ([","], ["and"], [",", "and"])
        for other in there
    )


def _part(page: Page, row: Row, rows: Sequence[Row]) -> str:
    """What people share with those of whom they are a part: to be counted as targets, or to be survivors; "" where
    another fate of these is told."""
    opening = page.forms[row.at.first - 1] if row.at.first else ""
    if opening not in section("parties", "parts")["words"]:
        return ""
    begin = max(page.bounds[page.sentence[row.at.first]].first, row.at.first - _ASIDE)
    if not set(page.forms[begin : row.at.first]).isdisjoint(section("tolls", "people")["survivors"]):
        return "unharmed" if row.slot == "killed" else ""
    before = {each.slot for each in rows if begin < each.at.last < row.at.first}
    return "target_count" if "target_count" in before and before.isdisjoint(TOLL_SLOTS) else ""


def _joined(page: Page, row: Row, ends: Mapping[int, str]) -> str:
    """What people share with a part that "and" or a comma joins them to, of such parts by where their words end."""
    if row.slot not in _FATES or _tells_fate(page, row.at):
        return ""
    before = (row.at.first - length for length in (1, 2) if page.forms[row.at.first - 1] in (",", "and"))
    return next((ends[last] for last in before if last in ends), "")
