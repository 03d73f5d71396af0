"""Figures that their source revised: "lowered the toll to 12 from 15", "cut its earlier figure of 15 dead to 12".

A figure that is lowered is withdrawn: who lowers it denies it (gold/DECISIONS.md, "Settled later"); one that is raised
was no error. The words are in ``cues.toml``. Invariant: the figures of a revision stand in its verb's sentence, each in
a stretch of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from standoff.extraction.chains.cues import words
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import RELATIVE
from standoff.extraction.lexicon import section
from standoff.extraction.manner.manner import HedgeWords, Manner
from standoff.extraction.slots.row import Row
from standoff.extraction.values.changes import changed
from standoff.extraction.values.figures import figure_after
from standoff.extraction.values.numerals import find_numerals, numerals_in
from standoff.records import TOLL_SLOTS

_FROM = 5  # words between "from" and its figure: "from an earlier count of 15"
_TO = 3  # words from a toll to the "to" behind it: "12 dead down to 9"
_FIGURING = ("DET", "ADJ", "ADV", "NUM")  # tags of words before a figure's own
_BEFORE = "a number put in the slot of the one told before it"
_COUNTS = (*TOLL_SLOTS, "actor_count", "target_count")
_SLOTS = ("killed", "injured", "missing", "arrested", "displaced")


class Revision(NamedTuple):
    """A figure put in place of another: by which verb, and of which toll where the words tell ("" where not)."""

    verb: int
    old: Stretch
    new: Stretch
    slot: str
    lowered: bool


def revisions(page: Page) -> Iterator[Revision]:
    """The revisions of a report, in text order."""
    for verb in page.where(words("grammar", "counting")):
        old, new = figures_of(page, verb)
        if old is None or new is None or old.meets(new):
            continue
        thing = revised(page, verb) or verb
        about = {*page.forms[max(0, min(thing, verb) - 1) : max(old.last, new.last) + 1]}
        slot = next((slot for slot in _SLOTS if not about.isdisjoint(section("parties", "tolls")[slot])), "")
        slot = slot or ("killed" if page.forms[thing] == "toll" else "")
        yield Revision(verb, old, new, slot, _number(page, old) > _number(page, new))


def new_tolls(page: Page) -> Iterator[tuple[str, Stretch]]:
    """The figures that a verb of counting puts a toll of the dead at where no other is told: "lowered the death toll of
    the bombing to 13"."""
    for verb in page.where(words("grammar", "counting")):
        old, new = figures_of(page, verb)
        dead = page.forms[revised(page, verb) or verb] == "toll"
        if dead and old is None and new is not None and _counts_people(page, new.first):
            yield "killed", new
    for toll in page.where(("toll",)):
        if (risen := _changed_to(page, toll)) is not None:
            yield "killed", risen


def _changed_to(page: Page, toll: int) -> Stretch | None:
    """The figure that a toll has come to of itself: "the toll from the fire has risen to 11"."""
    new = figure_after(page, toll + 1)
    if new is None or not _counts_people(page, new.first):
        return None
    changes = section("numbers", "ranges")["changes"]
    return new if page.forms[new.first - 1] == "to" and page.forms[new.first - 2] in changes else None


def bare_figures(page: Page) -> Iterator[Stretch]:
    """The figures that are told with no word of what befell those counted: of a verb of counting ("later revised the
    number to [14]"), or of an "earlier" count ("correcting an earlier figure of [11]")."""
    for verb in page.where(words("grammar", "counting")):
        thing, new = revised(page, verb), figures_of(page, verb)[1]
        if thing is not None and new is not None and _is_bare(page, thing, new):
            yield new
    for thing in page.where(words("nouns", "counted")):
        earlier = section("manner", "withdrawn")["earlier"]
        known = any(page.forms[kid] in earlier for kid in page.children[thing] if kid < thing)
        of = known and page.forms[thing + 1 : thing + 2] == ["of"]
        old = _numeral(page, thing + 2, page.bounds[page.sentence[thing]].last) if of else None
        if old is not None and old.first == thing + 2 and _is_bare(page, thing, old):
            yield old


