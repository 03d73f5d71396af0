"""How many took part or did it, where the model has them arrested or the like: "police said 9,000 had taken part".

The verbs are in ``tolls.toml``. Invariant: only people who are the subject of such a verb, or doers who are numbered or
seen, change their slot.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.phrases import nouns
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import Row
from standoff.records import TOLL_SLOTS

_BEFORE = 8  # words in which "number of marchers in Oster at" stands before the figure
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
    words = page.forms[row.at.first : row.at.last]
    return seen and page.forms[top] in table["doers"] and nouns("fates").isdisjoint(words)


def _takes_part(page: Page, word: int) -> bool:
    verb, table = page.heads[word], section("tolls", "taking_part")
    if verb < 0 or page.relations[word] != "nsubj" or page.tags[verb] != "VERB":
        return False
    thing = page.child(verb, "obj")
    part = page.forms[verb] in table["taking"] and thing is not None and page.forms[thing] == "part"
    return part or page.forms[verb] in table["verbs"]
