"""Which telling encloses which: the smallest content that holds a telling's cue; who is cited is within who cites;
whose claim is rejected is not within who rejects it.

Invariant: ``within`` never runs in a circle.
"""

from __future__ import annotations

from standoff.extraction.chains.link import Link, inside, size
from standoff.extraction.grammar.page import Page, Stretch


def enclose(page: Page, found: list[Link]) -> None:
    """Sets ``within``: the smallest content that holds a link's cue; a citing goes inside the telling beside it."""
    at_verb = {link.verb: number for number, link in enumerate(found)}
    for number, link in enumerate(found):
        beside = at_verb.get(link.beside) if link.beside is not None else None
        if beside is not None and beside != number and not _circular(found, number, beside):
            link.within = beside
            if link.act == "cites" and size(found[beside].content) > size(link.content):
                link.content = found[beside].content  # who is cited is cited for all of it
    reach = [_reach(page, link) for link in found]
    spread = [
        (min((p.first for p in parts), default=0), max((p.last for p in parts), default=0)) for parts in reach
    ]
    holders = sorted(  # of two that tell the same the inner one holds what is told
        range(len(found)), key=lambda number: (size(found[number].content), found[number].within is None)
    )
    for number, link in enumerate(found):
        if link.within is not None or link.labelled:
            continue
        for other in holders:
            low, high = spread[other]
            if other == number or not low <= link.verb < high:
                continue
            mutual = page.forms[link.verb] == "according" and inside(reach[number], found[other].verb)
            if found[other].verb == link.rejecter:
                continue
            if inside(reach[other], link.verb) and not mutual and not _circular(found, number, other):
                link.within = other
                break


def _reach(page: Page, link: Link) -> tuple[Stretch, ...]:
    """What is told, with the whole of each quotation that it has a part in and the cue has not."""
    marks = {page.quoted[word] for part in link.content for word in (part.first, part.last - 1)}
    whole = (page.quotations[mark] for mark in marks - {-1, page.quoted[link.verb]})
    return (*link.content, *sorted(whole))


def _circular(found: list[Link], number: int, other: int | None) -> bool:
    while other is not None:
        if other == number:
            return True
        other = found[other].within
    return False
