"""What an army is said to have lost: "enemy losses amounted to [430 servicemen], two tanks and a howitzer".

Losses are the dead, the wounded and those taken, together, so that a number of them is no toll but something told, as
one of casualties is (gold/DECISIONS.md, "Settled later"); things that are lost are damage. Invariant: a row changes
only where it stands behind the noun for losses, by "of", or as what losses "amounted to" or were "brought to", and no
word next to it says what befell whom.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.grammar.clauses import has_case, noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import first_of_list, top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.slots.row import Row
from standoff.records import COUNT_SLOTS, TOLL_SLOTS

_RULE = "what somebody is said to have lost"
_THINGS = frozenset(("actor", "target", "weapon"))
_PUT_AT = ("to", "at")  # "bringing losses to 90 men"
_LONGEST = 16  # words from the losses to their number


def with_losses(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, numbers of losses as observations, things lost as damage; without people that only losses name."""
    if not page.where(section("tolls", "people")["losses"]):
        return list(rows)
    return [new for row in rows if (new := _settled(page, row)) is not None]


def _settled(page: Page, row: Row) -> Row | None:
    losses = _losses(page, row.at) if row.slot in COUNT_SLOTS | _THINGS else None
    if losses is None:
        return row
    if row.slot in COUNT_SLOTS:
        whole = Stretch(min(noun_phrase(page, losses).first, row.at.first), row.at.last)
        at = whole if whole.last - whole.first <= _LONGEST else row.at
        return row._replace(slot="observation", at=at, rule=_RULE)
    if page.entity_labels.get(top_of(page, row.at)) == "person":
        return None
    return row._replace(slot="damage", rule=_RULE)


def _losses(page: Page, at: Stretch) -> int | None:
    """The noun for losses that words say the number or kind of, where no fate is told of them."""
    top = first_of_list(page, top_of(page, at))
    head = page.heads[top]
    if head < 0 or _has_fate(page, at) or page.relations[top] == "nsubj":
        return None
    parts = ("nsubj", "obj") if has_case(page, top, _PUT_AT) else ("nsubj",)
    beside = [kid for kid in page.children[head] if kid < top and page.relations[kid] in parts]
    counted = (head,) if has_case(page, top, ("of",)) else ()
    nouns = word_set("tolls", "people", "losses")
    return next((word for word in (*counted, *beside) if page.forms[word] in nouns), None)


def _has_fate(page: Page, at: Stretch) -> bool:
    """Whether a word of fates stands among some words or right after them: "losses of [90] killed"."""
    fates = section("parties", "tolls")
    return any(not {*fates[slot]}.isdisjoint(page.forms[at.first : at.last + 2]) for slot in TOLL_SLOTS)
