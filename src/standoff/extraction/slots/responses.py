"""What authorities did about it, where verb and object say it plainly: warrants, searches, inquiries, photographs.

gold/DECISIONS.md, "Events", names them; the words are in ``events.toml``. The model passes them over now and then, or
takes them for something seen. Invariant: a row stands on the verb and what it is done to, in a sentence of which the
model reads something, where nothing else is read that tells of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.clauses import has_case, noun_phrase, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import SEEN, Missing, Row, filled

_RULE = "what authorities do about what has happened"
_TOLD = SEEN | {"motive"}
_LONGEST = 16  # words; a longer stretch is most often a wrong tree


def with_responses(page: Page, rows: Sequence[Row], missed: Sequence[Row] = ()) -> list[Row]:
    """The rows, with responses that the tree shows; what tells of one as something seen is a response. ``missed`` are
    rows that the model just misses."""
    found = [at for at in _responses(page) if rows]
    changed = [
        row._replace(slot="response", rule=_RULE)
        if row.slot == "observation" and any(_same(row.at, at) for at in found)
        else row
        for row in rows
    ]
    return filled(page, changed, (Missing("response", at, _RULE, _TOLD) for at in found), missed)


def _same(one: Stretch, other: Stretch) -> bool:
    """Whether one stretch lies within the other, whichever is the longer."""
    return one.covers(other) or other.covers(one)


def _responses(page: Page) -> Iterator[Stretch]:
    """The verbs with what they are done to."""
    for table in section("events", "responses"):
        for verb in page.where(table["verbs"]):
            if page.tags[verb] == "VERB" and (at := _done(page, verb, table["objects"])) is not None:
                yield at
    yield from _searches(page)
    yield from _answers(page)


def _answers(page: Page) -> Iterator[Stretch]:
    """What the accused have to say, which is nothing: "accused by X of beating them, the firm [had no comment]"."""
    table = section("events", "answers")
    for thing in page.where(table["things"]):
        verb = page.heads[thing]
        none = any(page.forms[kid] == "no" for kid in page.children[thing])
        if not none or verb < 0 or page.relations[thing] != "obj" or page.forms[verb] not in table["verbs"]:
            continue
        who = page.child(verb, "nsubj")
        beside = (
            *page.children[verb],
            *page.children[thing],
            *(page.children[who] if who is not None else ()),
        )
        opening = page.bounds[page.sentence[verb]].first
        if any(page.forms[kid] in table["accused"] for kid in (opening, *beside)):
            yield Stretch(verb, thing + 1)


def _searches(page: Page) -> Iterator[Stretch]:
    """Where somebody is searching, else whom for: "[combing the woods]", "[hunting for two gunmen]"."""
    table = section("events", "searches")
    for verb in page.where(table["verbs"]):
        helped = page.child(verb, "aux") is not None and page.tags[verb] == "VERB"
        sought = next(
            (kid for kid in page.children[verb] if kid > verb and has_case(page, kid, table["after"])), None
        )
        thing = page.child(verb, "obj") if helped else None
        thing = sought if thing is None and helped else thing
        if thing is not None and thing > verb:
            at = Stretch(verb, noun_phrase(page, thing).last)
            if at.last - at.first <= _LONGEST:
                yield at


def _done(page: Page, verb: int, objects: Sequence[str]) -> Stretch | None:
    """A verb to the end of its object, or the subject of its passive to the verb, where that is one of ``objects``."""
    thing = page.child(verb, "nsubj" if passive(page, verb) else "obj")
    if thing is None or page.forms[thing] not in objects:
        return None
    phrase = noun_phrase(page, thing)
    at = Stretch(min(verb, phrase.first), max(verb + 1, phrase.last))
    return at if at.last - at.first <= _LONGEST else None