def _is_bare(page: Page, thing: int, figure: Stretch) -> bool:
    """Whether a count that is no "toll" has a figure beside which nobody is told of: not "14 rebels", "3 metres"."""
    about = page.forms[thing : figure.last + 1]
    if about[1:2] == ["of"] and figure.first > thing + 2:
        return False  # "the number of marchers at 3,500"
    fates = section("parties", "tolls")
    return (
        page.forms[thing] in words("nouns", "told_before")
        and _counts_people(page, figure.first)
        and all({*fates[slot]}.isdisjoint(about) for slot in _SLOTS)
    )


def in_pieces(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, a toll over both figures of a revision at the old one alone: "[15 dead] to 12"."""
    made = [each for each in revisions(page) if each.slot]
    return [
        row._replace(at=at, rule="the figure that is put right")
        if (at := old_alone(made, row.slot, row.at)) != row.at
        else row
        for row in rows
    ]


def as_told_before(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, a number that a verb of counting puts with no word of what befell those counted in the slot of the
    numbers of the sentence before: "six were wounded. He later raised the figure to [eight]", "some 300 marched. The
    union put the number at [900]"."""
    found = list(rows)
    for verb in page.where(words("grammar", "counting")):
        new, line = figures_of(page, verb)[1], page.sentence[verb]
        if new is None or not _says_no_fate(page, line):
            continue
        before = {
            row.slot for row in found if row.slot in _COUNTS and page.sentence[row.at.first] == line - 1
        }
        told = [row for row in found if row.slot in _COUNTS and row.at.meets(new)]
        if len(before) == 1 and told:
            (slot,) = before
            one = next((row for row in told if row.slot == slot), None) or told[0]._replace(
                slot=slot, rule=_BEFORE
            )
            found = [one if row is told[0] else row for row in found if row is told[0] or row not in told]
    return found


def _says_no_fate(page: Page, sentence: int) -> bool:
    """Whether a sentence has no word of what befell people, nor a "toll", which is of the dead."""
    forms = page.line(sentence).forms
    fates = section("parties", "tolls")
    return "toll" not in forms and all({*fates[slot]}.isdisjoint(forms) for slot in _SLOTS)


def old_alone(made: Sequence[Revision], slot: str, at: Stretch) -> Stretch:
    """The words of a toll, of one over both figures of a revision, or the old one and one between them, the old one
    alone."""
    both = (
        each
        for each in made
        if each.slot == slot and at.covers(each.old) and each.old.last + 1 < at.last <= each.new.last
    )
    return next((each.old for each in both), at)


def revised(page: Page, verb: int) -> int | None:
    """The toll or number that a verb of counting changes: its object, its subject in the passive."""
    if page.forms[verb] not in words("grammar", "counting") or page.tags[verb] != "VERB":
        return None
    thing = page.child(verb, "nsubj") if passive(page, verb) else page.child(verb, "obj", "iobj")
    if thing is not None and page.forms[thing] in RELATIVE and page.relations[verb] == "acl":
        thing = page.heads[verb]
    counted = words("nouns", "counted") | words("nouns", "counted_people")
    misplaced = thing is None or page.tags[thing] == "NUM"  # "put the dead [at 23]"
    behind = page.forms[verb + 1 : verb + 3]
    if misplaced and behind[:1] == ["the"] and not counted.isdisjoint(behind[1:]):
        return verb + 2  # wherever the tree hangs it
    counts = thing is not None and (
        page.forms[thing] in counted or _told_before(page, verb, thing) is not None
    )
    return thing if counts else None


def figures_of(page: Page, verb: int) -> tuple[Stretch | None, Stretch | None]:
    """The figure that a verb of counting replaces, and the one that it puts in its place; each where it is told."""
    thing = revised(page, verb)
    if thing is None:
        return None, None
    for numeral in numerals_in(page, min(thing, verb), page.bounds[page.sentence[verb]].last):
        if both := changed(page.words, numeral):  # "from 19 to 17"
            return Stretch(*both[0]), Stretch(*both[1])
    if page.relations[verb] == "acl" and thing == page.heads[verb]:  # "a toll of 120, which it revised to 95"
        return _numeral(page, thing + 1, verb), _latest(page, figure_after(page, verb + 1))
    replaced = _old(page, verb, thing) or _told_before(page, verb, thing)
    return replaced, _latest(page, figure_after(page, thing + 1))


def _latest(page: Page, new: Stretch | None) -> Stretch | None:
    """The figure that was put in place of a new one in turn: "95 and then 84"."""
    if new is None:
        return None
    then = page.forms[new.last : new.last + 2] == ["and", "then"]
    later = _numeral(page, new.last + 2, page.bounds[page.sentence[new.first]].last) if then else None
    return later if later is not None and later.first == new.last + 2 else new


def _numeral(page: Page, first: int, last: int) -> Stretch | None:
    """The first number between two words of a sentence."""
    return next((Stretch(each.first, each.last) for each in numerals_in(page, first, last)), None)


def _old(page: Page, verb: int, thing: int) -> Stretch | None:
    """The figure behind "from", that of an "earlier" toll, or of one that goes "to" another: "the toll of 12 to 9"."""
    earlier = any(
        page.forms[kid] in section("manner", "withdrawn")["earlier"] for kid in page.children[thing]
    )
    for numeral in numerals_in(page, thing + 1, page.bounds[page.sentence[verb]].last):
        at = Stretch(numeral.first, numeral.last)
        before = page.forms[max(thing, at.first - _FROM) : at.first]
        if "from" in before and _only_counts(
            page, at.first - len(before) + before.index("from") + 1, at.first
        ):
            return at
        changes = earlier or "to" in page.forms[at.last : at.last + _TO]
        if changes and page.forms[thing + 1 : at.first] == ["of"]:
            return at
    return None


def _only_counts(page: Page, first: int, last: int) -> bool:
    """Whether words before a figure say only that it is one: "from [an earlier count of] 15", not "from [doctors in]
    three towns"."""
    counted = words("nouns", "counted") | {"of", "the"}
    return all(page.forms[word] in counted or page.tags[word] in _FIGURING for word in range(first, last))


def _told_before(page: Page, verb: int, thing: int) -> Stretch | None:
    """The one number that a source told before it put "this" or "the figure" right: "20 were killed. They later
    corrected this to 17"."""
    to = 1 + (verb if passive(page, verb) else thing)
    means = page.forms[thing] in words("nouns", "told_before") and page.forms[verb] not in words(
        "grammar", "putting"
    )
    if not means or page.forms[to : to + 1] != ["to"] or not _counts_people(page, to + 1):
        return None
    sentence = page.bounds[page.sentence[verb]]
    found = numerals_in(page, sentence.first, min(verb, thing))
    if not found and sentence.first and _speaks_on(page, verb):
        found = numerals_in(page, *page.bounds[page.sentence[verb] - 1])
    return Stretch(found[0].first, found[0].last) if len(found) == 1 else None


def _counts_people(page: Page, word: int) -> bool:
    """Whether a number begins at a word, and counts no things: "cut it to 3 metres"."""
    end = page.bounds[page.sentence[word]].last if word < len(page) else word
    new = _numeral(page, word, end)
    if new is None or new.first != word:
        return False
    return new.last >= end or page.tags[new.last] != "NOUN" or page.entity_labels.get(new.last) == "person"


def _speaks_on(page: Page, verb: int) -> bool:
    """Whether the subject of a verb is who spoke before, or nobody is said to do it: "they", "his office"."""
    who = page.child(verb, "nsubj")
    own = who is not None and any(page.tags[word] == "PRON" for word in (who, *page.children[who]))
    return own or (
        passive(page, verb)
        and not any(page.forms[kid] == "by" for word in page.children[verb] for kid in page.children[word])
    )


def _number(page: Page, at: Stretch) -> int:
    """The least that a figure says."""
    line = page.words[slice(*at)]
    return next((n.low or n.high or 0 for n in find_numerals(line, 0, len(line))), 0)


def withdrawn(page: Page, lowered: Sequence[Revision], at: Stretch, how: Manner) -> Manner:
    """The manner of a toll, denied where it is a figure that its source lowered."""
    first = page.bounds[page.sentence[at.first]].first
    for made in lowered:
        if made.old.meets(at) and not made.new.meets(at):
            verb = made.verb - first
            cue = HedgeWords(page.words[made.verb], verb, verb + 1, "value", "denied", "withdrawn")
            return replace(how, polarity="denied", hedges=(*how.hedges, cue))
    return how
