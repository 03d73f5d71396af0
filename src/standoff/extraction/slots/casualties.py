"""People of whom it is not told which befell them: casualties, the "killed or wounded", those in hospital.

None are both killed and injured; a number of casualties is no toll but something told, and so are people in hospital;
of the "killed or wounded", and of the "killed and wounded" with one number, only that is known.

gold/DECISIONS.md, "Settled later". Invariant: a row keeps its words; words that name a fate beside the casualties, or
injuries that they are set against, are left to say who was killed. Whom illness or age took is no toll.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from standoff.extraction.grammar.clauses import has_case, noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import first_of_list, top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.slots.row import Missing, Row, filled
from standoff.extraction.values.cardinals import Spelt
from standoff.extraction.values.counts import SEVERAL
from standoff.extraction.values.numerals import find_numerals
from standoff.records import SLOTS, TOLL_SLOTS

_RULE = "nothing tells which of several fates it was"
_IN_HOSPITAL = "people in hospital, of whom nothing says that they are hurt"
_FATES = ("killed", "injured")
_NEAR = 5  # words between a fate and the number of people


def with_casualties(page: Page, rows: Sequence[Row], missed: Sequence[Row] = ()) -> list[Row]:
    """The rows, "no casualties" as killed and as injured, other casualties, "no survivors" and people in hospital as
    observations, the "killed or wounded" as targets; and casualties that the model just ``missed``."""
    borne_out = [
        row for row in missed if _is_counted(page, row) and not any(row.at.meets(r.at) for r in rows)
    ]
    further = {row.at: row for row in borne_out}  # the model may have several fates for the same words
    told = (*_nobody_left(page), *_numbered_casualties(page))
    every = filled(page, [*rows, *further.values()], told, missed)
    made = [new for row in every for new in (_settled(page, row, rows) if _is_open(page, row) else (row,))]
    whole = [row.at for row in made if row.rule == _IN_HOSPITAL]
    return [
        row
        for row in made
        if row.slot != "observation" or row.at in whole or not any(at.covers(row.at) for at in whole)
    ]


def _nobody_left(page: Page) -> Iterator[Missing]:
    """ "No survivors", where the model has no row."""
    for word in page.where(section("tolls", "people")["survivors"]):
        if _are_survivors(page, at := noun_phrase(page, word)):
            yield Missing("observation", at, "nobody survived", SLOTS)


def _numbered_casualties(page: Page) -> Iterator[Missing]:
    """ "30 casualties", where the model has no row; set against injuries they are the dead."""
    for word in page.where(section("tolls", "people")["casualties"]):
        at, forms = noun_phrase(page, word), page.line(page.sentence[word]).forms
        if page.child(word, "nummod") is None or not word_set("parties", "tolls", "killed").isdisjoint(forms):
            continue
        undecided = word_set("parties", "tolls", "injured").isdisjoint(forms)
        yield Missing("observation" if undecided else "killed", at, _RULE, SLOTS)


def _is_open(page: Page, row: Row) -> bool:
    return row.slot in section("tolls", "otherwise") or (
        row.slot in TOLL_SLOTS and _are_survivors(page, row.at)
    )


def _is_counted(page: Page, row: Row) -> bool:
    """Whether a toll is a number of casualties, or of survivors that there are none of."""
    if row.slot not in TOLL_SLOTS or not (_are_survivors(page, row.at) or _undecided(page, row.at)):
        return False
    words = page.words[slice(*row.at)]
    return bool(find_numerals(words, 0, len(words)))


def _are_survivors(page: Page, at: Stretch) -> bool:
    """Whether words say that there are no survivors, which counts nobody."""
    return _none(page, at) and any(
        word in section("tolls", "people")["survivors"] for word in page.forms[slice(*at)]
    )


def _settled(page: Page, row: Row, rows: Sequence[Row]) -> Iterable[Row]:
    top = top_of(page, row.at)
    if _are_survivors(page, row.at):
        return (row._replace(slot="observation", rule="nobody survived"),)
    if row.slot == "killed" and any(is_natural(page, word) for word in (top, page.heads[top]) if word >= 0):
        return ()
    if _of_other_deed(page, row, top):
        counted = any(
            (each.low or 0) > 1
            for each in find_numerals(page.words[slice(*row.at)], 0, row.at.last - row.at.first)
        )
        return (row._replace(slot="target_count", rule=_RULE),) if counted else ()
    if _undecided(page, row.at):
        return _split(page, row, rows)
    if is_either(page, row.at) or is_sum(page, row.at):
        if _none(page, row.at) and is_either(page, row.at, _FATES[1:]):
            return _both(row, rows)
        return (row._replace(slot="target_count", rule=_RULE),)
    if not _in_hospital(page, row):
        return (row,)
    return (row._replace(slot="observation", at=_to_hospital(page, row.at), rule=_IN_HOSPITAL),)


def _of_other_deed(page: Page, row: Row, top: int) -> bool:
    """Whether a deed befell people that neither kills nor wounds, and nothing in its sentence says that it did."""
    top = first_of_list(page, top)
    beside = {page.forms[word] for word in (*range(*row.at), page.heads[top]) if word >= 0}
    if word_set("tolls", "otherwise", row.slot).isdisjoint(beside):
        return False
    told = word_set("parties", "tolls", row.slot) | word_set("tolls", "fatal", "nouns")
    return told.isdisjoint(page.line(page.sentence[row.at.first]).forms)


def is_either(page: Page, at: Stretch, others: Sequence[str] = ("injured", "missing")) -> bool:
    """Whether words, or those next to them, name two fates of which one befell, to be killed or one of others: "killed
    or wounded", "dead or missing"."""
    words = section("parties", "tolls")
    for word in range(max(1, at.first - 2), min(at.last + 3, len(page) - 1)):
        sides = (page.forms[word - 1], page.forms[word + 1])
        if page.forms[word] == "or" and any(
            one in words["killed"] and any(other in words[fate] for fate in others)
            for one, other in (sides, sides[::-1])
        ):
            return True
    return False


