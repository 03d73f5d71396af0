"""Whom a deed of violence befell or was to befall, where the model passes it over or takes him for who did it.

"Two men shot her" has her as the target: the model marks nouns and seldom pronouns (gold/DECISIONS.md: a pronoun can be
the quote). "They wanted to kill the mayor" has the mayor, whom nothing befell; of "the target was soldiers" it has the
soldiers as actors. Invariant: a new row stands on the object of a verb of violence, where no row for a party stands
yet, and goes back to the nearest row of its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.clauses import does, noun_phrase, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Missing, Row, filled
from standoff.records import TOLL_SLOTS

_DOING, _DOES = {"target": "actor", "target_count": "actor_count"}, "who does violence to another"
_DOERS = ("actor", "suspect")
_PARTIES = frozenset(("actor", "suspect", "target"))


def with_victims(page: Page, rows: Sequence[Row], missed: Sequence[Row] = ()) -> list[Row]:
    """The rows, with the pronouns that verbs of violence have for their objects, and whom somebody meant or threatens
    to harm; who is called the target is one. ``missed`` are rows that the model just misses."""
    rows = [
        row._replace(slot="target", rule="who is called the target") if _is_called_target(page, row) else row
        for row in rows
    ]
    rows = [row._replace(slot=_DOING[row.slot], rule=_DOES) if _attacks(page, row) else row for row in rows]
    harmed = _PARTIES.union(TOLL_SLOTS)
    struck = (Missing("target", at, "whom a verb of violence befell", _PARTIES) for at in _struck(page))
    meant = (Missing("target", at, "whom somebody meant to harm", harmed) for at in _meant(page))
    threatened = (
        Missing("target", at, "whom somebody threatens to harm", harmed) for at in _threatened(page)
    )
    return filled(page, filled(page, rows, (*struck, *meant) if rows else ()), threatened, missed)


def _threatened(page: Page) -> Iterator[Stretch]:
    """Whom somebody will kill or the like if something is done or is not: "unless it is paid, we will kill [them]"."""
    violence = section("tolls", "violence")
    for verb in page.where(violence["deeds"]):
        whom = page.child(verb, "obj")
        helped = any(page.forms[kid] in violence["threatening"] for kid in page.children[verb])
        if whom is None or whom < verb or not helped:
            continue
        clauses = (kid for kid in page.children[verb] if page.relations[kid] == "advcl")
        marks = {page.forms[kid] for clause in clauses for kid in page.children[clause]}
        if not marks.isdisjoint(violence["conditions"]):
            yield noun_phrase(page, whom)


def _attacks(page: Page, row: Row) -> bool:
    """Whether who is read as a target does violence to another: "[six inmates] accused of fraud seized a guard"."""
    verb = does(page, top_of(page, row.at)) if row.slot in _DOING else -1
    thing = page.child(verb, "obj") if verb >= 0 and not passive(page, verb) else None
    if thing is None or thing < verb or page.forms[thing] in section("tolls", "people")["selves"]:
        return False
    violence = section("tolls", "violence")
    return page.forms[verb] in (*violence["verbs"], *violence["assaults"])


def _is_called_target(page: Page, row: Row) -> bool:
    """Whether a party is said to be the target: "the target was [soldiers]", "[soldiers] were the target"."""
    if row.slot not in _DOERS:
        return False
    top = top_of(page, row.at)
    of = top if page.child(top, "cop") is not None else page.heads[top]
    who = page.child(of, "nsubj") if of >= 0 and page.child(of, "cop") is not None else None
    called = {who: of, of: who}.get(top)
    return called is not None and page.forms[called] in section("tolls", "violence")["targets"]


def _struck(page: Page) -> Iterator[Stretch]:
    """The pronouns that are objects of verbs of violence."""
    violence = section("tolls", "violence")
    for verb in page.where(violence["verbs"]):
        whom = page.child(verb, "obj") if page.tags[verb] == "VERB" else None
        if whom is not None and page.forms[whom] in violence["pronouns"]:
            yield Stretch(whom, whom + 1)


def _meant(page: Page) -> Iterator[Stretch]:
    """Whom somebody wanted, planned or tried to kill or the like."""
    violence = section("tolls", "violence")
    for verb in page.where(violence["deeds"]):
        above, whom = page.heads[verb], page.child(verb, "obj")
        meant = above >= 0 and page.relations[verb] == "xcomp" and page.forms[above] in violence["aims"]
        roles = section("events", "fates")["people"]
        if meant and whom is not None and page.tags[whom] in NOUNS and page.forms[whom] not in roles:
            yield noun_phrase(page, whom)
