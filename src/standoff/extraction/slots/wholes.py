"""Rows that hold less or more than what they tell of: things that were harmed, people shot, the fate of charges.

"Cut the cables of the railway" harmed the cables, though the model marks the railway; of "charges of incitement against
the poet were dropped" the status is that they were dropped.

Invariant: a target grows to the phrase that it is part of, a status shrinks to its verb, a toll to those whom it
befell; no row is added or lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.clauses import noun_phrase, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Row
from standoff.extraction.values.numerals import numerals_in
from standoff.records import TOLL_SLOTS

_IN_NAME = ["in", "the", "name", "of"]


def as_wholes(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, targets that are a part of what damage was done to as the whole of it, statuses of charges as their
    verbs, tolls as those whom they befell, claims of responsibility as those in whose name they were made, motives that
    are protests as what these are against."""
    damage, charges, targets = (
        [row.at for row in rows if row.slot == slot] for slot in ("damage", "charge", "target")
    )

    def whole(row: Row) -> Row:
        if row.slot == "target":
            return _whole(page, row, damage, targets)
        if row.slot == "status":
            return _verb(page, row, charges)
        if row.slot == "claimant":
            return _named(page, row)
        if row.slot == "motive":
            return _grievance(page, row)
        return _befallen(page, row) if row.slot in TOLL_SLOTS else row

    return [whole(row) for row in rows]


def _named(page: Page, row: Row) -> Row:
    """A claim of responsibility as the one in whose name it was made."""
    for word in range(row.at.first, row.at.last + 1):
        whose = page.child(word + 2, "nmod") if page.forms[word : word + len(_IN_NAME)] == _IN_NAME else None
        if whose is not None:
            return row._replace(at=noun_phrase(page, whose), rule="in whose name it was claimed")
    return row


def _grievance(page: Page, row: Row) -> Row:
    """A motive that is a protest, as what people protest against: "a march against [the tax]"."""
    table, first = section("named", "motives"), row.at.first
    noun = next((word for word in range(*row.at) if page.forms[word] in table["protests"]), None)
    if noun is None or page.tags[first] != "DET" or noun + 2 >= row.at.last:
        return row
    named = all(page.heads[word] == noun for word in range(first, noun))
    if not named or page.forms[noun + 1] not in table["against"]:
        return row
    thing = page.heads[noun + 1]
    end = noun_phrase(page, thing).last if thing > noun + 1 else row.at.last
    at = Stretch(noun + 2, max(noun + 3, min(end, row.at.last)))  # not "[the tax turned violent]"
    return row._replace(at=at, rule="what people protest against")


def _befallen(page: Page, row: Row) -> Row:
    """A toll that ends in a share, with the number that it is of: "[a third] of the 90 wounded"; one that begins with
    what was done, as those whom it befell, if nobody counts them: "shot dead [a guard]"."""
    if page.forms[row.at.last : row.at.last + 1] == ["of"]:
        for numeral in numerals_in(page, row.at.first, page.bounds[page.sentence[row.at.first]].last):
            of_whole = any(entry.startswith("shares.") for entry in numeral.entries)
            if of_whole and numeral.core < row.at.last < numeral.last:
                return row._replace(
                    at=Stretch(row.at.first, numeral.last), rule="the number that a share is of"
                )
    verb = top_of(page, row.at)
    if (who := _described(page, row, verb)) is not None:
        return row._replace(at=who, rule="whom it befell")
    whom = page.child(verb, "obj")
    if verb != row.at.first or page.tags[verb] != "VERB" or whom is None or not row.at.holds(whom):
        return row
    at = Stretch(noun_phrase(page, whom).first, row.at.last)
    counted = any(page.tags[word] == "NUM" for word in range(*row.at))
    return row if counted or at.first <= verb else row._replace(at=at, rule="whom it befell")


def _described(page: Page, row: Row, verb: int) -> Stretch | None:
    """Who is told to have suffered something, without a clause on him that counts others: "[a man] who stabbed two
    people was shot dead"."""
    who = page.child(verb, "nsubj") if passive(page, verb) else None
    clause = page.child(who, "acl") if who is not None else None
    if who is None or clause is None or not row.at.holds(who) or not row.at.holds(clause) or clause > verb:
        return None
    counted = any(page.tags[word] == "NUM" for word in page.subtree(clause))
    return noun_phrase(page, who) if counted else None


def _whole(page: Page, row: Row, damage: Sequence[Stretch], targets: Sequence[Stretch]) -> Row:
    """A target that is the last part of the object of what damaged it, with the rest, where nothing else has that."""
    top = top_of(page, row.at)
    thing = page.heads[top]
    if thing < 0 or page.relations[top] != "nmod" or page.relations[thing] != "obj":
        return row
    done = any(at.holds(thing) and at.holds(page.heads[thing]) for at in damage)
    taken = any(at.holds(thing) for at in targets)
    whole = Stretch(noun_phrase(page, thing).first, row.at.last)
    return (
        row._replace(at=whole, rule="what damage was done to") if done and not taken and thing < top else row
    )


def _verb(page: Page, row: Row, charges: Sequence[Stretch]) -> Row:
    """A status that begins with the charges that it is of, from its verb on."""
    top = top_of(page, row.at)
    noun = page.child(top, "nsubj")
    if noun is None or not row.at.holds(noun) or page.tags[top] != "VERB":
        return row
    before = max(page.subtree(noun)) + 1
    told = any(at.last <= before and row.at.covers(at) for at in charges)
    whole = Stretch(before, row.at.last)
    return row._replace(at=whole, rule="what became of the charges") if told and whole.holds(top) else row