def is_sum(page: Page, at: Stretch) -> bool:
    """Whether words, or those next to them, name two fates that share one number, the only one near: "killed and
    wounded 90 troops", "90 dead and wounded"."""
    sentence = page.bounds[page.sentence[at.first]]
    for word in range(max(sentence.first + 1, at.first - 2), min(at.last + 3, sentence.last - 1)):
        sides = (page.forms[word - 1], page.forms[word + 1])
        if page.forms[word] == "and" and not any(
            word_set("parties", "tolls", fate).isdisjoint(sides) for fate in ("killed", "injured")
        ):
            line, joint = page.line(page.sentence[word]).words, word - sentence.first
            before, after = range(max(0, joint - 1 - _NEAR), joint - 1), range(joint + 2, joint + 2 + _NEAR)
            return _numbered(line, before) != _numbered(line, after)
    return False


def _numbered(line: Spelt, at: range) -> bool:
    """Whether words say a number, be it a loose one but "several" and the like, which each of two fates may have."""
    return any(
        (found.low, found.high) != SEVERAL for found in find_numerals(line, at.start, min(at.stop, len(line)))
    )


def is_natural(page: Page, verb: int) -> bool:
    """Whether a death is one by illness or age, and of no deed: "died of a heart attack", not "during the raid"."""
    table, kids = section("tolls", "natural"), page.children[verb]
    if page.forms[verb] not in table["deaths"] or any(has_case(page, kid, table["amid"]) for kid in kids):
        return False
    return any(_is_illness(page, kid) and has_case(page, kid, table["after"]) for kid in kids)


def _is_illness(page: Page, noun: int) -> bool:
    """Whether a noun names what takes people without violence: "cancer", "a heart attack"."""
    table = section("tolls", "natural")
    beside = {page.forms[kid] for kid in page.children[noun]}
    return page.forms[noun] in table["causes"] or (
        page.forms[noun] in table["attacks"] and not beside.isdisjoint(table["hearts"])
    )


def _in_hospital(page: Page, row: Row) -> bool:
    """Whether people are only said to have been taken to a hospital."""
    if row.slot != "injured":
        return False
    forms = page.line(page.sentence[row.at.first]).forms
    taken = (word_set("tolls", "hospital", key) for key in ("places", "taken"))
    hurt = word_set("parties", "tolls", "injured") | word_set("tolls", "hospital", "hurt")
    return hurt.isdisjoint(forms) and not any(words.isdisjoint(forms) for words in taken)


def _to_hospital(page: Page, at: Stretch) -> Stretch:
    """People with the rest of their clause up to the hospital that they were taken to."""
    places, last = section("tolls", "hospital")["places"], page.bounds[page.sentence[at.first]].last
    for word in range(at.last, last):
        if page.tags[word] == "PUNCT":
            break
        if page.forms[word] in places:
            return Stretch(at.first, word + 1)
    return at


def _split(page: Page, row: Row, rows: Sequence[Row]) -> Iterator[Row]:
    if not _none(page, row.at):
        yield row._replace(slot="observation", rule=_RULE)
        return
    yield from _both(row, rows)


def _both(row: Row, rows: Sequence[Row]) -> Iterator[Row]:
    """Both fates of those that there are none of."""
    yield row
    other = next(slot for slot in _FATES if slot != row.slot)
    if not any(known.slot == other and known.at.meets(row.at) for known in rows):
        yield row._replace(slot=other, rule=_RULE)


def _undecided(page: Page, at: Stretch) -> bool:
    """Whether nothing but "casualties" in its sentence tells a fate."""
    if word_set("tolls", "people", "casualties").isdisjoint(page.forms[slice(*at)]):
        return False
    forms = page.line(page.sentence[at.first]).forms
    return all(word_set("parties", "tolls", fate).isdisjoint(forms) for fate in ("killed", "injured"))


def _none(page: Page, at: Stretch) -> bool:
    words = page.words[slice(*at)]
    return any(numeral.high == 0 for numeral in find_numerals(words, 0, len(words)))
