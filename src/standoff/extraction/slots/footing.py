"""How sure the model must be of a place or time by what it stands in: some stand in words that tell of something else.

A place within a target's words mostly says which one it is ("the guards at [the gate]"), and where a sentence is served
nothing else happened; a noun alone within what somebody saw ("found him in [the hallway]") mostly says again where all
happened; a day on "said" is mostly that of the telling. The least scores are in ``idle.toml``, with how they were
found. Invariant: no row is changed, and what the model is sure of stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.slots.row import SEEN, Row, words_of

_TOLD = SEEN | {"motive"}


def with_firm_settings(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows without the places and times that are less sure than their surroundings ask."""
    targets = words_of(row for row in rows if row.slot == "target")
    told = words_of(row for row in rows if row.slot in _TOLD)
    terms = words_of(row for row in rows if row.slot == "sentence")
    return [row for row in rows if row.score >= _least(page, row, targets, told, terms)]


def _least(page: Page, row: Row, targets: set[int], told: set[int], terms: set[int]) -> float:
    """The score that a row needs to stand; 0 where nothing speaks against it."""
    words, table = range(*row.at), section("idle", "footing")
    if row.slot == "time" and _is_told(page, row.at):
        return float(table["before_told" if _is_before_told(page, row.at) else "told_day"])
    if row.slot == "place" and _is_served_in(page, row.at, terms):
        return float(table["served_in"])
    if row.slot == "place" and targets.issuperset(words):
        return float(table["in_target"])
    if row.slot == "place" and told.issuperset(words) and _is_known(page, row.at):
        return float(table["known_place"])
    return 0.0


def _is_told(page: Page, at: Stretch) -> bool:
    """Whether a time hangs on "said" or "told", or stands right behind it."""
    verb, before = page.heads[top_of(page, at)], at.first - 1
    if page.tags[before] == "VERB" and _is_before_told(page, at):
        verb = before
    cue = verbs().get(page.forms[verb]) if verb >= 0 and page.tags[verb] == "VERB" else None
    return cue is not None and cue.lemma in section("idle", "footing")["telling"]


def _is_before_told(page: Page, at: Stretch) -> bool:
    """Whether a time that hangs on "said" stands right before what is said: "the army said [the next day] that"."""
    return page.forms[at.last : at.last + 1] == ["that"] and page.tags[at.last] == "SCONJ"


def _is_served_in(page: Page, at: Stretch, terms: set[int]) -> bool:
    """Whether a place is the prison of a sentence: "spent [five years] in Marlow prison"."""
    term = at.first - 2
    long = term in terms or page.forms[term] in word_set("events", "openings", "measures")
    within = at.first in terms or (page.forms[at.first - 1] == "in" and long)
    return within and not word_set("events", "fates", "jails").isdisjoint(page.forms[slice(*at)])


def _is_known(page: Page, at: Stretch) -> bool:
    """Whether words name a place by a noun that the report takes for known: "the house", "their city"."""
    opens = page.forms[at.first] in section("idle", "footing")["known"]
    return opens and not any(page.tags[word] in ("PROPN", "NUM") for word in range(*at))
