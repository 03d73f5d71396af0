"""Harm to things that the model reads as something seen: "a truck was damaged".

Invariant: a row keeps its words; only observations change, and of those and of damage that the model just misses some
are added, whose verb is one of ``damages`` in ``events.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.clauses import has_case, noun_phrase, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.slots.row import SEEN, Missing, Row, filled, words_of
from standoff.extraction.slots.told_fates import is_unreal

_RULE = "harm done to a thing"
_LONGEST = 10  # words; a longer stretch is most often a wrong tree
_THINGS = ("object", "place")
_HARM = ("observation", "damage")


def with_damages(page: Page, rows: Sequence[Row], missed: Sequence[Row] = ()) -> list[Row]:
    """The rows, observations whose verb tells of harm done to a thing as damage, with those that the model just
    ``missed`` where nothing else is told by their words."""
    told = words_of(row for row in rows if row.slot in SEEN)
    further = (row for row in missed if row.slot in _HARM and told.isdisjoint(range(*row.at)))
    best = {top_of(page, row.at): row for row in sorted(further, key=lambda row: row.score)}
    found = [row._replace(slot="damage", rule=_RULE) for row in best.values() if _harms(page, row)]
    changed = (
        row._replace(slot="damage", rule=_RULE) if row.slot == "observation" and _harms(page, row) else row
        for row in rows
    )
    return filled(page, [*changed, *found], _plain(page), missed)


def _plain(page: Page) -> Iterator[Missing]:
    """What was destroyed, by a verb that says it plainly, with that verb."""
    table = section("events", "damages")
    for verb in page.where((*table["verbs"], *table["particle"], *table["losing"])):
        if not (_is_harm(page, verb) or _loses(page, verb)):
            continue
        thing = _harmed(page, verb) if page.tags[verb] == "VERB" else None
        if thing is None or page.entity_labels.get(thing) not in _THINGS or is_unreal(page, verb):
            continue
        by = next((kid for kid in page.children[verb] if kid > verb and has_case(page, kid, ("by",))), None)
        at = noun_phrase(page, thing if by is None or thing > verb else by)  # "gutted [by fire]"
        whole = Stretch(min(verb, at.first), max(verb + 1, at.last))
        if whole.last - whole.first <= _LONGEST:
            yield Missing("damage", whole, _RULE, SEEN)


def _loses(page: Page, verb: int) -> bool:
    """Whether so many things are lost: "have lost two helicopters"."""
    thing = page.child(verb, "obj") if page.forms[verb] in word_set("events", "damages", "losing") else None
    return (
        thing is not None
        and page.child(thing, "nummod") is not None
        and page.entity_labels.get(thing) == "object"
    )


def _harms(page: Page, row: Row) -> bool:
    """Whether the verb of a row is one of damage, done to a thing."""
    top = top_of(page, row.at)
    thing = _harmed(page, top) if _is_harm(page, top) else None
    return thing is not None and page.entity_labels.get(thing) != "person"


def _is_harm(page: Page, verb: int) -> bool:
    """Whether a verb is one of damage, be it with "down": "burned down"."""
    down = page.forms[verb + 1 : verb + 2] == ["down"]
    return page.forms[verb] in word_set("events", "damages", "particle" if down else "verbs")


def _harmed(page: Page, verb: int) -> int | None:
    """What a verb is done to."""
    thing = page.child(verb, "obj")
    if thing is None and (passive(page, verb) or _has_agent(page, verb)):
        own, over = page.child(verb, "nsubj"), page.heads[verb]
        shown = own is None and over >= 0 and page.relations[verb] in ("ccomp", "xcomp")
        return page.child(over, "obj") if shown else own  # "shows [the depot] gutted by fire"
    return thing


def _has_agent(page: Page, verb: int) -> bool:
    """Whether "by" tells what did it: "shows the depot gutted by fire"."""
    return any(kid > verb and has_case(page, kid, ("by",)) for kid in page.children[verb])
