"""Fates that items of a list of people have of their own: "one dead and [six people] wounded", "[two others] in
critical condition", "[six boys] with burns".

What befell one item of a list befell the others, but for these. Invariant: only an item's words, the few beside it up
to where something else begins, and its own verb are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from standoff.extraction.grammar.clauses import has_case
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.records import TOLL_SLOTS

_BESIDE = 3  # words after an item, but for helping verbs and adverbs, that tell its own fate
_WOUNDED = ("killed", "injured")


def own_fate(page: Page, item: Stretch, slot: str) -> str:
    """The toll of an item: that of the list (``slot``); that of the wounds it is said to have; "" where it is told to
    fare otherwise, or to do something of its own."""
    words, told = section("parties", "tolls"), {*page.forms[slice(*item)], *_beside(page, item)}
    wounds = _wounds(page, item)
    if wounds or not told.isdisjoint(words[slot]):
        return wounds or slot
    alive = section("tolls", "hospital")["alive"] if slot == "killed" else ()
    fates = (alive, *(words[other] for other in TOLL_SLOTS))
    return "" if _acts(page, item) or any(not told.isdisjoint(fate) for fate in fates) else slot


def _beside(page: Page, item: Stretch) -> Iterator[str]:
    """The first words after an item, up to a mark, an "and" or the sentence's end."""
    left = _BESIDE
    for word in range(item.last, page.bounds[page.sentence[item.first]].last):
        if not left or page.tags[word] in ("PUNCT", "CCONJ"):
            return
        if page.tags[word] not in ("AUX", "ADV"):
            left -= 1
        yield page.forms[word]


def _wounds(page: Page, item: Stretch) -> str:
    """The toll of what an item is said to have: "six others with burns"."""
    table = section("tolls", "suffers")
    kids = (kid for word in range(*item) for kid in page.children[word])
    held = {page.forms[kid] for kid in kids if has_case(page, kid, ("with",))}
    return next((slot for slot in _WOUNDED if not held.isdisjoint(table[slot])), "")


def _acts(page: Page, item: Stretch) -> bool:
    """Whether an item is the subject of a verb after it."""
    return any(page.relations[word] == "nsubj" and page.heads[word] >= item.last for word in range(*item))
