"""How many took part or did it, where the model has them arrested or the like: "police said 9,000 had taken part"; or
where it passes over doers who are numbered, seen, or said to have been there: "put the number of attackers at five".

The verbs are in ``tolls.toml``. Invariant: only people who are the subject of such a verb, or such doers, change their
slot or get one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.chains.cues import words
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import nouns
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Missing, Row, filled
from standoff.extraction.values.figures import figure_after
from standoff.extraction.values.numerals import numerals_in
from standoff.records import TOLL_SLOTS

_BEFORE = 8  # words in which "number of marchers in Oster at" stands before the figure
_COUNTED = "how many took part, by a word for them"
_TAKEN = (*TOLL_SLOTS, "target_count")
_MISREAD = frozenset(("arrested", "captive", "freed", "missing", "displaced"))


def with_takers_part(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, people who take part in something counted as its actors."""
    return [
        row._replace(slot="actor_count", rule="how many took part")
        if (row.slot in _MISREAD and _takes_part(page, top_of(page, row.at)))
        or (row.slot in TOLL_SLOTS and (_numbers_doers(page, row) or _sees_doers(page, row)))
        else row
        for row in rows
    ]


def with_doers_counted(page: Page, rows: Sequence[Row], missed: Sequence[Row]) -> list[Row]:
    """The rows, with the numbers of doers that no row is read at. ``missed`` are those that the model is too unsure
    of."""
    found = [Missing("actor_count", at, _COUNTED, _TAKEN) for at in _doers_counted(page)]
    return filled(page, rows, found, missed) if found else list(rows)


def _doers_counted(page: Page) -> Iterator[Stretch]:
    """The numbers of doers: "put the number of attackers at [five or six]", "there were [six hijackers]"."""
    table = section("tolls", "taking_part")
    for noun in page.where(table["doers"]):
        over = page.heads[noun]
        if over < 0 or page.relations[noun] == "nmod":
            numbered = over >= 0 and page.forms[over] in words("nouns", "counted")
            figure = figure_after(page, noun + 1) if numbered and _is_put(page, over) else None
            yield from [figure] if figure is not None else []
        elif _is_there(page, noun) or (page.relations[noun] == "obj" and page.forms[over] in table["seeing"]):
            first = noun_phrase(page, noun).first
            if numerals_in(page, first, noun):
                yield Stretch(first, noun + 1)


def _is_put(page: Page, number: int) -> bool:
    """Whether somebody puts a number at what it is."""
    return page.relations[number] == "obj" and page.forms[page.heads[number]] in words("grammar", "counting")


def _is_there(page: Page, noun: int) -> bool:
    """Whether a sentence only tells that somebody was there: "there were six hijackers"."""
    return any(
        page.relations[kid] == "expl" for kid in (*page.children[noun], *page.children[page.heads[noun]])
    )


def _numbers_doers(page: Page, row: Row) -> bool:
    """Whether words give the number of those who do something: "put [the number of attackers at three]"; not that of
    the attackers who were killed."""
    first = max(row.at.first - _BEFORE, page.bounds[page.sentence[row.at.first]].first)
    forms = page.forms[first : row.at.last]
    doers = section("tolls", "taking_part")["doers"]
    return nouns("fates").isdisjoint(forms) and any(
        (one, other) == ("number", "of") and whom in doers
        for one, other, whom in zip(forms, forms[1:], forms[2:], strict=False)
    )


def _sees_doers(page: Page, row: Row) -> bool:
    """Whether somebody saw doers, of whose own fate the words tell nothing: "I saw [at least two gunmen]"."""
    table, top = section("tolls", "taking_part"), top_of(page, row.at)
    verb = page.heads[top]
    seen = verb >= 0 and page.relations[top] == "obj" and page.forms[verb] in table["seeing"]
    forms = page.forms[row.at.first : row.at.last]
    return seen and page.forms[top] in table["doers"] and nouns("fates").isdisjoint(forms)


def _takes_part(page: Page, word: int) -> bool:
    verb, table = page.heads[word], section("tolls", "taking_part")
    if verb < 0 or page.relations[word] != "nsubj" or page.tags[verb] != "VERB":
        return False
    thing = page.child(verb, "obj")
    part = page.forms[verb] in table["taking"] and thing is not None and page.forms[thing] == "part"
    return part or page.forms[verb] in table["verbs"]
